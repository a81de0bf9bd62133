// Takes the rows that number the columns out of a table: 1 2 3 … or ① ② ③ … under a head.
import FormVocabulary

enum NumberRows {
  /// The cells without such rows, and how many rows are left.
  static func removed(from cells: [GridCell], rowCount: Int) -> (cells: [GridCell], rowCount: Int) {
    var candidates: [Int: Candidate] = [:]
    for cell in cells where startsNumbers(cell.text) {
      candidates[cell.row] = Candidate()
    }
    guard !candidates.isEmpty else { return (cells, rowCount) }
    for cell in cells where !cell.isBlank {
      candidates[cell.row]?.texts.append(cell)
      candidates[cell.endRow]?.above.append(cell)
      for row in (cell.row + 1)..<max(cell.endRow, cell.row + 1) { candidates[row]?.isPartOfCell = true }
    }
    // how many rows go above each row
    var gone = [Int](repeating: 0, count: rowCount + 1)
    for row in 0..<rowCount {
      gone[row + 1] = gone[row] + (candidates[row].map { $0.numbersColumns && $0.hasHead } ?? false ? 1 : 0)
    }
    guard gone[rowCount] > 0 else { return (cells, rowCount) }
    func isGone(_ row: Int) -> Bool { gone[row + 1] > gone[row] }
    let kept = cells.filter { $0.row < rowCount && !isGone($0.row) }.map { cell in
      var moved = cell
      let end = min(cell.endRow, rowCount)
      moved.row = cell.row - gone[cell.row]
      moved.rowSpan = end - gone[end] - moved.row
      return moved
    }
    return (kept, rowCount - gone[rowCount])
  }

  private static func startsNumbers(_ text: String) -> Bool {
    switch text {
    case "1", "１", "①", "(1)", "（1）", "栏次", "栏目", "行次": true
    default: false
    }
  }
}

/// A row that may number the columns: what stands in it and right above it.
private struct Candidate {
  var texts: [GridCell] = []
  var above: [GridCell] = []
  /// True where a cell with text goes on in the row from above.
  var isPartOfCell = false

  /// Whether the texts of a row are 1, 2, 3 … from left to right, three or more; 栏次 may lead them, and a sum
  /// may follow a number: 5=3+4.
  var numbersColumns: Bool {
    var texts = texts.sorted { $0.column < $1.column }[...]
    if let first = texts.first, ["栏次", "栏目", "行次"].contains(LabelText.folded(first.text)) {
      texts = texts.dropFirst()
    }
    guard texts.count >= 3 else { return false }
    return texts.enumerated().allSatisfy {
      $0.element.rowSpan == 1 && Candidate.number($0.element.text) == $0.offset + 1
    }
  }

  private static func number(_ text: String) -> Int? {
    var rest = LabelText.folded(text)[...]
    if rest.count == 1, let circled = rest.unicodeScalars.first.flatMap(LabelText.circledNumber) {
      return circled
    }
    if rest.first == "(", rest.last == ")" { rest = rest.dropFirst().dropLast() }
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    let tail = rest.dropFirst(digits.count)
    return tail.isEmpty || tail.first == "=" ? Int(digits) : nil
  }

  /// Whether the row above is a head: most of its texts name columns or fields. Beside a label that goes on
  /// from above 1, 2, 3 may be amounts, so there the head must be one of indicators.
  var hasHead: Bool {
    let known = above.count { $0.columnTerm != nil || $0.field != nil }
    guard known >= 2, known * 2 >= above.count else { return false }
    return !isPartOfCell || above.contains { $0.columnTerm?.isIndicatorAnchor == true }
  }
}
