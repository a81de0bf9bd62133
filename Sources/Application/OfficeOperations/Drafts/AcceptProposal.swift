// A proposal of a finding taken over with one click.
package import Records

/// Writes what a finding proposes into the draft; a row that moves to another level 2 goes beside the rows that
/// stand there.
package struct AcceptProposal: Sendable {
  package var form: FormID
  /// The draft's revision as the page last knew it.
  package var revision: Int64
  /// `DraftFinding.key`.
  package var finding: String
  /// Which of the proposal's choices, from 0.
  package var choice: Int

  package init(form: FormID, onto revision: Int64, finding: String, choice: Int = 0) {
    self.form = form
    self.revision = revision
    self.finding = finding
    self.choice = choice
  }

  /// - Throws: as `SaveFields`; `.fields` also where the finding is gone or has no such choice.
  package func run(in office: Office, by signedIn: SignedIn) async throws(OfficeRefusal) -> SaveOutcome {
    throw .unforeseen
  }
}
