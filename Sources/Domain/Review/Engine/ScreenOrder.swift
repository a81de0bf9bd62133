// The order in which findings are shown: money, then errors, warnings by rule, hints last.
import Findings
import Quantities

enum ScreenOrder {
  /// The rules about money that come first. Source: rules.md, How the rules are read, 17.
  private static let money = ["A01", "A12", "A02", "A03", "E11", "E03", "E07"].map { RuleCode($0) }

  /// What a finding is sorted by, in numbers: findings themselves are large.
  private struct Key {
    var place: Int
    var rank: Int
    var code: RuleCode
    var stake: Money?

    init(_ code: RuleCode, _ severity: Severity?, _ stake: Money?, at place: Int) {
      self.place = place
      self.code = code
      rank = ScreenOrder.rank(severity, code)
      self.stake = rank == 0 ? stake : nil
    }
  }

  /// - Parameter codes: those of the findings' rules.
  static func sort(_ findings: inout [ReviewFinding], _ codes: [RuleCode]) {
    guard findings.count > 1 else { return }
    let keys = findings.indices.map { Key(codes[$0], findings[$0].severity, findings[$0].stake, at: $0) }
    let order = keys.sorted { left, right in
      if left.rank != right.rank { return left.rank < right.rank }
      if left.rank == 0, let mine = left.stake, let other = right.stake, mine != other { return mine > other }
      if left.code != right.code { return left.code < right.code }
      return left.place < right.place
    }
    // Each changes places with the one that stands where it belongs: nothing is copied.
    for place in order.indices {
      var from = order[place].place
      while from < place { from = order[from].place }
      findings.swapAt(place, from)
    }
  }

  private static func rank(_ severity: Severity?, _ code: RuleCode) -> Int {
    switch severity {
    case .error: money.contains(code) ? 0 : 1
    case .warning: money.contains(code) ? 0 : 2
    case nil: money.contains(code) ? 0 : 3
    case .info: 3
    }
  }
}
