// The order in which findings are shown: money, then errors, warnings by rule, hints last.
import Findings
import Quantities

enum ScreenOrder {
  /// The rules about money that come first. Source: rules.md, How the rules are read, 17.
  private static let money: Set<String> = ["A01", "A12", "A02", "A03", "E11", "E03", "E07"]

  static func sorted(_ findings: [ReviewFinding]) -> [ReviewFinding] {
    let ranked = findings.enumerated().map {
      (offset: $0.offset, rank: rank($0.element), finding: $0.element)
    }
    return ranked.sorted { left, right in
      if left.rank != right.rank { return left.rank < right.rank }
      if left.rank == 0, let mine = left.finding.stake, let other = right.finding.stake, mine != other {
        return mine > other
      }
      if left.finding.rule != right.finding.rule { return left.finding.rule < right.finding.rule }
      return left.offset < right.offset
    }.map(\.finding)
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
