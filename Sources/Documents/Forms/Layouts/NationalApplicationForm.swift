// 项目支出绩效目标申报表 of the ministry: the whole period at the left, the year at the right.
import FormSheets
import Model

/// Eight columns: label, level 1, then level 2, name and value for the period and for the year.
struct NationalApplicationForm {
  func write(to draft: inout SheetDraft) {
    draft.addTitle()
    var grid = SheetGrid(columns: [180, 160, 190, 300, 210, 190, 300, 210])
    grid.add([
      GridRow([.label(FormWords.projectName), draft.field("/project/name", columns: 7)]),
      GridRow([
        .label(FormWords.departmentAndCode), draft.party("/department", columns: 3),
        .label(FormWords.actingUnit), draft.party("/unit", columns: 3),
      ]),
      GridRow([
        .label(FormWords.projectProperty), .body(FormWords.propertyChoices, columns: 3),
        .label(FormWords.projectTerm), draft.span(columns: 3),
      ]),
    ])
    grid.addSection(FormWords.projectFundsInTenThousand, fundRows(&draft))
    grid.addSection(
      FormWords.overallGoal,
      [
        GridRow(
          [.label(FormWords.midTermGoal, columns: 4), .label(FormWords.annualGoal, columns: 3)],
          keepsWithNext: true),
        GridRow([
          draft.field("/goals/period", columns: 4, alignment: .start),
          draft.field("/goals/annual", columns: 3, alignment: .start),
        ]),
      ])
    grid.addSection(FormWords.indicators, indicatorRows(&draft))
    draft.add(grid)
  }

  /// The record keeps the year's money only; the period's cells stay blank.
  private func fundRows(_ draft: inout SheetDraft) -> [GridRow] {
    [
      GridRow([
        .label(FormWords.midTermTotal, columns: 2, alignment: .start), .body("", columns: 2),
        .label(FormWords.annualTotal, columns: 2, alignment: .start),
        draft.money("/budget/total", in: .tenThousandYuan),
      ]),
      GridRow([
        .label(FormWords.ofWhichFiscalIncome, columns: 2, alignment: .start), .body("", columns: 2),
        .label(FormWords.ofWhichFiscalIncome, columns: 2, alignment: .start),
        draft.money("/budget/fiscal", in: .tenThousandYuan),
      ]),
      GridRow([
        .label(FormWords.otherFunds, columns: 2, alignment: .start), .body("", columns: 2),
        .label(FormWords.otherFunds, columns: 2, alignment: .start),
        draft.money("/budget/other", in: .tenThousandYuan),
      ]),
    ]
  }

  private func indicatorRows(_ draft: inout SheetDraft) -> [GridRow] {
    var left = IndicatorTable(columns: [
      .init(field: .name, head: FormWords.level3), .init(field: .periodValue, head: FormWords.onlyValue),
    ])
    left.tree =
      draft.options.tree
      ?? FormTrees.tree(of: draft.layout, for: draft.form, year: draft.year.flatMap { Int($0) })
    var right = left
    right.columns[1].field = .annualValue
    right.printsLevel1 = false
    var head = left.headRow()
    head.pieces += right.headRow().pieces
    let indicators = draft.form.indicators
    // a side without a value prints no name: the name would be another indicator's
    left.isBlank = { indicators[$0].periodValue == nil && indicators[$0].annualValue != nil }
    right.isBlank = { indicators[$0].annualValue == nil && indicators[$0].periodValue != nil }
    let leftRows = left.rows(&draft)
    let rightRows = right.rows(&draft)
    return [head]
      + zip(leftRows, rightRows).map { one, other in
        var row = one
        row.pieces += other.pieces
        return row
      }
  }
}
