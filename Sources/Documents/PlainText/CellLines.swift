// Texts of converters that print each cell of a table on a line of its own, led by a tab.
import Tables

/// The layout "one cell a line": a blank line ends a row, two end the table, and lines without a tab
/// directly below a cell belong to it.
///
/// Example: `"\t项目名称\n\t道路养护\n\n\t预算数\n\t6.00\n"` has two rows with two cells each.
enum CellLines {
  /// Whether a text uses this layout: nearly all tabs lead a line, some rows have several cells, and there
  /// are blank cells or mostly short ones (paragraphs that begin with a tab are long).
  static func areUsed(in text: TextLines) -> Bool {
    var ledCount = 0
    var tabbedCount = 0
    var blankCount = 0
    var shortCount = 0
    var rowCount = 0
    var neighbourCount = 0
    var wasCell = false
    for line in text.lines {
      let follows = line.blankLinesBefore == 0 && wasCell
      switch line.shape {
      case .led:
        ledCount += 1
        if follows { neighbourCount += 1 } else { rowCount += 1 }
        let words = trimmed(line.range, in: text.bytes.span)
        if words.isEmpty { blankCount += 1 }
        if words.count <= 90 { shortCount += 1 }
        wasCell = true
      case .tabbed:
        if !follows { tabbedCount += 1 }
        wasCell = follows
      default:
        wasCell = follows
      }
    }
    guard rowCount >= 2, neighbourCount >= 1, tabbedCount * 10 <= ledCount else { return false }
    return blankCount > 0 || shortCount * 10 >= ledCount * 6
  }

  /// Lays the table that begins at a line and gives the index of the line after it.
  static func lay(_ text: TextLines, from start: Int, on builder: inout GridBuilder) -> Int {
    var index = start
    builder.startRow()
    while index < text.lines.count {
      let line = text.lines[index]
      if index > start {
        if line.shape != .led || line.blankLinesBefore > 1 || line.startsPage { break }
        if line.blankLinesBefore == 1 { builder.startRow() }
      }
      var end = index + 1
      while end < text.lines.count, continues(text.lines[end]) { end += 1 }
      var words = text.string(line.range)
      for further in text.lines[(index + 1)..<end] {
        words += "\n"
        words += text.string(further.range)
      }
      builder.addCell(text: words)
      index = end
    }
    return index
  }

  private static func continues(_ line: TextLine) -> Bool {
    line.shape != .led && line.blankLinesBefore == 0 && !line.startsPage
  }
}
