// 项目支出绩效自评表 and 部门整体支出绩效自评表: money, goals, indicators with what became of them, the score.
import FormSheets
import Model

/// Nine columns: label, two levels, name, target, actual, weight, score, deviation.
struct SelfEvaluationForm {
  let isOfDepartment: Bool

  func write(to draft: inout SheetDraft) {
    draft.addTitle()
    let hasSplitValues = draft.form.indicators.contains { $0.operator != nil || $0.unit != nil }
    let columns =
      hasSplitValues
      ? [150, 180, 200, 300, 130, 140, 130, 180, 110, 160, 260]
      : [150, 180, 200, 310, 210, 210, 110, 160, 240]
    let extra = columns.count - 9
    if hasSplitValues { draft.paper = .landscape }
    var grid = SheetGrid(columns: columns)
    grid.add(headRows(&draft, extra: extra))
    FundBlock(
      label: isOfDepartment ? FormWords.departmentFundsInTenThousand : FormWords.projectFundsInTenThousand,
      sourceWidth: FundBlock.hasNotes(draft.form) ? 1 : 2, columns: fundColumns(draft, extra: extra)
    ).add(to: &grid, &draft)
    grid.addSection(FormWords.annualOverallGoal, EvaluatedGoals(widths: (4, 4 + extra)).rows(&draft))
    var table = IndicatorTable(columns: indicatorColumns(hasSplitValues: hasSplitValues))
    if draft.form.indicators.isEmpty {
      table.tree =
        draft.options.tree
        ?? FormTrees.tree(of: draft.layout, for: draft.form, year: draft.year.flatMap { Int($0) })
    }
    grid.addSection(FormWords.indicators, [table.headRow()] + table.rows(&draft))
    grid.add([
      GridRow([
        .label(FormWords.totalScore, columns: 6 + extra), .body(FormWords.hundred),
        draft.field("/totalScore"), draft.field("/grade"),
      ])
    ])
    grid.add(EvaluatedGoals.closingRows(&draft, columns: columns.count))
    draft.add(grid)
  }

  private func headRows(_ draft: inout SheetDraft, extra: Int) -> [GridRow] {
    if isOfDepartment {
      return [
        GridRow([
          .label(FormWords.departmentName, columns: 2), draft.party("/department", columns: 7 + extra),
        ])
      ]
    }
    return EvaluatedGoals.projectRows(&draft, columns: 9 + extra)
  }

  /// Six columns of amounts over the squares behind label and source.
  private func fundColumns(_ draft: SheetDraft, extra: Int) -> [FundBlock.Column] {
    let hasNotes = FundBlock.hasNotes(draft.form)
    var columns: [FundBlock.Column] = [
      .init(field: "initial", head: FormWords.initialBudget, sort: .money),
      .init(field: "adjusted", head: FormWords.wholeYearBudget, sort: .money, width: 1 + extra),
      .init(field: "executed", head: FormWords.executed, sort: .money),
      .init(field: "weight", head: FormWords.points, sort: .text),
      .init(field: "rate", head: FormWords.rate, sort: .percent),
      .init(field: "score", head: FormWords.score, sort: .text),
    ]
    if hasNotes {
      // one square is taken from the sources
      columns.append(.init(field: "note", head: FormWords.note, sort: .text))
    }
    return columns
  }

  private func indicatorColumns(hasSplitValues: Bool) -> [IndicatorTable.Column] {
    var columns: [IndicatorTable.Column] = [.init(field: .name, head: FormWords.level3)]
    if hasSplitValues {
      columns += [
        .init(field: .operator, head: FormWords.nature),
        .init(field: .annualValue, head: FormWords.onlyValue),
        .init(field: .unit, head: FormWords.measureUnit),
      ]
    } else {
      columns.append(.init(field: .annualValue, head: FormWords.annualValue))
    }
    return columns + [
      .init(field: .actualValue, head: FormWords.actualValue),
      .init(field: .weight, head: FormWords.points), .init(field: .score, head: FormWords.score),
      .init(field: .deviation, head: FormWords.deviation),
    ]
  }
}
