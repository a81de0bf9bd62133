// Lays a document out as lines and grids in reading order; tables inside layout tables come out.
import Tables

enum StreamElement {
  case line(Paragraph)
  case grid(Grid)
}

enum DocumentStream {
  /// Lines and grids in reading order.
  static func elements(of document: Document) -> [StreamElement] {
    var elements: [StreamElement] = []
    for block in document.blocks {
      switch block {
      case .paragraph(let paragraph): elements.append(.line(paragraph))
      case .table(let table): add(table, to: &elements)
      }
    }
    return TextLayout.arranged(elements)
  }

  /// A table that holds tables is a layout: its cells' texts are lines, its inner tables stand for themselves.
  private static func add(_ table: Table, to elements: inout [StreamElement]) {
    guard table.cells.contains(where: { !$0.tables.isEmpty }) else {
      if let grid = Grid(table) { elements.append(.grid(grid)) }
      return
    }
    for cell in table.cells {
      for line in cell.text.split(separator: "\n") {
        let text = CleanText.trimmed(String(line))
        if !text.isEmpty { elements.append(.line(Paragraph(text: text, line: cell.row + 1))) }
      }
      for inner in cell.tables { add(inner, to: &elements) }
    }
  }
}
