// A desk at which two clerks of one unit write forms.
import FormDrafts
import Model
import Organisations
import Permissions
import Quantities
import Records
import Testing

@testable import OfficeOperations

/// The county's unit with a second clerk, and short ways to write and look.
struct DraftDesk {
  let desk: FormDesk
  let other: SignedIn

  var office: Office { desk.office }
  var clerk: SignedIn { desk.clerk }

  init(on engine: Engine = .memory) async throws {
    desk = try await FormDesk(on: engine)
    let person = try await desk.county.stored(
      try await desk.county.person("lin.hong", at: desk.county.unit)
    ).value
    other = try desk.county.actor(person, .clerk, at: FormDesk.unitPlace)
  }

  func open(_ form: FormID, by person: SignedIn? = nil) async throws -> OpenedForm {
    try await ReadForm(form: form).run(in: office, by: person ?? clerk)
  }

  func save(
    _ edits: [DraftEdit], in form: FormID, onto revision: Int64? = nil, by person: SignedIn? = nil
  ) async throws -> SaveOutcome {
    var base = try await desk.entry(form).draftRevision
    if let revision { base = revision }
    return try await SaveFields(form: form, onto: base, edits: edits).run(in: office, by: person ?? clerk)
  }

  /// Saves what nobody else has touched.
  @discardableResult
  func saved(
    _ edits: [DraftEdit], in form: FormID, onto revision: Int64? = nil, by person: SignedIn? = nil
  ) async throws -> SavedDraft {
    guard case .saved(let saved) = try await save(edits, in: form, onto: revision, by: person) else {
      Issue.record("a conflict")
      throw OfficeRefusal.unforeseen
    }
    return saved
  }

  /// The conflict of a save that meets what somebody wrote.
  func conflict(
    _ edits: [DraftEdit], in form: FormID, onto revision: Int64, by person: SignedIn? = nil
  ) async throws -> DraftConflict {
    guard case .conflict(let conflict) = try await save(edits, in: form, onto: revision, by: person) else {
      Issue.record("no conflict")
      throw OfficeRefusal.unforeseen
    }
    return conflict
  }

  /// A project that began in 2025, with both years open.
  func oldProject() async throws -> ProjectID {
    try await OpenYear(year: "2025").run(in: office, by: desk.county.system)
    return try await AddProject(
      organisation: desk.unit, typed: TypedProject(name: "沟渠清淤", firstYear: "2025")
    ).run(in: office, by: clerk)
  }

  func begin(
    _ beginning: BeginForm.Beginning, kind: FormKind = .projectTarget, year: Int = 2026,
    of project: ProjectID?
  ) async throws -> FormID {
    try await BeginForm(
      kind: kind, year: try #require(FiscalYear(year)), organisation: desk.unit, project: project,
      beginning: beginning
    ).run(in: office, by: clerk)
  }
}

extension FormDesk {
  /// A target with an effect under quality, which a rule proposes to move (M06).
  static var misplaced: ProjectTarget {
    var target = sound
    var row = Indicator()
    row.level1 = "产出指标"
    row.level2 = "质量指标"
    row.name = "提高全民幸福感"
    row.annualValue = "优"
    target.indicators.insert(row, at: 3)
    return target
  }
}

extension ProjectTarget {
  /// The same with a row changed.
  func changing(_ row: Int, _ change: (inout Indicator) -> Void) -> ProjectTarget {
    var target = self
    change(&target.indicators[row])
    return target
  }
}
