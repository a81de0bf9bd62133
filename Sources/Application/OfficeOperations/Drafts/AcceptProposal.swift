// A proposal of a finding taken over with one click.
import FormDrafts
package import Records
import Review

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
    let key = finding
    let choice = choice
    return try await DraftSaving(form: form, revision: revision).run(in: office, by: signedIn) {
      draft, open, around in
      let finding = DraftHelp(draft, in: try around()).findings.first { $0.key == key }
      guard let choices = finding?.finding.proposal?.choices, choices.indices.contains(choice) else {
        throw OfficeRefusal.fields([FieldFault("finding", DraftWording.findingGone)])
      }
      return draft.edits(making: choices[choice].edits, movesRows: open.allowsRows(of: .indicators))
    }
  }
}

extension FormDraft {
  /// The edits of a record as edits of the draft; a row that goes under another level 2 is moved beside the rows
  /// that stand there.
  ///
  /// - Parameter movesRows: false where rows have to stay where they are, as in a returned form.
  func edits(making edits: [RecordEdit], movesRows: Bool) -> [DraftEdit] {
    var made: [DraftEdit] = []
    var levels: [RowKey: [String: String]] = [:]
    for edit in edits {
      guard let path = path(ofPointer: edit.field) else { continue }
      made.append(.set(path: path, typed: edit.text ?? ""))
      let parts = path.split(separator: "/")
      guard parts.count == 3, parts[0] == "indicators", parts[2] == "level1" || parts[2] == "level2",
        let key = RowKey(parts[1])
      else { continue }
      levels[key, default: [:]][String(parts[2])] = edit.text ?? ""
    }
    for key in keys(of: .indicators) where movesRows {
      guard let wanted = levels[key], let last = neighbour(of: key, wanted) else { continue }
      made.append(.moveRow(.indicators, key, to: .after(last)))
    }
    return made
  }

  /// The last other row under the levels that a row gets; else the last under its level 1.
  private func neighbour(of key: RowKey, _ wanted: [String: String]) -> RowKey? {
    func level(_ level: String, of key: RowKey) -> String? { text(at: "indicators/\(key)/\(level)") }
    let level1 = wanted["level1"] ?? level("level1", of: key)
    let level2 = wanted["level2"] ?? level("level2", of: key)
    let others = keys(of: .indicators).filter { $0 != key && level("level1", of: $0) == level1 }
    return others.last { level("level2", of: $0) == level2 } ?? others.last
  }
}
