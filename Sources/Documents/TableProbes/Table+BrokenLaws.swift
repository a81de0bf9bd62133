// The law of tables as a check, nested tables included.
package import Tables

extension Table {
  /// What of the law of `Table` does not hold, its nested tables included; empty for a sound table.
  ///
  /// Cells in reading order, spans of at least one, nothing beyond the edges, no square covered twice.
  package var brokenLaws: [String] {
    var broken: [String] = cells.flatMap { $0.tables.flatMap(\.brokenLaws) }
    var taken = Set<Int>()
    var previous = (-1, -1)
    for cell in cells {
      let here = (cell.row, cell.column)
      if here <= previous { broken.append("order at \(here)") }
      previous = here
      if cell.row < 0 || cell.column < 0 || cell.rowSpan < 1 || cell.columnSpan < 1 {
        broken.append("number at \(here)")
        continue
      }
      if cell.row + cell.rowSpan > rowCount || cell.column + cell.columnSpan > columnCount {
        broken.append("edge at \(here)")
        continue
      }
      for row in cell.row..<cell.row + cell.rowSpan {
        for column in cell.column..<cell.column + cell.columnSpan
        where !taken.insert(row * columnCount + column).inserted {
          broken.append("overlap at \(here)")
        }
      }
    }
    return broken
  }
}
