// The end of a deputy's appointment.
import Ledger
package import Organisations
import Permissions
import Quantities
import Records

/// Ends an appointment before its time: whoever is absent, or the security administrator.
package struct EndDeputy: Sendable {
  /// Who is absent; nil for oneself.
  package var principal: PersonID?
  package var id: DeputyID
  /// Of the appointment as it was read.
  package var revision: Int64
  /// The last day on which it counts; blank for an end at once.
  package var lastDay: String

  package init(principal: PersonID? = nil, id: DeputyID, revision: Int64, lastDay: String = "") {
    self.principal = principal
    self.id = id
    self.revision = revision
    self.lastDay = lastDay
  }

  /// - Throws: `.permission`, `.records(.notFound)` also for somebody else's, `.records(.stale)`, `.fields`.
  package func run(in office: Office, by signedIn: SignedIn) async throws(OfficeRefusal) {
    let moment = office.now
    try await office.change { records in
      let absent = principal ?? signedIn.person.id
      if absent == signedIn.person.id {
        let home = try records.organisation(signedIn.person.organisation).value.path
        try signedIn.mayDo(.appointOwnDeputy, at: home)
      } else {
        _ = try records.person(absent, for: .appointDeputies, by: signedIn)
      }
      let found = try records.deputies(of: absent).first { $0.value.id == id && $0.value.principal == absent }
      guard var deputy = found?.value, let days = DaySpan(first: deputy.first, last: deputy.last) else {
        throw RecordError.notFound(.deputy, key: id.description)
      }
      let left = try days.ended(typed: lastDay, on: moment.day())
      deputy.first = left.first
      deputy.last = left.last ?? left.first
      try records.save(deputy, expecting: revision)
      try records.append(
        signedIn.note(.deputyEnd, deputy.subject, at: moment, reason: "person/\(deputy.deputy) \(left)"))
    }
  }
}
