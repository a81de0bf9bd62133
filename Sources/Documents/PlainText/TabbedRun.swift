// A run of lines with tabs: one ragged table, with cells that were broken over lines put together.
import Tables

/// Lines with tabs that follow each other; blank lines between them do not end the run, a page's end does.
///
/// Two ways of breaking a cell over lines are mended: cells in quotation marks, as spreadsheets export them
/// (`"one\ntwo"`, `""` for a mark), and rows that are short of tabs where nearly all rows of the run have
/// the same number of them.
struct TabbedRun {
  private let text: TextLines
  private let start: Int
  /// The index of the line after the run; `lay` may go further where a cell reaches beyond it.
  private(set) var end: Int
  /// False where the tabs only indent paragraphs, or stand after their numbers (`一、⇥总体目标`).
  let hasColumns: Bool
  /// How many tabs nearly every row has; nil where rows differ.
  private let usualTabCount: Int?

  /// How many tabs rows have in some part of a text; looked over once for all runs that begin there.
  struct Sample {
    var lines = 0..<0
    var usualTabCount: Int?
  }

  /// How far a run is looked over, so that time stays linear, and how many lines or bytes a cell may take.
  private static let sampleLineCount = 400
  private static let cellLineCountMax = 60
  private static let quotedBytesMax = 1 << 15

  init(_ text: TextLines, from start: Int, sample: inout Sample) {
    self.text = text
    self.start = start
    var end = start
    var hasColumns = false
    while end < text.lines.count, Self.isRow(text.lines[end]), end == start || !text.lines[end].startsPage {
      if !hasColumns { hasColumns = Self.hasColumns(text, text.lines[end]) }
      end += 1
    }
    self.end = end
    self.hasColumns = hasColumns
    if hasColumns, !sample.lines.contains(start) {
      let lines = start..<min(text.lines.count, start + Self.sampleLineCount)
      sample = Sample(lines: lines, usualTabCount: Self.usualTabCount(text, lines))
    }
    usualTabCount = sample.usualTabCount
  }

  /// Whether a line has cells: text before a tab and after it, unless the first is just a paragraph's number.
  private static func hasColumns(_ text: TextLines, _ line: TextLine) -> Bool {
    guard line.shape == .tabbed else { return false }
    let bytes = text.bytes.span
    let words = trimmed(line.range, in: bytes)
    guard let tab = words.first(where: { bytes[$0] == 0x09 }) else { return line.range != words }
    let rest = tab + 1..<words.upperBound
    return rest.contains { bytes[$0] == 0x09 } || line.range.upperBound != words.upperBound
      || !isEnumerator(text.bytes[words.lowerBound..<tab])
  }

  /// `1.`, `（一）`, `一、`, `①`, `•`: digits and numerals with an end mark or in brackets, or a sign that
  /// stands alone.
  private static func isEnumerator(_ words: ArraySlice<UInt8>) -> Bool {
    guard words.count <= 15 else { return false }
    var hasNumber = false
    var hasMark = false
    for scalar in String(decoding: words, as: UTF8.self).unicodeScalars {
      switch scalar.value {
      case 0x30...0x39: hasNumber = true
      // The numerals from one to ten.
      case 0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D, 0x5341: hasNumber = true
      // Full stops, the enumeration comma, brackets, full-width or not.
      case 0x28, 0x29, 0x2E, 0x3001, 0xFF08, 0xFF09, 0xFF0E: hasMark = true
      // Numbers in circles and brackets, squares and circles, bullets.
      case 0x2460...0x24FF, 0x25A0...0x25FF, 0x2022, 0xB7: (hasNumber, hasMark) = (true, true)
      default: return false
      }
    }
    return hasNumber && hasMark
  }

  private static func isRow(_ line: TextLine) -> Bool { line.shape == .tabbed || line.shape == .led }

  private static func usualTabCount(_ text: TextLines, _ lines: Range<Int>) -> Int? {
    var rowCounts: [Int: Int] = [:]
    var rowCount = 0
    var plainCount = 0
    for line in text.lines[lines] {
      if isRow(line) {
        rowCounts[tabCount(text, line), default: 0] += 1
        rowCount += 1
        plainCount = 0
      } else {
        plainCount += 1
        if line.blankLinesBefore > 0 || plainCount > cellLineCountMax { break }
      }
    }
    guard rowCount >= 5, let usual = rowCounts.max(by: { ($0.value, $0.key) < ($1.value, $1.key) }),
      usual.key >= 2, usual.value * 5 >= rowCount * 4
    else { return nil }
    return usual.key
  }

  private static func tabCount(_ text: TextLines, _ line: TextLine) -> Int {
    var count = 0
    for byte in text.bytes[line.range] where byte == 0x09 { count += 1 }
    return count
  }

  /// Lays the run's rows and gives the index of the line after them.
  func lay(on builder: inout GridBuilder) -> Int {
    var index = start
    while index < text.lines.count {
      let line = text.lines[index]
      guard Self.isRow(line), index == start || !line.startsPage else { break }
      builder.startRow()
      let brokenEnd = endOfBrokenRow(index)
      let rangeEnd = brokenEnd.map { text.lines[$0 - 1].range.upperBound } ?? line.range.upperBound
      let reached = layRow(line.range.lowerBound, rangeEnd, on: &builder)
      index = brokenEnd ?? index + 1
      while index < text.lines.count, text.lines[index].range.lowerBound < reached { index += 1 }
    }
    return index
  }

  /// The index of the line after a row that is broken over lines; nil where the row is whole.
  private func endOfBrokenRow(_ index: Int) -> Int? {
    guard let usualTabCount else { return nil }
    var total = Self.tabCount(text, text.lines[index])
    var next = index + 1
    while total < usualTabCount, next < text.lines.count, next - index <= Self.cellLineCountMax {
      let line = text.lines[next]
      guard line.blankLinesBefore == 0, !line.startsPage else { return nil }
      total += Self.tabCount(text, line)
      next += 1
    }
    return next > index + 1 && total == usualTabCount ? next : nil
  }

  /// Lays the cells between two places; a quoted cell may reach beyond the end. Gives the place reached.
  private func layRow(_ start: Int, _ end: Int, on builder: inout GridBuilder) -> Int {
    let bytes = text.bytes
    var end = end
    var cellStart = start
    while true {
      if cellStart < bytes.count, bytes[cellStart] == 0x22, let quoted = quotedCell(cellStart) {
        builder.addCell(text: quoted.words)
        guard quoted.end < bytes.count, bytes[quoted.end] == 0x09 else { return max(end, quoted.end) }
        if quoted.end >= end { end = lineEnd(quoted.end) }
        cellStart = quoted.end + 1
        continue
      }
      var cellEnd = cellStart
      while cellEnd < end, bytes[cellEnd] != 0x09 { cellEnd += 1 }
      builder.addCell(text: text.string(cellStart..<cellEnd))
      guard cellEnd < end else { return end }
      cellStart = cellEnd + 1
    }
  }

  /// A cell in quotation marks that needs them (line ends, tabs or doubled marks inside), and the place
  /// after it.
  private func quotedCell(_ start: Int) -> (words: String, end: Int)? {
    let bytes = text.bytes
    let stop = min(bytes.count, start + Self.quotedBytesMax)
    var content: [UInt8] = []
    var needsMarks = false
    var index = start + 1
    while index < stop {
      let byte = bytes[index]
      if byte == 0x0C { return nil }
      if byte == 0x22 {
        let next = index + 1 < bytes.count ? bytes[index + 1] : 0x0A
        guard next == 0x22 else {
          let isEnd = next == 0x09 || next == 0x0A || next == 0x0D
          guard isEnd, needsMarks else { return nil }
          let words = TextLines.plain(content)
          return (words, index + 1)
        }
        needsMarks = true
        index += 1
      } else if byte < 0x20 {
        needsMarks = true
      }
      content.append(byte)
      index += 1
    }
    return nil
  }

  private func lineEnd(_ place: Int) -> Int {
    var index = place
    while index < text.bytes.count, text.bytes[index] != 0x0A, text.bytes[index] != 0x0D,
      text.bytes[index] != 0x0C
    { index += 1 }
    return index
  }
}
