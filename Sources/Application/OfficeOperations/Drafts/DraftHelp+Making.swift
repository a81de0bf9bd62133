// Makes what helps while writing: one review of the record, everything bound to the cells of the draft.
import FormDrafts
import IndicatorValues
import Model
import Review
import RuleSets

extension DraftHelp {
  private static let review = FormReview()

  /// Reviews a draft as its reviewers will see it.
  init(_ draft: FormDraft, in around: FormSurroundings) {
    let record = draft.record
    let subject = ReviewSubject(form: record, rules: around.rules, context: around.context(of: record))
    let result = Self.review.run(subject)
    let completeness = DraftCompleteness(draft, subject)
    self.init(
      record: record, findings: result.findings.map { DraftFinding($0, in: draft) },
      sums: result.sums.map { sum in
        DraftSum(sum: sum, paths: sum.fields.compactMap { draft.path(ofPointer: $0) })
      },
      readings: Self.readings(of: subject, in: draft),
      faults: draft.faults.map { FieldFault($0.path, $0.sentence) }, missing: completeness.missing,
      completeness: (completeness.filled, completeness.wanted))
  }

  /// What the values of indicators mean, in words; nothing for what is only words.
  private static func readings(of subject: ReviewSubject, in draft: FormDraft) -> [String: String] {
    var readings: [String: String] = [:]
    let keys = draft.keys(of: .indicators)
    for (row, key) in zip(subject.rows, keys) {
      let values: [(Indicator.Field, ParsedValue?)] = [
        (.annualValue, row.annual), (.periodValue, row.period), (.actualValue, row.actual),
      ]
      for (column, value) in values {
        guard let value = value?.value, let text = value.reading else { continue }
        readings["\(DraftList.indicators.rawValue)/\(key)/\(column.rawValue)"] = text
      }
    }
    return readings
  }
}

extension IndicatorValue {
  /// The meaning in words; nil where there is none beside the words themselves.
  fileprivate var reading: String? {
    switch meaning {
    case .measure, .frequency, .deadline, .composite, .grade: printed(.words)
    case .yesNo, .qualitative, .placeholder, .empty, .text: nil
    }
  }
}

extension DraftFinding {
  /// Binds a finding to the cells of a draft.
  init(_ finding: ReviewFinding, in draft: FormDraft) {
    self.init(
      finding: finding, path: finding.shownField.flatMap { draft.path(ofPointer: $0) },
      paths: finding.fields.compactMap { draft.path(ofPointer: $0) },
      terms: finding.terms.map { term in term.field.flatMap { draft.path(ofPointer: $0) } })
  }
}
