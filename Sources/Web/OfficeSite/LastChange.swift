// Who changed something last: for those who wanted to change it at the same time.
import Ledger
import OfficeOperations
import Organisations
import Quantities
import Records

/// The last change of a thing.
struct LastChange: Sendable {
  /// Nil for the system itself.
  var name: String?
  var moment: Moment
}

extension OfficeSite {
  /// The last change of a thing by one of these actions; nil where the ledger tells of none.
  ///
  /// To be asked only for somebody who may change the thing.
  func lastChange(
    of subject: String, by actions: Set<LedgerAction>
  ) async throws(OfficeRefusal) -> LastChange? {
    try await office.read { records in
      let entries = try records.ledgerEntries(about: subject, limit: Self.entriesLookedAt)
      guard let note = entries.first(where: { actions.contains($0.note.action) })?.note else { return nil }
      let actor = note.actor.flatMap { PersonID($0) }
      return LastChange(name: try actor.map { try records.person($0).value.name }, moment: note.moment)
    }
  }

  private static let entriesLookedAt = 50
}
