// Drafts as records for the steps: what would be submitted, and what comes back when an adjustment is given up.
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
  func submission(of ground: FormGround, on day: Day) throws(RecordError) -> SubmissionSubject {
    let entry = ground.entry
    let draft = FormDraft(fields: try fields(of: entry.id, after: 0), kind: entry.kind)
    let rules = RuleSet.national.applying(to: entry.kind, in: entry.year.year)
    let record = draft.record
    return SubmissionSubject(
      record: record, unreadable: draft.faults.map(\.path),
      findings: FormReview().run(ReviewSubject(form: record, rules: rules)).findings,
      takesErrors: rules.whole(.takesErrors) == 1, missedDay: try missedDay(of: ground, on: day))
  }
}

extension RecordTransaction {
  /// Makes the draft what a version says.
  func putBack(_ version: FormVersion, by person: PersonID, at moment: Moment) throws(RecordError) {
    let entry = try form(version.form).value
    let record = try version.form()
    let kept = try fields(of: entry.id, after: 0)
    let wanted = FormDraft(record: record).fields
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

extension RecordView {
  /// How far the writing of a form has come.
  func tally(of entry: FormEntry, fields: [DraftField]) throws(RecordError) -> FormTally {
    let draft = FormDraft(fields: fields, kind: entry.kind)
    let rules = RuleSet.national.applying(to: entry.kind, in: entry.year.year)
    let findings = FormReview().run(ReviewSubject(form: draft.record, rules: rules)).findings
    func count(_ severity: Severity) -> Int { findings.count { $0.severity == severity } }
    return FormTally(
      errors: count(.error) + draft.faults.count, warnings: count(.warning), hints: count(.info), filled: 0,
      wanted: 0)
  }
}
