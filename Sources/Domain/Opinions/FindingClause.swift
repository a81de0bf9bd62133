// One finding as a clause of an opinion: its cells, its figures, and what is asked for.
import Model
import Quantities
import Review

/// The clause that tells a finding.
struct FindingClause: Sendable {
  let text: String

  /// - Parameter phrases: a bureau's own clause for the rule counts before the usual one.
  init(_ finding: ReviewFinding, in form: Form, _ phrases: OpinionPhrases) {
    let cells = Self.cells(of: finding, in: form)
    let asked: String
    if let own = phrases.clauses[finding.rule], !own.isEmpty {
      asked = PhraseSlots(form).filled(own)
    } else {
      asked = Self.figured(finding) ?? OpinionWording.clause(finding.rule) ?? Self.plain(finding)
    }
    var text = OpinionWording.unended(asked.replacing(OpinionWording.cellSlot, by: cells))
    if let value = Self.proposedValue(of: finding) { text += OpinionWording.proposed(value) }
    self.text = text
  }

  /// A rule that no clause was written for: its title and its advice.
  private static func plain(_ finding: ReviewFinding) -> String {
    guard let rule = RuleCatalogue.rule(finding.rule) else { return finding.message }
    return OpinionWording.plain(title: rule.title, advice: rule.advice)
  }

  /// Clauses that live of their figures.
  private static func figured(_ finding: ReviewFinding) -> String? {
    switch finding.rule {
    case "A06":
      guard finding.terms.count == 2, !finding.isGrouped else { return nil }
      return OpinionWording.belowLastYear(figure(finding.terms[0]), figure(finding.terms[1]))
    case "A08":
      let clauses = finding.terms.map(\.label)
      guard let first = clauses.first else { return nil }
      return OpinionWording.withoutIndicator(first, count: Set(clauses).count)
    default: return nil
    }
  }

  private static func figure(_ term: ReviewTerm) -> String {
    OpinionWording.figure(term.number, term.unit)
  }

  // MARK: Cells

  /// The cells as people call them: names of indicators in quotes, else the parts of the form.
  static func cells(of finding: ReviewFinding, in form: Form) -> String {
    let indicators = form.indicators
    var names: [String] = []
    var parts: [String] = []
    for field in finding.fields {
      let steps = field.split(separator: "/")
      if steps.first == "indicators", steps.count > 1, let number = Int(steps[1]) {
        let name = indicators.indices.contains(number) ? indicators[number].name : nil
        let shown = name.map(OpinionWording.short) ?? OpinionWording.row(number)
        if !names.contains(shown) { names.append(shown) }
      } else if let part = OpinionWording.part(field), !parts.contains(part) {
        parts.append(part)
      }
    }
    return names.isEmpty
      ? parts.prefix(2).joined(separator: OpinionWording.and) : OpinionWording.quoted(names)
  }

  /// The value that the first choice writes into the finding's own cell, where it writes nothing else.
  private static func proposedValue(of finding: ReviewFinding) -> String? {
    guard let choice = finding.proposal?.choices.first, choice.edits.count == 1,
      let edit = choice.edits.first,
      finding.fields.contains(edit.field), let text = edit.text,
      text.count <= OpinionWording.valueCharactersMax
    else { return nil }
    let isValue = edit.field.utf8.elementsEqual(finding.fields[0].utf8)
    return isValue && (edit.field.hasSuffix("Value")) ? text : nil
  }
}
