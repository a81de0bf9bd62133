// A county with a year that is open, and forms of its unit in every stage.
import FormDrafts
import Model
import Organisations
import Permissions
import Quantities
import Records
import Review
import StorageProbes
import Testing
import Workflow

@testable import OfficeOperations

/// The county with those who work on forms: the unit's clerk, reviewers of the department and the bureau.
struct FormDesk {
  let county: County
  /// Whose forms they are.
  let unit: OrganisationID
  let year: FiscalYear
  let clerk: SignedIn
  let department: SignedIn
  let finance: SignedIn
  /// Somebody who only reads.
  let reader: SignedIn

  static let unitPlace = "330122101/713001"

  var office: Office { county.office }

  /// - Parameter reviewed: false where no department reviews.
  init(on engine: Engine = .memory, reviewed: Bool = true) async throws {
    let county = try await County(on: engine)
    try await OpenYear(year: "2026").run(in: county.office, by: county.system)
    try await self.init(in: county, reviewed: reviewed)
  }

  /// In a county where the year is open.
  init(in county: County, reviewed: Bool = true) async throws {
    self.county = county
    unit = county.unit
    year = try #require(FiscalYear(2026))
    func actor(_ account: String, _ role: Role, at place: String, home: OrganisationID) async throws
      -> SignedIn
    {
      let person = try await county.stored(try await county.person(account, at: home)).value
      return try county.actor(person, role, at: place)
    }
    clerk = try await actor("jing.ban", .clerk, at: Self.unitPlace, home: county.unit)
    department = try await actor("bu.men", .departmentReviewer, at: "330122101/713", home: county.department)
    finance = try await actor("cai.zheng", .financeReviewer, at: "330122/", home: county.root)
    reader = try await actor("ling.dao", .reader, at: "330122/", home: county.root)
    if reviewed {
      _ = try await GiveRight(
        person: department.person.id, role: Role.departmentReviewer.rawValue, organisation: county.department
      ).run(in: county.office, by: county.security)
    }
  }

  /// A project with a target form that holds a record.
  func form(_ record: Form = .projectTarget(FormDesk.sound), project name: String = "沟渠清淤") async throws
    -> FormID
  {
    let project = try await AddProject(
      organisation: unit, typed: TypedProject(name: name, firstYear: "2026")
    ).run(in: office, by: clerk)
    return try await form(record, of: project)
  }

  func form(_ record: Form, of project: ProjectID) async throws -> FormID {
    let (unit, year, person, now) = (unit, year, clerk.person.id, office.now)
    return try await office.change { records in
      let id: FormID = try records.nextNumber()
      try records.add(
        FormEntry(
          id: id, kind: record.kind, year: year, organisation: unit, project: project,
          stage: Stage.draft.rawValue))
      _ = try records.save(FormDraft(record: record).fields, of: id, onto: 0, by: person, at: now)
      try records.setAmount(record.amountAsked, of: id)
      try records.keepBeginning(of: id, at: try records.organisation(unit).value, moment: now)
      return id
    }
  }

  /// Writes one field, whatever the stage.
  func write(_ path: String, _ json: String?, in form: FormID, by person: SignedIn? = nil) async throws {
    let (person, now) = ((person ?? clerk).person.id, office.now)
    try await office.change { records in
      _ = try records.save(
        [FieldChange(path: path, value: json)], of: form, onto: try records.form(form).value.draftRevision,
        by: person, at: now)
    }
  }

  func course(_ form: FormID) async throws -> FormCourse { try await office.read { try $0.course(of: form) } }

  func entry(_ form: FormID) async throws -> FormEntry { try await office.read { try $0.form(form).value } }

  func record(_ version: Int, of form: FormID) async throws -> Form {
    try await office.read { try $0.version(version, of: form).form() }
  }

  /// Takes a step as the course stands now.
  @discardableResult
  func take(_ deed: Deed, on form: FormID, by person: SignedIn) async throws -> FormCourse {
    county.town.clock.advance(seconds: 60)
    let length = try await course(form).length
    if case .submission = deed {
      return try await SubmitForm(form: form, length: length, explanation: "已核对").run(in: office, by: person)
        .course
    }
    return try await TakeStep(form: form, deed: deed, length: length).run(in: office, by: person).course
  }

  /// Brings a new form to a stage by steps that people take.
  ///
  /// - Parameter isInForce: true for a later version of a form that is approved already.
  func form(at stage: Stage, project name: String, isInForce: Bool = false) async throws -> FormID {
    let form = try await form(project: name)
    let before = isInForce && stage != .adjusting ? steps(to: .adjusting) : []
    for (deed, person) in before + steps(to: stage) { try await take(deed, on: form, by: person) }
    #expect(try await course(form).stage == stage)
    return form
  }

  private func steps(to stage: Stage) -> [(Deed, SignedIn)] {
    let submit = (Deed.submission(route: .viaDepartment), clerk)
    let toReview: [(Deed, SignedIn)] = [submit, (.opening, department)]
    let toFinance = toReview + [(.forwarding(note: nil), department)]
    let toDecision = toFinance + [(.opening, finance)]
    let approved = toDecision + [(.approval(opinion: "同意", number: "财绩〔2026〕1号"), finance)]
    return switch stage {
    case .draft: []
    case .awaitingDepartment: [submit]
    case .departmentReview: toReview
    case .awaitingFinance: toFinance
    case .financeReview: toDecision
    case .returned: toReview + [(Self.objecting, department)]
    case .approved: approved
    case .disclosed: approved + [(.disclosure, finance)]
    case .withheld: approved + [(.withholding(reason: "涉密"), finance)]
    case .adjusting: approved + [(.adjustment(reason: "资金追加"), clerk)]
    case .lapsed: [(.lapse(reason: "项目取消"), clerk)]
    }
  }

  static let objecting = Deed.return([
    Objection(field: "goals/annual", rule: "C09", words: "请写明数量", proposal: "清淤 20 公里")
  ])

  /// A target that no rule would send back.
  static var sound: ProjectTarget { SoundTarget.record }
}

/// The refusal of a submission as a word.
func word(of refusal: SubmissionRefusal) -> String {
  switch refusal {
  case .unreadable(let paths): "unreadable \(paths)"
  case .errors(let findings): "errors \(findings.map(\.rule))"
  case .noExplanation(let questions):
    "explanation \(questions.findings.map(\.rule)) \(questions.missedDay?.description ?? "in time")"
  }
}
