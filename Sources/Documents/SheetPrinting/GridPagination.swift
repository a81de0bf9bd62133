// Parts a grid into pages: rows stay whole, heads are repeated, merged cells are cut with their labels.
import FormSheets

/// Gives one fragment after another.
///
/// A row is parted only where it is taller than a page, and then between lines. A merged cell that is cut
/// shows its label on each page, for which the rows grow where they must; any other text goes on with its
/// next line.
struct GridPagination {
  let grid: MeasuredGrid
  /// The first row that is not yet printed whole.
  private(set) var row = 0
  /// Whether lines of that row have been printed.
  private(set) var isRowStarted = false
  /// Lines printed so far, by cell.
  private var done: [Int]

  /// Labels and heads higher than this part of a page are not repeated.
  private static let repeatedShare = 0.4
  /// Rounding must not push a row to the next page.
  private static let slack = 0.01

  init(_ grid: MeasuredGrid) {
    self.grid = grid
    done = Array(repeating: 0, count: grid.cells.count)
  }

  var isFinished: Bool { row >= grid.rows.count }

  /// What a page offers.
  struct Room {
    /// What is left of this page.
    var left: Double
    /// A whole page.
    var page: Double

    var isFresh: Bool { left >= page - GridPagination.slack }
    /// Whether a row that has to be parted anyway may begin here.
    var isWorthParting: Bool { left > page / 3 }
  }

  /// The height that the beginning of the grid needs to stay together: heads, rows that keep with the next,
  /// and the first row after them.
  func leastStart(_ room: Room) -> Double {
    var end = 0
    while end < grid.rows.count, keepsWithNext(end), end < 60 { end += 1 }
    return heights(0..<0, 0..<min(end + 1, grid.rows.count), room).reduce(0, +)
  }

  /// The next part.
  ///
  /// - Returns: nil where nothing fits into what is left of a page that has something on it already.
  mutating func next(_ room: Room) -> GridFragment? {
    guard !isFinished else { return nil }
    let heads = repeatedHeads(room)
    if var fragment = wholeRows(heads, room) {
      let rest = Room(left: room.left - fragment.height, page: room.page)
      if !isFinished, rest.isWorthParting, isTallerThanPage(room) {
        fragment.append(partedRow(0..<0, rest), grid)
      }
      return fragment
    }
    // A row that is as high as a page stays whole without heads.
    if room.isFresh, !heads.isEmpty, let fragment = wholeRows(0..<0, room) { return fragment }
    // The row is no page high, or there is a beginning of it to be made here.
    guard room.isFresh || (isTallerThanPage(room) && room.isWorthParting) else { return nil }
    return partedRow(heads, room)
  }

  /// As many rows as fit; where all of them keep with the next, a fresh page takes them all the same.
  private mutating func wholeRows(_ heads: Range<Int>, _ room: Room) -> GridFragment? {
    let highest = reach(heads, room)
    for keeping in room.isFresh ? [true, false] : [true] {
      for end in stride(from: highest, to: row, by: -1) {
        guard !keeping || end == grid.rows.count || !keepsWithNext(end - 1) else { continue }
        let heights = heights(heads, row..<end, room)
        guard heights.reduce(0, +) <= room.left + Self.slack else { continue }
        return fragment(heads, row..<end, heights, room, isParted: false)
      }
    }
    return nil
  }

  private func keepsWithNext(_ row: Int) -> Bool { grid.rows[row].keepsWithNext || grid.rows[row].isHead }

  // MARK: Heights

  private func isRepeatedLabel(_ cell: Int, _ room: Room) -> Bool {
    grid.cells[cell].isLabel && grid.needed(grid.cells[cell], from: 0) <= room.page * Self.repeatedShare
  }

  /// Where the cell goes on.
  private func firstLine(_ cell: Int, _ room: Room) -> Int { isRepeatedLabel(cell, room) ? 0 : done[cell] }

  /// A row's height by itself: of cells over several rows nothing is asked.
  private func ownHeight(_ row: Int, _ room: Room) -> Double {
    let isGoingOn = row == self.row && isRowStarted
    var height = isGoingOn ? 0 : grid.leastHeight(row)
    for cell in grid.starting[row] where grid.cells[cell].rows.count == 1 {
      let start = isGoingOn ? firstLine(cell, room) : 0
      height = max(height, grid.needed(grid.cells[cell], from: start))
    }
    return height
  }

  /// The first row that cannot be here even if cells over several rows ask for nothing.
  private func reach(_ heads: Range<Int>, _ room: Room) -> Int {
    var left = room.left - heads.reduce(0) { $0 + ownHeight($1, room) }
    var end = row
    while end < grid.rows.count {
      left -= ownHeight(end, room)
      if left < -Self.slack { break }
      end += 1
    }
    return end
  }

  private func repeatedHeads(_ room: Room) -> Range<Int> {
    guard row > 0 || isRowStarted else { return 0..<0 }
    let heads = grid.heads[row]
    let height = heights(0..<0, heads, room).reduce(0, +)
    return height <= room.page * Self.repeatedShare ? heads : 0..<0
  }

  /// The heights of heads and rows, grown where cells over several rows need it.
  private func heights(_ heads: Range<Int>, _ rows: Range<Int>, _ room: Room) -> [Double] {
    var heights = heads.map { ownHeight($0, room) } + rows.map { ownHeight($0, room) }
    let spanning = visibleCells(heads, rows).filter { grid.cells[$0].rows.count > 1 }
      .sorted { (grid.cells[$0].rows.count, $0) < (grid.cells[$1].rows.count, $1) }
    for cell in spanning {
      let places = places(of: cell, heads, rows)
      let lack = needed(cell, heads, rows, room) - heights[places].reduce(0, +)
      guard lack > 0 else { continue }
      // Heads keep their height where rows can grow.
      let body = max(places.lowerBound, heads.count)..<max(places.upperBound, heads.count)
      let growing = body.isEmpty ? places : body
      for place in growing { heights[place] += lack / Double(growing.count) }
    }
    return heights
  }

  private func needed(_ cell: Int, _ heads: Range<Int>, _ rows: Range<Int>, _ room: Room) -> Double {
    let measured = grid.cells[cell]
    let isOver = measured.rows.upperBound <= rows.upperBound || isWithin(measured.rows, heads)
    if isOver || isRepeatedLabel(cell, room) { return grid.needed(measured, from: firstLine(cell, room)) }
    let line = done[cell]
    return line < measured.text.lines.count ? measured.text.height(line..<(line + 1)) + 2 * grid.padding : 0
  }

  // MARK: Cells on the page

  private func isWithin(_ rows: Range<Int>, _ heads: Range<Int>) -> Bool {
    rows.lowerBound >= heads.lowerBound && rows.upperBound <= heads.upperBound
  }

  /// Every cell that has a square in these rows, each once.
  private func visibleCells(_ heads: Range<Int>, _ rows: Range<Int>) -> [Int] {
    var cells: [Int] = []
    for part in [heads, rows] where !part.isEmpty {
      cells += grid.carried[part.lowerBound]
      for row in part { cells += grid.starting[row] }
    }
    guard !heads.isEmpty else { return cells }
    var seen: Set<Int> = []
    return cells.filter { seen.insert($0).inserted }
  }

  /// Where a cell stands among heads and rows; without a gap, as between the heads and the rows that follow
  /// them there are none of other cells.
  private func places(of cell: Int, _ heads: Range<Int>, _ rows: Range<Int>) -> Range<Int> {
    let own = grid.cells[cell].rows
    let inHeads = own.clamped(to: heads)
    let inRows = own.clamped(to: rows)
    let first =
      inHeads.isEmpty
      ? heads.count + inRows.lowerBound - rows.lowerBound : inHeads.lowerBound - heads.lowerBound
    let end =
      inRows.isEmpty
      ? inHeads.upperBound - heads.lowerBound : heads.count + inRows.upperBound - rows.lowerBound
    return first..<max(first, end)
  }

  // MARK: Fragments

  private mutating func fragment(
    _ heads: Range<Int>, _ rows: Range<Int>, _ heights: [Double], _ room: Room, isParted: Bool
  ) -> GridFragment {
    var heights = heights
    // Where a long text over several rows is cut, the page is filled with it.
    let last = heights.count - 1
    let free = room.left - heights.reduce(0, +)
    if free > 0, !isParted,
      visibleCells(heads, rows).contains(where: { isCut($0, heads, rows, heights, room) })
    {
      heights[last] += free
    }
    var pieces: [GridFragment.Piece] = []
    for cell in visibleCells(heads, rows) {
      let places = places(of: cell, heads, rows)
      let measured = grid.cells[cell]
      let isOver =
        isParted ? measured.rows.upperBound < rows.upperBound : measured.rows.upperBound <= rows.upperBound
      let count = measured.text.lines.count
      var lines = firstLine(cell, room)..<count
      if isWithin(measured.rows, heads) {
        lines = 0..<count
      } else if !isRepeatedLabel(cell, room) {
        if !isOver {
          let height = heights[places].reduce(0, +) - 2 * grid.padding
          let fitting = measured.text.count(from: lines.lowerBound, fitting: height)
          lines = lines.lowerBound..<(lines.lowerBound + fitting)
        }
        done[cell] = lines.upperBound
      }
      pieces.append(
        GridFragment.Piece(cell: cell, rows: places, lines: lines, isWhole: lines == 0..<count))
    }
    let numbers = Array(heads) + Array(rows)
    let fragmentRows = zip(numbers, heights).enumerated().map { place, row in
      GridFragment.Row(number: row.0, height: row.1, isRepeated: place < heads.count)
    }
    if !isParted {
      row = rows.upperBound
      isRowStarted = false
    }
    return GridFragment(rows: fragmentRows, pieces: pieces)
  }

  /// Whether a text that goes on behind these rows would not be printed to its end in them.
  private func isCut(
    _ cell: Int, _ heads: Range<Int>, _ rows: Range<Int>, _ heights: [Double], _ room: Room
  ) -> Bool {
    let measured = grid.cells[cell]
    guard measured.rows.upperBound > rows.upperBound, !isRepeatedLabel(cell, room) else { return false }
    let height = heights[places(of: cell, heads, rows)].reduce(0, +)
    return grid.needed(measured, from: done[cell]) > height + Self.slack
  }

  // MARK: Rows taller than a page

  private func isTallerThanPage(_ room: Room) -> Bool {
    heights(0..<0, row..<(row + 1), room).reduce(0, +) > room.page
  }

  /// As many lines of the row as fit.
  private mutating func partedRow(_ heads: Range<Int>, _ room: Room) -> GridFragment {
    var heads = heads
    var headHeights = heights(0..<0, heads, room)
    if headHeights.reduce(0, +) > room.left / 2 { (heads, headHeights) = (0..<0, []) }
    let place = heads.count
    var height = room.left - headHeights.reduce(0, +)
    let cells = visibleCells(heads, row..<(row + 1)).filter { grid.cells[$0].rows.contains(row) }
    // Where not even one line fits, it is printed all the same: paper is narrow, but nothing may be lost.
    for cell in cells where !isRepeatedLabel(cell, room) && done[cell] < grid.cells[cell].text.lines.count {
      let line = done[cell]..<(done[cell] + 1)
      height = max(height, grid.cells[cell].text.height(line) + 2 * grid.padding)
    }
    let before = done
    var fragment = fragment(heads, row..<(row + 1), headHeights + [height], room, isParted: true)
    let isProgress = done != before
    let isOver = cells.allSatisfy { cell in
      let measured = grid.cells[cell]
      return isRepeatedLabel(cell, room) || measured.rows.upperBound > row + 1
        || done[cell] >= measured.text.lines.count
    }
    if isOver || !isProgress {
      row += 1
      isRowStarted = false
    } else {
      isRowStarted = true
    }
    fragment.rows[place].height = height
    return fragment
  }
}
