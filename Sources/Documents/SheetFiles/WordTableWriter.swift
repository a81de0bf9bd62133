// A table of a Word document: true spans in both directions, heads repeated, rows kept whole.
internal import FormSheets
internal import HTML

struct WordTableWriter {
  let grid: SheetGrid
  private let widths: [Int]
  private let heights: RowHeights
  private let pageHeight: Int
  private let headCount: Int

  init(grid: SheetGrid, paper: Paper) {
    self.grid = grid
    let tenths = ColumnEdges(grid.columns, whole: max(paper.innerWidth, grid.columns.count))
    heights = RowHeights(grid, tenths)
    let edges = ColumnEdges(grid.columns, whole: Twips.of(tenths: paper.innerWidth))
    widths = edges.edges
    pageHeight = Twips.of(tenths: paper.innerHeight)
    headCount = Self.headCount(grid)
  }

  /// How many rows at the top Word repeats: the head rows, where no cell reaches out of them and rows follow.
  private static func headCount(_ grid: SheetGrid) -> Int {
    let heads = grid.rows.prefix { $0.isHead }.count
    guard heads < grid.rows.count else { return 0 }
    let isWhole = !grid.cells.contains { $0.row < heads && $0.row + $0.rowSpan > heads }
    return isWhole ? heads : 0
  }

  func write(to xml: inout MarkupWriter) {
    writeProperties(to: &xml)
    xml.markup("<w:tblGrid>")
    for column in grid.columns.indices {
      xml.markup("<w:gridCol")
      xml.attribute("w:w", widths[column + 1] - widths[column])
      xml.markup("/>")
    }
    xml.markup("</w:tblGrid>")
    // The cell that covers each column, by its index.
    var covering = [Int](repeating: 0, count: grid.columns.count)
    var next = 0
    for row in grid.rows.indices {
      while next < grid.cells.count, grid.cells[next].row == row {
        let cell = grid.cells[next]
        for column in cell.column..<cell.column + cell.columnSpan { covering[column] = next }
        next += 1
      }
      startRow(row, to: &xml)
      var column = 0
      while column < covering.count {
        let cell = grid.cells[covering[column]]
        write(cell, at: row, to: &xml)
        column = cell.column + cell.columnSpan
      }
      xml.markup("</w:tr>")
    }
    xml.markup("</w:tbl>")
  }

  /// All rules of a form are single lines of half a point; texts keep 1.2 mm from those beside them.
  private func writeProperties(to xml: inout MarkupWriter) {
    xml.markup("<w:tbl><w:tblPr><w:tblW")
    xml.attribute("w:w", widths.last ?? 0)
    xml.markup(" w:type=\"dxa\"/><w:jc w:val=\"center\"/><w:tblBorders>")
    for edge in ["top", "left", "bottom", "right", "insideH", "insideV"] as [StaticString] {
      xml.markup("<w:")
      xml.markup(edge)
      xml.markup(" w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/>")
    }
    xml.markup("</w:tblBorders><w:tblLayout w:type=\"fixed\"/><w:tblCellMar>")
    xml.markup("<w:top w:w=\"20\" w:type=\"dxa\"/><w:left w:w=\"68\" w:type=\"dxa\"/>")
    xml.markup(
      "<w:bottom w:w=\"20\" w:type=\"dxa\"/><w:right w:w=\"68\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr>")
  }

  private func startRow(_ row: Int, to xml: inout MarkupWriter) {
    xml.markup("<w:tr><w:trPr>")
    // A row that no page can hold has to be split; every other stays whole.
    if heights.heights[row] < pageHeight { xml.markup("<w:cantSplit/>") }
    xml.markup("<w:trHeight")
    xml.attribute("w:val", min(Twips.of(tenths: RowHeights.least(grid.rows[row])), pageHeight))
    xml.markup(" w:hRule=\"atLeast\"/>")
    if row < headCount { xml.markup("<w:tblHeader/>") }
    xml.markup("</w:trPr>")
  }

  private func write(_ cell: SheetCell, at row: Int, to xml: inout MarkupWriter) {
    xml.markup("<w:tc><w:tcPr><w:tcW")
    xml.attribute("w:w", widths[cell.column + cell.columnSpan] - widths[cell.column])
    xml.markup(" w:type=\"dxa\"/>")
    if cell.columnSpan > 1 {
      xml.markup("<w:gridSpan")
      xml.attribute("w:val", cell.columnSpan)
      xml.markup("/>")
    }
    if cell.rowSpan > 1 {
      xml.markup(cell.row == row ? "<w:vMerge w:val=\"restart\"/>" : "<w:vMerge/>")
    }
    xml.markup("<w:vAlign w:val=\"center\"/></w:tcPr><w:p><w:pPr><w:pStyle w:val=\"")
    xml.markup(SheetStyle(cell.content.role).identifier)
    xml.markup("\"/>")
    if grid.rows[row].keepsWithNext { xml.markup("<w:keepNext/>") }
    if cell.content.alignment != .center { xml.alignment(cell.content.alignment) }
    xml.markup("</w:pPr>")
    if cell.row == row { xml.wordRun(cell.content.text) }
    xml.markup("</w:p></w:tc>")
  }
}
