// Character references in web pages: `&nbsp;`, `&#20013;`, `&#x4E2D;`, and what browsers make of faulty ones.

/// One character reference: what it stands for, and how many bytes it takes.
struct CharacterReference: Equatable {
  let codePoint: UInt32
  let length: Int

  /// The reference at a `&`; nil where the sign stands for itself.
  ///
  /// Numbers of the Windows-1252 range mean its characters (`&#150;` is a dash); zero, surrogates and numbers
  /// beyond Unicode become U+FFFD. Source: the HTML Standard, 13.2.5.72 to 13.2.5.80.
  init?(_ bytes: Span<UInt8>, at start: Int, end: Int) {
    guard start + 1 < end else { return nil }
    if bytes[start + 1] == 0x23 {
      self.init(number: bytes, at: start, end: end)
    } else {
      self.init(name: bytes, at: start, end: end)
    }
  }

  private init(_ codePoint: UInt32, _ length: Int) {
    self.codePoint = codePoint
    self.length = length
  }

  private init?(number bytes: Span<UInt8>, at start: Int, end: Int) {
    var index = start + 2
    let isHexadecimal = index < end && bytes[index] | 0x20 == 0x78
    if isHexadecimal { index += 1 }
    let firstDigit = index
    var value: UInt32 = 0
    while index < end, let digit = Self.digit(bytes[index], isHexadecimal: isHexadecimal) {
      value = min(value * (isHexadecimal ? 16 : 10) + digit, 0x110000)
      index += 1
    }
    guard index > firstDigit else { return nil }
    if index < end, bytes[index] == 0x3B { index += 1 }
    switch value {
    case 0, 0xD800..<0xE000, 0x110000...: value = 0xFFFD
    case 0x80..<0xA0: value = UInt32(Self.windows1252[Int(value) - 0x80])
    default: break
    }
    self.init(value, index - start)
  }

  private static func digit(_ byte: UInt8, isHexadecimal: Bool) -> UInt32? {
    switch byte {
    case 0x30...0x39: UInt32(byte - 0x30)
    case 0x41...0x46 where isHexadecimal: UInt32(byte - 0x41 + 10)
    case 0x61...0x66 where isHexadecimal: UInt32(byte - 0x61 + 10)
    default: nil
    }
  }

  private init?(name bytes: Span<UInt8>, at start: Int, end: Int) {
    var name: [UInt8] = []
    var index = start + 1
    while index < end, name.count < NamedCharacters.nameBytesMax, Self.isNameByte(bytes[index]) {
      name.append(bytes[index])
      index += 1
    }
    let hasSemicolon = index < end && bytes[index] == 0x3B
    if hasSemicolon {
      if name == [0x6E, 0x62, 0x73, 0x70] {
        self.init(0xA0, 6)
        return
      }
      if let named = NamedCharacters.byName[String(decoding: name, as: UTF8.self)] {
        self.init(named.codePoint, name.count + 2)
        return
      }
    }
    var length = min(name.count, 6)
    while length >= 2 {
      if let named = NamedCharacters.byName[String(decoding: name[..<length], as: UTF8.self)],
        named.mayLackSemicolon
      {
        self.init(named.codePoint, length + 1)
        return
      }
      length -= 1
    }
    return nil
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    byte >= 0x30 && byte <= 0x39 || byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A
  }

  private static let windows1252: [UInt16] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152,
    0x8D,
    0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161,
    0x203A,
    0x0153, 0x9D, 0x017E, 0x0178,
  ]
}
