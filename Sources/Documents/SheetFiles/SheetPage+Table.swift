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
    page.markup(breaksPage ? "<table class=\"sheet-grid sheet-break\"" : "<table class=\"sheet-grid\"")
    if caption.isEmpty, isFirst, !sheet.title.isEmpty { page.attribute("aria-label", sheet.title) }
    page.markup(">")
    if !caption.isEmpty {
      page.markup("<caption>")
      for line in caption {
        if case .line(let line) = sheet.blocks[line] { write(line, to: &page, breaksPage: false) }
      }
      page.markup("</caption>")
    }
    page.markup("<colgroup>")
    for width in PageClasses.widths(of: grid) {
      page.markup("<col class=\"sheet-w")
      page.number(width)
      page.markup("\">")
    }
    page.markup("</colgroup>")
    var next = 0
    for group in RowGroups(grid).groups {
      page.markup(group.isHead ? "<thead>" : "<tbody>")
      for row in group.rows {
        startRow(grid.rows[row], &page)
        while next < grid.cells.count, grid.cells[next].row == row {
          write(grid.cells[next], in: group, to: &page, content: content)
          next += 1
        }
        page.markup("</tr>")
      }
      page.markup(group.isHead ? "</thead>" : "</tbody>")
    }
    page.markup("</table>")
  }

  private func startRow(_ row: SheetRow, _ page: inout MarkupWriter) {
    let height = PageClasses.height(of: row)
    guard row.keepsWithNext || height != PageClasses.usualHeight else {
      page.markup("<tr>")
      return
    }
    page.markup("<tr class=\"")
    if height != PageClasses.usualHeight {
      page.markup("sheet-h")
      page.number(height)
      if row.keepsWithNext { page.markup(" ") }
    }
    page.markup(row.keepsWithNext ? "sheet-keep\">" : "\">")
  }

  private func write(
    _ cell: SheetCell, in group: RowGroups.Group, to page: inout MarkupWriter, content: CellContent
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
    if cell.content.role != .body || cell.content.alignment != .center {
      page.markup(" class=\"")
      if cell.content.role != .body { page.markup(PageClasses.role(cell.content.role)) }
      if cell.content.alignment != .center {
        if cell.content.role != .body { page.markup(" ") }
        page.markup(PageClasses.alignment(cell.content.alignment))
      }
      page.markup("\"")
    }
    if showsPaths, let path = cell.path { page.attribute("data-path", path) }
    page.markup(">")
    content(cell, &page)
    page.markup(isHead ? "</th>" : "</td>")
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

  /// Cuts a grid between rows, never through a cell.
  init(_ grid: SheetGrid) {
    let count = grid.rows.count
    guard count > 0 else { return }
    // Edges between rows that some cell covers, and edges where a group of the first level begins or ends.
    var isCrossed = [Bool](repeating: false, count: count + 1)
    var isEdge = [Bool](repeating: false, count: count + 1)
    for cell in grid.cells {
      for edge in cell.row + 1..<max(cell.row + 1, cell.row + cell.rowSpan) { isCrossed[edge] = true }
      if cell.scope == .rowGroup, cell.column == 0 {
        isEdge[cell.row] = true
        isEdge[cell.row + cell.rowSpan] = true
      }
    }
    let heads = grid.rows.prefix { $0.isHead }.count
    if heads > 0, heads < count, !isCrossed[heads] {
      groups.append(Group(rows: 0..<heads, isHead: true))
    }
    var start = groups.last?.rows.upperBound ?? 0
    for edge in start + 1...count where edge == count || isEdge[edge] && !isCrossed[edge] {
      groups.append(Group(rows: start..<edge, isHead: false))
      start = edge
    }
  }
}
