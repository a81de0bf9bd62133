// The sessions of somebody whose browser may be in wrong hands.
import Ledger
package import Organisations
import Permissions
import Quantities
import Records

/// Ends all sessions of another person.
package struct EndSessionsOf: Sendable {
  package var person: PersonID

  package init(person: PersonID) { self.person = person }

  /// - Returns: how many there were.
  /// - Throws: `.permission`, `.records(.notFound)` also for a person who works elsewhere.
  @discardableResult
  package func run(in office: Office, by signedIn: SignedIn) async throws(OfficeRefusal) -> Int {
    let moment = office.now
    return try await office.change { records in
      let holder = try records.person(person, for: .endSessionsOfOthers, by: signedIn).value
      let count = try records.removeSessions(of: person, except: nil)
      try records.append(signedIn.note(.sessionEnd, holder.subject, at: moment))
      return count
    }
  }
}
