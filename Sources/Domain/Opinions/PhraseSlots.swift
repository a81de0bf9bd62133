// The slots of a phrase, filled from a form.
package import Model
import Quantities

/// What a form puts into the slots of a phrase.
package struct PhraseSlots: Sendable {
  private let texts: [(slot: String, text: String)]

  package init(_ form: Form) {
    var project: String?
    var unit: String?
    var year: Int?
    var budget: String?
    switch form {
    case .projectTarget(let target):
      (project, unit, year) = (target.project.name, target.unit.name, target.fiscalYear)
      budget = target.budget.total.map { OpinionWording.money($0) }
    case .departmentTarget(let target):
      (project, unit, year) = (target.department.name, target.department.name, target.fiscalYear)
      let total = target.budget.basic.flatMap { basic in target.budget.project.flatMap { basic.adding($0) } }
      budget = total.map { OpinionWording.money($0) }
    case .projectMonitoring(let outcome), .projectSelfEvaluation(let outcome),
      .departmentSelfEvaluation(let outcome):
      project = outcome.project.name ?? outcome.department.name
      unit = outcome.unit.name ?? outcome.department.name
      year = outcome.fiscalYear
      budget = (outcome.funds.first?.adjusted ?? outcome.funds.first?.initial).map {
        OpinionWording.money($0)
      }
    }
    texts = [
      (OpinionWording.projectSlot, project ?? ""), (OpinionWording.unitSlot, unit ?? ""),
      (OpinionWording.yearSlot, year.map(String.init) ?? ""), (OpinionWording.budgetSlot, budget ?? ""),
    ]
  }

  /// The phrase with its slots filled; a slot that the form says nothing about goes.
  package func filled(_ phrase: String) -> String {
    var phrase = phrase
    for (slot, text) in texts { phrase = phrase.replacing(slot, by: text) }
    return phrase
  }
}

extension String {
  /// The text with every occurrence of a slot replaced, from left to right.
  func replacing(_ slot: String, by text: String) -> String {
    let (all, wanted) = (Array(utf8), Array(slot.utf8))
    guard !wanted.isEmpty, all.count >= wanted.count else { return self }
    var out: [UInt8] = []
    var place = 0
    while place < all.count {
      if place + wanted.count <= all.count, all[place..<place + wanted.count].elementsEqual(wanted) {
        out += Array(text.utf8)
        place += wanted.count
      } else {
        out.append(all[place])
        place += 1
      }
    }
    return String(decoding: out, as: UTF8.self)
  }
}
