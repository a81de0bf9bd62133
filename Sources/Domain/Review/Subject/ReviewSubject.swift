// What is reviewed: a form, prepared once for all rules, and what is known around it.
package import Findings
import IndicatorValues
package import Model
package import Quantities
package import RuleSets

/// What other forms tell about the one under review. A rule that needs an absent part is silent.
package struct ReviewContext: Sendable {
  /// The same project's target form of the year before.
  package var lastYear: Form?
  /// The same project's self-evaluation of the year before.
  package var lastOutcome: Form?
  /// Names of the department's other projects of the year with the same indicators (`FormNeighbours`).
  package var alikeProjects: [String] = []
  /// Whether the project has the conclusion of a pre-assessment; nil where nobody can tell.
  package var hasAssessment: Bool?
  /// Unit costs of comparable projects by normal unit text (`元/人`), sorted.
  package var peerUnitCosts: [String: [ExactDecimal]] = [:]

  package init() {}
}

/// A form under review.
package struct ReviewSubject: Sendable {
  package let form: Form
  package let kind: FormKind
  package let rules: RuleSet
  package let context: ReviewContext
  /// What reading the document already found about this form (such as C14), its fields without the form's
  /// number.
  package let readingFindings: [Finding]
  package let rows: [ReviewRow]
  /// The goals in prose: nil where blank. A self-evaluation's expected goal counts as annual.
  package let annualGoal: ReviewText?
  package let periodGoal: ReviewText?
  /// Printed name of the project, or of the department in its own form.
  package let name: ReviewText
  package let category: ReviewText
  /// The budget of the form's year: a project's total, a department's basic + project; nil where not printed.
  package let budget: Money?

  /// The project's target form, in rules that are only for it.
  package var projectTarget: ProjectTarget? {
    if case .projectTarget(let target) = form { return target }
    return nil
  }

  /// The department's target form.
  package var departmentTarget: DepartmentTarget? {
    if case .departmentTarget(let target) = form { return target }
    return nil
  }

  /// The self-evaluation or monitoring form.
  package var outcome: SelfEvaluation? {
    switch form {
    case .projectMonitoring(let outcome), .projectSelfEvaluation(let outcome),
      .departmentSelfEvaluation(let outcome):
      outcome
    case .projectTarget, .departmentTarget: nil
    }
  }
}
