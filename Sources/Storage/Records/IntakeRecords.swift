// Documents that people handed in to be read into drafts, in the store.
package import Organisations
package import Quantities

/// The number of an intake.
package typealias IntakeID = Identifier<Intake>

/// A document that somebody handed in. Its bytes are the attachment of `intake/17`, what was read from them
/// that of `intake/17/reading`.
package struct Intake: Sendable, Hashable {
  package let id: IntakeID
  /// The unit whose forms it is to hold.
  package let organisation: OrganisationID
  package let person: PersonID
  package let moment: Moment
  /// As the person's machine called it; never a path.
  package let name: String
  package let byteCount: Int64
  /// How far it is, in a word of the application.
  package var state: String
  /// What was found and answered, as JSON; the store does not read it.
  package var details: String

  package init(
    id: IntakeID, organisation: OrganisationID, person: PersonID, moment: Moment, name: String,
    byteCount: Int64, state: String, details: String = ""
  ) {
    self.id = id
    self.organisation = organisation
    self.person = person
    self.moment = moment
    self.name = name
    self.byteCount = byteCount
    self.state = state
    self.details = details
  }

  /// What it is called as the subject of its attachment and in the ledger.
  package var subject: String { "intake/\(id)" }
  /// The subject of what was read from it.
  package var readingSubject: String { "intake/\(id)/reading" }
}

/// Reads intakes.
package protocol IntakeView {
  /// - Throws: `.notFound`.
  func intake(_ id: IntakeID) throws(RecordError) -> Stored<Intake>

  /// Those of a unit, the latest first, before a number (nil for the latest), at most `limit`.
  func intakes(
    of organisation: OrganisationID, before last: IntakeID?, limit: Int
  ) throws(RecordError) -> [Stored<Intake>]
}

/// Changes intakes.
package protocol IntakeStore {
  /// - Throws: `.invalid` for one without a name, `.unknownReference`.
  func add(_ intake: Intake) throws(RecordError)

  /// Changes state and details; the rest stays as it was handed in.
  ///
  /// - Throws: `.notFound`, `.stale`.
  func save(_ intake: Intake, expecting revision: Int64) throws(RecordError)
}
