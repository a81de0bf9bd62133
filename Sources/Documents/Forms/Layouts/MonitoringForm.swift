// 项目支出绩效目标执行监控表: money and indicators so far, the year's forecast, why, and how likely.
import FormSheets
import Model

/// Ten columns: label, two levels, name, target, actual, forecast, deviation, likelihood, note.
struct MonitoringForm {
  func write(to draft: inout SheetDraft) {
    draft.paper = .landscape
    draft.addTitle()
    let months = draft.options.monitoredMonths
    var grid = SheetGrid(columns: [200, 230, 270, 420, 280, 260, 280, 320, 190, 200])
    grid.add(EvaluatedGoals.projectRows(&draft, columns: 10))
    FundBlock(
      label: FormWords.projectFundsInTenThousand, sourceWidth: 2, labelWidth: 2,
      columns: fundColumns(draft, months: months)
    ).add(to: &grid, &draft)
    if draft.fields["/goals/actual"] == nil {
      grid.add([
        GridRow([
          .label(FormWords.annualOverallGoal, columns: 2),
          draft.field("/goals/expected", columns: 8, alignment: .start),
        ])
      ])
    } else {
      grid.addSection(FormWords.annualOverallGoal, EvaluatedGoals(widths: (4, 5)).rows(&draft))
    }
    var table = IndicatorTable(columns: [
      .init(field: .name, head: FormWords.level3), .init(field: .annualValue, head: FormWords.annualValue),
      .init(field: .actualValue, head: FormWords.inMonths(months, FormWords.progress)),
      .init(field: .forecastValue, head: FormWords.forecast),
      .init(field: .deviation, head: FormWords.deviationCause),
      .init(field: .likelihood, head: FormWords.likelihood), .init(field: .note, head: FormWords.note),
    ])
    if draft.form.indicators.isEmpty {
      table.tree =
        draft.options.tree
        ?? FormTrees.tree(of: draft.layout, for: draft.form, year: draft.year.flatMap { Int($0) })
    }
    grid.addSection(FormWords.indicators, [table.headRow()] + table.rows(&draft))
    grid.add(EvaluatedGoals.closingRows(&draft, columns: 10))
    draft.add(grid)
  }

  private func fundColumns(_ draft: SheetDraft, months: Int?) -> [FundBlock.Column] {
    let hasAdjusted = FundBlock.rows(of: draft.form).contains { $0.adjusted != nil }
    let hasNotes = FundBlock.hasNotes(draft.form)
    var columns: [FundBlock.Column] = [.init(field: "initial", head: FormWords.initialBudget, sort: .money)]
    if hasAdjusted {
      columns.append(.init(field: "adjusted", head: FormWords.wholeYearBudget, sort: .money))
    }
    columns += [
      .init(field: "executed", head: FormWords.inMonths(months, FormWords.executedAmount), sort: .money),
      .init(field: "rate", head: FormWords.inMonths(months, FormWords.rate), sort: .percent),
    ]
    let left = 6 - columns.count - (hasNotes ? 1 : 0)
    columns.append(
      .init(field: "forecast", head: FormWords.forecastSpending, sort: .money, width: left))
    if hasNotes { columns.append(.init(field: "note", head: FormWords.note, sort: .text)) }
    return columns
  }
}
