// Collects the text of a cell or a paragraph with white space collapsed as browsers print it.
import PlainText
import Tables

/// Text that is being collected.
///
/// Runs of white space become one blank, none at the start of a line; a line end in the source between two
/// Chinese characters prints nothing (CSS Text 3, 4.1.3); a no-break space is a blank that stays; blocks
/// stand on lines of their own, and `<br>` ends a line.
struct TextFlow {
  private(set) var bytes: [UInt8] = []
  private var waiting = Waiting.nothing
  /// True where the current line has text, so that a block boundary has to end it.
  private var hasTextOnLine = false
  private var isBreakDue = false

  private enum Waiting {
    case nothing, blank
    /// White space that holds a line end of the source.
    case lineEnd
  }

  var isBlank: Bool { bytes.isEmpty }

  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    waiting = .nothing
    hasTextOnLine = false
    isBreakDue = false
  }

  /// A block begins or ends.
  mutating func endBlock() {
    if hasTextOnLine { isBreakDue = true }
    waiting = .nothing
  }

  /// A `<br>`.
  mutating func breakLine() {
    settleBreak()
    bytes.append(0x0A)
    waiting = .nothing
    hasTextOnLine = false
  }

  /// Text of the page with its character references.
  mutating func append(_ source: Span<UInt8>, _ range: Range<Int>) {
    var index = range.lowerBound
    let end = range.upperBound
    while index < end {
      let runEnd = Self.endOfRun(source, from: index, end: end)
      if runEnd > index {
        settle(before: source, at: index)
        source.extracting(index..<runEnd).withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
        index = runEnd
        continue
      }
      index += appendSign(source, at: index, end: end)
    }
  }

  /// One byte or sequence that ends a run: white space, a reference, or a stray lead byte.
  private mutating func appendSign(_ source: Span<UInt8>, at index: Int, end: Int) -> Int {
    let byte = source[index]
    if byte <= 0x20 {
      appendWhiteSpace(byte)
      return 1
    }
    if byte == 0x26 {
      if let reference = CharacterReference(source, at: index, end: end) {
        append(reference.codePoint)
        return reference.length
      }
      settle(before: source, at: index)
      bytes.append(byte)
      return 1
    }
    if byte == 0xC2 {
      appendHardBlank()
      return 2
    }
    // A zero-width space or a byte order mark prints nothing.
    return 3
  }

  private mutating func append(_ codePoint: UInt32) {
    switch codePoint {
    case 0x09, 0x0A, 0x0C, 0x0D, 0x20: appendWhiteSpace(UInt8(codePoint))
    case 0xA0: appendHardBlank()
    case 0..<0x20, 0x7F..<0xA0, 0x200B, 0xFEFF: break
    default:
      var character: [UInt8] = []
      appendUTF8(codePoint, to: &character)
      settle(before: character.span, at: 0)
      bytes.append(contentsOf: character)
    }
  }

  private mutating func appendWhiteSpace(_ byte: UInt8) {
    guard hasTextOnLine, !isBreakDue else { return }
    if byte == 0x0A || byte == 0x0D {
      waiting = .lineEnd
    } else if waiting == .nothing {
      waiting = .blank
    }
  }

  private mutating func appendHardBlank() {
    settleBreak()
    if waiting != .nothing { bytes.append(0x20) }
    waiting = .nothing
    bytes.append(0x20)
    hasTextOnLine = true
  }

  /// Text whose white space counts: the content of `pre` and `textarea`, or a field's value.
  mutating func appendPreformatted(_ source: Span<UInt8>, _ range: Range<Int>) {
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = source[index]
      if byte == 0x26, let reference = CharacterReference(source, at: index, end: range.upperBound) {
        switch reference.codePoint {
        case 0xA0: appendHardBlank()
        case 0..<0x09, 0x0B, 0x0E..<0x20, 0x7F..<0xA0: break
        case let value:
          settle(before: source, at: index)
          appendUTF8(value, to: &bytes)
          hasTextOnLine = value != 0x0A
        }
        index += reference.length
        continue
      }
      if byte == 0x0A || byte == 0x0D {
        if byte == 0x0A || index + 1 >= range.upperBound || source[index + 1] != 0x0A { breakLine() }
      } else {
        if !hasTextOnLine || waiting != .nothing { settle(before: source, at: index) }
        bytes.append(byte)
        hasTextOnLine = true
      }
      index += 1
    }
  }

  /// Words of our own, such as the sign of a box.
  mutating func append(words: StaticString) {
    let letters = UnsafeBufferPointer(start: words.utf8Start, count: words.utf8CodeUnitCount)
    if waiting != .nothing { bytes.append(0x20) }
    waiting = .nothing
    settleBreak()
    bytes.append(contentsOf: letters)
    hasTextOnLine = true
  }

  /// Text collected elsewhere (the chosen option of a list) as part of the line.
  mutating func append(text: [UInt8]) {
    guard !text.isEmpty else { return }
    settle(before: text.span, at: 0)
    bytes.append(contentsOf: text)
  }

  /// Text from a place on stands above the line.
  mutating func raiseDigits(from start: Int) {
    if start < bytes.count { RaisedDigits.raise(&bytes, from: start) }
  }

  /// The text from a place on, trimmed.
  func string(from start: Int = 0) -> String {
    let range = trimmed(min(start, bytes.count)..<bytes.count, in: bytes.span)
    return String(decoding: bytes[range], as: UTF8.self)
  }

  private mutating func settleBreak() {
    guard isBreakDue else { return }
    bytes.append(0x0A)
    isBreakDue = false
    hasTextOnLine = false
  }

  /// What has to be printed before the next character: a line end, a blank, or nothing.
  private mutating func settle(before source: Span<UInt8>, at index: Int) {
    if isBreakDue {
      settleBreak()
    } else if waiting == .blank {
      bytes.append(0x20)
    } else if waiting == .lineEnd, !(endsWide && Self.isWide(source, at: index)) {
      bytes.append(0x20)
    }
    waiting = .nothing
    hasTextOnLine = true
  }

  private var endsWide: Bool {
    bytes.count >= 3 && Self.isWide(bytes.span, at: bytes.count - 3)
      || bytes.count >= 4 && bytes[bytes.count - 4] == 0xF0 && bytes[bytes.count - 3] >= 0xA0
  }

  /// Chinese characters and full-width signs; Hangul keeps its blanks.
  private static func isWide(_ source: Span<UInt8>, at index: Int) -> Bool {
    guard index + 2 < source.count else { return false }
    let second = source[index + 1]
    return switch source[index] {
    case 0xE2: second >= 0xBA
    case 0xE3...0xE9: true
    case 0xEA: second < 0x94
    case 0xEF: second >= 0xA4 && second <= 0xAB || second == 0xB8 || second == 0xB9 || second >= 0xBC
    case 0xF0: second >= 0xA0
    default: false
    }
  }

  /// The end of a run of bytes that are copied as they stand.
  private static func endOfRun(_ source: Span<UInt8>, from start: Int, end: Int) -> Int {
    var index = start
    while index < end {
      let byte = source[index]
      if byte <= 0x26 {
        if byte <= 0x20 || byte == 0x26 { break }
      } else if byte >= 0xC2 {
        if byte == 0xC2, index + 1 < end, source[index + 1] == 0xA0 { break }
        if byte == 0xE2, index + 2 < end, source[index + 1] == 0x80, source[index + 2] == 0x8B { break }
        if byte == 0xEF, index + 2 < end, source[index + 1] == 0xBB, source[index + 2] == 0xBF { break }
      }
      index += 1
    }
    return index
  }
}
