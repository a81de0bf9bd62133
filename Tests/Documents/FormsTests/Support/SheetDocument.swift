// A sheet as the readers of documents would give it: grids as tables, lines as paragraphs.
import FormSheets
import Tables

enum SheetDocument {
  static func document(of sheet: FormSheet) -> Document {
    var blocks: [Block] = []
    var line = 0
    var number = 0
    for block in sheet.blocks {
      switch block {
      case .line(let parts):
        line += 1
        let text = trimmed(parts.parts.map(\.text).joined(separator: "　　"))
        if !text.isEmpty { blocks.append(.paragraph(Paragraph(text: text, line: line))) }
      case .grid(let grid):
        number += 1
        blocks.append(.table(table(of: grid, number: number)))
      case .pageBreak: continue
      }
    }
    return Document(format: .docx, blocks: blocks)
  }

  private static func table(of grid: SheetGrid, number: Int) -> Table {
    Table(
      number: number, rowCount: grid.rows.count, columnCount: grid.columns.count,
      cells: grid.cells.map {
        Cell(
          row: $0.row, column: $0.column, rowSpan: $0.rowSpan, columnSpan: $0.columnSpan,
          text: trimmed($0.content.text))
      })
  }

  private static func trimmed(_ text: String) -> String {
    var scalars = text.unicodeScalars[...]
    while scalars.first?.properties.isWhitespace == true { scalars.removeFirst() }
    while scalars.last?.properties.isWhitespace == true { scalars.removeLast() }
    return String(scalars)
  }
}
