// Draws documents for tests: lines are paragraphs, lines with bars are the rows of a table.
import Tables

/// Tables written as people draw them in a message.
///
/// A bar parts two cells of a row; `^` goes on with the cell above, `<` with the cell at the left (of a cell
/// over several rows and columns, the first row has the `<`, the other rows have `^`), `⏎` is a line break
/// inside a cell.
enum TableText {
  /// A table; rows that are too short end in blank cells.
  static func table(_ text: String, number: Int = 1) -> Table {
    let rows = text.split(separator: "\n").map { squares(of: $0) }
    let columnCount = rows.map(\.count).max() ?? 0
    var cells: [Cell] = []
    var owners: [[Int]] = []
    for (row, texts) in rows.enumerated() {
      owners.append([])
      for column in 0..<columnCount {
        let text = column < texts.count ? texts[column] : ""
        if text == "<", let left = owners[row].last {
          owners[row].append(left)
          cells[left].columnSpan = max(cells[left].columnSpan, column - cells[left].column + 1)
        } else if text == "^", row > 0 {
          let above = owners[row - 1][column]
          owners[row].append(above)
          cells[above].rowSpan = max(cells[above].rowSpan, row - cells[above].row + 1)
        } else {
          owners[row].append(cells.count)
          cells.append(Cell(row: row, column: column, text: text))
        }
      }
    }
    return Table(number: number, rowCount: rows.count, columnCount: columnCount, cells: cells)
  }

  /// The texts between the bars; every sign for a line break becomes one.
  private static func squares(of line: Substring) -> [String] {
    line.split(separator: "|", omittingEmptySubsequences: false).map { part in
      let words = part.split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
      return words.split(separator: "⏎", omittingEmptySubsequences: false).joined(separator: "\n")
    }
  }

  /// A document: runs of lines with bars are tables, other lines paragraphs; a line `---` ends a table.
  static func document(_ text: String, format: DocumentFormat = .docx) -> Document {
    var blocks: [Block] = []
    var run: [Substring] = []
    var tableCount = 0
    func flush() {
      guard !run.isEmpty else { return }
      tableCount += 1
      blocks.append(.table(table(run.joined(separator: "\n"), number: tableCount)))
      run = []
    }
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if line.contains("|") {
        run.append(line)
        continue
      }
      flush()
      if !line.isEmpty, line != "---" {
        blocks.append(.paragraph(Paragraph(text: String(line), line: index + 1)))
      }
    }
    flush()
    return Document(format: format, blocks: blocks)
  }
}
