// What our own readers make of written files, and what they should.
import FormSheets
import SheetFiles
import Tables

/// A sheet as readers see it: texts outside of tables, and tables as cells with spans.
enum ReadBack {
  /// Lines and tables in order; a table's cells as `row,column rows×columns text`.
  static func pieces(_ document: Document) -> [[String]] {
    joined(document.blocks).map { block in
      switch block {
      case .paragraph(let paragraph): ["¶ \(settled(paragraph.text))"]
      case .table(let table):
        ["\(table.rowCount)×\(table.columnCount)"]
          + table.cells.map { piece($0.row, $0.column, $0.rowSpan, $0.columnSpan, $0.text) }
      }
    }
  }

  /// The same of what was written.
  ///
  /// - Parameter separator: between parts that share a line; nil where each is a paragraph of its own.
  static func pieces(_ sheet: FormSheet, separator: String?) -> [[String]] {
    sheet.blocks.flatMap { block -> [[String]] in
      switch block {
      case .pageBreak: return []
      case .line(let line):
        let texts = line.parts.map(\.text)
        let lines = separator.map { [inOneLine(texts, $0)] } ?? texts
        return lines.map(settled).filter { !$0.isEmpty }.map { ["¶ \($0)"] }
      case .grid(let grid):
        return [
          ["\(grid.rows.count)×\(grid.columns.count)"]
            + grid.cells.map { piece($0.row, $0.column, $0.rowSpan, $0.columnSpan, $0.content.text) }
        ]
      }
    }
  }

  private static func inOneLine(_ texts: [String], _ separator: String) -> String {
    guard texts.count > 1 else { return texts.joined() }
    return texts.map { $0.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: " ") }
      .joined(separator: separator)
  }

  static func piece(_ row: Int, _ column: Int, _ rows: Int, _ columns: Int, _ text: String) -> String {
    "\(row),\(column) \(rows)×\(columns) \(settled(text))"
  }

  /// Tables of the same width that follow each other are one again: a long one is written as several.
  private static func joined(_ blocks: [Block]) -> [Block] {
    var joined: [Block] = []
    for block in blocks {
      guard case .table(let table) = block, case .table(var above)? = joined.last,
        above.columnCount == table.columnCount
      else {
        joined.append(block)
        continue
      }
      above.cells += table.cells.map { cell in
        var moved = cell
        moved.row += above.rowCount
        return moved
      }
      above.rowCount += table.rowCount
      joined[joined.count - 1] = .table(above)
    }
    return joined
  }

  /// A text without what readers leave out: what nobody sees at its ends, blanks at the ends of lines, and
  /// tabs, which become blanks.
  static func settled(_ text: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      var line = Array(line.unicodeScalars.map { $0 == "\t" ? " " : $0 })
      while line.last == " " { line.removeLast() }
      return line
    }
    var string = ""
    string.unicodeScalars.append(contentsOf: lines.joined(separator: ["\n"]))
    return string.withUTF8 { String(trimming: $0) }
  }
}
