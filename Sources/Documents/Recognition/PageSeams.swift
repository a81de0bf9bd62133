// Labels and rows that a page's end cuts, made whole where the two parts are a level's label.
import FormVocabulary
import Tables

/// Looks where a table goes on with the next page: a level's label may begin in the last row of the one page
/// and end in the first row of the other.
struct PageSeams {
  private(set) var cells: [GridCell]
  private(set) var rowCount: Int

  /// - Parameters:
  ///   - cells: sorted by row, then column.
  ///   - frames: where they are printed.
  init(_ cells: [GridCell], rowCount: Int, frames: TableFrames) {
    self.cells = cells
    self.rowCount = rowCount
    for seam in PageSeams.seams(cells, frames).reversed() { mend(at: seam) }
  }

  /// The rows that are the first on their page, in order.
  private static func seams(_ cells: [GridCell], _ frames: TableFrames) -> [Int] {
    var seams: [Int] = []
    var page: Int?
    for cell in cells {
      guard let found = frames.frame(row: cell.row, column: cell.column)?.page else { continue }
      if let page, found > page, seams.last != cell.row { seams.append(cell.row) }
      page = max(page ?? found, found)
    }
    return seams
  }

  private mutating func mend(at seam: Int) {
    let lower = cells.indices.filter { cells[$0].row == seam && !cells[$0].isBlank }
    var pairs: [(above: Int, below: Int)] = []
    for below in lower {
      guard let above = cellAbove(cells[below]) else { continue }
      pairs.append((above, below))
    }
    let labels = pairs.filter { PageSeams.makesLevel(cells[$0.above].text, cells[$0.below].text) }
    guard !labels.isEmpty else { return }
    let isOneRow = pairs.count == lower.count && isCut(pairs, labels: labels, at: seam)
    let joined = isOneRow ? pairs : labels
    for pair in joined { join(pair.above, pair.below) }
    var gone = Set(joined.map(\.below))
    if !isOneRow { gone.formUnion(extendMerges(beside: gone, at: seam)) }
    cells = cells.indices.filter { !gone.contains($0) }.map { cells[$0] }
    if isOneRow { removeRow(seam) }
  }

  /// Blank cells behind labels that were cut carry on what is merged above them: their places.
  private mutating func extendMerges(beside labels: Set<Int>, at seam: Int) -> [Int] {
    var blanks: [Int] = []
    for below in cells.indices where cells[below].row == seam && !labels.contains(below) {
      guard cells[below].isBlank, let above = cellAbove(cells[below]) else { break }
      cells[above].rowSpan = cells[below].endRow - cells[above].row
      blanks.append(below)
    }
    return blanks
  }

  /// The text that ends where a cell begins, in the same columns.
  private func cellAbove(_ cell: GridCell) -> Int? {
    cells.firstIndex {
      $0.endRow == cell.row && $0.column == cell.column && $0.columnSpan == cell.columnSpan && !$0.isBlank
    }
  }

  /// Whether the rows on both sides are one: a label of that row alone is cut, some text has ended before
  /// the page did, and what goes on says nothing whole of its own.
  private func isCut(_ pairs: [(above: Int, below: Int)], labels: [(above: Int, below: Int)], at seam: Int)
    -> Bool
  {
    guard labels.contains(where: { cells[$0.above].rowSpan == 1 && cells[$0.below].rowSpan == 1 }) else {
      return false
    }
    let continued = Set(pairs.map(\.above))
    let hasEnded = cells.indices.contains {
      cells[$0].endRow == seam && cells[$0].rowSpan == 1 && !cells[$0].isBlank && !continued.contains($0)
    }
    guard hasEnded else { return false }
    let parts = Set(labels.map(\.below))
    return pairs.allSatisfy { pair in
      parts.contains(pair.below)
        || cells[pair.below].level == nil && !RowSolver.looksLikeValue(cells[pair.below].text)
          && !PageSeams.isSlot(cells[pair.below].text)
    }
  }

  /// Whether two texts, neither of which need be a label, are a level's label one behind the other. Two
  /// labels stay two.
  static func makesLevel(_ start: String, _ end: String) -> Bool {
    guard start.count + end.count <= 26, !isSlot(end), level(start) == nil || level(end) == nil,
      !LabelText.withoutBrackets(LabelText.folded(start)).0.isEmpty
    else { return false }
    return level(start + end) != nil
  }

  /// 指标1：, …… are slots; 指标 alone may end a label.
  private static func isSlot(_ text: String) -> Bool {
    Slots.isSlot(text) && text.contains { $0.isNumber || !$0.isLetter }
  }

  private static func level(_ text: String) -> LevelTerm? { LevelTerm(label: LabelText.folded(text)) }

  private mutating func join(_ above: Int, _ below: Int) {
    cells[above].text += cells[below].text
    cells[above].reading = LabelReading.of(cells[above].text)
    cells[above].rowSpan = cells[below].endRow - cells[above].row
  }

  /// Takes a row out whose texts have gone to the one above.
  private mutating func removeRow(_ row: Int) {
    for index in cells.indices {
      if cells[index].row <= row, cells[index].endRow > row { cells[index].rowSpan -= 1 }
      if cells[index].row > row { cells[index].row -= 1 }
    }
    cells.removeAll { $0.rowSpan < 1 }
    rowCount -= 1
  }
}
