// Finds the texts of goals: under heads of their own, over several rows, left of their indicators.
import FormVocabulary
import Tables

extension TableReader {
  /// The head of a goal in a row of such labels only, known ones or not: the label itself, or the first label
  /// behind one that goes on beside them; the goal stands below.
  func goalHead(_ cell: GridCell, _ right: GridCell) -> GridCell? {
    let heads = grid.texts(startingInRow: cell.row)
    guard heads.count >= 2, heads.allSatisfy({ isLabel($0) || namesGoal($0.text) }) else { return nil }
    if cell.rowSpan > right.rowSpan { return heads.count >= 3 && !isLabel(right) ? right : nil }
    guard let below = grid.cell(cell.endRow, cell.column), below.row == cell.endRow, !isLabel(below) else {
      return nil
    }
    return cell
  }

  /// Whether a label's value stands beside it.
  func hasValue(_ label: GridCell) -> Bool {
    grid.cell(label.row, label.endColumn).map { !$0.isBlank && !isLabel($0) } ?? false
  }

  /// 调整绩效目标, 目标变动情况: a few words that end as the labels of goals do.
  private func namesGoal(_ text: String) -> Bool {
    guard let key = LabelText(text)?.key else { return false }
    return key.count <= 12 && (key.ends("目标") || key.ends("情况"))
      && !key.contains { $0.isPunctuation || $0.isDigit }
  }

  /// A goal under its own head, left of the indicators that it stands for.
  mutating func readGoals(beside head: IndicatorHead, rows: [Int]) {
    for column in head.columns.prefix(while: { !$0.role.isLevel && $0.role != .term(.name) }) {
      guard case .field(let field) = column.role, field.isGoal, let label = LabelText(column.title) else {
        continue
      }
      var texts: [GridCell] = []
      for row in rows {
        guard let cell = grid.text(row, column.range), cell.endColumn <= column.range.upperBound,
          cell.row >= head.rows.upperBound, texts.last?.row != cell.row
        else { continue }
        texts.append(cell)
      }
      draft.labelCount += 1
      guard let first = texts.first else { continue }
      let text = texts.map(\.text).joined(separator: "\n")
      draft.keep(field, label: label, text: text, place: first.place, confidence: 92)
    }
  }

  /// A goal's text over several rows below its head, as far as the block's label at the left goes.
  func joined(_ first: GridCell, under head: GridCell) -> Value {
    var value = one(first, confidence: 90)
    let block = grid.cells(inRow: head.row).first { $0.column < head.column && $0.endRow > first.endRow }
    var row = first.endRow
    while let block, row < block.endRow, let next = grid.cell(row, head.column), next.row == row,
      next.column == head.column, next.columnSpan == first.columnSpan, !next.isBlank, !isLabel(next),
      let index = grid.index(row, head.column)
    {
      value.text += "\n" + next.text
      value.indices.append(index)
      row = next.endRow
    }
    return value
  }

  /// A goal's text over several rows beside one label.
  func joined(_ first: GridCell, beside label: GridCell) -> Value {
    var value = one(first, confidence: 98)
    var row = first.endRow
    while row < label.endRow {
      guard let next = grid.cell(row, label.endColumn), next.row == row, !isLabel(next) else { break }
      if !next.isBlank { value.text += "\n" + next.text }
      if let index = grid.index(row, label.endColumn) { value.indices.append(index) }
      row = next.endRow
    }
    return value
  }
}
