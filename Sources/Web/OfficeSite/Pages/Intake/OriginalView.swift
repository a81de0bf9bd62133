// The original as it was read: its paragraphs and tables, with the places that fields came from.
import Design
import Findings
import HTML
import OfficeOperations
import Tables

/// The document beside what was read from it. Large ones show what lies around the form.
struct OriginalView: Component {
  var document: Document
  /// Places of fields that want to be confirmed, and the one that is looked at.
  var sources: Set<SourceMark>
  var current: SourceMark?
  /// Every place of the form, by which the part of a large document is chosen.
  var places: [Place]

  private static let blocksBefore = 4
  private static let blocksMax = 400
  private static let rowsAround = 6
  private static let rowsMax = 400

  func write(to page: inout MarkupWriter) {
    let shown = shownBlocks
    var lastPage: Int?
    for index in shown {
      switch document.blocks[index] {
      case .paragraph(let paragraph):
        heading(page: paragraph.frame?.page, sheet: nil, &lastPage, to: &page)
        write(paragraph, to: &page)
      case .table(let table):
        heading(page: table.page, sheet: table.sheet, &lastPage, to: &page)
        write(table, to: &page)
      }
    }
  }

  private func heading(page number: Int?, sheet: String?, _ last: inout Int?, to page: inout MarkupWriter) {
    if let sheet { page.element("p", ["class": "origin-part"]) { $0.text(IntakePageWording.sheet(sheet)) } }
    guard let number, number != last else { return }
    last = number
    page.element("p", ["class": "origin-part"]) { $0.text(IntakePageWording.page(number)) }
  }

  /// The blocks that hold the form, with what stands before them.
  private var shownBlocks: Range<Int> {
    let tables = Set(places.compactMap(\.table))
    let lines = Set(places.filter { $0.table == nil }.compactMap(\.line))
    let held = document.blocks.indices.filter { index in
      switch document.blocks[index] {
      case .paragraph(let paragraph): lines.contains(paragraph.line)
      case .table(let table): table.holds(tables)
      }
    }
    guard let first = held.first, let last = held.last else {
      return 0..<min(document.blocks.count, Self.blocksMax)
    }
    let start = max(0, first - Self.blocksBefore)
    return start..<min(last + 1, start + Self.blocksMax)
  }

  // MARK: Blocks

  private func write(_ paragraph: Tables.Paragraph, to page: inout MarkupWriter) {
    let mark = SourceMark(paragraph.place)
    page.element("p", ["class": mark.map(style) ?? "origin-line"]) { page in
      if let mark { anchor(mark, to: &page) }
      page.lines(paragraph.text)
    }
  }

  private func style(_ mark: SourceMark) -> String {
    let isHere = mark == current
    let base = mark.isCell ? "" : "origin-line "
    return base + (isHere ? "is-source is-here" : sources.contains(mark) ? "is-source" : "")
  }

  /// An anchor of its own, so that links and scripts find the place.
  private func anchor(_ mark: SourceMark, to page: inout MarkupWriter) {
    guard sources.contains(mark) || mark == current || places.contains(where: { SourceMark($0) == mark })
    else { return }
    page.element("span", ["class": "anchor", "id": mark.id]) { _ in }
  }

  private func write(_ table: Table, to page: inout MarkupWriter) {
    let rows = shownRows(of: table)
    page.markup("<table class=\"origin\"><tbody>")
    let cells = table.cells.filter { $0.row < rows.upperBound && $0.row + $0.rowSpan > rows.lowerBound }
    var covered = [Int](repeating: rows.lowerBound, count: table.columnCount)
    // Cells that begin above the part that is shown stand at its first row.
    let begun = cells.filter { $0.row < rows.lowerBound }
    var next = cells.firstIndex { $0.row >= rows.lowerBound } ?? cells.endIndex
    for row in rows {
      page.markup("<tr>")
      var line = row == rows.lowerBound ? begun : []
      while next < cells.endIndex, cells[next].row == row {
        line.append(cells[next])
        next += 1
      }
      write(line.sorted { $0.column < $1.column }, row: row, of: table, rows, &covered, to: &page)
      page.markup("</tr>")
    }
    page.markup("</tbody></table>")
    let left = table.rowCount - rows.count
    if left > 0 { page.element("p", ["class": "note"]) { $0.text(IntakePageWording.rowsLeftOut(left)) } }
  }

  private func write(
    _ line: [Cell], row: Int, of table: Table, _ rows: Range<Int>, _ covered: inout [Int],
    to page: inout MarkupWriter
  ) {
    var column = 0
    func blanks(to end: Int, _ covered: [Int], _ page: inout MarkupWriter) {
      var blank = 0
      while column < end {
        if covered[column] <= row { blank += 1 }
        column += 1
      }
      guard blank > 0 else { return }
      page.markup("<td")
      if blank > 1 { page.attribute("colspan", blank) }
      page.markup("></td>")
    }
    for cell in line {
      blanks(to: cell.column, covered, &page)
      let end = min(cell.row + cell.rowSpan, rows.upperBound)
      write(cell, of: table, rowSpan: end - row, to: &page)
      column = min(cell.column + cell.columnSpan, table.columnCount)
      for place in cell.column..<column { covered[place] = end }
    }
    blanks(to: table.columnCount, covered, &page)
  }

  private func write(_ cell: Cell, of table: Table, rowSpan: Int, to page: inout MarkupWriter) {
    let mark = SourceMark(table.place(of: cell))
    page.markup("<td")
    if rowSpan > 1 { page.attribute("rowspan", rowSpan) }
    if cell.columnSpan > 1 { page.attribute("colspan", cell.columnSpan) }
    let style = mark.map(style) ?? ""
    if !style.isEmpty { page.attribute("class", style) }
    page.markup(">")
    if let mark { anchor(mark, to: &page) }
    page.lines(cell.text)
    for nested in cell.tables { write(nested, to: &page) }
    page.markup("</td>")
  }

  /// All rows of an ordinary table; of a long one those around the form.
  private func shownRows(of table: Table) -> Range<Int> {
    guard table.rowCount > Self.rowsMax else { return 0..<table.rowCount }
    let rows = places.filter { $0.table == table.number }.compactMap(\.row)
    let first = max(0, min((rows.min() ?? 1) - 1 - Self.rowsAround, table.rowCount - 1))
    let last = min(table.rowCount, (rows.max() ?? 1) + Self.rowsAround)
    return first..<max(first, min(last, first + Self.rowsMax))
  }
}

extension Table {
  /// True where it, or a table in it, is one of these.
  fileprivate func holds(_ numbers: Set<Int>) -> Bool {
    numbers.contains(number) || cells.contains { $0.tables.contains { $0.holds(numbers) } }
  }
}

/// A cell or a paragraph of the original, as a place in the page.
struct SourceMark: Hashable, Sendable {
  let id: String
  let isCell: Bool

  /// Nil for a place that is neither.
  init?(_ place: Place?) {
    guard let place else { return nil }
    if let table = place.table, let row = place.row, let column = place.column {
      id = "o-\(table)-\(row)-\(column)"
      isCell = true
    } else if let line = place.line {
      id = "o-line-\(line)"
      isCell = false
    } else {
      return nil
    }
  }
}
