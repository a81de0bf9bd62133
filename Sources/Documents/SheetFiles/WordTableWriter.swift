// A table of a Word document: true spans in both directions, heads repeated, rows kept whole.
internal import FormSheets
internal import HTML

struct WordTableWriter {
  let grid: SheetGrid
  private let edges: ColumnEdges
  private let estimate: GridEstimate
  private let keepsWithNext: [Bool]

  init(grid: SheetGrid, paper: Paper) {
    self.grid = grid
    edges = ColumnEdges(grid.columns, whole: Twips.of(tenths: paper.innerWidth))
    estimate = GridEstimate(grid, on: paper)
    keepsWithNext = estimate.keepsWithNext
  }

  /// Writes the table; one longer than a page as several, so that head rows in its midst are repeated too.
  ///
  /// - Parameter gap: writes the paragraph that keeps two tables apart.
  func write(to xml: inout MarkupWriter, gap: (inout MarkupWriter) -> Void) {
    // The cell that covers each column, by its index.
    var covering = [Int](repeating: 0, count: grid.columns.count)
    var next = 0
    for part in estimate.parts {
      if part.lowerBound > 0 { gap(&xml) }
      let heads = grid.repeatedHeads(in: part)
      startTable(&xml, isContinued: part.upperBound < grid.rows.count)
      for row in part {
        while next < grid.cells.count, grid.cells[next].row == row {
          let cell = grid.cells[next]
          for column in cell.column..<cell.column + cell.columnSpan { covering[column] = next }
          next += 1
        }
        startRow(row, isRepeated: heads.contains(row), to: &xml)
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
  }

  /// All rules of a form are single lines of half a point; texts keep 1.2 mm from those beside them.
  ///
  /// - Parameter isContinued: another part follows at once, whose upper rule is the lower rule of this one.
  private func startTable(_ xml: inout MarkupWriter, isContinued: Bool) {
    xml.markup("<w:tbl><w:tblPr><w:tblW")
    xml.attribute("w:w", edges.edges.last ?? 0)
    xml.markup(" w:type=\"dxa\"/><w:jc w:val=\"center\"/><w:tblBorders>")
    for (edge, isDrawn) in [
      ("top", true), ("left", true), ("bottom", !isContinued), ("right", true), ("insideH", true),
      ("insideV", true),
    ] as [(StaticString, Bool)] where isDrawn {
      xml.markup("<w:")
      xml.markup(edge)
      xml.markup(" w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/>")
    }
    xml.markup("</w:tblBorders><w:tblLayout w:type=\"fixed\"/><w:tblCellMar>")
    xml.markup("<w:top w:w=\"20\" w:type=\"dxa\"/><w:left w:w=\"68\" w:type=\"dxa\"/>")
    xml.markup("<w:bottom w:w=\"20\" w:type=\"dxa\"/><w:right w:w=\"68\" w:type=\"dxa\"/>")
    xml.markup("</w:tblCellMar></w:tblPr><w:tblGrid>")
    for column in grid.columns.indices {
      xml.markup("<w:gridCol")
      xml.attribute("w:w", edges.width(column))
      xml.markup("/>")
    }
    xml.markup("</w:tblGrid>")
  }

  private func startRow(_ row: Int, isRepeated: Bool, to xml: inout MarkupWriter) {
    xml.markup("<w:tr><w:trPr>")
    // A row that no page can hold has to be split; every other stays whole.
    if !estimate.isBeyondPage(row) { xml.markup("<w:cantSplit/>") }
    xml.markup("<w:trHeight")
    xml.attribute("w:val", estimate.leastHeight(row))
    xml.markup(" w:hRule=\"atLeast\"/>")
    if isRepeated { xml.markup("<w:tblHeader/>") }
    xml.markup("</w:trPr>")
  }

  private func write(_ cell: SheetCell, at row: Int, to xml: inout MarkupWriter) {
    xml.markup("<w:tc><w:tcPr><w:tcW")
    xml.attribute("w:w", edges.width(cell.column, span: cell.columnSpan))
    xml.markup(" w:type=\"dxa\"/>")
    if cell.columnSpan > 1 {
      xml.markup("<w:gridSpan")
      xml.attribute("w:val", cell.columnSpan)
      xml.markup("/>")
    }
    if cell.rowSpan > 1 {
      xml.markup(cell.row == row ? "<w:vMerge w:val=\"restart\"/>" : "<w:vMerge/>")
    }
    xml.markup(estimate.isTall(cell) ? "<w:vAlign w:val=\"top\"/>" : "<w:vAlign w:val=\"center\"/>")
    xml.markup("</w:tcPr><w:p><w:pPr><w:pStyle w:val=\"")
    xml.markup(SheetStyle(cell.content.role).identifier)
    xml.markup("\"/>")
    if keepsWithNext[row] { xml.markup("<w:keepNext/>") }
    if cell.content.alignment != .center { xml.alignment(cell.content.alignment) }
    xml.markup("</w:pPr>")
    if cell.row == row { xml.wordRun(cell.content.text) }
    xml.markup("</w:p></w:tc>")
  }
}
