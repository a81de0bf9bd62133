// Prepares a form for the rules: places in the tree, typed values, texts with their concepts.
package import Findings
import IndicatorValues
package import Model
import Quantities
package import RuleSets

extension ReviewSubject {
  /// - Parameters:
  ///   - form: the record under review.
  ///   - rules: what applies to it; the set is turned to the form's kind and year here.
  ///   - context: what other forms tell.
  ///   - readingFindings: what the import found in this form, its fields relative to the form.
  package init(
    form: Form, rules: RuleSet, context: ReviewContext = ReviewContext(), readingFindings: [Finding] = []
  ) {
    self.form = form
    kind = form.kind
    let year = Self.fiscalYear(of: form)
    let rules = rules.applying(to: form.kind, in: year?.year)
    self.rules = rules
    self.context = context
    self.readingFindings = readingFindings
    rows = form.indicators.enumerated().map { index, indicator in
      ReviewRow(index: index, indicator: indicator, tree: rules.tree, fiscalYear: year)
    }
    switch form {
    case .projectTarget(let target):
      annualGoal = target.goals.annual.map { ReviewText($0) }
      periodGoal = target.goals.period.map { ReviewText($0) }
      name = ReviewText(target.project.name ?? "")
      category = ReviewText(target.project.category ?? "")
      budget = target.budget.total
    case .departmentTarget(let target):
      annualGoal = target.goals.annual.map { ReviewText($0) }
      periodGoal = target.goals.period.map { ReviewText($0) }
      name = ReviewText(target.department.name ?? "")
      category = ReviewText("")
      let parts = target.budget
      budget = parts.basic.flatMap { basic in parts.project.flatMap { basic.adding($0) } }
    case .projectMonitoring(let outcome), .projectSelfEvaluation(let outcome),
      .departmentSelfEvaluation(let outcome):
      annualGoal = outcome.expectedGoal.map { ReviewText($0) }
      periodGoal = nil
      name = ReviewText(outcome.project.name ?? outcome.department.name ?? "")
      category = ReviewText(outcome.project.category ?? "")
      budget = outcome.funds.first?.adjusted ?? outcome.funds.first?.initial
    }
  }

  private static func fiscalYear(of form: Form) -> FiscalYear? {
    let year =
      switch form {
      case .projectTarget(let target): target.fiscalYear
      case .departmentTarget(let target): target.fiscalYear
      case .projectMonitoring(let outcome), .projectSelfEvaluation(let outcome),
        .departmentSelfEvaluation(let outcome):
        outcome.fiscalYear
      }
    return year.flatMap { FiscalYear($0) }
  }
}
