// What is known around the forms of one run: their neighbours, what others pay, last year's forms.
import Model
package import Review
package import RuleSets

/// The forms of a run beside one another, and last year's; the rules that look at other forms go by it.
package struct CheckSurroundings: Sendable {
  private let rules: RuleSet
  private var neighbours = FormNeighbours()
  private var peers = UnitCostPeers()
  private let lastYear: LastYearForms?

  /// - Parameters:
  ///   - rules: the set that the forms are reviewed under.
  ///   - lastYear: nil where nobody gave last year's forms.
  package init(rules: RuleSet, lastYear: LastYearForms? = nil) {
    self.rules = rules
    self.lastYear = lastYear
  }

  /// True where last year's forms were given.
  package var hasLastYear: Bool { lastYear != nil }

  /// Takes the forms of a file in.
  package mutating func add(_ document: UnreviewedDocument) {
    for entry in document.entries {
      neighbours.add(entry.form)
      peers.add(entry.form, under: rules)
    }
  }

  /// To be called when all files are in.
  package mutating func close() { peers.sort() }

  /// What the rules may know of other forms when they read this one.
  func context(of form: Form) -> ReviewContext {
    var context = ReviewContext()
    context.alikeProjects = neighbours.alike(form)
    context.peerUnitCosts = peers.others(than: form, under: rules)
    context.lastYear = lastYear?.target(before: form)
    context.lastOutcome = lastYear?.outcome(before: form)
    return context
  }
}
