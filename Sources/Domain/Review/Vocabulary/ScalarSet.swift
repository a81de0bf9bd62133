// A set of characters that is asked for every letter of a text.

/// Characters of the basic plane, one bit each; others are never members.
struct ScalarSet: Sendable {
  private var bits = [UInt64](repeating: 0, count: 1024)

  init(_ characters: String) {
    for scalar in characters.unicodeScalars { insert(scalar.value) }
  }

  /// Takes a character of the basic plane in.
  mutating func insert(_ scalar: UInt32) {
    if scalar < 0x1_0000 { bits[Int(scalar >> 6)] |= 1 << UInt64(scalar & 63) }
  }

  func contains(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x1_0000 && bits[Int(scalar.value >> 6)] >> UInt64(scalar.value & 63) & 1 == 1
  }
}
