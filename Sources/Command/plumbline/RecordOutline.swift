// A record as rows of label, field and text, in the order of the form.
import Model
import Quantities

/// One row of a record's outline.
struct OutlineRow: Sendable, Equatable {
  var label: String
  /// The field path, by which provenance and confidence are kept.
  var path: String
  var text: String
}

/// The fields of a form that hold something, as rows; indicators and other lists are tables of their own.
struct RecordOutline {
  private(set) var rows: [OutlineRow] = []

  init(_ form: Form) {
    switch form {
    case .projectTarget(let form): add(form)
    case .departmentTarget(let form): add(form)
    case .projectMonitoring(let form), .projectSelfEvaluation(let form), .departmentSelfEvaluation(let form):
      add(form)
    }
  }

  private mutating func add(_ form: ProjectTarget) {
    add(RecordWording.fiscalYear, "fiscalYear", form.fiscalYear)
    add(form.project)
    add(RecordWording.department, "department", form.department)
    add(RecordWording.unit, "unit", form.unit)
    add(RecordWording.budgetTotal, "budget/total", form.budget.total)
    add(RecordWording.budgetFiscal, "budget/fiscal", form.budget.fiscal)
    add(RecordWording.budgetOther, "budget/other", form.budget.other)
    add(RecordWording.fundUse, "fundUse", form.fundUse)
    let plan = form.spendingPlan.map { RecordWording.share(month: $0.month, percent: $0.percent) }
    add(RecordWording.spendingPlan, "spendingPlan", RecordWording.list(plan))
    add(form.goals)
    add(form.approval)
  }

  private mutating func add(_ form: DepartmentTarget) {
    add(RecordWording.fiscalYear, "fiscalYear", form.fiscalYear)
    add(RecordWording.department, "department", form.department)
    add(RecordWording.staff, "staff", form.staff)
    add(RecordWording.subordinateUnits, "subordinateUnits", form.subordinateUnits)
    add(RecordWording.budgetBasic, "budget/basic", form.budget.basic)
    add(RecordWording.budgetProject, "budget/project", form.budget.project)
    add(RecordWording.budgetFiscal, "budget/fiscal", form.budget.fiscal)
    add(RecordWording.budgetOther, "budget/other", form.budget.other)
    add(RecordWording.specialFunds, "budget/specialFunds", form.budget.specialFunds)
    add(RecordWording.otherDevelopment, "budget/otherDevelopment", form.budget.otherDevelopment)
    add(RecordWording.cityLevel, "budget/cityLevel", form.budget.cityLevel)
    add(RecordWording.transfers, "budget/transfers", form.budget.transfers)
    add(form.goals)
    for (index, subgoal) in form.subgoals.enumerated() {
      let texts = [subgoal.name, subgoal.goal, subgoal.indicators].compactMap { $0 }
      add(RecordWording.subgoal(index + 1), "subgoals/\(index)", texts.joined(separator: "\n"))
    }
    for (index, measure) in form.measures.enumerated() {
      add(RecordWording.measure(index + 1), "measures/\(index)", measure)
    }
    add(form.approval)
  }

  private mutating func add(_ form: SelfEvaluation) {
    add(RecordWording.fiscalYear, "fiscalYear", form.fiscalYear)
    add(form.project)
    add(RecordWording.department, "department", form.department)
    add(RecordWording.unit, "unit", form.unit)
    add(RecordWording.expectedGoal, "goals/expected", form.expectedGoal)
    add(RecordWording.actualGoal, "goals/actual", form.actualGoal)
    add(RecordWording.totalScore, "totalScore", form.totalScore)
    add(RecordWording.grade, "grade", form.grade)
    add(RecordWording.conclusion, "conclusion", form.conclusion)
    add(RecordWording.problems, "problems", form.problems)
    add(RecordWording.measures, "measures", form.measures)
  }

  // MARK: Parts that forms share

  private mutating func add(_ project: Project) {
    add(RecordWording.projectName, "project/name", named(project.name, code: project.code))
    add(RecordWording.category, "project/category", project.category)
    add(RecordWording.tier, "project/tier", project.tier)
    let years = [project.startYear, project.endYear].compactMap { $0 }.map(String.init)
    add(RecordWording.years, "project/startYear", years.joined(separator: " – "))
  }

  private mutating func add(_ goals: Goals) {
    add(RecordWording.periodGoal, "goals/period", goals.period)
    add(RecordWording.annualGoal, "goals/annual", goals.annual)
  }

  private mutating func add(_ approval: Approval) {
    add(RecordWording.authority, "approval/authority", approval.authority)
    add(RecordWording.opinion, "approval/opinion", approval.opinion)
  }

  private mutating func add(_ label: String, _ path: String, _ party: Party) {
    add(label, "\(path)/name", named(party.name, code: party.code))
  }

  private func named(_ name: String?, code: String?) -> String {
    [code, name].compactMap { $0 }.joined(separator: " ")
  }

  private mutating func add(_ label: String, _ path: String, _ money: Money?) {
    add(label, path, money.map { RecordWording.yuan($0.description) })
  }

  private mutating func add(_ label: String, _ path: String, _ number: Int?) {
    add(label, path, number.map(String.init))
  }

  /// What is blank is left out.
  private mutating func add(_ label: String, _ path: String, _ text: String?) {
    guard let text, !text.isEmpty else { return }
    rows.append(OutlineRow(label: label, path: path, text: text))
  }
}
