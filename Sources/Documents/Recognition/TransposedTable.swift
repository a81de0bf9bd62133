// Reads transposed tables: indicators are columns, each row below is one unit's or project's form.
import Findings
import FormVocabulary
import Model

/// Level 1, level 2 and names stacked over columns; the rows below hold values.
struct TransposedTable {
  private var labelRows: Range<Int>
  /// The row behind the last one.
  var end: Int
  private var indicatorColumns: [Int]
  private var fieldColumns: [(column: Int, field: FieldTerm, scale: MoneyScale?)]

  /// The transposed head that begins in a row: two or more level-1 labels side by side.
  static func find(in grid: Grid, row: Int, end: Int) -> TransposedTable? {
    let tops = grid.texts(startingInRow: row).filter { $0.level?.rank == 1 && $0.columnTerm == nil }
    guard tops.count >= 2, row + 2 < end, let first = tops.first, let last = tops.last else { return nil }
    var nameRow = row + 1
    if grid.texts(startingInRow: nameRow).contains(where: { $0.level?.rank == 2 }) { nameRow += 1 }
    guard nameRow + 1 < end else { return nil }
    let columns = Array(first.column..<min(last.endColumn, grid.columnCount)).filter { column in
      grid.cell(nameRow, column).map { !$0.isBlank && $0.row == nameRow && $0.column == column } ?? false
    }
    guard columns.count >= 2 else { return nil }
    var fields: [(column: Int, field: FieldTerm, scale: MoneyScale?)] = []
    for column in 0..<grid.columnCount where !(first.column..<last.endColumn).contains(column) {
      for headRow in row...nameRow {
        if let cell = grid.cell(headRow, column), let field = cell.field, !field.isGroup,
          !fields.contains(where: { $0.column == column })
        {
          fields.append((column, field, grid.moneyScale(inHeads: row..<(nameRow + 1), column: column)))
        }
      }
    }
    guard !fields.isEmpty else { return nil }
    return TransposedTable(
      labelRows: row..<(nameRow + 1), end: end, indicatorColumns: columns, fieldColumns: fields)
  }

  /// One draft per row that holds values; totals are none.
  func forms(_ grid: Grid) -> [FormDraft] {
    var forms: [FormDraft] = []
    for row in labelRows.upperBound..<end {
      let cells = grid.texts(startingInRow: row)
      guard let first = cells.first, cells.count >= 2 else { continue }
      if ["合计", "总计", "小计"].contains(LabelText.folded(first.text)) { continue }
      var draft = FormDraft()
      draft.hasIndicatorTable = true
      draft.labelCount = 3
      for (column, field, scale) in fieldColumns {
        guard let cell = grid.cell(row, column), !cell.isBlank, let path = field.path else { continue }
        if field.sort == .money {
          let money = draft.money(cell.text, scale: scale, place: cell.place)
          draft.setAmount(path, money, place: cell.place, confidence: 92)
        } else if field.sort == .text {
          draft.set(path, cell.text, place: cell.place, confidence: 92)
        }
      }
      for column in indicatorColumns {
        if let indicator = indicator(grid, row: row, column: column) { draft.indicators.append(indicator) }
      }
      forms.append(draft)
    }
    return forms
  }

  private func indicator(_ grid: Grid, row: Int, column: Int) -> IndicatorDraft? {
    let nameRow = labelRows.upperBound - 1
    guard let name = grid.cell(nameRow, column), !Slots.isSlot(name.text) else { return nil }
    var draft = IndicatorDraft()
    draft.confidence = 90
    draft.indicator.name = name.text
    draft.places[.name] = name.spot
    if let top = grid.cell(labelRows.lowerBound, column), !top.isBlank {
      draft.indicator.level1 = CleanText.withoutSpace(top.text)
    }
    if labelRows.count == 3, let middle = grid.cell(labelRows.lowerBound + 1, column), middle.row != nameRow,
      middle.row != labelRows.lowerBound
    {
      draft.indicator.level2 = CleanText.withoutSpace(middle.text)
    }
    if let value = grid.cell(row, column), !value.isBlank {
      draft.indicator.annualValue = value.text
      draft.places[.annualValue] = value.spot
    }
    return draft
  }
}
