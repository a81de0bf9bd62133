// The rules of XML for text that is more than plain bytes: codes, entities, line ends, controls.
internal import Tables

enum XMLText {
  /// Adds text to a buffer with codes resolved and line ends as `\n`.
  ///
  /// - Parameters:
  ///   - isLiteral: true in CDATA, where `&` is a letter.
  ///   - breaksAsBlanks: true in attribute values, where tabs and line ends count as blanks.
  static func append(
    _ text: UnsafeBufferPointer<UInt8>, to buffer: inout [UInt8], isLiteral: Bool, breaksAsBlanks: Bool,
    partName: String
  ) throws(ReadingError) {
    var index = 0
    while index < text.count {
      let byte = text[index]
      index += 1
      switch byte {
      case 0x26 where !isLiteral:
        guard let (code, length) = reference(text, from: index) else {
          throw .damaged(detail: "xml: \(partName) has an entity or a character code that is not allowed")
        }
        append(code.value, to: &buffer)
        index += length
      case 0x0D:
        // A carriage return, alone or before a line feed, is one line end.
        if index < text.count, text[index] == 0x0A { index += 1 }
        buffer.append(breaksAsBlanks ? 0x20 : 0x0A)
      case 0x09, 0x0A: buffer.append(breaksAsBlanks ? 0x20 : byte)
      case ..<0x20: throw .damaged(detail: "xml: \(partName) has a control character")
      default: buffer.append(byte)
      }
    }
  }

  /// Adds a character in UTF-8. Written out, because some programs write every Chinese character as a code.
  @inline(__always)
  private static func append(_ code: UInt32, to buffer: inout [UInt8]) {
    func tail(_ shift: UInt32) -> UInt8 { UInt8(truncatingIfNeeded: 0x80 | code >> shift & 0x3F) }
    switch code {
    case ..<0x80: buffer.append(UInt8(truncatingIfNeeded: code))
    case ..<0x800:
      buffer.append(UInt8(truncatingIfNeeded: 0xC0 | code >> 6))
      buffer.append(tail(0))
    case ..<0x10000:
      buffer.append(UInt8(truncatingIfNeeded: 0xE0 | code >> 12))
      buffer.append(tail(6))
      buffer.append(tail(0))
    default:
      buffer.append(UInt8(truncatingIfNeeded: 0xF0 | code >> 18))
      buffer.append(tail(12))
      buffer.append(tail(6))
      buffer.append(tail(0))
    }
  }

  /// The character that stands between `&` and `;`, and how many bytes it took with the `;`.
  private static func reference(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> (Unicode.Scalar, Int)?
  {
    var end = start
    // The longest are `#x0010FFFF` with a few more zeros.
    while end < text.count, text[end] != 0x3B, end - start < 16 { end += 1 }
    guard end < text.count, text[end] == 0x3B, end > start else { return nil }
    let name = UnsafeBufferPointer(rebasing: text[start..<end])
    let length = end + 1 - start
    if name[0] == 0x23 { return character(UnsafeBufferPointer(rebasing: name[1...])).map { ($0, length) } }
    if name.isEqual("amp") { return ("&", length) }
    if name.isEqual("lt") { return ("<", length) }
    if name.isEqual("gt") { return (">", length) }
    if name.isEqual("quot") { return ("\"", length) }
    if name.isEqual("apos") { return ("'", length) }
    return nil
  }

  /// The character of `65` or `x41`; nil for what XML forbids: surrogates, most control characters, U+FFFE,
  /// U+FFFF.
  private static func character(_ digits: UnsafeBufferPointer<UInt8>) -> Unicode.Scalar? {
    let isHexadecimal = digits.first == 0x78
    let radix: UInt32 = isHexadecimal ? 16 : 10
    var code: UInt32 = 0
    guard digits.count > (isHexadecimal ? 1 : 0) else { return nil }
    for byte in digits.dropFirst(isHexadecimal ? 1 : 0) {
      let digit: UInt32
      switch byte {
      case 0x30...0x39: digit = UInt32(byte - 0x30)
      case 0x41...0x46 where isHexadecimal: digit = UInt32(byte - 0x41 + 10)
      case 0x61...0x66 where isHexadecimal: digit = UInt32(byte - 0x61 + 10)
      default: return nil
      }
      code = code * radix + digit
      if code > 0x10FFFF { return nil }
    }
    guard code >= 0x20 || code == 0x09 || code == 0x0A || code == 0x0D, code != 0xFFFE, code != 0xFFFF else {
      return nil
    }
    return Unicode.Scalar(code)
  }

  /// Whether a declaration names UTF-8, UTF-16 or no encoding at all (ASCII is UTF-8 too).
  static func isEncodingAllowed(inDeclaration text: UnsafeBufferPointer<UInt8>) -> Bool {
    let label: StaticString = "encoding"
    let length = label.utf8CodeUnitCount
    var start = 0
    while start + length < text.count {
      if UnsafeBufferPointer(rebasing: text[start..<start + length]).isEqual(label) {
        let rest = text[(start + length)...].drop { $0 <= 0x20 || $0 == 0x3D }
        guard let quote = rest.first, quote == 0x22 || quote == 0x27 else { return false }
        let name = String(decoding: rest.dropFirst().prefix { $0 != quote }, as: UTF8.self).lowercased()
        return ["utf-8", "utf8", "utf-16", "utf16", "utf-16le", "utf-16be", "us-ascii", "ascii"].contains(
          name)
      }
      start += 1
    }
    return true
  }
}
