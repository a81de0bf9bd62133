// What is said of a form in which nothing was found: the figures for which its money is approved.
import Model
import Quantities
import Review

/// Sentences about the money, its change against last year, and the promises by which it will be measured.
struct SoundFacts: Sendable {
  struct Fact: Sendable {
    let text: String
    let fields: [String]
  }

  let facts: [Fact]

  init(_ matter: OpinionMatter) {
    facts = [Self.money(matter), Self.promises(matter.form)].compactMap(\.self)
  }

  /// The sum that holds, else the budget against last year's.
  private static func money(_ matter: OpinionMatter) -> Fact? {
    if let sum = matter.sums.first {
      return Fact(text: OpinionWording.sum(sum.message), fields: sum.fields)
    }
    guard matter.inForce == nil, case .projectTarget(let target) = matter.form,
      let budget = target.budget.total, case .projectTarget(let last)? = matter.lastYear,
      let before = last.budget.total, before.fen > 0, let change = budget.subtracting(before)
    else { return nil }
    return Fact(
      text: OpinionWording.budget(budget, change: change, of: before), fields: ["budget/total"])
  }

  /// The first promises of what is done and what comes of it.
  private static func promises(_ form: Form) -> Fact? {
    var chosen: [(index: Int, text: String)] = []
    var groups: Set<String> = []
    for (index, indicator) in form.indicators.enumerated() where chosen.count < promisesMax {
      let value: String? =
        switch form {
        case .projectTarget, .departmentTarget: indicator.annualValue ?? indicator.periodValue
        case .projectMonitoring, .projectSelfEvaluation, .departmentSelfEvaluation: indicator.actualValue
        }
      guard let name = indicator.name, let value, value.contains(where: { $0.isNumber }),
        value.count <= OpinionWording.valueCharactersMax,
        groups.insert(indicator.level2 ?? indicator.level1 ?? "").inserted
      else { continue }
      chosen.append((index, OpinionWording.promise(name, value)))
    }
    guard !chosen.isEmpty else { return nil }
    let isTarget = form.kind == .projectTarget || form.kind == .departmentTarget
    return Fact(
      text: OpinionWording.promises(chosen.map(\.text), isTarget: isTarget),
      fields: chosen.map { "indicators/\($0.index)/\(isTarget ? "annualValue" : "actualValue")" })
  }

  private static let promisesMax = 3
}
