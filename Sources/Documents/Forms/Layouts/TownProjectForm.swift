// The project forms of Dongguan's towns: 批复表 of 2024 and 项目绩效目标表 of 2026.
import FormSheets
import Model
import RuleSets

/// Six columns: label, two levels, name, period value, annual value.
struct TownProjectForm {
  /// The two generations.
  enum Style {
    /// 2024: amounts in plain yuan, 当年度指标值, the opinion at the foot.
    case approval
    /// 2026: 预算金额(元), 年度指标值, 成本 first.
    case target
  }

  let style: Style

  func write(to draft: inout SheetDraft) {
    let opinion = style == .approval ? draft.opinionLabel() : nil
    let printsYear = draft.fields["/budget/total"] != nil || draft.fields["/goals/annual"] != nil
    draft.addTitle(labelsPrintYear: printsYear)
    if let line = opinion?.line { draft.add(line: SheetText(line)) }
    var grid = SheetGrid(columns: [250, 210, 250, 440, 290, 290])
    grid.add(headRows(&draft))
    grid.addSection(FormWords.overallGoals, goalRows(&draft))
    let table = indicatorTable(draft)
    grid.addSection(FormWords.indicators, [table.headRow()] + table.rows(&draft))
    if let opinion {
      grid.add([
        GridRow([
          .label(opinion.label), draft.field("/approval/opinion", columns: 5, alignment: .start),
        ])
      ])
    }
    draft.add(grid)
  }

  private func headRows(_ draft: inout SheetDraft) -> [GridRow] {
    let amount = style == .approval ? FormWords.budgetAmount : FormWords.budgetAmountInYuan
    return [
      GridRow([.label(FormWords.projectName), draft.field("/project/name", columns: 5)]),
      GridRow([.label(FormWords.category), draft.field("/project/category", columns: 5)]),
      GridRow([.label(FormWords.tier), draft.field("/project/tier", columns: 5)]),
      GridRow([.label(FormWords.department), draft.party("/department", columns: 5)]),
      GridRow([.label(FormWords.spendingUnit), draft.party("/unit", columns: 5)]),
      GridRow([
        .label(FormWords.span), .label(FormWords.startYear), draft.field("/project/startYear"),
        .label(FormWords.endYear), draft.field("/project/endYear", columns: 2),
      ]),
      GridRow([
        .label(FormWords.ofYear(draft.year, amount)),
        draft.money("/budget/total", in: style == .approval ? .yuan : .groupedYuan, columns: 5),
      ]),
    ]
  }

  private func goalRows(_ draft: inout SheetDraft) -> [GridRow] {
    [
      GridRow([.label(FormWords.periodGoal, columns: 5)], keepsWithNext: true),
      GridRow([draft.field("/goals/period", columns: 5, alignment: .start)]),
      GridRow([.label(FormWords.ofYear(draft.year, FormWords.annualGoal), columns: 5)], keepsWithNext: true),
      GridRow([draft.field("/goals/annual", columns: 5, alignment: .start)]),
    ]
  }

  private func indicatorTable(_ draft: SheetDraft) -> IndicatorTable {
    var table = IndicatorTable(columns: [
      .init(field: .name, head: FormWords.level3),
      .init(field: .periodValue, head: FormWords.periodValue),
      .init(
        field: .annualValue,
        head: style == .approval ? FormWords.thisYearValue : FormWords.annualValue),
    ])
    table.tree =
      draft.options.tree
      ?? FormTrees.tree(of: draft.layout, for: draft.form, year: draft.year.flatMap { Int($0) })
    if style == .target { table.placeLabel = { FormWords.shortPlace($0) } }
    return table
  }
}
