// The table of a page: caption, columns, groups of rows, heads with their scopes.
internal import FormSheets
internal import HTML

extension SheetPage {
  /// Writes a table.
  ///
  /// - Parameters:
  ///   - caption: the lines above it that are its caption.
  ///   - index: the grid's block.
  ///   - isFirst: whether it is the sheet's first table; without a caption it is named by the sheet's title.
  func writeTable(
    _ page: inout MarkupWriter, caption: Range<Int>, index: Int, isFirst: Bool, breaksPage: Bool,
    content: CellContent
  ) {
    guard case .grid(let grid) = sheet.blocks[index] else { return }
    let estimate = GridEstimate(grid, on: sheet.paper)
    let keepsWithNext = estimate.keepsWithNext
    var next = 0
    for part in repeatsHeads ? estimate.parts : [0..<grid.rows.count] {
      let isTop = part.lowerBound == 0
      page.markup("<table class=\"sheet-grid")
      page.markup(isTop && breaksPage ? " sheet-break\"" : "\"")
      if isTop, caption.isEmpty, isFirst, !sheet.title.isEmpty { page.attribute("aria-label", sheet.title) }
      page.markup(">")
      if isTop { writeCaption(caption, to: &page) }
      writeColumns(of: grid, to: &page)
      for group in RowGroups(grid, rows: part).groups {
        page.markup(group.isHead ? "<thead>" : "<tbody>")
        for row in group.rows {
          let height = PageClasses.height(of: row, estimate)
          startRow(height: height, keepsWithNext: keepsWithNext[row], &page)
          while next < grid.cells.count, grid.cells[next].row == row {
            let cell = grid.cells[next]
            write(cell, in: group, isTall: estimate.isTall(cell), to: &page, content: content)
            next += 1
          }
          page.markup("</tr>")
        }
        page.markup(group.isHead ? "</thead>" : "</tbody>")
      }
      page.markup("</table>")
    }
  }

  private func writeCaption(_ caption: Range<Int>, to page: inout MarkupWriter) {
    guard !caption.isEmpty else { return }
    page.markup("<caption>")
    for line in caption {
      if case .line(let line) = sheet.blocks[line] { write(line, to: &page, breaksPage: false) }
    }
    page.markup("</caption>")
  }

  private func writeColumns(of grid: SheetGrid, to page: inout MarkupWriter) {
    page.markup("<colgroup>")
    for width in PageClasses.widths(of: grid) {
      page.markup("<col class=\"sheet-w")
      page.number(width)
      page.markup("\">")
    }
    page.markup("</colgroup>")
  }

  private func startRow(height: Int, keepsWithNext: Bool, _ page: inout MarkupWriter) {
    guard keepsWithNext || height != PageClasses.usualHeight else {
      page.markup("<tr>")
      return
    }
    page.markup("<tr class=\"")
    if height != PageClasses.usualHeight {
      page.markup("sheet-h")
      page.number(height)
      if keepsWithNext { page.markup(" ") }
    }
    page.markup(keepsWithNext ? "sheet-keep\">" : "\">")
  }

  private func write(
    _ cell: SheetCell, in group: RowGroups.Group, isTall: Bool, to page: inout MarkupWriter,
    content: CellContent
  ) {
    let isHead = cell.scope != .none
    page.markup(isHead ? "<th" : "<td")
    switch cell.scope {
    case .none: break
    case .row: page.markup(" scope=\"row\"")
    case .column: page.markup(" scope=\"col\"")
    // A head for all of its group is one of the group; one of a part of it spans rows as a head of theirs.
    case .rowGroup: page.markup(group.heads(cell) ? " scope=\"rowgroup\"" : " scope=\"row\"")
    }
    if cell.rowSpan > 1 { page.attribute("rowspan", cell.rowSpan) }
    if cell.columnSpan > 1 { page.attribute("colspan", cell.columnSpan) }
    writeClasses(of: cell, isTall: isTall, to: &page)
    if showsPaths, let path = cell.path { page.attribute("data-path", path) }
    page.markup(">")
    content(cell, &page)
    page.markup(isHead ? "</th>" : "</td>")
  }
}

extension SheetPage {
  /// The classes of a cell; none where it is what most cells are.
  private func writeClasses(of cell: SheetCell, isTall: Bool, to page: inout MarkupWriter) {
    let (role, alignment) = (cell.content.role, cell.content.alignment)
    guard role != .body || alignment != .center || isTall else { return }
    page.markup(" class=\"")
    if role != .body { page.markup(PageClasses.role(role)) }
    if alignment != .center {
      if role != .body { page.markup(" ") }
      page.markup(PageClasses.alignment(alignment))
    }
    if isTall { page.markup(role != .body || alignment != .center ? " sheet-tall" : "sheet-tall") }
    page.markup("\"")
  }
}

/// The groups of a table's rows: head rows at the top, then the rows of each head of a group.
struct RowGroups {
  struct Group: Equatable {
    var rows: Range<Int>
    var isHead: Bool

    /// Whether a cell's rows are those of the group.
    func heads(_ cell: SheetCell) -> Bool {
      cell.row == rows.lowerBound && cell.rowSpan == rows.count
    }
  }

  private(set) var groups: [Group] = []

  /// Cuts rows of a grid into groups, never through a cell.
  init(_ grid: SheetGrid, rows: Range<Int>) {
    guard !rows.isEmpty else { return }
    // Edges between rows that some cell covers, and edges where a group of the first level begins or ends.
    var isCrossed = [Bool](repeating: false, count: grid.rows.count + 1)
    var isEdge = isCrossed
    for cell in grid.cells {
      for edge in cell.row + 1..<max(cell.row + 1, cell.row + cell.rowSpan) { isCrossed[edge] = true }
      if cell.scope == .rowGroup, cell.column == 0 {
        isEdge[cell.row] = true
        isEdge[cell.row + cell.rowSpan] = true
      }
    }
    let heads = grid.repeatedHeads(in: rows)
    if !heads.isEmpty { groups.append(Group(rows: heads, isHead: true)) }
    var start = heads.upperBound
    for edge in start + 1...rows.upperBound where edge == rows.upperBound || isEdge[edge] && !isCrossed[edge]
    {
      groups.append(Group(rows: start..<edge, isHead: false))
      start = edge
    }
  }
}
