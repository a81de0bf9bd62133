// Digits that stand above the line.

/// Superscript digits as characters of their own, so that 10⁴ does not become 104.
package enum RaisedDigits {
  private static let raised = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]

  /// Replaces the digits of a text in UTF-8 from a place on; other characters stay.
  package static func raise(_ bytes: inout [UInt8], from start: Int) {
    var result: [UInt8] = []
    for byte in bytes[start...] {
      if byte &- 0x30 < 10 { result += raised[Int(byte &- 0x30)].utf8 } else { result.append(byte) }
    }
    bytes.replaceSubrange(start..., with: result)
  }
}
