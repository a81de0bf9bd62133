// Histories, comparisons, lists and desks: who sees what of a form.
import FormDrafts
import Forms
import Ledger
import Model
import Organisations
import Permissions
import Quantities
import Records
import Testing
import Workflow

@testable import OfficeOperations

@Suite struct HistoryTests {
  @Test func `a history tells who did what, and readers only what led to the version in force`() async throws
  {
    let desk = try await FormDesk()
    let form = try await desk.form(at: .adjusting, project: "沟渠清淤")
    try await desk.write("budget/total", "\"50000.00\"", in: form)
    try await desk.write("budget/fiscal", "\"50000.00\"", in: form)
    try await desk.take(.submission(route: .direct), on: form, by: desk.clerk)
    let all = try await ReadFormHistory(form: form).run(in: desk.office, by: desk.clerk)
    #expect(
      all.steps.map(\.record.deed.step) == [.submit, .open, .forward, .open, .approve, .adjust, .submit])
    #expect(all.steps.map(\.version) == [1, 1, 1, 1, 2, 2, 3])
    #expect(all.versions.map(\.number) == [1, 2, 3])
    #expect(all.versionInForce == 2)
    #expect(all.showsDraft)
    #expect(all.openSteps == [.withdraw])
    #expect(all.project?.name == "沟渠清淤")
    #expect(all.steps[4].words == "同意")
    let open = try await ReadFormHistory(form: form).run(in: desk.office, by: desk.reader)
    #expect(open.versions.map(\.number) == [1, 2])
    #expect(open.steps.last?.record.deed.step == .approve)
    #expect(open.course.stage == .approved)
    #expect(!open.showsDraft)
    let reviewer = try await ReadFormHistory(form: form).run(in: desk.office, by: desk.finance)
    #expect(reviewer.versions.count == 3 && !reviewer.showsDraft)
    let hidden = CompareVersions(form: form, earlier: .version(2), later: .version(3))
    #expect(
      await faults { _ = try await hidden.run(in: desk.office, by: desk.reader) }[0].hasPrefix("notFound"))
    let draft = CompareVersions(form: form, earlier: .version(2), later: .draft)
    #expect(
      await faults { _ = try await draft.run(in: desk.office, by: desk.finance) }[0].hasPrefix("notFound"))
    let seen = try await hidden.run(in: desk.office, by: desk.finance)
    #expect(seen.cells.map(\.path) == ["budget/total", "budget/fiscal"])
    #expect(seen.cells.map(\.after) == ["50000.00", "50000.00"])
    #expect(seen.rows.isEmpty)
  }

  @Test func `lists show each reader what may be seen, page by page`() async throws {
    let desk = try await FormDesk()
    var forms: [FormID] = []
    for (place, stage) in [Stage.draft, .approved, .returned, .disclosed, .draft].enumerated() {
      forms.append(try await desk.form(at: stage, project: "第\(place)项"))
    }
    let unit = desk.county.unit
    func seen(_ person: SignedIn, limit: Int = 100) async throws -> [FormID] {
      var found: [FormID] = []
      var next: FormID?
      repeat {
        let page = try await ListForms(organisation: unit, year: desk.year, after: next, limit: limit).run(
          in: desk.office, by: person)
        #expect(page.lines.count <= limit)
        found += page.lines.map(\.entry.id)
        next = page.next
      } while next != nil
      return found
    }
    for limit in [1, 2, 3, 5, 100] {
      #expect(try await seen(desk.clerk, limit: limit) == forms)
      #expect(try await seen(desk.department, limit: limit) == [forms[1], forms[2], forms[3]])
      #expect(try await seen(desk.reader, limit: limit) == [forms[1], forms[3]])
    }
    let page = try await ListForms(organisation: unit, year: desk.year).run(in: desk.office, by: desk.clerk)
    #expect(page.counts == [.draft: 2, .approved: 1, .returned: 1, .disclosed: 1])
    #expect(page.lines.map { $0.project?.name } == ["第0项", "第1项", "第2项", "第3项", "第4项"])
    let theirs = try await ListForms(organisation: unit, year: desk.year).run(
      in: desk.office, by: desk.reader)
    #expect(theirs.counts == nil)
  }

  @Test func `a desk has what waits first, and projects without a form`() async throws {
    let desk = try await FormDesk()
    let draft = try await desk.form(project: "草稿项")
    _ = try await desk.form(at: .awaitingDepartment, project: "已报项")
    let returned = try await desk.form(at: .returned, project: "退回项")
    _ = try await AddProject(
      organisation: desk.county.unit, typed: TypedProject(name: "未填项", firstYear: "2026")
    )
    .run(in: desk.office, by: desk.clerk)
    _ = try await AddProject(
      organisation: desk.county.unit, typed: TypedProject(name: "往年项", firstYear: "2020", lastYear: "2024")
    ).run(in: desk.office, by: desk.clerk)
    let shown = try await ReadClerkDesk(organisation: desk.county.unit).run(in: desk.office, by: desk.clerk)
    #expect(shown.year == desk.year)
    #expect(shown.waiting.map(\.line.entry.id) == [returned, draft])
    #expect(shown.forms.count == 3)
    #expect(shown.unbegun.map(\.name) == ["未填项"])
    #expect(shown.waiting[0].course.objections.count == 1)
    #expect(shown.waiting[0].lastStep?.person == "周敏")
    #expect(shown.forms.last?.tally == nil)
    let places = try await ListClerkPlaces().run(in: desk.office, by: desk.clerk)
    #expect(places.map(\.id) == [desk.county.unit])
    #expect(
      await faults { _ = try await ListClerkPlaces().run(in: desk.office, by: desk.reader) } == ["no role"])
  }

  @Test func `who writes for the department too begins with the own unit`() async throws {
    let desk = try await FormDesk()
    let places = try ["330122101/713", FormDesk.unitPlace].map { try #require(OrganisationPath($0)) }
    let person = desk.clerk.person
    let both = SignedIn(
      person: person,
      actor: Actor(person: person.id, holdings: places.map { Holding(role: .clerk, place: $0) }),
      session: .zero, mustChangePassword: false)
    let units = [desk.county.unit, desk.county.department]
    #expect(try await ListClerkPlaces().run(in: desk.office, by: both).map(\.id) == units)
    #expect(try await ListIntakeUnits().run(in: desk.office, by: both).map(\.id) == units)
  }
}

@Suite struct ProjectOperationTests {
  @Test(arguments: [
    ("name", TypedProject(name: " ", firstYear: "2026")),
    ("code", TypedProject(name: "甲", code: "33012226P00000000000", firstYear: "2026")),
    ("code", TypedProject(name: "甲", code: "33012226P000000000011", firstYear: "2026")),
    ("code", TypedProject(name: "甲", code: "33012226P00000000000I", firstYear: "2026")),
    ("firstYear", TypedProject(name: "甲", firstYear: "")),
    ("firstYear", TypedProject(name: "甲", firstYear: "明年")),
    ("lastYear", TypedProject(name: "甲", firstYear: "2026", lastYear: "2025")),
  ])
  func `what is typed wrongly is told at its field`(field: String, typed: TypedProject) async throws {
    let desk = try await FormDesk()
    let refused = await faults {
      _ = try await AddProject(organisation: desk.county.unit, typed: typed).run(
        in: desk.office, by: desk.clerk)
    }
    #expect(refused == [field])
  }

  @Test(arguments: Engine.allCases)
  func `a code belongs to one project, and years cover the forms`(engine: Engine) async throws {
    let desk = try await FormDesk(on: engine)
    // Codes of another letter have no check character.
    let code = "33012226R000000000012"
    let first = try await AddProject(
      organisation: desk.county.unit,
      typed: TypedProject(name: "甲", code: code.lowercased(), firstYear: "2026")
    ).run(in: desk.office, by: desk.clerk)
    let second = await faults {
      _ = try await AddProject(
        organisation: desk.county.unit, typed: TypedProject(name: "乙", code: code, firstYear: "2026")
      ).run(in: desk.office, by: desk.clerk)
    }
    #expect(second == ["code"])
    _ = try await desk.form(.projectTarget(FormDesk.sound), of: first)
    let later = TypedProject(name: "甲", code: code, firstYear: "2027")
    let outside = await faults {
      try await ChangeProject(id: first, revision: 1, typed: later).run(in: desk.office, by: desk.clerk)
    }
    #expect(outside == ["firstYear"])
    let renamed = TypedProject(name: "甲改", code: code, firstYear: "2025")
    try await ChangeProject(id: first, revision: 1, typed: renamed).run(in: desk.office, by: desk.clerk)
    let stale = await faults {
      try await ChangeProject(id: first, revision: 1, typed: renamed).run(in: desk.office, by: desk.clerk)
    }
    #expect(stale == ["stale project"])
    let page = try await ListProjects(organisation: desk.county.unit, limit: 1).run(
      in: desk.office, by: desk.reader)
    #expect(page.projects.map(\.value.name) == ["甲改"])
    #expect(page.next == nil)
    try await desk.county.expectSoundLedger()
  }
}
