// Parts a sheet on which whole forms stand beside each other, with blank columns between them.
import FormVocabulary
import Tables

enum SideBySide {
  /// The forms' tables from left to right, cells in their own columns; the table itself where it is one.
  static func parts(of table: Table) -> [Table] {
    guard table.columnCount >= 5, !table.isRagged else { return [table] }
    let ranges = written(table)
    guard ranges.count > 1 else { return [table] }
    let parts = ranges.map { range in
      var part = table
      part.columnCount = range.upperBound
      part.cells = table.cells.filter { range.contains($0.column) }
      return part
    }
    return parts.allSatisfy(isForm) ? parts : [table]
  }

  /// The runs of columns in which texts stand; of a merged cell all columns count.
  private static func written(_ table: Table) -> [Range<Int>] {
    var isWritten = [Bool](repeating: false, count: table.columnCount)
    for cell in table.cells where cell.text.contains(where: { !$0.isWhitespace }) {
      for column in cell.column..<min(cell.column + cell.columnSpan, table.columnCount) {
        isWritten[column] = true
      }
    }
    var ranges: [Range<Int>] = []
    for column in isWritten.indices where isWritten[column] {
      if let last = ranges.last, last.upperBound == column {
        ranges[ranges.count - 1] = last.lowerBound..<(column + 1)
      } else {
        ranges.append(column..<(column + 1))
      }
    }
    return ranges
  }

  /// Whether a part has a label that opens a form and the head of an indicator table.
  private static func isForm(_ part: Table) -> Bool {
    guard let grid = Grid(part) else { return false }
    return grid.cells.contains { $0.field?.opensForm == true }
      && (0..<grid.rowCount).contains { IndicatorHead.find(in: grid, row: $0) != nil }
  }
}
