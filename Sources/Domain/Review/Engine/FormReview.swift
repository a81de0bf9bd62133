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
  /// The rules that read forms of a kind.
  private let rulesByKind: [(kind: FormKind, rules: [Rule])]

  package init(catalogue: [Rule] = RuleCatalogue.all) {
    rulesByKind = FormKind.allCases.map { kind in
      (kind, catalogue.filter { $0.kinds.contains(kind) })
    }
  }

  /// Reviews one form.
  package func run(_ subject: ReviewSubject) -> ReviewResult { run([subject])[0] }

  /// Every rule that reads a form's kind and is not switched off speaks; then one finding a cell stays.
  ///
  /// Many forms at once take half the time: a rule that is warm goes through all of them.
  /// - Returns: the results in the order of the subjects.
  package func run(_ subjects: [ReviewSubject]) -> [ReviewResult] {
    var found = [FoundByRules](repeating: FoundByRules(), count: subjects.count)
    for (kind, rules) in rulesByKind {
      let places = subjects.indices.filter { subjects[$0].kind == kind }
      guard !places.isEmpty else { continue }
      for rule in rules {
        for place in places where subjects[place].hears(rule) {
          let findings = rule.check(subjects[place])
          if !findings.isEmpty { found[place].add(findings, of: rule, subjects[place].rules) }
        }
      }
    }
    return subjects.indices.map { index in
      var mine = FoundByRules()
      swap(&mine, &found[index])
      return ReviewResult(findings: mine.shown(), sums: SoundSums.all(in: subjects[index]))
    }
  }
}

/// What the rules have found in one form.
private struct FoundByRules {
  private var findings: [ReviewFinding] = []
  /// The code of each finding's rule, as a number.
  private var codes: [RuleCode] = []
  /// As many findings as most forms have.
  private static let mostForms = 8
  /// The rules that want one finding in place of the several that they have made.
  private var grouping: [Rule] = []

  mutating func add(_ more: [ReviewFinding], of rule: Rule, _ rules: RuleSet) {
    let start = findings.count
    if start == 0 { findings.reserveCapacity(Self.mostForms) }
    findings += more
    let severity = rules.severity(of: rule.code)
    for place in start..<findings.count {
      findings[place].severity = severity ?? findings[place].severity ?? rule.severity
      codes.append(rule.number)
    }
    if more.count > 1, rule.grouping != nil { grouping.append(rule) }
  }

  /// What is left of it, grouped and in the order of the screen.
  mutating func shown() -> [ReviewFinding] {
    if let silenced = Precedence.silenced(findings, codes) {
      findings = findings.indices.filter { !silenced[$0] }.map { findings[$0] }
      codes = codes.indices.filter { !silenced[$0] }.map { codes[$0] }
    }
    for rule in grouping { group(rule) }
    ScreenOrder.sort(&findings, codes)
    return findings
  }

  /// One finding for a rule that wants so, over the cells of all of them.
  private mutating func group(_ rule: Rule) {
    // A rule's findings stand together.
    guard let first = codes.firstIndex(of: rule.number), let last = codes.lastIndex(of: rule.number),
      first < last, let grouping = rule.grouping
    else { return }
    let members = Array(findings[first...last])
    var group = ReviewFinding(
      rule: rule.code, severity: members.compactMap(\.severity).max(), fields: members.flatMap(\.fields),
      message: Sentence(grouping.message(members)), proposal: Self.joined(members.compactMap(\.proposal)),
      terms: members.flatMap(\.terms), stake: members[0].stake)
    group.isGrouped = true
    findings[first] = group
    findings.removeSubrange((first + 1)...last)
    codes.removeSubrange((first + 1)...last)
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
