// What the reviewers' lists are told of a submission: what was found, and how urgent it is to look.
import Findings
import Model
import Quantities
import Records
import Review

/// What was found in a form when it was submitted, and how much of it is unlike last year's.
struct FormJudgement: Sendable {
  var counts: FindingCounts
  /// The findings, a sentence each.
  var sentences: [String]
  var novelty: Novelty

  /// How much of a form its reviewers have not seen a year ago.
  enum Novelty: Int64, Sendable {
    /// The same promises for the same money.
    case alike = 1
    case changed = 2
    /// The project had no form last year.
    case first = 3
  }

  init(findings: [ReviewFinding], novelty: Novelty) {
    func count(_ severity: Severity) -> Int { findings.count { $0.severity == severity } }
    counts = FindingCounts(errors: count(.error), warnings: count(.warning), hints: count(.info))
    sentences = findings.map(\.message)
    self.novelty = novelty
  }

  /// Money × risk × novelty: money in whole 万元 and one more, so that small forms with grave findings count;
  /// risk by the findings, each error as two warnings as six hints.
  func urgency(of amount: Money?) -> Int64 {
    let money = 1 + min(max(0, amount?.fen ?? 0) / Self.fenOfOne, Self.moneyMax)
    let risk =
      1 + 6 * Int64(min(counts.errors, Self.findingsMax)) + 3 * Int64(min(counts.warnings, Self.findingsMax))
      + Int64(min(counts.hints, Self.findingsMax))
    return money * risk * novelty.rawValue
  }

  /// 一万元 in 分.
  private static let fenOfOne: Int64 = 1_000_000
  private static let moneyMax: Int64 = 1_000_000_000
  private static let findingsMax = 20
}

extension FormJudgement.Novelty {
  /// - Parameter last: the target of a year earlier; nil where there was none.
  init(of form: Form, beside last: Form?) {
    guard let last else {
      self = .first
      return
    }
    let isAlike =
      form.amountAsked == last.amountAsked && Self.promises(of: form) == Self.promises(of: last)
    self = isAlike ? .alike : .changed
  }

  private static func promises(of form: Form) -> [[String?]] {
    form.indicators.map { [$0.name, $0.annualValue] }
  }
}
