// The rules of one region, year and kind of form: parameters, severities, trees.
package import Findings
package import Quantities

/// A resolved rule set: what applies to one form.
package struct RuleSet: Sendable {
  /// `national`, `dongguan-towns-2024`.
  package let identifier: String
  package let tree: IndicatorTree
  private let parameters: [RuleParameter: ExactDecimal]
  /// Severities by rule code where the set changes them.
  private let severities: [String: Severity]
  /// Codes of the rules that are switched off, with the reason.
  package let switchedOff: [String: String]

  package init(
    identifier: String, tree: IndicatorTree, parameters: [RuleParameter: ExactDecimal] = [:],
    severities: [String: Severity] = [:], switchedOff: [String: String] = [:]
  ) {
    self.identifier = identifier
    self.tree = tree
    self.parameters = parameters
    self.severities = severities
    self.switchedOff = switchedOff
  }

  /// The value of a parameter: the set's own, else the national standard.
  package subscript(parameter: RuleParameter) -> ExactDecimal { parameters[parameter] ?? parameter.standard }

  /// A parameter as a whole number; fractions are cut.
  package func whole(_ parameter: RuleParameter) -> Int {
    self[parameter].whole ?? 0
  }

  /// The severity that the set gives to a rule, if it changes it.
  package func severity(of code: String) -> Severity? { severities[code] }

  /// The national default.
  package static let national = RuleSet(
    identifier: "national",
    tree: IndicatorTree(
      identifier: "tree-2015", branches: IndicatorTreeWords.branches,
      categories: IndicatorTreeWords.categories))
}
