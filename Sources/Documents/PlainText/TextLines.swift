// The lines of a text, with what their shape tells: tabs, bars, ruling characters.
import Tables

/// One line that is not blank.
struct TextLine: Equatable {
  /// Where its text starts and ends, line end excluded, in bytes of the text.
  var start: UInt32
  var end: UInt32
  /// Its number in the file, from 1.
  var number: UInt32
  /// Blank lines directly before it, at most 255.
  var blankLinesBefore: UInt8 = 0
  /// True where a form feed stands between it and the line before.
  var startsPage = false
  var shape = Shape.plain

  enum Shape: UInt8 {
    case plain
    /// It holds tabs.
    case tabbed
    /// One tab, at its start, and perhaps blanks before it: a cell on a line of its own, or an indented line.
    case led
    /// It starts with `|` and holds another one, or `│` and its like.
    case barred
    /// It holds bars, and none at its start: `项目名称|道路养护`.
    case parted
    /// Only ruling characters: `+---+`, `├──┼──┤`.
    case rule
  }

  var range: Range<Int> { Int(start)..<Int(end) }
}

/// All lines of a text that are not blank.
struct TextLines {
  let bytes: [UInt8]
  private(set) var lines: [TextLine] = []

  /// - Throws: `ReadingError.limit` where there are more lines than a document may have cells.
  init(_ bytes: [UInt8], limits: ReadingLimits) throws(ReadingError) {
    self.bytes = bytes
    guard bytes.count < Int(UInt32.max) else {
      throw .limit(name: .textBytes, value: Int(UInt32.max))
    }
    try split(limits)
  }

  private mutating func split(_ limits: ReadingLimits) throws(ReadingError) {
    let bytes = bytes
    let span = bytes.span
    var start = 0
    var number: UInt32 = 1
    var blankLines: UInt8 = 0
    var isPageStart = false
    var index = 0
    while index <= span.count {
      let isEnd = index == span.count
      let byte = isEnd ? 0x0A : span[index]
      guard byte == 0x0A || byte == 0x0D || byte == 0x0C else {
        index += 1
        continue
      }
      if var line = Self.line(start..<index, in: span) {
        guard lines.count < limits.cellCountMax else {
          throw .limit(name: .cellCount, value: limits.cellCountMax)
        }
        (line.number, line.blankLinesBefore, line.startsPage) = (number, blankLines, isPageStart)
        lines.append(line)
        blankLines = 0
        isPageStart = false
      } else if byte != 0x0C, blankLines < 255, !isEnd {
        blankLines += 1
      }
      if byte == 0x0C {
        isPageStart = true
      } else {
        number &+= 1
        if byte == 0x0D, index + 1 < span.count, span[index + 1] == 0x0A { index += 1 }
      }
      index += 1
      start = index
    }
  }

  /// The line in a range; nil where it holds white space and no tab.
  private static func line(_ range: Range<Int>, in bytes: Span<UInt8>) -> TextLine? {
    guard !range.isEmpty else { return nil }
    var start = range.lowerBound
    while let length = removableMark(bytes, start..<range.upperBound) { start += length }
    var tabCount = 0
    var isBlank = true
    var firstTab = range.upperBound
    var first = range.upperBound
    var index = start
    while index < range.upperBound {
      if bytes[index] == 0x09 {
        if tabCount == 0 { firstTab = index }
        tabCount += 1
        index += 1
        continue
      }
      let space = isBlank ? spaceLength(bytes, at: index, end: range.upperBound) : 0
      if space == 0 {
        if isBlank { first = index }
        isBlank = false
        index += 1
      } else {
        index += space
      }
    }
    if isBlank, tabCount == 0 { return nil }
    var line = TextLine(start: UInt32(start), end: UInt32(range.upperBound), number: 0)
    if tabCount == 1, firstTab < first {
      line.shape = .led
    } else if tabCount > 0 {
      line.shape = .tabbed
    } else {
      line.shape = ruledShape(bytes, trimmed(start..<range.upperBound, in: bytes))
    }
    return line
  }

  /// The length of a converter's mark such as `[bookmark: _Toc1]` at the start of a line, with blanks
  /// before it.
  private static func removableMark(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int? {
    var index = range.lowerBound
    while index < range.upperBound, bytes[index] == 0x20 { index += 1 }
    let mark: StaticString = "[bookmark:"
    guard index + mark.utf8CodeUnitCount < range.upperBound, bytes[index] == 0x5B else { return nil }
    for offset in 0..<mark.utf8CodeUnitCount where bytes[index + offset] != mark.utf8Start[offset] {
      return nil
    }
    while index < range.upperBound {
      if bytes[index] == 0x5D { return index + 1 - range.lowerBound }
      index += 1
    }
    return nil
  }

  /// Whether a line without tabs is part of a table drawn with characters.
  private static func ruledShape(_ bytes: Span<UInt8>, _ range: Range<Int>) -> TextLine.Shape {
    let first = bytes[range.lowerBound]
    guard first == 0x7C || first == 0x2B || first == 0xE2 else {
      return holdsBar(bytes, range) ? .parted : .plain
    }
    var barCount = 0
    var ruleCount = 0
    var hasOther = false
    var index = range.lowerBound
    while index < range.upperBound {
      let sign = RuledSign(bytes, at: index, end: range.upperBound)
      switch sign.kind {
      case .bar: barCount += 1
      case .rule: ruleCount += 1
      case .joint:
        ruleCount += 1
        // beside the text of a cell that goes on, a rule begins or ends with one
        if index == range.lowerBound || sign.length == 3 { barCount += 1 }
      case .blank: break
      case .other: hasOther = true
      }
      index += sign.length
    }
    if !hasOther, ruleCount >= 3, barCount > 0 || first == 0xE2 { return .rule }
    guard RuledSign(bytes, at: range.lowerBound, end: range.upperBound).kind != .other else { return .plain }
    return barCount >= 2 ? .barred : .plain
  }

  private static func holdsBar(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    for index in range where bytes[index] == 0x7C { return true }
    return false
  }
}
