// The words by which a form is found: its names, goals, indicators, findings and opinions.
package import Model
package import Organisations
import Quantities
package import Records
package import Workflow

/// What of a form a word was found in.
package enum SearchedPart: String, Sendable, CaseIterable {
  case name, goal, indicator, finding, opinion, other
}

extension Form {
  /// The texts that are searched, with what they are.
  var searchedTexts: [(part: SearchedPart, text: String)] {
    var texts: [(SearchedPart, String?)] = []
    func add(_ part: SearchedPart, _ some: String?...) { texts += some.map { (part, $0) } }
    switch self {
    case .projectTarget(let target):
      add(.name, target.project.name, target.project.code, target.unit.name)
      add(.goal, target.goals.annual, target.goals.period, target.fundUse)
      add(.opinion, target.approval.opinion)
    case .departmentTarget(let target):
      add(.name, target.department.name)
      add(.goal, target.goals.annual, target.goals.period)
      for task in target.tasks { add(.goal, task.name, task.content, task.expected) }
      for subgoal in target.subgoals { add(.goal, subgoal.name, subgoal.goal, subgoal.indicators) }
      for measure in target.measures { add(.other, measure) }
      add(.opinion, target.approval.opinion)
    case .projectMonitoring(let outcome), .projectSelfEvaluation(let outcome),
      .departmentSelfEvaluation(let outcome):
      add(.name, outcome.project.name, outcome.project.code, outcome.unit.name, outcome.department.name)
      add(.goal, outcome.expectedGoal, outcome.actualGoal)
      add(.other, outcome.conclusion, outcome.problems, outcome.measures)
    }
    for indicator in indicators {
      add(
        .indicator, indicator.name, indicator.description, indicator.annualValue, indicator.deviation,
        indicator.note)
    }
    return texts.compactMap { part, text in text.flatMap { $0.isEmpty ? nil : (part, $0) } }
  }
}

/// The tokens of the office's own; no word of a text begins like them.
enum OfficeToken {
  static func year(_ year: FiscalYear) -> String { "y\(year)" }
  static func kind(_ kind: FormKind) -> String {
    "k" + String(kind.rawValue.unicodeScalars.filter { $0 != "-" }.map(Character.init))
  }

  /// A place and everything below it.
  static func place(_ path: OrganisationPath) -> String { "p\(path.region.digits)x\(path.code.digits)" }

  /// The very organisation.
  static func own(_ path: OrganisationPath) -> String { "o\(path.region.digits)x\(path.code.digits)" }

  /// Forms that those who only read may find; whoever else may not is told nothing when the form is read.
  ///
  /// - Parameter stages: of the form, and of the version in force behind a later one.
  static func audiences(at stages: [Stage]) -> [String] {
    stages.contains { $0 == .approved || $0 == .disclosed } ? [readers] : []
  }

  static let readers = "apublic"
}

extension FormText {
  /// The words by which a form is found.
  ///
  /// - Parameters:
  ///   - names: of unit and project as they are called now; a draft that was never submitted is found by them
  ///     alone.
  ///   - stages: of the form, and of the version in force behind a later one.
  ///   - records: the last version and the one in force; none for a form without one.
  ///   - words: that were said with steps.
  package init(
    of entry: FormEntry, at place: OrganisationPath, stages: [Stage], names: [String], records: [Form],
    findings: String, words: [String]
  ) {
    var tokens = [OfficeToken.year(entry.year), OfficeToken.kind(entry.kind), OfficeToken.own(place)]
    if let province = RegionCode(place.region.digits.prefix(2)) {
      tokens += place.lineage(in: province).map(OfficeToken.place)
    }
    tokens += OfficeToken.audiences(at: stages)
    let submitted =
      records.isEmpty ? [] : records.flatMap { $0.searchedTexts.map(\.text) } + [findings] + words
    self.init(
      form: entry.id, findings: findings, tokens: tokens + SearchTokens.tokens(of: names + submitted))
  }
}

extension RecordTransaction {
  /// Writes the words by which a form is found.
  ///
  /// - Parameter findings: sentences of the last submission; nil leaves those that are there.
  func keepText(
    of entry: FormEntry, at organisation: Organisation, decisions: [Decision], findings: String? = nil
  ) throws(RecordError) {
    guard let stage = Stage(rawValue: entry.stage) else { throw .damaged("form/\(entry.id)") }
    let kept = try text(of: entry.id)
    var names = [organisation.name, organisation.shortName ?? ""]
    if let project = entry.project {
      let project = try self.project(project).value
      names += [project.name, project.code ?? "", project.category]
    }
    // Those who only read go on seeing what is in force while a later version is on its way.
    let inForce = try FormCourse(decisions: decisions).inForce
    var numbers = entry.latestVersion > 0 ? [entry.latestVersion] : []
    if inForce != nil, let number = decisions.approvedVersions.last, !numbers.contains(number) {
      numbers.append(number)
    }
    let wanted = FormText(
      of: entry, at: organisation.path, stages: [stage] + [inForce?.stage].compactMap(\.self), names: names,
      records: try numbers.map { number throws(RecordError) in try version(number, of: entry.id).form() },
      findings: findings ?? kept?.findings ?? "", words: decisions.map(\.reason))
    if wanted != kept { try save(wanted) }
  }
}
