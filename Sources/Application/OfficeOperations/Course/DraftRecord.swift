// Drafts as records for the steps: what would be submitted, and what comes back after an adjustment.
import Findings
import FormDrafts
import Model
import Organisations
import Quantities
import Records
import Review
import RuleSets

extension RecordView {
  /// The record that the draft of a form makes.
  func draftRecord(of entry: FormEntry) throws(RecordError) -> Form {
    FormDraft(fields: try fields(of: entry.id, after: 0), kind: entry.kind).record
  }

  /// The draft as it would be submitted, with everything that the rules say about it.
  func submission(
    of ground: FormGround, on day: Day, memory: FormMemory
  ) throws(RecordError) -> SubmissionSubject {
    let around = try surroundings(of: ground.entry, at: ground.organisation, memory: memory)
    let help = DraftHelp(ground.draft, in: around)
    return SubmissionSubject(
      record: help.record, unreadable: ground.draft.faults.map(\.path),
      findings: help.findings.map(\.finding),
      takesErrors: around.rules.whole(.takesErrors) == 1, missedDay: try missedDay(of: ground, on: day),
      novelty: FormJudgement.Novelty(of: help.record, beside: around.lastYear?.target),
      unchanged: try unchanged(of: ground, now: help.record))
  }

  /// How far the writing of a form has come.
  func tally(
    of entry: FormEntry, draft: KnownDraft, at unit: Organisation, memory: FormMemory
  ) throws(RecordError) -> FormTally {
    let help = memory.help(entry.id, draft, in: try surroundings(of: entry, at: unit, memory: memory))
    func count(_ severity: Severity) -> Int { help.findings.count { $0.finding.severity == severity } }
    return FormTally(
      errors: count(.error) + help.faults.count, warnings: count(.warning), hints: count(.info),
      filled: help.completeness.filled, wanted: help.completeness.wanted)
  }
}

extension RecordTransaction {
  /// Makes the draft what a version says.
  func putBack(_ version: FormVersion, by person: PersonID, at moment: Moment) throws(RecordError) {
    let entry = try form(version.form).value
    let record = try version.form()
    let kept = try fields(of: entry.id, after: 0)
    let links = try decisions(on: entry.id).links(ofVersion: version.number)
    let wanted = FormDraft(record: record, links: links).fields
    let values = Dictionary(kept.map { ($0.path, $0.value) }, uniquingKeysWith: { first, _ in first })
    let paths = Set(wanted.map(\.path))
    let changes =
      wanted.filter { values[$0.path] != .some($0.value) }
      + kept.filter { $0.value != nil && !paths.contains($0.path) }.map {
        FieldChange(path: $0.path, value: nil)
      }
    _ = try save(changes, of: entry.id, onto: entry.draftRevision, by: person, at: moment)
    try setAmount(record.amountAsked, of: entry.id)
  }
}
