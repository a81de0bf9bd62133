// What of a department's form serves what, and whether it comes out even.
package import FormDrafts
import Model
import Organisations
package import Quantities
import Records
import Workflow

/// Tasks, indicators and sub-goals of a department's target with the unit's projects of its year.
package struct DepartmentLinks: Sendable, Equatable {
  /// An indicator, a project or a task, and the row that it serves.
  package struct Entry: Sendable, Equatable {
    /// The draft path of the link: `links/indicators/k3`.
    package let path: String
    /// Nil where nobody has written one yet.
    package let name: String?
    /// What it costs: a task's funds, a project's budget; nil where that is not written yet.
    package let money: Money?
    /// The row that it serves; nil where nobody has said so.
    package let target: RowKey?
  }

  /// A row that others serve.
  package struct Target: Sendable, Equatable {
    package let key: RowKey
    package let name: String?
    /// A task's funds; nil where there are none.
    package let money: Money?
  }

  /// What tasks lead to.
  package let subgoals: [Target]
  /// What projects carry out and indicators measure.
  package let tasks: [Target]
  /// By list, in the order of the form; projects by their numbers.
  package let entries: [LinkedList: [Entry]]
  /// True where the unit has more projects than are shown.
  package let isCut: Bool

  /// Projects of a unit and year that are shown.
  package static let projectsMax = 200

  /// The entries of a list; tasks only where there are sub-goals that they can lead to.
  package func entries(of list: LinkedList) -> [Entry] { entries[list] ?? [] }

  /// The rows that the entries of a list serve.
  package func targets(of list: LinkedList) -> [Target] { list.target == .tasks ? tasks : subgoals }

  /// True where there is nothing that could be linked.
  package var isEmpty: Bool {
    LinkedList.allCases.allSatisfy { entries(of: $0).isEmpty || targets(of: $0).isEmpty }
  }

  /// - Parameter projects: the unit's projects of the year by number, with their budgets.
  init(_ draft: FormDraft, projects: [(project: ProjectEntry, budget: Money?)], isCut: Bool = false) {
    func text(_ list: DraftList, _ key: RowKey, _ column: String) -> String? {
      draft.text(at: "\(list.rawValue)/\(key)/\(column)")
    }
    func targets(_ list: DraftList) -> [Target] {
      draft.keys(of: list).map { key in
        Target(
          key: key, name: text(list, key, "name") ?? (list == .subgoals ? text(list, key, "goal") : nil),
          money: text(list, key, "funds").flatMap { ExactDecimal($0) }.flatMap { Money(yuan: $0) })
      }
    }
    let tasks = targets(.tasks)
    let subgoals = targets(.subgoals)
    var entries: [LinkedList: [Entry]] = [:]
    entries[.indicators] = draft.keys(of: .indicators).map { key in
      Entry(
        path: LinkedList.indicators.path(key), name: text(.indicators, key, "name"), money: nil,
        target: draft.target(of: .indicators, key))
    }
    entries[.projects] = projects.map { project, budget in
      Entry(
        path: LinkedList.path(project: project.id.rawValue), name: project.name, money: budget,
        target: draft.task(ofProject: project.id.rawValue))
    }
    if !subgoals.isEmpty {
      entries[.tasks] = tasks.map { task in
        Entry(
          path: LinkedList.tasks.path(task.key), name: task.name, money: task.money,
          target: draft.target(of: .tasks, task.key))
      }
    }
    self.subgoals = subgoals
    self.tasks = tasks
    self.entries = entries
    self.isCut = isCut
  }
}

extension DepartmentLinks {
  /// What does not come out even, a sentence each; empty where everything serves something and the money
  /// agrees, and where there are no tasks.
  package var remarks: [String] {
    guard !tasks.isEmpty else { return [] }
    var remarks: [String] = []
    func tell(_ sentence: ([String?]) -> String, _ names: [String?]) {
      if !names.isEmpty { remarks.append(sentence(names)) }
    }
    tell(LinkWording.tasksWithoutIndicator, unserved(tasks, by: .indicators))
    tell(LinkWording.indicatorsWithoutTask, entries(of: .indicators).filter { $0.target == nil }.map(\.name))
    tell(LinkWording.projectsWithoutTask, entries(of: .projects).filter { $0.target == nil }.map(\.name))
    tell(LinkWording.tasksWithoutSubgoal, entries(of: .tasks).filter { $0.target == nil }.map(\.name))
    tell(LinkWording.subgoalsWithoutTask, unserved(subgoals, by: .tasks))
    return remarks + tasks.compactMap(moneyRemark)
  }

  private func unserved(_ targets: [Target], by list: LinkedList) -> [String?] {
    guard !entries(of: list).isEmpty || list == .indicators else { return [] }
    let served = Set(entries(of: list).compactMap(\.target))
    return targets.filter { !served.contains($0.key) }.map(\.name)
  }

  /// A task's funds against what its projects cost; nil where it has none, where the sum cannot be told, and
  /// where they agree.
  private func moneyRemark(_ task: Target) -> String? {
    let projects = entries(of: .projects).filter { $0.target == task.key }
    guard !projects.isEmpty else { return nil }
    let blank = projects.filter { $0.money == nil }.map(\.name)
    guard blank.isEmpty else { return LinkWording.projectsWithoutBudget(of: task.name, blank) }
    guard let sum = projects.reduce(Optional(Money.zero), { $0?.adding($1.money ?? .zero) }) else {
      return nil
    }
    guard let funds = task.money else {
      return LinkWording.taskWithoutFunds(task.name, count: projects.count, sum: sum)
    }
    guard let gap = funds < sum ? sum.subtracting(funds) : funds.subtracting(sum), gap != .zero else {
      return nil
    }
    return LinkWording.unequal(
      task.name, funds: funds, count: projects.count, sum: sum, gap: gap, isMore: funds < sum)
  }

  /// All tasks against all projects, in one sentence; nil where one of them has no money written.
  package var balance: String? {
    let projects = entries(of: .projects)
    guard !tasks.isEmpty, !projects.isEmpty, !isCut else { return nil }
    func sum(_ amounts: [Money?]) -> Money? {
      amounts.reduce(Optional(Money.zero)) { sum, amount in amount.flatMap { sum?.adding($0) } }
    }
    guard let funds = sum(tasks.map(\.money)), let budgets = sum(projects.map(\.money)) else { return nil }
    return LinkWording.balance(
      tasks: tasks.count, funds: funds, projects: projects.count, budgets: budgets)
  }
}

extension RecordView {
  /// What serves what in a draft; nil for kinds of form without links.
  func departmentLinks(of entry: FormEntry, draft: FormDraft) throws(RecordError) -> DepartmentLinks? {
    guard entry.kind == .departmentTarget else { return nil }
    let projects = try projects(of: entry.organisation, in: entry.year)
    return DepartmentLinks(
      draft, projects: Array(projects.prefix(DepartmentLinks.projectsMax)),
      isCut: projects.count > DepartmentLinks.projectsMax)
  }

  /// The unit's own projects of a year, with what their targets ask for; one more than is shown at most.
  private func projects(
    of organisation: OrganisationID, in year: FiscalYear
  ) throws(RecordError) -> [(project: ProjectEntry, budget: Money?)] {
    let most = DepartmentLinks.projectsMax + 1
    var budgets: [ProjectID: Money] = [:]
    let selection = FormSelection(organisation: organisation, year: year, kind: .projectTarget)
    var lastForm: FormID?
    while true {
      let page = try forms(selection, after: lastForm, limit: 500).map(\.value)
      for form in page { if let project = form.project { budgets[project] = form.amount } }
      guard page.count == 500, let last = page.last else { break }
      lastForm = last.id
    }
    var found: [(project: ProjectEntry, budget: Money?)] = []
    var last: ProjectID?
    while found.count < most {
      let page = try projects(of: organisation, after: last, limit: 500).map(\.value)
      found += page.filter { $0.years.contains(year) }.map { ($0, budgets[$0.id]) }
      guard page.count == 500, let next = page.last else { break }
      last = next.id
    }
    return Array(found.prefix(most))
  }

  /// - Throws: `.fields` with each link of a project that is not the unit's own of that year.
  func demandOwnProjects(_ changes: [FieldChange], of entry: FormEntry) throws {
    let faults = changes.filter { $0.value != nil }.compactMap { change -> FieldFault? in
      guard let number = LinkPath(change.path, kind: entry.kind)?.project else { return nil }
      let project = try? ProjectID(number).map { id throws(RecordError) in try self.project(id).value }
      let isOwn = project.map { $0.organisation == entry.organisation && $0.years.contains(entry.year) }
      return isOwn == true ? nil : FieldFault(change.path, LinkWording.foreignProject)
    }
    if !faults.isEmpty { throw OfficeRefusal.fields(faults) }
  }
}

extension [Decision] {
  /// The links that were submitted with a version; a version with an opinion has those of the version before.
  func links(ofVersion number: Int) -> FormLinks {
    last { $0.action == Step.submit.rawValue && $0.version <= number }?.links ?? FormLinks()
  }
}
