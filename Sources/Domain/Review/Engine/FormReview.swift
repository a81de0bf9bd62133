// The engine: runs the catalogue over a subject, lets the most specific speak, groups, orders.
import Findings
import Model
import RuleSets

/// What the review says about one form.
package struct ReviewResult: Sendable {
  /// In the order of the screen: money first, then errors, warnings by rule, hints.
  package var findings: [ReviewFinding]
  /// The sums that hold.
  package var sums: [SoundSum]
}

/// Reviews forms by the rules of the catalogue.
///
/// Example: `FormReview().run(ReviewSubject(form: form, rules: .national)).findings`.
package struct FormReview: Sendable {
  private let rulesByKind: [FormKind: [Rule]]

  package init(catalogue: [Rule] = RuleCatalogue.all) {
    rulesByKind = Dictionary(
      uniqueKeysWithValues: FormKind.allCases.map { kind in
        (kind, catalogue.filter { $0.kinds.contains(kind) })
      })
  }

  /// Reviews one form.
  package func run(_ subject: ReviewSubject) -> ReviewResult { run([subject])[0] }

  /// Every rule that reads a form's kind and is not switched off speaks; then one finding a cell stays.
  ///
  /// Many forms at once take half the time: a rule that is warm goes through all of them.
  /// - Returns: the results in the order of the subjects.
  package func run(_ subjects: [ReviewSubject]) -> [ReviewResult] {
    var found = [Found](repeating: Found(), count: subjects.count)
    for (kind, places) in Dictionary(grouping: subjects.indices, by: { subjects[$0].kind }) {
      for rule in rulesByKind[kind] ?? [] {
        for place in places {
          let subject = subjects[place]
          guard subject.speaksAll || subject.rules.switchedOff[rule.code] == nil else { continue }
          let findings = rule.check(subject)
          if !findings.isEmpty { found[place].add(findings, of: rule, subject.rules) }
        }
      }
    }
    return subjects.indices.map { index in
      let findings = Self.grouped(Precedence.applied(to: found[index].findings), by: found[index].grouping)
      return ReviewResult(
        findings: ScreenOrder.sorted(findings), sums: SoundSums.all(in: subjects[index]))
    }
  }

  /// What the rules have found in one form.
  private struct Found {
    var findings: [ReviewFinding] = []
    /// The rules that want one finding in place of the several that they have made.
    var grouping: [Rule] = []

    mutating func add(_ more: [ReviewFinding], of rule: Rule, _ rules: RuleSet) {
      let start = findings.count
      findings += more
      let severity = rules.severity(of: rule.code)
      for place in start..<findings.count {
        findings[place].severity = severity ?? findings[place].severity ?? rule.severity
      }
      if more.count > 1, rule.grouping != nil { grouping.append(rule) }
    }
  }

  /// One finding for a rule that wants so, over the cells of all of them.
  private static func grouped(_ findings: [ReviewFinding], by rules: [Rule]) -> [ReviewFinding] {
    var findings = findings
    for rule in rules {
      let members = findings.filter { $0.rule == rule.code }
      guard members.count > 1, let grouping = rule.grouping,
        let place = findings.firstIndex(where: { $0.rule == rule.code })
      else { continue }
      var group = ReviewFinding(
        rule: rule.code, severity: members.compactMap(\.severity).max(),
        fields: members.flatMap(\.fields),
        message: Sentence(grouping.message(members)), proposal: joined(members.compactMap(\.proposal)),
        terms: members.flatMap(\.terms), stake: members[0].stake)
      group.isGrouped = true
      findings[place] = group
      findings.removeAll { $0.rule == rule.code && !$0.isGrouped }
    }
    return findings
  }

  /// The proposals of several cells, one line each; the first choice of each together are one choice.
  private static func joined(_ proposals: [Proposal]) -> Proposal? {
    guard let first = proposals.first else { return nil }
    guard proposals.count > 1 else { return first }
    let edits = proposals.flatMap { $0.choices.first?.edits ?? [] }
    let label = proposals.compactMap { $0.choices.first?.label }.joined(separator: "；")
    return Proposal(
      text: proposals.map(\.text).joined(separator: "\n"),
      choices: edits.isEmpty ? [] : [Proposal.Choice(label: label, edits: edits)])
  }
}
