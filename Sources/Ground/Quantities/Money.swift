// Money in whole 分.

/// An amount of money: whole 分 in 64 bits.
package struct Money: Sendable, Hashable {
  package var fen: Int64

  package init(fen: Int64) {
    self.fen = fen
  }

  /// Yuan with two digits, such as `77541300.00`.
  package var yuanText: String {
    let magnitude = fen.magnitude
    let cents = magnitude % 100
    return (fen < 0 ? "-" : "") + "\(magnitude / 100)." + (cents < 10 ? "0\(cents)" : "\(cents)")
  }
}
