// Puts a sheet's blocks on pages.
import FormSheets

/// Composes one sheet; the pages are whole when `finish` is called.
struct SheetComposer {
  private let sheet: FormSheet
  private let setter: TextSetter
  private let fonts: PrintingFonts
  private let paper: PageFrame
  private var pages: [PlacedPage] = []
  /// The next free height on the last page.
  private var y: Double = 0
  private(set) var notices: NoticeCollection
  private let number: Int

  /// Between parts of a line, and between a line and what follows it.
  private static let gap = 8.0
  private static let lineGap = 3.0
  private static let gridGap = 8.0
  private static let linesKeptMax = 3

  /// - Parameter number: the sheet's, for notices.
  init(
    _ sheet: FormSheet, number: Int, frame: PageFrame, setter: TextSetter, fonts: PrintingFonts,
    notices: NoticeCollection
  ) {
    self.sheet = sheet
    self.number = number
    self.setter = setter
    self.fonts = fonts
    self.notices = notices
    paper = frame
  }

  /// The pages with their numbers and marks.
  mutating func composed() -> [PlacedPage] {
    addPage()
    var isGridBefore = false
    for index in sheet.blocks.indices {
      switch sheet.blocks[index] {
      case .line(let line):
        add(line, block: index)
        isGridBefore = false
      case .grid(let grid):
        if isGridBefore, !isFresh { y += Self.gridGap }
        add(grid, block: index)
        isGridBefore = true
      case .pageBreak:
        if !isFresh { addPage() }
        isGridBefore = false
      }
    }
    if pages.count > 1, isFresh { pages.removeLast() }
    number(&pages)
    return pages
  }

  private var isFresh: Bool { y <= paper.top }

  private var room: GridPagination.Room {
    GridPagination.Room(left: paper.bottom - y, page: paper.bottom - paper.top)
  }

  private mutating func addPage() {
    pages.append(PlacedPage(width: paper.width, height: paper.height, mark: sheet.mark))
    y = paper.top
  }

  private mutating func place(_ item: PlacedPage.Item) {
    pages[pages.count - 1].items.append(item)
  }

  private func number(_ pages: inout [PlacedPage]) {
    guard sheet.paper.isNumbered else { return }
    for index in pages.indices {
      let words = SheetPrintingWording.pageNumber(index + 1, of: pages.count)
      let text = setter.laid(words, .note, width: paper.innerWidth)
      pages[index].foot = PlacedText(
        text: text, lines: 0..<text.lines.count, left: paper.left,
        top: paper.height - (paper.height - paper.bottom + text.height) / 2, width: paper.innerWidth,
        alignment: .center, part: .artifact)
    }
  }

  // MARK: Lines

  /// The parts of a line, broken for their shares of the width.
  private func laid(_ line: SheetLine) -> [PlacedText] {
    guard !line.parts.isEmpty else { return [] }
    let share = (paper.innerWidth - Self.gap * Double(line.parts.count - 1)) / Double(line.parts.count)
    return line.parts.enumerated().map { index, part in
      let text = setter.laid(part.text, part.role, width: share)
      let left = paper.left + Double(index) * (share + Self.gap)
      return PlacedText(
        text: text, lines: 0..<text.lines.count, left: left, top: 0, width: share, alignment: part.alignment,
        part: part.role == .title ? .heading : part.role == .subtitle ? .subheading : .paragraph)
    }
  }

  private func height(_ line: SheetLine, _ parts: [PlacedText]) -> Double {
    // A line without words is a blank one.
    let blank = fonts.style(line.parts.first?.role ?? .body).lineHeight
    return max(blank, parts.reduce(0) { max($0, $1.text.height) })
  }

  private mutating func add(_ line: SheetLine, block: Int) {
    let parts = laid(line)
    for part in parts { notices.add(part.text.changes, at: SheetPlace(sheet: number, block: block)) }
    if !isFresh, staysWithNext(block), keptHeight(from: block) > room.left { addPage() }
    let height = height(line, parts)
    if !isFresh, height > room.left, height <= room.page || room.left < room.page / 6 { addPage() }
    var start = parts.map { _ in 0 }
    repeat {
      var used = parts.isEmpty || parts.allSatisfy({ $0.lines.isEmpty }) ? height : 0
      for index in parts.indices where start[index] < parts[index].text.lines.count {
        var part = parts[index]
        let count = max(isFresh ? 1 : 0, part.text.count(from: start[index], fitting: room.left))
        part.lines = start[index]..<min(part.text.lines.count, start[index] + count)
        part.top = y
        start[index] = part.lines.upperBound
        used = max(used, part.text.height(part.lines))
        if !part.lines.isEmpty { place(.paragraph(part)) }
      }
      y += used + Self.lineGap
      let isOver = zip(start, parts).allSatisfy { $0 >= $1.text.lines.count }
      if isOver { break }
      addPage()
    } while true
  }

  /// Titles stay with what follows, and the few lines above a table with the table.
  private func staysWithNext(_ block: Int) -> Bool {
    guard case .line(let line) = sheet.blocks[block] else { return false }
    if isHeading(line) { return true }
    for next in sheet.blocks[(block + 1)...].prefix(Self.linesKeptMax) {
      switch next {
      case .grid: return true
      case .pageBreak: return false
      case .line(let next):
        if isHeading(next) { return false }
      }
    }
    return false
  }

  private func isHeading(_ line: SheetLine) -> Bool {
    line.parts.contains { $0.role == .title || $0.role == .subtitle }
  }

  /// The height of lines that stay with what follows, and of the beginning of that; 0 where it is more than a
  /// page.
  private func keptHeight(from block: Int) -> Double {
    var height = 0.0
    var block = block
    while block < sheet.blocks.count {
      switch sheet.blocks[block] {
      case .pageBreak: return height
      case .grid(let grid):
        height += GridPagination(measured(grid)).leastStart(room)
        return height > room.page ? 0 : height
      case .line(let line):
        height += self.height(line, laid(line)) + Self.lineGap
        guard staysWithNext(block), height <= room.page else { return height > room.page ? 0 : height }
      }
      block += 1
    }
    return height
  }

  // MARK: Grids

  private func measured(_ grid: SheetGrid) -> MeasuredGrid {
    MeasuredGrid(grid, width: paper.innerWidth, setter: setter, bodySize: fonts.style(.body).size)
  }

  private mutating func add(_ grid: SheetGrid, block: Int) {
    let measured = measured(grid)
    for cell in measured.cells where !cell.text.changes.isEmpty {
      let source = cell.source
      notices.add(
        cell.text.changes,
        at: SheetPlace(sheet: number, block: block, row: source.row, column: source.column, path: source.path)
      )
    }
    var pagination = GridPagination(measured)
    while !pagination.isFinished {
      guard let fragment = pagination.next(room) else {
        addPage()
        continue
      }
      place(.table(table(fragment, of: measured)))
      y += fragment.height
      if !pagination.isFinished { addPage() }
    }
    y += Self.lineGap
  }

  private func table(_ fragment: GridFragment, of grid: MeasuredGrid) -> PlacedTable {
    let columns = grid.widths.edges.map { paper.left + $0 }
    let rows = fragment.edges.map { y + $0 }
    var borders = BorderLines(columns: columns, rows: rows)
    var texts: [[PlacedText]] = fragment.rows.map { _ in [] }
    let side = MeasuredGrid.sidePadding * grid.widths.scale
    for piece in fragment.pieces {
      let cell = grid.cells[piece.cell]
      borders.cover(piece.rows, cell.columns, cell: piece.cell)
      let top = rows[piece.rows.lowerBound]
      let free = rows[piece.rows.upperBound] - top - cell.text.height(piece.lines)
      texts[piece.rows.lowerBound].append(
        PlacedText(
          text: cell.text, lines: piece.lines, left: columns[cell.columns.lowerBound] + side,
          top: top + (piece.isWhole ? max(0, free / 2) : grid.padding),
          width: grid.widths.width(cell.columns) - 2 * side, alignment: cell.source.content.alignment,
          part: .cell(
            PlacedText.CellShape(
              rows: piece.rows.count, columns: cell.columns.count, scope: Self.scope(cell.source)))))
    }
    return PlacedTable(rules: borders.rules, rows: texts)
  }

  /// What a cell is head of; where the layout does not say, its role tells.
  private static func scope(_ cell: SheetCell) -> CellScope {
    guard cell.scope == .none else { return cell.scope }
    return cell.content.role == .head ? .column : cell.content.role == .label ? .row : .none
  }
}
