// Every operation that asks who acts, with the right that the table has for it and a place to try it at.
import Accounts
import Ledger
import Model
import Organisations
import Permissions
import Quantities
import Records
import Rosters
import Testing
import Workflow

@testable import OfficeOperations

/// One operation of the walk.
struct WalkedOperation {
  let name: String
  let right: Right
  /// Where what it is about stands: the place of position "own".
  let place: String
  /// At which stage the form stands that it is about; nil where it is about none.
  let stage: Stage?
  /// Prepares what it is about with the administrators' own operations, and gives the attempt.
  let prepare: (Walk) async throws -> (SignedIn) async throws -> Void

  init(
    _ name: String, _ right: Right, at place: String = Walk.department, stage: Stage? = nil,
    prepare: @escaping (Walk) async throws -> (SignedIn) async throws -> Void
  ) {
    self.name = name
    self.right = right
    self.place = place
    self.stage = stage
    self.prepare = prepare
  }
}

/// What the walk needs: a county, and numbers for things that are made for one attempt.
final class Walk {
  static let root = "330122/"
  static let department = "330122101/713"

  let county: County
  let walker: Person
  let desk: FormDesk
  private var lastNumber = 100
  /// Forms at a stage that nothing has happened to yet, with the length of their course.
  private var forms: [String: (form: FormID, length: Int)] = [:]

  init(on engine: Engine) async throws {
    county = try await County(on: engine)
    walker = try await county.stored(try await county.person("walker", at: county.root)).value
    try await OpenYear(year: "2026").run(in: county.office, by: county.system)
    desk = try await FormDesk(in: county)
  }

  /// A form at a stage, made anew where somebody has taken a step with the one before.
  ///
  /// - Parameter isInForce: true for a later version of an approved form.
  func form(at stage: Stage, isInForce: Bool = false) async throws -> FormID {
    let key = "\(stage) \(isInForce)"
    if let known = forms[key], try await desk.course(known.form).length == known.length { return known.form }
    let form = try await desk.form(at: stage, project: "第\(number())项", isInForce: isInForce)
    forms[key] = (form, try await desk.course(form).length)
    return form
  }

  var office: Office { county.office }

  func number() -> Int {
    lastNumber += 1
    return lastNumber
  }

  /// Somebody of the department for one attempt.
  func person() async throws -> PersonID { try await county.person("p.\(number())", at: county.department) }

  /// A right of somebody of the department.
  func right() async throws -> (person: PersonID, assignment: AssignmentID) {
    let person = try await person()
    let assignment = try await GiveRight(person: person, role: "evaluator", organisation: county.unit)
      .run(in: office, by: county.security)
    return (person, assignment)
  }

  /// Who plays a role, the place of the matter being at a position from there.
  func actor(_ role: Role, _ position: Position, from place: String) throws -> SignedIn {
    switch position {
    case .own: try county.actor(walker, role, at: place)
    case .subordinate: try county.actor(walker, role, at: place == Self.root ? "3301/" : "330122101/")
    case .elsewhere: try county.actor(walker, role, at: "330122102/")
    }
  }
}

extension WalkedOperation {
  static var all: [WalkedOperation] {
    organisations + people + rights + accounts + calendar + deadlines + installation + own + projects
      + forms + drafts + intakes + steps + queues + approvals + batches
      + reviews + notices
  }

  private static var organisations: [WalkedOperation] {
    [
      WalkedOperation("ListOrganisations", .readOrganisations) { walk in
        { _ = try await ListOrganisations(under: walk.county.department).run(in: walk.office, by: $0) }
      },
      WalkedOperation("AddOrganisation", .changeOrganisations) { walk in
        let code = "713\(walk.number() + 100)"
        return {
          _ = try await AddOrganisation(code: code, name: "测试所", region: "330122101").run(
            in: walk.office, by: $0)
        }
      },
      WalkedOperation("ChangeOrganisation", .changeOrganisations) { walk in
        let stored = try await walk.county.stored(walk.county.department)
        return {
          try await ChangeOrganisation(
            id: stored.value.id, revision: stored.revision, name: "农林办", shortName: "", lastYear: ""
          ).run(in: walk.office, by: $0)
        }
      },
      WalkedOperation("ImportOrganisations", .importOrganisations) { walk in
        let table = try County.table("单位编码,单位名称\n713\(walk.number() + 100),新所\n")
        return {
          _ = try await ImportOrganisations(table: table, region: "330122101").run(in: walk.office, by: $0)
        }
      },
    ]
  }

  private static var people: [WalkedOperation] {
    [
      WalkedOperation("ListPeople", .readPeople) { walk in
        { _ = try await ListPeople(under: walk.county.department).run(in: walk.office, by: $0) }
      },
      WalkedOperation("ReadPerson", .readPeople) { walk in
        let person = try await walk.person()
        return { _ = try await ReadPerson(id: person).run(in: walk.office, by: $0) }
      },
      WalkedOperation("AddPerson", .changePeople) { walk in
        let account = "p.\(walk.number())"
        return {
          _ = try await AddPerson(name: "何岚", account: account, organisation: walk.county.department).run(
            in: walk.office, by: $0)
        }
      },
      WalkedOperation("ChangePerson", .changePeople) { walk in
        let stored = try await walk.county.stored(try await walk.person())
        return {
          try await ChangePerson(
            id: stored.value.id, revision: stored.revision, name: "何岚岚",
            organisation: walk.county.department, lastDay: ""
          ).run(in: walk.office, by: $0)
        }
      },
      WalkedOperation("ImportPeople", .importPeople) { walk in
        let table = try County.table("姓名,账号,单位编码\n何岚,p.\(walk.number()),713\n")
        return { _ = try await ImportPeople(table: table, region: "330122101").run(in: walk.office, by: $0) }
      },
    ]
  }

  private static var rights: [WalkedOperation] {
    [
      WalkedOperation("ListRights", .readRights) { walk in
        { _ = try await ListRights(under: walk.county.department).run(in: walk.office, by: $0) }
      },
      WalkedOperation("GiveRight", .changeRights) { walk in
        let person = try await walk.person()
        return {
          _ = try await GiveRight(person: person, role: "clerk", organisation: walk.county.unit).run(
            in: walk.office, by: $0)
        }
      },
      WalkedOperation("EndRight", .changeRights) { walk in
        let (person, assignment) = try await walk.right()
        return {
          try await EndRight(person: person, assignment: assignment, revision: 1).run(in: walk.office, by: $0)
        }
      },
      WalkedOperation("ImportRights", .changeRights) { walk in
        let account = "p.\(walk.number())"
        _ = try await walk.county.person(account, at: walk.county.department)
        let table = try County.table("姓名,账号,单位编码,角色\n周敏,\(account),713,经办\n")
        return { _ = try await ImportRights(table: table, region: "330122101").run(in: walk.office, by: $0) }
      },
      WalkedOperation("ListDeputies", .readRights) { walk in
        let person = try await walk.person()
        return { _ = try await ListDeputies(person: person).run(in: walk.office, by: $0) }
      },
      WalkedOperation("AppointDeputy", .appointDeputies) { walk in
        let person = try await walk.right().person
        let account = try await walk.county.stored(try await walk.person()).value.account.text
        return {
          _ = try await AppointDeputy(principal: person, account: account, lastDay: "2026-12-31").run(
            in: walk.office, by: $0)
        }
      },
      WalkedOperation("EndDeputy", .appointDeputies) { walk in
        let person = try await walk.person()
        let account = try await walk.county.stored(try await walk.person()).value.account.text
        let deputy = try await AppointDeputy(principal: person, account: account, lastDay: "2026-12-31").run(
          in: walk.office, by: walk.county.security)
        return {
          try await EndDeputy(principal: person, id: deputy, revision: 1).run(in: walk.office, by: $0)
        }
      },
    ]
  }

  private static var accounts: [WalkedOperation] {
    [
      WalkedOperation("UnlockAccount", .unlockAccounts) { walk in
        let person = try await walk.right().person
        return {
          _ = try await UnlockAccount(person: person).lockedUntil(in: walk.office, by: $0)
          try await UnlockAccount(person: person).run(in: walk.office, by: $0)
        }
      },
      WalkedOperation("EndSessionsOf", .endSessionsOfOthers) { walk in
        let person = try await walk.right().person
        return { try await EndSessionsOf(person: person).run(in: walk.office, by: $0) }
      },
      WalkedOperation("ResetTimeCodes", .resetTimeCodesOfOthers) { walk in
        let person = try await walk.right().person
        return { try await ResetTimeCodes(person: person).run(in: walk.office, by: $0) }
      },
      WalkedOperation("ConfirmPasswordLink", .confirmPasswordLinks) { walk in
        let person = try await walk.right().person
        _ = try await IssuePasswordLink(person: person).run(in: walk.office, by: walk.county.security)
        return { try await ConfirmPasswordLink(person: person).run(in: walk.office, by: $0) }
      },
      WalkedOperation("ListWaitingLinks", .confirmPasswordLinks) { walk in
        { _ = try await ListWaitingLinks(under: walk.county.department).run(in: walk.office, by: $0) }
      },
      WalkedOperation("IssuePasswordLink", .issuePasswordLinks) { walk in
        let person = try await walk.right().person
        return { _ = try await IssuePasswordLink(person: person).run(in: walk.office, by: $0) }
      },
    ]
  }

  private static var calendar: [WalkedOperation] {
    [
      WalkedOperation("ListYears", .readYears, at: Walk.root) { walk in
        { _ = try await ListYears().run(in: walk.office, by: $0) }
      },
      WalkedOperation("OpenYear", .changeYears, at: Walk.root) { walk in
        let year = try await walk.office.read { try $0.budgetYears().first { $0.value.year.year == 2027 } }
        if let year, year.value.isOpen {
          try await CloseYear(year: year.value.year, revision: year.revision).run(
            in: walk.office, by: walk.county.system)
        }
        let revision = try await walk.office.read {
          try $0.budgetYears().first { $0.value.year.year == 2027 }?.revision ?? 0
        }
        return { try await OpenYear(year: "2027", revision: revision).run(in: walk.office, by: $0) }
      },
      WalkedOperation("CloseYear", .changeYears, at: Walk.root) { walk in
        let stored = try await walk.office.read { try $0.budgetYears().first { $0.value.year.year == 2025 } }
        if stored?.value.isOpen != true {
          try await OpenYear(year: "2025", revision: stored?.revision ?? 0).run(
            in: walk.office, by: walk.county.system)
        }
        let year = try #require(
          try await walk.office.read { try $0.budgetYears().first { $0.value.year.year == 2025 } })
        return {
          try await CloseYear(year: year.value.year, revision: year.revision).run(in: walk.office, by: $0)
        }
      },
    ]
  }

  private static var deadlines: [WalkedOperation] {
    [
      WalkedOperation("SetDeadline", .changeYears) { walk in
        let year = try #require(FiscalYear(2026))
        let step = DeadlineStep.targetSubmission
        let stored = try await walk.office.read {
          try $0.deadlines(of: year).first { $0.value.step == step.rawValue }
        }
        return {
          try await SetDeadline(
            year: year, step: step, organisation: walk.county.department, day: "2026-10-31",
            revision: stored?.revision ?? 0
          ).run(in: walk.office, by: $0)
        }
      },
      WalkedOperation("ExtendDeadline", .extendDeadlines) { walk in
        let year = try #require(FiscalYear(2026))
        let step = DeadlineStep.evaluationSubmission
        let place = walk.county.department
        let stored = try await walk.office.read {
          try $0.deadlines(of: year).first { $0.value.step == step.rawValue }
        }
        try await SetDeadline(
          year: year, step: step, organisation: place, day: "2027-01-31", revision: stored?.revision ?? 0
        ).run(in: walk.office, by: walk.county.system)
        return {
          try await ExtendDeadline(
            year: year, step: step, organisation: place, day: "2027-02-28", reason: "停电"
          ).run(in: walk.office, by: $0)
        }
      },
      WalkedOperation("RemoveDeadline", .changeYears) { walk in
        let year = try #require(FiscalYear(2026))
        let step = DeadlineStep.monitoringSubmission
        func stored() async throws -> Int64? {
          try await walk.office.read {
            try $0.deadlines(of: year).first { $0.value.step == step.rawValue }?.revision
          }
        }
        if try await stored() == nil {
          try await SetDeadline(
            year: year, step: step, organisation: walk.county.department, day: "2026-08-31"
          ).run(in: walk.office, by: walk.county.system)
        }
        let revision = try await stored() ?? 0
        return {
          try await RemoveDeadline(
            year: year, step: step, organisation: walk.county.department, revision: revision
          ).run(in: walk.office, by: $0)
        }
      },
    ]
  }

  private static var installation: [WalkedOperation] {
    [
      WalkedOperation("ReadAccountRules", .changeAccountRules, at: Walk.root) { walk in
        { _ = try await ReadAccountRules().run(in: walk.office, by: $0) }
      },
      WalkedOperation("ListRuleChoices", .readRuleSets, at: Walk.root) { walk in
        { _ = try await ListRuleChoices().run(in: walk.office, by: $0) }
      },
      WalkedOperation("ChooseRuleSet", .changeRuleSets, at: Walk.root) { walk in
        let (root, year) = (walk.county.root, try #require(FiscalYear(2018 + walk.number() % 60)))
        return {
          try await ChooseRuleSet(
            organisation: root, year: year, kind: .projectTarget, ruleSet: "hebei"
          ).run(in: walk.office, by: $0)
        }
      },
      WalkedOperation("ChangeAccountRules", .changeAccountRules, at: Walk.root) { walk in
        let revision = try await ReadAccountRules().run(in: walk.office, by: walk.county.security).revision
        return {
          try await ChangeAccountRules(texts: [AccountSetting.sessionCountMax: "7"], revision: revision).run(
            in: walk.office, by: $0)
        }
      },
      WalkedOperation("ReadLedger", .readLedger, at: Walk.root) { walk in
        { _ = try await ReadLedger().run(in: walk.office, by: $0) }
      },
      WalkedOperation("VerifyLedger", .verifyLedger, at: Walk.root) { walk in
        { _ = try await VerifyLedger().run(in: walk.office, by: $0) }
      },
      WalkedOperation("ExportLedger", .exportLedger, at: Walk.root) { walk in
        { _ = try await ExportLedger(format: .lines).run(in: walk.office, by: $0) { _ in } }
      },
      WalkedOperation("PrintLedgerHead", .exportLedger, at: Walk.root) { walk in
        { _ = try await PrintLedgerHead().run(in: walk.office, by: $0) }
      },
    ]
  }

  private static var own: [WalkedOperation] {
    [
      WalkedOperation("ListOwnSessions", .manageOwnSessions, at: Walk.root) { walk in
        { _ = try await ListOwnSessions().run(in: walk.office, by: $0) }
      },
      WalkedOperation("EndOwnSessions", .manageOwnSessions, at: Walk.root) { walk in
        { try await EndOwnSessions(.allOthers).run(in: walk.office, by: $0) }
      },
      WalkedOperation("ReadOwnTimeCodes", .manageOwnTimeCodes, at: Walk.root) { walk in
        { _ = try await ReadOwnTimeCodes().run(in: walk.office, by: $0) }
      },
      WalkedOperation("BeginTimeCodes", .manageOwnTimeCodes, at: Walk.root) { walk in
        { _ = try await BeginTimeCodes(issuer: "准绳").run(in: walk.office, by: $0) }
      },
    ]
  }
}
