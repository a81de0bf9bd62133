// The opinion of an approval, drafted from what was found: a pure function, the reviewer edits what it says.
import Findings
import Model
import Review

/// A draft of the opinion (批复意见), sentence by sentence, each with the cells that it comes from.
///
/// What is found speaks first, by weight; a form in which nothing is found gets the figures for which its
/// money is approved. Nothing is said that would fit any other project as well, except the bureau's own
/// opening and closing.
///
/// While a finding stands that sends the form back, nothing is consented to, whatever the grade and the
/// bureau's openings say: the draft says what is to be mended first, and has no closing.
///
///     OpinionDraft(OpinionMatter(form: form, findings: result.findings, sums: result.sums, grade: .good))
///     // 原则同意。“受益人次”1,000 人次，低于上年的 1,326 人次，请参照上年提高，或说明今年为什么做得少。
package struct OpinionDraft: Sendable, Equatable {
  /// One sentence of the opinion.
  package struct Sentence: Sendable, Equatable {
    /// With its full stop.
    package let text: String
    /// The cells that it speaks of, by place in the record; empty for opening and closing.
    package let fields: [String]
    /// The rules whose findings it tells.
    package let rules: [String]
  }

  package let sentences: [Sentence]

  /// The sentences behind each other, as they stand in the cell of the form.
  package var text: String { sentences.map(\.text).joined() }

  /// Findings told one by one at most; the rest are counted.
  static let clausesMax = 4
  /// Characters of a draft at most: what the cell of a form can hold and a reader reads.
  package static let charactersMax = 400

  /// - Parameters:
  ///   - matter: the form and what is known of it.
  ///   - phrases: the bureau's own words; what it has none for is said in the usual ones.
  package init(_ matter: OpinionMatter, phrases: OpinionPhrases = OpinionPhrases()) {
    let slots = PhraseSlots(matter.form)
    var sentences: [Sentence] = []
    func add(_ text: String, _ fields: [String] = [], _ rules: [String] = []) {
      guard !text.isEmpty else { return }
      sentences.append(Sentence(text: OpinionWording.ended(text), fields: fields, rules: rules))
    }
    let told = matter.findings.filter { $0.severity != .info }
    let mended = told.filter { $0.severity == .error }
    add(
      mended.isEmpty
        ? slots.filled(phrases.opening(for: matter.grade)) : OpinionWording.mendFirst(mended.count))
    for sentence in Self.sentences(of: mended, in: matter.form, phrases) { sentences.append(sentence) }
    if let change = AdjustmentClause(matter) { add(change.text, change.fields) }
    if told.isEmpty {
      for fact in SoundFacts(matter).facts { add(fact.text, fact.fields) }
    }
    let asked = told.filter { $0.severity != .error }
    for sentence in Self.sentences(of: asked, in: matter.form, phrases) { sentences.append(sentence) }
    let hints = matter.findings.filter { $0.severity == .info }
    for sentence in Self.sentences(of: Array(hints.prefix(told.isEmpty ? 1 : 0)), in: matter.form, phrases) {
      sentences.append(sentence)
    }
    if mended.isEmpty { add(slots.filled(phrases.closing)) }
    self.sentences = Self.fitting(sentences)
  }

  /// What was found, told as one sentence: clauses by weight, the rest counted.
  private static func sentences(
    of findings: [ReviewFinding], in form: Form, _ phrases: OpinionPhrases
  ) -> [Sentence] {
    guard !findings.isEmpty else { return [] }
    let told = findings.prefix(clausesMax)
    var clauses = told.map { FindingClause($0, in: form, phrases).text }
    let rest = findings.count - told.count
    if rest > 0 { clauses.append(OpinionWording.rest(rest)) }
    let text = clauses.joined(separator: OpinionWording.separator)
    return [
      Sentence(
        text: OpinionWording.ended(text), fields: told.flatMap(\.fields), rules: findings.map(\.rule))
    ]
  }

  /// Whole sentences as long as they fit; the first always stays.
  private static func fitting(_ sentences: [Sentence]) -> [Sentence] {
    var left = charactersMax
    var kept: [Sentence] = []
    for sentence in sentences {
      left -= sentence.text.count
      if left < 0, !kept.isEmpty { break }
      kept.append(sentence)
    }
    return kept
  }
}
