// The time codes of somebody who has lost telephone and recovery codes.
import Ledger
package import Organisations
import Permissions
import Quantities
import Records

/// Takes away the time codes of another person, who signs in with the password alone from then on.
package struct ResetTimeCodes: Sendable {
  package var person: PersonID

  package init(person: PersonID) { self.person = person }

  /// - Throws: `.permission`, `.records(.notFound)` also for a person who works elsewhere.
  package func run(in office: Office, by signedIn: SignedIn) async throws(OfficeRefusal) {
    let moment = office.now
    try await office.change { records in
      let right = Right.resetTimeCodesOfOthers
      let holder = try records.account(person, for: right, by: signedIn, on: moment.day()).value
      try records.removeCredential(of: person, kind: CredentialKind.timeCodes)
      try records.removeSessions(of: person, except: nil)
      try records.append(signedIn.note(.timeCodesReset, holder.subject, at: moment))
    }
  }
}
