// 部门预算项目绩效目标表 of Sichuan: one flat table, the project's data merged at its left.
import FormSheets
import Model

/// Twelve columns on a page on its side.
struct SichuanFlatTable {
  func write(to draft: inout SheetDraft) {
    draft.paper = .landscape
    draft.addTitle(unit: FormWords.moneyUnitIsYuan)
    let table = IndicatorTable(columns: [
      .init(field: .name, head: FormWords.level3),
      .init(field: .operator, head: FormWords.nature),
      .init(field: .annualValue, head: FormWords.onlyValue),
      .init(field: .unit, head: FormWords.measureUnit),
      .init(field: .weight, head: FormWords.weight),
      .init(field: .direction, head: FormWords.direction),
    ])
    var grid = SheetGrid(columns: [240, 260, 200, 420, 160, 200, 330, 140, 180, 140, 110, 160])
    grid.add([
      GridRow(
        [
          .head(FormWords.unitName), .head(FormWords.projectName), .head(FormWords.budgetNumber),
          .head(FormWords.annualGoal),
        ] + table.headRow().pieces, isHead: true)
    ])
    // the department's own row stands above its units
    if draft.fields["/department/name"] != nil, draft.fields["/unit/name"] != nil {
      grid.add([GridRow([draft.party("/department")])])
    }
    var rows = table.rows(&draft)
    if rows.isEmpty { rows = [GridRow([])] }
    let count = rows.count
    rows[0].pieces =
      [
        spanning(draft.party("/unit"), count), spanning(draft.codedProject(), count),
        spanning(draft.money("/budget/total", in: .yuan), count),
        spanning(draft.field("/goals/annual", alignment: .start), count),
      ] + rows[0].pieces
    grid.add(rows)
    draft.add(grid)
  }

  private func spanning(_ piece: SheetPiece, _ rows: Int) -> SheetPiece {
    var piece = piece
    piece.rowSpan = rows
    return piece
  }
}
