// Products and quotients of units: 元/人·年, 户 × 元/户.

/// Units multiplied over units divided by, such as 元 over 人 and 年. The order of the factors has no meaning.
package struct CompoundUnit: Sendable, Equatable, CustomStringConvertible {
  package private(set) var over: [Unit]
  package private(set) var under: [Unit]

  package init(over: [Unit] = [], under: [Unit] = []) {
    self.over = over
    self.under = under
  }

  package var isPlain: Bool { over.isEmpty && under.isEmpty }

  /// The same factors, in whatever order.
  package static func == (left: CompoundUnit, right: CompoundUnit) -> Bool {
    sameUnits(left.over, right.over) && sameUnits(left.under, right.under)
  }

  private static func sameUnits(_ left: [Unit], _ right: [Unit]) -> Bool {
    guard left.count == right.count else { return false }
    var rest = right
    for unit in left {
      guard let place = rest.firstIndex(of: unit) else { return false }
      rest.remove(at: place)
    }
    return true
  }

  /// The product, with what cancels out taken away, and the factor that cancelling unlike units of one
  /// reference leaves: 月 × 元/年 = 元 with factor 1/12. Nil when the factor does not fit.
  package func multiplied(by other: CompoundUnit) -> (unit: CompoundUnit, factor: ExactFraction)? {
    var over = over + other.over
    var under: [Unit] = []
    var factor = ExactFraction.one
    for divisor in self.under + other.under {
      guard let place = over.firstIndex(where: { $0.factor(to: divisor) != nil }) else {
        under.append(divisor)
        continue
      }
      guard let step = over[place].factor(to: divisor), let grown = factor.multiplied(by: step) else {
        return nil
      }
      factor = grown
      over.remove(at: place)
    }
    return (CompoundUnit(over: over, under: under), factor)
  }

  /// `元/人·年`; `1` for a plain number.
  package var description: String {
    let numerator = over.isEmpty ? "1" : over.map(\.symbol).joined(separator: "·")
    return under.isEmpty ? numerator : numerator + "/" + under.map(\.symbol).joined(separator: "·")
  }
}
