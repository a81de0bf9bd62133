// The order in which findings are shown: money, then errors, warnings by rule, hints last.
import Findings
import Quantities

enum ScreenOrder {
  /// The rules about money that come first. Source: rules.md, How the rules are read, 17.
  private static let money = ["A01", "A12", "A02", "A03", "E11", "E03", "E07"]

  /// What a finding is sorted by, in numbers: findings themselves are large.
  private struct Key {
    var place: Int
    var rank: Int
    var code: RuleCode
    var stake: Money?

    init(_ finding: ReviewFinding, at place: Int) {
      self.place = place
      rank = ScreenOrder.rank(finding)
      code = RuleCode(finding.rule)
      stake = rank == 0 ? finding.stake : nil
    }
  }

  static func sorted(_ findings: [ReviewFinding]) -> [ReviewFinding] {
    guard findings.count > 1 else { return findings }
    let keys = findings.indices.map { Key(findings[$0], at: $0) }
    return keys.sorted { left, right in
      if left.rank != right.rank { return left.rank < right.rank }
      if left.rank == 0, let mine = left.stake, let other = right.stake, mine != other { return mine > other }
      if left.code != right.code { return left.code < right.code }
      return left.place < right.place
    }.map { findings[$0.place] }
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
