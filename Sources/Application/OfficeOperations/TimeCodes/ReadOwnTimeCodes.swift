// Whether somebody signs in with time codes.
import Accounts
import Organisations
import Permissions
import Records

/// The state of one's own time codes.
package struct ReadOwnTimeCodes: Sendable {
  package init() {}

  /// - Returns: how many recovery codes are left; nil where no time codes are asked for.
  package func run(in office: Office, by signedIn: SignedIn) async throws(OfficeRefusal) -> Int? {
    try await office.read { records in
      try signedIn.mayDoOwn(.manageOwnTimeCodes, in: records)
      return try records.timeCodes(of: signedIn.person.id, key: office.key)?.record.recovery.count
    }
  }
}
