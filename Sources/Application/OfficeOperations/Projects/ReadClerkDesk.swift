// What lies on a clerk's desk: forms that wait for the clerk, those of the season, and the last days.
import FormDrafts
import Model
package import Organisations
import Permissions
package import Quantities
package import Records
package import Workflow

/// The desk of one unit.
package struct ClerkDesk: Sendable {
  package let organisation: Organisation
  /// The latest year that is open; nil where none is.
  package let year: FiscalYear?
  /// Forms that the clerk writes now, of every open year: returned ones first, then by how much is missing.
  package let waiting: [DeskForm]
  /// All forms of the season's year, in the same order, those that are with others behind.
  package let forms: [DeskForm]
  /// True where the unit has more forms than a desk shows.
  package let isMore: Bool
  /// Active projects of the season's year that have no target form yet.
  package let unbegun: [ProjectEntry]
  /// The last days that count for the unit in the season's year.
  package let lastDays: [DeadlineStep: Day]

  /// How many target forms of the season the department has, this unit's among them, and how many of them
  /// have been submitted; nil for a place that is under no department.
  package var progress: (submitted: Int, all: Int)?
  /// What became of the unit's projects in the latest year that was evaluated.
  package var results: [PastResult] = []

  /// The score of a project in a year.
  package struct PastResult: Sendable, Hashable {
    package let form: FormID
    package let year: FiscalYear
    package let project: String
    /// As the evaluation prints it.
    package let score: String
    package let grade: String?
  }

  /// A form on the desk.
  package struct DeskForm: Sendable {
    package let line: FormLine
    package let course: FormCourse
    /// Who took the last step, and when; nil where none was taken.
    package let lastStep: FormHistory.PastStep?
    /// When it was last written in or moved.
    package let lastChange: Moment?
    /// What is to be mended yet; nil while it is with others.
    package let tally: FormTally?
  }
}

/// How far the writing of a form has come.
package struct FormTally: Sendable, Hashable {
  /// Findings that will be returned, texts that cannot be read among them.
  package let errors: Int
  /// Findings that have to be explained.
  package let warnings: Int
  package let hints: Int
  /// Of so many cells that a complete form has filled so many are.
  package let filled: Int
  package let wanted: Int

  package init(errors: Int, warnings: Int, hints: Int, filled: Int, wanted: Int) {
    self.errors = errors
    self.warnings = warnings
    self.hints = hints
    self.filled = filled
    self.wanted = wanted
  }
}

/// Reads the desk of a unit.
package struct ReadClerkDesk: Sendable {
  package var organisation: OrganisationID

  package init(organisation: OrganisationID) { self.organisation = organisation }

  /// Forms of one year at most: a unit has a dozen.
  private static let formsMax = 200
  private static let projectsMax = 300

  /// - Throws: `.permission`, `.records(.notFound)` also for a unit that lies elsewhere.
  package func run(in office: Office, by signedIn: SignedIn) async throws(OfficeRefusal) -> ClerkDesk {
    let memory = office.memory
    return try await office.read { records in
      let unit = try records.organisation(organisation, for: .makeForms, by: signedIn).value
      let years = try records.budgetYears().map(\.value).filter(\.isOpen).map(\.year)
      guard let season = years.last else {
        return ClerkDesk(
          organisation: unit, year: nil, waiting: [], forms: [], isMore: false, unbegun: [], lastDays: [:])
      }
      var names: [PersonID: String] = [:]
      let all = try records.forms(
        FormSelection(organisation: unit.id, year: season), after: nil, limit: Self.formsMax + 1)
      let forms = try all.prefix(Self.formsMax).map { stored in
        try form(stored.value, at: unit, in: records, memory, &names)
      }
      var waiting = forms.filter { $0.line.stage.isEditing }
      for year in years.dropLast() {
        for stage in Stage.allCases where stage.isEditing {
          let earlier = try records.forms(
            FormSelection(organisation: unit.id, year: year, stage: stage.rawValue), after: nil,
            limit: Self.formsMax)
          waiting += try earlier.map { stored in try form(stored.value, at: unit, in: records, memory, &names)
          }
        }
      }
      var desk = ClerkDesk(
        organisation: unit, year: season, waiting: waiting.sorted(by: Self.comesFirst),
        forms: forms.sorted(by: Self.comesFirst), isMore: all.count > Self.formsMax,
        unbegun: try unbegun(in: season, forms: forms, records),
        lastDays: try lastDays(in: season, at: unit.path, records))
      desk.progress = try progress(in: season, around: unit, records)
      desk.results = try results(before: season, at: unit, records, memory)
      return desk
    }
  }

  /// Only the department is counted: the units of a whole city would be more than a desk can wait for.
  private func progress(
    in year: FiscalYear, around unit: Organisation, _ records: any RecordView
  ) throws(RecordError) -> (submitted: Int, all: Int)? {
    guard let department = unit.path.parent, department.code.level > 0 else { return nil }
    let counts = try records.formCounts(
      FormSelection(path: department, year: year, kind: .projectTarget))
    let all = counts.values.reduce(0, +)
    let open = counts.filter { Stage(rawValue: $0.key)?.isEditing ?? false }.values.reduce(0, +)
    return all > 0 ? (all - open, all) : nil
  }

  /// Years that are looked at for results.
  private static let pastYears = 3
  private static let resultsMax = 12

  private func results(
    before season: FiscalYear, at unit: Organisation, _ records: any RecordView, _ memory: FormMemory
  ) throws(RecordError) -> [ClerkDesk.PastResult] {
    var year = season
    for _ in 0..<Self.pastYears {
      guard let previous = year.previous else { return [] }
      year = previous
      let rules = try records.placeRules(
        at: unit.path.region, year: year, kind: .projectSelfEvaluation
      ).rules
      var found: [ClerkDesk.PastResult] = []
      let selection = FormSelection(organisation: unit.id, year: year, kind: .projectSelfEvaluation)
      for stored in try records.forms(selection, after: nil, limit: Self.resultsMax) {
        // what is still written is no result
        guard let stage = Stage(rawValue: stored.value.stage), !stage.isEditing,
          let known = try memory.form(stored.value, rules: rules, in: records),
          case .projectSelfEvaluation(let outcome) = known.form, let score = outcome.totalScore
        else { continue }
        found.append(
          ClerkDesk.PastResult(
            form: stored.value.id, year: year, project: outcome.project.name ?? "",
            score: score, grade: outcome.grade))
      }
      if !found.isEmpty { return found }
    }
    return []
  }

  private func form(
    _ entry: FormEntry, at unit: Organisation, in records: any RecordView, _ memory: FormMemory,
    _ names: inout [PersonID: String]
  ) throws -> ClerkDesk.DeskForm {
    guard let stage = Stage(rawValue: entry.stage) else { throw RecordError.damaged("form/\(entry.id)") }
    let decisions = try records.decisions(on: entry.id)
    let draft = stage.isEditing ? try memory.draft(of: entry, in: records) : nil
    let fields = draft?.fields ?? []
    let course = try FormCourse(decisions: decisions, fields: fields)
    let line = FormLine(
      entry: entry, stage: stage,
      project: try entry.project.map { id throws(RecordError) in try records.project(id).value })
    var lastStep: FormHistory.PastStep?
    if let decision = decisions.last {
      if names[decision.person] == nil {
        names[decision.person] = try records.person(decision.person).value.name
      }
      lastStep = FormHistory.PastStep(
        record: try decision.stepRecord(), before: Stage(rawValue: decision.stageBefore) ?? .draft,
        after: stage, version: decision.version, person: names[decision.person] ?? "", onBehalfOf: nil,
        words: decision.reason, missedDay: decision.missedDay)
    }
    return ClerkDesk.DeskForm(
      line: line, course: course, lastStep: lastStep,
      lastChange: (fields.map(\.moment) + decisions.suffix(1).map(\.moment)).max(),
      tally: try draft.map { draft throws(RecordError) in
        try records.tally(of: entry, draft: draft, at: unit, memory: memory)
      })
  }

  /// Returned forms first, then those that are written, those with the most to mend first, then the others.
  private static func comesFirst(_ left: ClerkDesk.DeskForm, _ right: ClerkDesk.DeskForm) -> Bool {
    func rank(_ form: ClerkDesk.DeskForm) -> (Int, Int, Int) {
      let tally = form.tally
      let open =
        (tally.map { $0.wanted - $0.filled } ?? 0) + (tally?.errors ?? 0) * 3 + (tally?.warnings ?? 0)
      let stage = form.line.stage
      let group = stage == .returned ? 0 : stage.isEditing ? 1 : stage.isUnderReview ? 2 : 3
      return (group, -open, 0)
    }
    let (one, other) = (rank(left), rank(right))
    return one == other ? left.line.entry.id < right.line.entry.id : one < other
  }

  private func unbegun(
    in year: FiscalYear, forms: [ClerkDesk.DeskForm], _ records: any RecordView
  ) throws(RecordError) -> [ProjectEntry] {
    let begun = Set(forms.filter { $0.line.entry.kind == .projectTarget }.compactMap(\.line.entry.project))
    return try records.projects(of: organisation, after: nil, limit: Self.projectsMax).map(\.value)
      .filter { $0.years.contains(year) && !begun.contains($0.id) }
  }

  private func lastDays(
    in year: FiscalYear, at place: OrganisationPath, _ records: any RecordView
  ) throws(RecordError) -> [DeadlineStep: Day] {
    var days: [DeadlineStep: Day] = [:]
    for step in DeadlineStep.allCases { days[step] = try records.lastDay(of: step, in: year, at: place) }
    return days
  }
}

/// The places at which somebody makes forms.
package struct ListClerkPlaces: Sendable {
  package init() {}

  /// - Returns: the clerk's own first, then by place; empty for those who make none.
  package func run(in office: Office, by signedIn: SignedIn) async throws(OfficeRefusal) -> [Organisation] {
    try await office.read { records in
      try signedIn.demand(.makeForms)
      let places = signedIn.everyPlace(for: .makeForms)
      let found = try places.compactMap { place throws(RecordError) in
        try records.organisations(at: place).last?.value
      }
      return found.ownFirst(signedIn)
    }
  }
}

extension [Organisation] {
  /// Their order with the one first that the person belongs to: what a page opens with.
  func ownFirst(_ signedIn: SignedIn) -> [Organisation] {
    let own = signedIn.person.organisation
    return filter { $0.id == own } + filter { $0.id != own }
  }
}
