// Draws a document as lines, so that a test compares it as one literal.
package import Tables

/// Paragraphs as `¶ text` (headings `#2 text`), tables as `▦1 2×3` with a line for each cell: `row,column`,
/// spans that are not 1×1, text; line ends are `⏎`, no text is `·`, nested tables are indented.
package func outline(_ document: Document) -> String {
  outline(document.blocks)
}

/// The outline of some blocks.
package func outline(_ blocks: [Block]) -> String {
  var lines: [String] = []
  for block in blocks {
    switch block {
    case .paragraph(let paragraph):
      lines.append((paragraph.headingLevel.map { "#\($0) " } ?? "¶ ") + visible(paragraph.text))
    case .table(let table): draw(table, indent: "", &lines)
    }
  }
  return lines.joined(separator: "\n")
}

private func draw(_ table: Table, indent: String, _ lines: inout [String]) {
  let before = table.textBefore.map { " «\(visible($0))»" } ?? ""
  let ragged = table.isRagged ? " ragged" : ""
  lines.append("\(indent)▦\(table.number) \(table.rowCount)×\(table.columnCount)\(ragged)\(before)")
  for cell in table.cells {
    let spans = cell.rowSpan == 1 && cell.columnSpan == 1 ? "" : " \(cell.rowSpan)×\(cell.columnSpan)"
    lines.append("\(indent)\(cell.row),\(cell.column)\(spans) \(visible(cell.text))")
    for nested in cell.tables { draw(nested, indent: indent + "  ", &lines) }
  }
}

private func visible(_ text: String) -> String {
  text.isEmpty ? "·" : text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "⏎")
}
