// The order in which findings are shown: money, then errors, warnings by rule, hints last.
import Findings
import Quantities

enum ScreenOrder {
  /// The rules about money that come first. Source: rules.md, How the rules are read, 17.
  private static let money: Set<String> = ["A01", "A12", "A02", "A03", "E11", "E03", "E07"]

  static func sorted(_ findings: [ReviewFinding]) -> [ReviewFinding] {
    let ranks = findings.map(rank)
    return findings.indices.sorted { left, right in
      if ranks[left] != ranks[right] { return ranks[left] < ranks[right] }
      if ranks[left] == 0, let mine = findings[left].stake, let other = findings[right].stake, mine != other {
        return mine > other
      }
      if findings[left].rule != findings[right].rule { return findings[left].rule < findings[right].rule }
      return left < right
    }.map { findings[$0] }
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
