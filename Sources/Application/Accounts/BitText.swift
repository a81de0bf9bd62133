// Base64url and Base32 (RFC 4648): six or five bits a sign, and strict, one text for the same bytes.

/// Base64url without padding.
enum SixBitText {
  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)
  private static let values = BitText.values(of: alphabet)

  static func text(_ bytes: [UInt8]) -> String { BitText.text(bytes, alphabet, bits: 6) }

  /// Nil for other signs, and for spare bits that are not zero.
  static func bytes(_ text: some StringProtocol) -> [UInt8]? { BitText.bytes(text, values, bits: 6) }
}

/// Base32 without padding, capital letters.
enum FiveBitText {
  private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)
  private static let values = BitText.values(of: alphabet)

  static func text(_ bytes: [UInt8]) -> String { BitText.text(bytes, alphabet, bits: 5) }

  /// Nil for other signs, and for spare bits that are not zero.
  static func bytes(_ text: some StringProtocol) -> [UInt8]? { BitText.bytes(text, values, bits: 5) }
}

/// Texts of which each sign stands for so many bits, the first bits first.
private enum BitText {
  static func values(of alphabet: [UInt8]) -> [UInt8?] {
    var values = [UInt8?](repeating: nil, count: 256)
    for (value, sign) in alphabet.enumerated() { values[Int(sign)] = UInt8(value) }
    return values
  }

  static func text(_ bytes: [UInt8], _ alphabet: [UInt8], bits: Int) -> String {
    var signs: [UInt8] = []
    var buffer = 0
    var filled = 0
    let mask = (1 << bits) - 1
    for byte in bytes {
      buffer = (buffer << 8 | Int(byte)) & 0xFFFF
      filled += 8
      while filled >= bits {
        filled -= bits
        signs.append(alphabet[buffer >> filled & mask])
      }
    }
    if filled > 0 { signs.append(alphabet[buffer << (bits - filled) & mask]) }
    return String(decoding: signs, as: UTF8.self)
  }

  static func bytes(_ text: some StringProtocol, _ values: [UInt8?], bits: Int) -> [UInt8]? {
    var bytes: [UInt8] = []
    var buffer = 0
    var filled = 0
    for sign in text.utf8 {
      guard let value = values[Int(sign)] else { return nil }
      buffer = (buffer << bits | Int(value)) & 0xFFFF
      filled += bits
      if filled >= 8 {
        filled -= 8
        bytes.append(UInt8(truncatingIfNeeded: buffer >> filled))
      }
    }
    let isWhole = filled < bits && buffer & ((1 << filled) - 1) == 0
    return isWhole ? bytes : nil
  }
}
