// What an adjustment changes, in one sentence.
import Model
import Quantities

/// Budget and promises against the version in force; nil where neither differs, or nothing is in force.
struct AdjustmentClause: Sendable {
  let text: String
  let fields: [String]

  init?(_ matter: OpinionMatter) {
    guard let before = matter.inForce else { return nil }
    var parts: [String] = []
    var fields: [String] = []
    if case .projectTarget(let old) = before, case .projectTarget(let target) = matter.form,
      let first = old.budget.total, let second = target.budget.total, first != second
    {
      parts.append(OpinionWording.changed(OpinionWording.budgetName, first, second))
      fields.append("budget/total")
    }
    var values: [String: String] = [:]
    for indicator in before.indicators {
      if let name = indicator.name { values[name] = indicator.annualValue ?? indicator.periodValue ?? "" }
    }
    for (index, indicator) in matter.form.indicators.enumerated() {
      guard let name = indicator.name, let old = values[name] else { continue }
      let value = indicator.annualValue ?? indicator.periodValue ?? ""
      guard value != old else { continue }
      parts.append(OpinionWording.changed(name, old, value))
      fields.append("indicators/\(index)/annualValue")
    }
    guard !parts.isEmpty else { return nil }
    text = OpinionWording.adjusted(parts)
    self.fields = fields
  }
}
