// The code of a region: administrative divisions from a province down to a village.

/// An administrative division by its code: 2 digits for a province, 4 a prefecture, 6 a county (GB/T 2260),
/// 9 a township, 12 a village (GB/T 10114).
///
/// Zeros that only fill up go, so that the code of a region begins the codes of everything in it:
/// `441900` (a city without counties) is kept as `4419`, and `4419` contains `441900103`.
package struct RegionCode: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// 2, 4, 6, 9 or 12 digits.
  package let digits: String

  /// Lengths of the levels; a code ends with one of them.
  package static let lengths = [2, 4, 6, 9, 12]

  /// Nil unless it is 2, 4, 6, 9 or 12 digits that do not begin with `00`.
  @specialized(where Text == String)
  @specialized(where Text == Substring)
  package init?<Text: StringProtocol>(_ text: Text) {
    var bytes = Array(text.utf8)
    guard Self.lengths.contains(bytes.count), bytes.allSatisfy({ (0x30...0x39).contains($0) }),
      bytes[0] != 0x30
    else { return nil }
    for (shorter, longer) in zip(Self.lengths, Self.lengths.dropFirst()).reversed() {
      guard bytes.count == longer, bytes[shorter...].allSatisfy({ $0 == 0x30 }) else { continue }
      bytes.removeLast(longer - shorter)
    }
    digits = String(decoding: bytes, as: UTF8.self)
  }

  /// True for the region itself and everything in it.
  ///
  /// A township's code that skips the county (`441900103` in `4419`) is contained by its city.
  package func contains(_ other: RegionCode) -> Bool { other.digits.utf8.starts(with: digits.utf8) }

  package static func < (left: RegionCode, right: RegionCode) -> Bool {
    left.digits.utf8.lexicographicallyPrecedes(right.digits.utf8)
  }

  /// The digits, filled up with zeros to the usual 6 where it is shorter: `441900`.
  package var description: String {
    digits + String(repeating: "0", count: max(0, 6 - digits.utf8.count))
  }
}
