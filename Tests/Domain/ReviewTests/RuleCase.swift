// One line of a table of cases: a rule, a form in the small notation, and whether the rule speaks.
import Findings
import Model
import Review
import RuleSets
import Testing

/// A form on which a rule speaks or is silent.
struct RuleCase: Sendable, CustomTestStringConvertible {
  let code: String
  let speaks: Bool
  let form: String

  var testDescription: String { "\(code) \(speaks ? "speaks" : "is silent"): \(form)" }

  static func speaks(_ code: String, _ form: String) -> RuleCase {
    RuleCase(code: code, speaks: true, form: form)
  }

  static func silent(_ code: String, _ form: String) -> RuleCase {
    RuleCase(code: code, speaks: false, form: form)
  }

  /// What the rule alone finds.
  func findings() throws -> [ReviewFinding] {
    let rule = try #require(RuleCatalogue.rule(code))
    let (form, unknown) = ExampleForm.read(form)
    try #require(unknown.isEmpty, "the notation does not know \(unknown)")
    try #require(rule.kinds.contains(form.kind))
    return rule.check(ExampleForm.subject(self.form, rules: .national))
  }

  func check() throws {
    let found = try findings()
    #expect(found.isEmpty != speaks, "\(found.map(\.message))")
    for finding in found {
      #expect(finding.rule == code)
      #expect(!finding.message.isEmpty && !finding.fields.isEmpty)
      for word in ["错误", "违规", code] { #expect(!finding.message.contains(word)) }
    }
  }
}
