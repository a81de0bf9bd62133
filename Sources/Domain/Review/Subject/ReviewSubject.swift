// What is reviewed: a form, prepared once for all rules, and what is known around it.
package import Findings
import IndicatorLibrary
import IndicatorValues
package import Model
package import Quantities
package import RuleSets
import Synchronization

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
  /// Unit costs of comparable projects, sorted: by what is paid and its unit (`培训 元/人`, `UnitCostPeers`), or
  /// by the unit alone (`元/人`) where all of them are for the same.
  package var peerUnitCosts: [String: [ExactDecimal]] = [:]

  /// True where enough comparable prices are known for at least one cost.
  package var hasPeers: Bool { peerUnitCosts.values.contains { $0.count >= PeerBand.fewest } }

  package init() {}
}

/// A form under review; a class, because every rule is handed it.
package final class ReviewSubject: Sendable {
  package let form: Form
  package let kind: FormKind
  package let rules: RuleSet
  package let context: ReviewContext
  /// What reading the document already found about this form (such as C14), its fields without the form's
  /// number.
  package let readingFindings: [Finding]
  package let rows: [ReviewRow]
  /// What the names of the rows speak of: a rule about what is in none of them need not go through the rows.
  private let named: ConceptSet
  /// The goals in prose: nil where blank. A self-evaluation's expected goal counts as annual.
  package let annualGoal: ReviewText?
  package let periodGoal: ReviewText?
  /// Printed name of the project, or of the department in its own form.
  package let name: ReviewText
  package let category: ReviewText
  /// The budget of the form's year: a project's total, a department's basic + project; nil where not printed.
  package let budget: Money?

  /// Prepares a form for the rules: places in the tree, typed values, texts with their concepts.
  ///
  /// - Parameters:
  ///   - form: the record under review.
  ///   - rules: what applies to it; the set is turned to the form's kind and year here.
  ///   - context: what other forms tell.
  ///   - readingFindings: what the import found in this form, its fields relative to the form.
  package init(
    form: Form, rules: RuleSet, context: ReviewContext = ReviewContext(), readingFindings: [Finding] = []
  ) {
    kind = form.kind
    let year = Self.fiscalYear(of: form)
    let rules = rules.applying(to: form.kind, in: year?.year)
    self.rules = rules
    hearsAll = rules.switchedOff.isEmpty
    self.context = context
    self.readingFindings = readingFindings
    let indicators = form.indicators
    var places = IndicatorPlaces(of: indicators, in: rules.tree)
    var rows: [ReviewRow] = []
    var named = ConceptSet()
    rows.reserveCapacity(indicators.count)
    for index in indicators.indices {
      let row = ReviewRow(
        index: index, indicator: indicators[index], place: places.place(at: index), fiscalYear: year)
      named.formUnion(row.name.concepts)
      rows.append(row)
    }
    self.rows = rows
    self.named = named
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
    self.form = form
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

  /// True where the name of at least one row holds a word of at least one of the concepts.
  func names(anyOf concepts: Concept...) -> Bool { concepts.contains { named.contains($0) } }

  /// True where the rule set switches no rule off.
  private let hearsAll: Bool

  /// True for a rule that is not switched off.
  @inline(__always)
  func hears(_ rule: Rule) -> Bool { hearsAll || rules.switchedOff[rule.code] == nil }

  /// What several rules look up, found out when the first asks.
  private let lookups = Mutex(Lookups())

  /// Reads or notes an answer.
  func lookingUp<Answer: Sendable>(_ body: (inout Lookups) -> Answer) -> Answer {
    lookups.withLock { body(&$0) }
  }

  /// True where the annual goal and the period's are nearly the same.
  var repeatsPeriodGoal: Bool {
    guard let annualGoal, let periodGoal else { return false }
    if let known = lookingUp({ $0.repeatsPeriodGoal }) { return known }
    let isRepeated = GoalSpan.isNearlySame(annualGoal.scalars, periodGoal.scalars)
    lookingUp { $0.repeatsPeriodGoal = isRepeated }
    return isRepeated
  }

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
