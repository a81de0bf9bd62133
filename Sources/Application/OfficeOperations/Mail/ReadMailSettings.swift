// The mail of the office, for the page on which it is set up.
import Accounts
package import Mail
import Organisations
import Permissions
import Records

/// Reads how the office sends mail, and how it goes.
package struct ReadMailSettings: Sendable {
  package init() {}

  /// What the page shows.
  package struct State: Sendable {
    /// With the password; it is for no page.
    package let settings: MailSettings
    /// By which the settings are changed.
    package let revision: Int64
    /// How many people's letters wait, and why the last attempt at one of them failed.
    package let waitingCount: Int
    package let problem: MailProblem?
  }

  private static let jobsMax = 1000

  /// - Throws: `.permission`.
  package func run(in office: Office, by signedIn: SignedIn) async throws(OfficeRefusal) -> State {
    let key = office.key
    return try await office.read { records in
      try signedIn.mayDo(.changeSettings, at: try records.root().path)
      let (settings, revision) = try records.mailSettings(key: key)
      let waiting = try records.jobs(kind: Job.mail, limit: Self.jobsMax)
      return State(
        settings: settings, revision: revision, waitingCount: waiting.count,
        problem: waiting.compactMap { $0.problem.flatMap { MailProblem(word: $0) } }.last)
    }
  }
}
