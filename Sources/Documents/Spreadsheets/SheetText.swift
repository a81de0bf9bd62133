// Texts of cells while they are collected: rich text runs, phonetic guides, and escaped characters.
internal import OfficePackages
internal import Tables

/// Collects the text of a shared or inline string from its runs.
struct SheetText {
  private(set) var bytes: [UInt8] = []
  /// True where a crossed-out run was left out.
  private(set) var hasStruckText = false
  private var isStruck = false
  private var isRaised = false
  private var isCollecting = false
  private var keepsBlanks = false
  private var start = 0
  private var phoneticDepth = 0

  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    hasStruckText = false
    isStruck = false
    isRaised = false
    isCollecting = false
    phoneticDepth = 0
  }

  /// The elements that mean something in a string.
  static let names: Set<SheetName> = [.text, .phoneticRun, .run, .strike, .verticalAlignment]

  /// Takes an event of the string; phonetic guides (`rPh`) and crossed-out runs are no part of the text.
  mutating func take(
    _ event: XMLScanner.Event, _ name: SheetName?, _ xml: borrowing XMLScanner
  ) throws(ReadingError) {
    switch (event, name) {
    case (.text, _): if isCollecting { try xml.appendText(to: &bytes) }
    case (.start, .phoneticRun): phoneticDepth += 1
    case (.end, .phoneticRun): phoneticDepth -= 1
    case (.start, .run):
      isStruck = false
      isRaised = false
    case (.start, .strike): isStruck = xml.attribute("val")?.isOn ?? true
    case (.start, .verticalAlignment): isRaised = xml.attribute("val")?.isEqual("superscript") ?? false
    case (.start, .text):
      guard phoneticDepth == 0 else { return }
      isCollecting = true
      keepsBlanks = xml.attribute("space")?.isEqual("preserve") ?? false
      start = bytes.count
    case (.end, .text): endText()
    default: break
    }
  }

  private mutating func endText() {
    guard isCollecting else { return }
    isCollecting = false
    if !keepsBlanks { dropOuterBlanks() }
    if isStruck {
      if bytes.count > start { hasStruckText = true }
      bytes.removeSubrange(start...)
    } else if isRaised {
      RaisedDigits.raise(&bytes, from: start)
    }
  }

  /// Blanks around a run are layout of the file unless `xml:space` keeps them.
  private mutating func dropOuterBlanks() {
    while bytes.count > start, let last = bytes.last, last <= 0x20 { bytes.removeLast() }
    var first = start
    while first < bytes.count, bytes[first] <= 0x20 { first += 1 }
    if first > start { bytes.removeSubrange(start..<first) }
  }

  /// The finished text, ends trimmed.
  var string: String { Self.string(bytes) }

  /// Bytes as text: `_x000D_` and its kin resolved, line ends as `\n`, ends trimmed.
  static func string(_ bytes: [UInt8]) -> String {
    guard hasEscapes(bytes) else { return bytes.withUnsafeBufferPointer { String(trimming: $0) } }
    return unescaped(bytes).withUnsafeBufferPointer { String(trimming: $0) }
  }

  private static func hasEscapes(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      var index = 0
      while index + 7 <= bytes.count {
        if bytes[index] == 0x5F, bytes[index + 1] == 0x78, bytes[index + 6] == 0x5F { return true }
        index += 1
      }
      return bytes.contains(0x0D)
    }
  }

  /// Resolves `_xHHHH_` (ECMA-376 part 1, 22.9.2.19), pairs of surrogates too; a lone surrogate and control
  /// characters are dropped.
  private static func unescaped(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      guard let unit = escape(bytes, at: index) else {
        append(UInt32(bytes[index]), raw: true, to: &result)
        index += 1
        continue
      }
      index += 7
      if unit >= 0xD800, unit <= 0xDBFF, let low = escape(bytes, at: index), low >= 0xDC00, low <= 0xDFFF {
        index += 7
        append(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00), raw: false, to: &result)
      } else {
        append(unit, raw: false, to: &result)
      }
    }
    for index in result.indices where result[index] == 0x0D { result[index] = 0x0A }
    return result
  }

  /// Adds a character; a line feed after a carriage return is the same line end.
  private static func append(_ code: UInt32, raw: Bool, to result: inout [UInt8]) {
    if raw, code >= 0x20 { return result.append(UInt8(truncatingIfNeeded: code)) }
    switch code {
    case 0x0D: result.append(0x0D)
    case 0x0A:
      if result.last == 0x0D { result.removeLast() }
      result.append(0x0A)
    case 0x09: result.append(0x09)
    case ..<0x20: break
    default:
      if let scalar = Unicode.Scalar(code), let encoded = UTF8.encode(scalar) {
        result.append(contentsOf: encoded)
      }
    }
  }

  private static func escape(_ bytes: [UInt8], at start: Int) -> UInt32? {
    guard start + 7 <= bytes.count, bytes[start] == 0x5F, bytes[start + 1] == 0x78, bytes[start + 6] == 0x5F
    else { return nil }
    var code: UInt32 = 0
    for byte in bytes[start + 2..<start + 6] {
      switch byte {
      case 0x30...0x39: code = code << 4 | UInt32(byte - 0x30)
      case 0x41...0x46: code = code << 4 | UInt32(byte - 0x41 + 10)
      case 0x61...0x66: code = code << 4 | UInt32(byte - 0x61 + 10)
      default: return nil
      }
    }
    return code
  }
}
