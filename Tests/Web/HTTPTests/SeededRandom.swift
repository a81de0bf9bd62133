// Random numbers that come again with the same seed.

/// A small generator (SplitMix64).
struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ bits >> 30) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ bits >> 27) &* 0x94D0_49BB_1331_11EB
    return bits ^ bits >> 31
  }

  mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(limit)) }

  /// Signs that parsers stumble over, besides ordinary ones.
  mutating func text() -> String {
    let signs = Array("aZ09 桥é&=+%;?#\"'\\/.-\r\n\t\u{1F600}<>")
    return String((0..<below(12)).map { _ in signs[below(signs.count)] })
  }
}
