// A unit of measure, known to the registry or kept as printed.

/// A unit of measure (计量单位). Known units are one small number; a counter that the registry does not know is
/// a unit of its own and keeps its text.
///
/// Example: `Unit("㎡") == Unit("平方米")`, `Unit("畦").isKnown == false`.
package struct Unit: Sendable, Hashable, CustomStringConvertible {
  private enum Identity: Hashable, Sendable {
    /// The place in the registry, and what the unit there measures.
    case known(UInt16, Dimension)
    /// The printed text of a unit that the registry does not know.
    case printed(String)
  }

  private let identity: Identity

  /// The unit that `symbol` means: a registered symbol or synonym, otherwise a unit of its own.
  package init(_ symbol: String) {
    let registry = UnitRegistry.standard
    identity = registry.code(of: symbol).map { .known($0, registry.dimensions[Int($0)]) } ?? .printed(symbol)
  }

  /// The unit at a place of the registry, for scanners that have matched it already.
  package init(code: UInt16) {
    identity = .known(code, UnitRegistry.standard.dimensions[Int(code)])
  }

  package var isKnown: Bool { if case .known = identity { true } else { false } }

  /// The plain symbol: the registry's own for a known unit, else as printed.
  package var symbol: String {
    switch identity {
    case .known(let code, _): UnitRegistry.standard.definitions[Int(code)].symbol
    case .printed(let text): text
    }
  }

  /// What it measures; `.unknown` for a unit that the registry does not know.
  package var dimension: Dimension {
    switch identity {
    case .known(_, let dimension): dimension
    case .printed: .unknown
    }
  }

  package var description: String { symbol }

  /// The unit that this one is a multiple of, and the factor: 公顷 → (平方米, 10000).
  package var reference: (unit: Unit, factor: ExactFraction) {
    guard let definition else { return (self, .one) }
    return (Unit(code: definition.referenceCode), definition.factor)
  }

  /// The factor that turns a number of this unit into `other`, or nil where they do not convert.
  package func factor(to other: Unit) -> ExactFraction? {
    if self == other { return .one }
    let (mine, others) = (reference, other.reference)
    guard mine.unit == others.unit else { return nil }
    return mine.factor.divided(by: others.factor)
  }

  private var definition: UnitDefinition? {
    guard case .known(let code, _) = identity else { return nil }
    return UnitRegistry.standard.definitions[Int(code)]
  }
}

extension Unit {
  package static let yuan = Unit("元")
  package static let percent = Unit("%")
  package static let permille = Unit("‰")
  package static let ratio = Unit("比例")
  package static let percentagePoint = Unit("百分点")
  package static let person = Unit("人")
  /// 人次: one attendance.
  package static let personTime = Unit("人次")
  package static let month = Unit("月")
  package static let year = Unit("年")
  package static let schoolYear = Unit("学年")
  package static let yearOfAge = Unit("岁")
  package static let fullYearOfAge = Unit("周岁")
  /// M and G are kept as printed: 80M may be 米, Mbps or MB.
  package static let mega = Unit("M")
  package static let giga = Unit("G")
}
