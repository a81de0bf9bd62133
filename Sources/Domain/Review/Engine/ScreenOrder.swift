// The order in which findings are shown: money, then errors, warnings by rule, hints last.
import Findings
import Quantities

enum ScreenOrder {
  /// The rules about money that come first. Source: rules.md, How the rules are read, 17.
  private static let money = ["A01", "A12", "A02", "A03", "E11", "E03", "E07"]

  static func sorted(_ findings: [ReviewFinding]) -> [ReviewFinding] {
    findings.enumerated().sorted { left, right in
      let (a, b) = (rank(left.element), rank(right.element))
      if a != b { return a < b }
      if a == 0, let mine = left.element.stake, let other = right.element.stake, mine != other {
        return mine > other
      }
      if left.element.rule != right.element.rule { return left.element.rule < right.element.rule }
      return left.offset < right.offset
    }.map(\.element)
  }

  private static func rank(_ finding: ReviewFinding) -> Int {
    if finding.severity != .info, money.contains(finding.rule) { return 0 }
    switch finding.severity {
    case .error: return 1
    case .warning: return 2
    case .info, nil: return 3
    }
  }
}
