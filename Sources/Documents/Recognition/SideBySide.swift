// Parts a sheet on which whole forms stand beside each other, with blank columns between them.
import FormVocabulary
import Tables

enum SideBySide {
  /// The grids of the forms from left to right, cells in their own columns; nil where it is one table.
  static func grids(of table: Table) -> [Grid]? {
    guard table.columnCount >= 5, !table.isRagged else { return nil }
    let ranges = written(table)
    guard ranges.count > 1 else { return nil }
    var grids: [Grid] = []
    for range in ranges {
      var part = table
      part.columnCount = range.upperBound
      part.cells = table.cells.filter { range.contains($0.column) }
      guard let grid = Grid(part), isForm(grid) else { return nil }
      grids.append(grid)
    }
    return grids
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
  private static func isForm(_ grid: Grid) -> Bool {
    grid.cells.contains { $0.field?.opensForm == true }
      && (0..<grid.rowCount).contains { IndicatorHead.find(in: grid, row: $0) != nil }
  }
}
