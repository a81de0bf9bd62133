// The name of a row in a draft: it stays when rows are added, removed and moved.

/// The key of a row, by which its fields are named: `k7` in `indicators/k7/annualValue`.
///
/// A lower-case letter, then up to 15 lower-case letters and digits, so that a key is never an index.
package struct RowKey: Sendable, Hashable, CustomStringConvertible {
  package let text: String

  /// Nil for anything but a lower-case letter with lower-case letters and digits behind it, 16 at most.
  @specialized(where Text == String)
  @specialized(where Text == Substring)
  package init?<Text: StringProtocol>(_ text: Text) {
    let bytes = text.utf8
    guard (1...16).contains(bytes.count), let first = bytes.first, (0x61...0x7A).contains(first),
      bytes.allSatisfy({ (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) })
    else { return nil }
    self.text = String(text)
  }

  private init(sound text: String) { self.text = text }

  /// The key of the row at a place of a record that becomes a draft: `k1` for the first.
  static func initial(_ index: Int) -> RowKey { RowKey(sound: "k\(index + 1)") }

  /// A key that no row has yet: ten letters and digits by chance behind an `r`.
  package static func random(using chance: inout some RandomNumberGenerator) -> RowKey {
    let signs = Array("0123456789abcdefghijklmnopqrstuvwxyz".utf8)
    let bytes = (0..<10).map { _ in signs[Int.random(in: 0..<signs.count, using: &chance)] }
    return RowKey(sound: "r" + String(decoding: bytes, as: UTF8.self))
  }

  package var description: String { text }
}
