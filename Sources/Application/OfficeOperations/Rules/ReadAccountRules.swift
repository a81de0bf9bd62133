// The rules of accounts, for the page on which they are changed.
package import Accounts
import Organisations
import Permissions
import Records

/// Reads the rules of passwords, sessions and lock-outs.
package struct ReadAccountRules: Sendable {
  /// Its revision is that of all rules together: they are read and changed as one.
  static let mark = "account-rules"

  package init() {}

  /// - Returns: the rules, and the revision by which they are changed.
  /// - Throws: `.permission`.
  package func run(
    in office: Office, by signedIn: SignedIn
  ) async throws(OfficeRefusal) -> (rules: AccountRules, revision: Int64) {
    try await office.read { records in
      try signedIn.mayDo(.changeAccountRules, at: try records.root().path)
      return (try AccountRules(in: records), try records.setting(Self.mark)?.revision ?? 0)
    }
  }
}
