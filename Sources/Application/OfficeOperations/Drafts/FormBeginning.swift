// The record with which a form begins.
import FormDrafts
import Model
import Organisations
import Permissions
import Quantities
import Records
import RuleSets

/// What the office knows of a form without reading it.
struct FormHead {
  var year: FiscalYear
  var project: Project
  var unit: Party
  var department: Party
}

extension RecordView {
  /// What the office knows: unit, department and project.
  func head(of entry: FormEntry, at place: Organisation, project: ProjectEntry?) throws(RecordError)
    -> FormHead
  {
    var above: Organisation?
    if place.kind == .unit, var path = place.path.parent {
      while above == nil, path.code.level > 0 {
        above = try organisations(at: path).map(\.value).first { $0.years.contains(entry.year) }
        guard let next = path.parent else { break }
        path = next
      }
    }
    let own = Party(code: place.path.code.digits, name: place.name)
    var named = Project()
    if let project {
      named.code = project.code
      named.name = project.name
      named.category = project.category.isEmpty ? nil : project.category
      named.startYear = project.years.first.year
      named.endYear = project.years.last?.year
    }
    return FormHead(
      year: entry.year, project: named, unit: own,
      department: above.map { Party(code: $0.path.code.digits, name: $0.name) } ?? own)
  }

  /// The record with which a form begins, its head not written yet.
  func beginning(
    _ beginning: BeginForm.Beginning, of entry: FormEntry, at place: Organisation, memory: FormMemory,
    by signedIn: SignedIn
  ) throws -> Form {
    let rules = try placeRules(at: place.path.region, year: entry.year, kind: entry.kind).rules
    switch beginning {
    case .blank:
      return try promise(for: entry, rules: rules, memory: memory) ?? .blank(entry.kind)
    case .lastYear:
      guard let year = entry.year.previous,
        let last = try theForm(entry.kind, of: entry, in: year, rules: rules, memory: memory)
      else { throw BeginForm.fault("beginning", DraftWording.nothingLastYear) }
      return last.form.emptiedOfOutcome().movedOn(from: year)
    case .form(let id):
      let ground = try ground(id, for: .readForms, by: signedIn)
      try ground.part(for: .readForms, by: signedIn)
      let form = try draft(of: ground, shownTo: signedIn).record
      guard form.kind == entry.kind else { throw BeginForm.fault("beginning", DraftWording.otherKind) }
      let copied = ground.entry.project == entry.project ? form : form.emptiedOfMoney()
      return copied.emptiedOfOutcome().movedOn(from: ground.entry.year, to: entry.year)
    case .record(let form):
      guard form.kind == entry.kind else {
        throw BeginForm.fault("beginning", DraftWording.recordOfOtherKind)
      }
      return form
    }
  }

  /// An outcome begins with what the target of the year promised; nil for targets, and where there was none.
  private func promise(for entry: FormEntry, rules: RuleSet, memory: FormMemory) throws -> Form? {
    let promised: FormKind
    switch entry.kind {
    case .projectTarget, .departmentTarget: return nil
    case .projectMonitoring, .projectSelfEvaluation: promised = .projectTarget
    case .departmentSelfEvaluation: promised = .departmentTarget
    }
    guard let target = try theForm(promised, of: entry, in: entry.year, rules: rules, memory: memory) else {
      return nil
    }
    return target.form.asOutcome(entry.kind)
  }
}

extension Form {
  /// The form with what the office knows in its head.
  ///
  /// - Parameter replacing: false fills only what is blank. The year is always the entry's.
  func headed(_ head: FormHead, replacing: Bool) -> Form {
    func project(_ own: Project) -> Project {
      var project = replacing ? head.project : own
      project.code = project.code ?? head.project.code
      project.name = project.name ?? head.project.name
      project.category = project.category ?? own.category ?? head.project.category
      project.tier = own.tier
      // A document without years is not given half of them: a project without a known end has only one.
      let isLeftBlank =
        !replacing && own.startYear == nil && own.endYear == nil && head.project.endYear == nil
      if isLeftBlank { return project }
      project.startYear = project.startYear ?? head.project.startYear
      project.endYear = project.endYear ?? own.endYear ?? head.project.endYear
      return project
    }
    func party(_ own: Party, _ known: Party) -> Party {
      replacing || own.name == nil ? known : own
    }
    switch self {
    case .projectTarget(var form):
      form.fiscalYear = head.year.year
      form.project = project(form.project)
      form.unit = party(form.unit, head.unit)
      form.department = party(form.department, head.department)
      return .projectTarget(form)
    case .departmentTarget(var form):
      form.fiscalYear = head.year.year
      form.department = party(form.department, head.unit)
      return .departmentTarget(form)
    case .projectMonitoring(let form): return .projectMonitoring(outcome(form, isOfProject: true))
    case .projectSelfEvaluation(let form): return .projectSelfEvaluation(outcome(form, isOfProject: true))
    case .departmentSelfEvaluation(let form):
      return .departmentSelfEvaluation(outcome(form, isOfProject: false))
    }
    func outcome(_ form: SelfEvaluation, isOfProject: Bool) -> SelfEvaluation {
      var form = form
      form.fiscalYear = head.year.year
      form.department = party(form.department, isOfProject ? head.department : head.unit)
      guard isOfProject else { return form }
      form.project = project(form.project)
      form.unit = party(form.unit, head.unit)
      return form
    }
  }

  /// Without what reviewers and the year itself wrote: opinion, actual values, scores, reasons.
  func emptiedOfOutcome() -> Form {
    func emptied(_ indicators: [Indicator]) -> [Indicator] {
      indicators.map { indicator in
        var indicator = indicator
        for field in [Indicator.Field.actualValue, .forecastValue, .score, .deviation, .likelihood] {
          indicator[field] = nil
        }
        return indicator
      }
    }
    func emptied(_ form: SelfEvaluation) -> SelfEvaluation {
      var form = form
      form.actualGoal = nil
      form.totalScore = nil
      form.grade = nil
      form.conclusion = nil
      form.problems = nil
      form.measures = nil
      form.funds = form.funds.map { row in
        var kept = FundRow()
        kept.source = row.source
        kept.weight = row.weight
        return kept
      }
      form.indicators = emptied(form.indicators)
      return form
    }
    switch self {
    case .projectTarget(var form):
      form.approval = Approval()
      form.indicators = emptied(form.indicators)
      return .projectTarget(form)
    case .departmentTarget(var form):
      form.approval = Approval()
      form.indicators = emptied(form.indicators)
      return .departmentTarget(form)
    case .projectMonitoring(let form): return .projectMonitoring(emptied(form))
    case .projectSelfEvaluation(let form): return .projectSelfEvaluation(emptied(form))
    case .departmentSelfEvaluation(let form): return .departmentSelfEvaluation(emptied(form))
    }
  }

  /// Without the money of another project.
  func emptiedOfMoney() -> Form {
    guard case .projectTarget(var form) = self else { return self }
    form.budget = ProjectTarget.Budget()
    return .projectTarget(form)
  }

  /// What was promised, ready for what became of it.
  func asOutcome(_ kind: FormKind) -> Form? {
    var outcome = SelfEvaluation()
    switch self {
    case .projectTarget(let target):
      outcome.project = target.project
      outcome.unit = target.unit
      outcome.department = target.department
      outcome.expectedGoal = target.goals.annual ?? target.goals.period
      outcome.funds = Self.funds([
        (DraftWording.fundsTotal, target.budget.total), (DraftWording.fundsFiscal, target.budget.fiscal),
        (DraftWording.fundsOther, target.budget.other),
      ])
    case .departmentTarget(let target):
      outcome.department = target.department
      outcome.expectedGoal = target.goals.annual ?? target.goals.period
      outcome.funds = Self.funds([
        (DraftWording.fundsTotal, amountAsked), (DraftWording.fundsFiscal, target.budget.fiscal),
        (DraftWording.fundsOther, target.budget.other),
      ])
    case .projectMonitoring, .projectSelfEvaluation, .departmentSelfEvaluation: return nil
    }
    outcome.indicators = indicators.map { indicator in
      var kept = Indicator()
      for field in [Indicator.Field.level1, .level2, .name, .annualValue, .operator, .unit, .weight] {
        kept[field] = indicator[field]
      }
      if kept.annualValue == nil { kept.annualValue = indicator.periodValue }
      return kept
    }
    switch kind {
    case .projectMonitoring: return .projectMonitoring(outcome)
    case .projectSelfEvaluation: return .projectSelfEvaluation(outcome)
    case .departmentSelfEvaluation: return .departmentSelfEvaluation(outcome)
    case .projectTarget, .departmentTarget: return nil
    }
  }

  private static func funds(_ rows: [(source: String, initial: Money?)]) -> [FundRow] {
    rows.map { source, initial in
      var row = FundRow()
      row.source = source
      row.initial = initial
      return row
    }
  }
}
