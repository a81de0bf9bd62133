// How much of a form is filled, and which of the cells that a complete one has filled are blank.
import FormDrafts
import Model
import Review
import RuleSets

/// The cells that a complete form has filled: heads, money, goals, and name and value of each row.
struct DraftCompleteness {
  private(set) var wanted = 0
  private(set) var missing: [String] = []
  var filled: Int { wanted - missing.count }

  private let draft: FormDraft

  init(_ draft: FormDraft, _ subject: ReviewSubject) {
    self.draft = draft
    switch draft.kind {
    case .projectTarget: askProject(subject)
    case .departmentTarget: askDepartment()
    case .projectMonitoring, .projectSelfEvaluation, .departmentSelfEvaluation: askOutcome()
    }
  }

  private mutating func askProject(_ subject: ReviewSubject) {
    let rules = subject.rules
    ask("project/name")
    if rules.whole(.asksCategory) > 0 { ask("project/category") }
    if rules.whole(.asksYears) > 0 {
      ask("project/startYear")
      ask("project/endYear")
    }
    if rules.whole(.asksUnit) > 0 { ask("unit/name") }
    ask("budget/total")
    if rules.whole(.asksPeriodGoal) > 0, let years = subject.periodYears, years > 1 { ask("goals/period") }
    ask("goals/annual")
    askRows(of: .indicators, [["name"], ["annualValue", "periodValue"]])
  }

  private mutating func askDepartment() {
    for path in ["department/name", "budget/basic", "budget/project", "goals/annual"] { ask(path) }
    if draft.keys(of: .subgoals).isEmpty { askRows(of: .tasks, [["name"], ["funds"]]) }
    askRows(of: .indicators, [["name"], ["annualValue", "periodValue"]])
  }

  private mutating func askOutcome() {
    ask(draft.kind == .departmentSelfEvaluation ? "department/name" : "project/name")
    askRows(of: .funds, [["initial", "adjusted"], ["executed"]])
    ask("goals/expected")
    if draft.kind != .projectMonitoring { ask("goals/actual") }
    let score: [[String]] = draft.kind == .projectMonitoring ? [] : [["score"]]
    askRows(of: .indicators, [["name"], ["annualValue"], ["actualValue"]] + score)
    if draft.kind != .projectMonitoring { ask("totalScore") }
  }

  private mutating func ask(_ path: String) {
    wanted += 1
    if draft.text(at: path) == nil { missing.append(path) }
  }

  /// Asks every row for one of each group of columns; a list without rows is asked for itself.
  private mutating func askRows(of list: DraftList, _ groups: [[String]]) {
    let keys = draft.keys(of: list)
    if keys.isEmpty {
      wanted += 1
      missing.append(list.rawValue)
    }
    for key in keys {
      for columns in groups {
        wanted += 1
        let paths = columns.map { "\(list.rawValue)/\(key)/\($0)" }
        if paths.allSatisfy({ draft.text(at: $0) == nil }), let first = paths.first { missing.append(first) }
      }
    }
  }
}
