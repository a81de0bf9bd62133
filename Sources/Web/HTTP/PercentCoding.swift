// Percent signs in paths and forms (RFC 3986, section 2.1; the URL standard's forms).

/// Writes and reads `%E5%87%86`.
enum PercentCoding {
  /// Letters, digits and `-._~` stay; every other byte is written with a percent sign.
  static func encode(_ text: String, into out: inout [UInt8]) {
    for byte in text.utf8 {
      if isUnreserved(byte) {
        out.append(byte)
      } else {
        out.append(UInt8(ascii: "%"))
        out.append(digits[Int(byte >> 4)])
        out.append(digits[Int(byte & 15)])
      }
    }
  }

  static func encode(_ text: String) -> String {
    if text.utf8.allSatisfy(isUnreserved) { return text }
    var out: [UInt8] = []
    out.reserveCapacity(text.utf8.count * 3)
    encode(text, into: &out)
    return String(decoding: out, as: UTF8.self)
  }

  /// - Parameter plusIsBlank: as in forms, not in paths.
  /// - Returns: nil for a percent sign without two digits, for a zero, and for bytes that are no UTF-8.
  static func decode(_ bytes: some Collection<UInt8>, plusIsBlank: Bool) -> String? {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var rest = bytes.makeIterator()
    while let byte = rest.next() {
      switch byte {
      case UInt8(ascii: "%"):
        guard let high = rest.next().flatMap(value), let low = rest.next().flatMap(value) else { return nil }
        out.append(high << 4 | low)
      case UInt8(ascii: "+") where plusIsBlank: out.append(0x20)
      default: out.append(byte)
      }
    }
    if out.contains(0) { return nil }
    return String(validating: out, as: UTF8.self)
  }

  private static let digits = Array("0123456789ABCDEF".utf8)

  private static func isUnreserved(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: true
    default: false
    }
  }

  private static func value(_ digit: UInt8) -> UInt8? {
    switch digit {
    case 0x30...0x39: digit - 0x30
    case 0x41...0x46: digit - 0x37
    case 0x61...0x66: digit - 0x57
    default: nil
    }
  }
}
