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
  private let groupings: [String: Rule.Grouping]

  package init(catalogue: [Rule] = RuleCatalogue.all) {
    rulesByKind = Dictionary(
      uniqueKeysWithValues: FormKind.allCases.map { kind in
        (kind, catalogue.filter { $0.kinds.contains(kind) })
      })
    groupings = Dictionary(
      catalogue.compactMap { rule in rule.grouping.map { (rule.code, $0) } },
      uniquingKeysWith: { first, _ in first })
  }

  /// Reviews one form.
  package func run(_ subject: ReviewSubject) -> ReviewResult { run([subject])[0] }

  /// Every rule that reads a form's kind and is not switched off speaks; then one finding a cell stays.
  ///
  /// Many forms at once take half the time: a rule that is warm goes through all of them.
  /// - Returns: the results in the order of the subjects.
  package func run(_ subjects: [ReviewSubject]) -> [ReviewResult] {
    var found = [[ReviewFinding]](repeating: [], count: subjects.count)
    for (kind, places) in Dictionary(grouping: subjects.indices, by: { subjects[$0].kind }) {
      for rule in rulesByKind[kind] ?? [] {
        for place in places {
          let subject = subjects[place]
          guard subject.speaksAll || subject.rules.switchedOff[rule.code] == nil else { continue }
          for var finding in rule.check(subject) {
            finding.severity = subject.rules.severity(of: rule.code) ?? finding.severity ?? rule.severity
            found[place].append(finding)
          }
        }
      }
    }
    return subjects.indices.map { index in
      let findings = grouped(Precedence.applied(to: found[index]))
      return ReviewResult(
        findings: ScreenOrder.sorted(findings), sums: SoundSums.all(in: subjects[index]))
    }
  }

  /// One finding for a rule that wants so, over the cells of all of them.
  private func grouped(_ findings: [ReviewFinding]) -> [ReviewFinding] {
    guard findings.contains(where: { groupings[$0.rule] != nil }) else { return findings }
    var result: [ReviewFinding] = []
    var done: Set<String> = []
    for finding in findings {
      guard let grouping = groupings[finding.rule] else {
        result.append(finding)
        continue
      }
      guard done.insert(finding.rule).inserted else { continue }
      let members = findings.filter { $0.rule == finding.rule }
      guard members.count > 1 else {
        result.append(finding)
        continue
      }
      var group = ReviewFinding(
        rule: finding.rule, severity: members.compactMap(\.severity).max(),
        fields: members.flatMap(\.fields),
        message: grouping.message(members), proposal: Self.joined(members.compactMap(\.proposal)),
        terms: members.flatMap(\.terms), stake: finding.stake)
      group.isGrouped = true
      result.append(group)
    }
    return result
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
