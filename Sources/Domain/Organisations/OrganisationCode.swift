// The code of a budget unit: three digits a level, so that a code begins the codes of everything below it.

/// A code inside one region: three digits for each level, at most ``levelsMax`` levels.
///
/// `713` is a department, `713001` a unit below it, the empty code is the region itself. What stands below an
/// organisation is known from codes alone: `713` contains `713001`, and not `714001`.
package struct OrganisationCode: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// Three digits a level; empty for the region itself.
  package let digits: String

  /// A department and four levels of units below it; nobody prints more.
  package static let levelsMax = 5
  /// Digits of one level.
  package static let levelDigits = 3
  /// The region itself.
  package static let region = OrganisationCode(unchecked: "")

  /// Nil unless it is nothing or whole levels of three digits; a level is never `000`.
  @specialized(where Text == String)
  @specialized(where Text == Substring)
  package init?<Text: StringProtocol>(_ text: Text) {
    let bytes = Array(text.utf8)
    guard bytes.count % Self.levelDigits == 0, bytes.count <= Self.levelsMax * Self.levelDigits,
      bytes.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    for start in stride(from: 0, to: bytes.count, by: Self.levelDigits)
    where bytes[start..<start + Self.levelDigits].allSatisfy({ $0 == 0x30 }) {
      return nil
    }
    digits = String(decoding: bytes, as: UTF8.self)
  }

  private init(unchecked digits: String) { self.digits = digits }

  /// How many levels below the region: 0 for the region itself.
  package var level: Int { digits.utf8.count / Self.levelDigits }

  /// The code one level up; nil for the region itself.
  package var parent: OrganisationCode? {
    level == 0 ? nil : OrganisationCode(unchecked: String(digits.dropLast(Self.levelDigits)))
  }

  /// The code and those above it, the region's first.
  package var lineage: [OrganisationCode] {
    (0...level).map { OrganisationCode(unchecked: String(digits.prefix($0 * Self.levelDigits))) }
  }

  /// True for the code itself and every code below it.
  package func contains(_ other: OrganisationCode) -> Bool { other.digits.utf8.starts(with: digits.utf8) }

  /// The order of a printed list: what is below follows at once.
  package static func < (left: OrganisationCode, right: OrganisationCode) -> Bool {
    left.digits.utf8.lexicographicallyPrecedes(right.digits.utf8)
  }

  package var description: String { digits }
}
