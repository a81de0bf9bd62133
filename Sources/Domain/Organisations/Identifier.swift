// The number by which one thing is kept apart from all others of its noun.

/// A positive number that names one thing of a noun for ever; numbers are never given twice.
///
/// The noun is a type, so that the number of a person cannot stand where that of an organisation is wanted.
/// Example: `PersonID(17)`; `PersonID(0)` is nil.
package struct Identifier<Noun>: Sendable, Hashable, Comparable, CustomStringConvertible {
  package let rawValue: Int64

  /// Nil for numbers below 1.
  package init?(_ rawValue: Int64) {
    guard rawValue > 0 else { return nil }
    self.rawValue = rawValue
  }

  /// Reads what `description` prints: decimal digits without a leading zero, at most 19.
  package init?(_ text: some StringProtocol) {
    guard text.utf8.count <= 19, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      text.utf8.first != 0x30, let number = Int64(text)
    else { return nil }
    self.init(number)
  }

  package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

  package var description: String { String(rawValue) }
}

/// The number of an organisation; it stays when the code or the name changes.
package typealias OrganisationID = Identifier<Organisation>
/// The number of a person.
package typealias PersonID = Identifier<Person>
/// The number of an assignment.
package typealias AssignmentID = Identifier<Assignment>
/// The number of a deputy's appointment.
package typealias DeputyID = Identifier<Deputy>
