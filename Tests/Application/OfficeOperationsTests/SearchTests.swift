// Forms found by words, by those who may see them.
import Model
import Organisations
import Permissions
import Quantities
import Records
import Testing
import Workflow

@testable import OfficeOperations

@Suite struct SearchTests {
  private func found(
    _ question: String, by person: SignedIn, in desk: FormDesk, year: Int? = nil, place: String? = nil
  ) async throws -> [String] {
    let page = try await SearchForms(
      question, year: year.flatMap { FiscalYear($0) }, place: place.flatMap { OrganisationPath($0) }
    ).run(in: desk.office, by: person)
    return page.hits.map { $0.line.title ?? "" }
  }

  @Test(arguments: Engine.allCases)
  func `words are found by those who may see them, from when on they may`(engine: Engine) async throws {
    let desk = try await FormDesk(on: engine)
    let form = try await desk.form(project: "沟渠清淤")
    _ = try await FillDigests().run(in: desk.office)
    #expect(try await found("清淤", by: desk.clerk, in: desk) == ["沟渠清淤"])
    for person in [desk.department, desk.finance, desk.reader] {
      #expect(try await found("清淤", by: person, in: desk) == [])
    }
    try await desk.take(.submission(route: .viaDepartment), on: form, by: desk.clerk)
    for question in ["清淤", "沟渠清淤", "内涝点", "沿线群众 清淤", "验收合格率", "２０"] {
      #expect(try await found(question, by: desk.department, in: desk) == ["沟渠清淤"], "\(question)")
    }
    for question in ["清沟", "淤", "沟渠清淤工程", "清淤 灯会", "apublic", "", "2027 清淤"] {
      #expect(try await found(question, by: desk.department, in: desk) == [], "\(question)")
    }
    #expect(try await found("清淤", by: desk.reader, in: desk) == [])
    try await desk.take(.opening, on: form, by: desk.department)
    try await desk.take(FormDesk.objecting, on: form, by: desk.department)
    #expect(try await found("请写明", by: desk.department, in: desk) == ["沟渠清淤"])
    try await desk.take(.submission(route: .viaDepartment), on: form, by: desk.clerk)
    try await desk.take(.opening, on: form, by: desk.department)
    try await desk.take(.forwarding(note: nil), on: form, by: desk.department)
    try await desk.take(.opening, on: form, by: desk.finance)
    try await desk.take(.approval(opinion: "同意，按季报进度", number: nil), on: form, by: desk.finance)
    #expect(try await found("按季报", by: desk.reader, in: desk) == ["沟渠清淤"])
    let page = try await SearchForms("按季报").run(in: desk.office, by: desk.reader)
    let place = try #require(page.hits.first?.places.first)
    #expect(place.part == .opinion)
    #expect(place.before + place.word + place.behind == "同意，按季报进度")
    try await desk.take(.withholding(reason: "涉密"), on: form, by: desk.finance)
    #expect(try await found("清淤", by: desk.reader, in: desk) == [])
  }

  @Test func `a form is found by its unit's name, the long one and the one that people say`() async throws {
    let desk = try await FormDesk()
    let unit = try await desk.county.stored(desk.county.unit)
    try await ChangeOrganisation(
      id: desk.county.unit, revision: unit.revision, name: "河道与堤防管理所", shortName: "河管所", lastYear: ""
    ).run(in: desk.office, by: desk.county.system)
    _ = try await desk.form(project: "沟渠清淤")
    _ = try await FillDigests().run(in: desk.office)
    for question in ["河管所", "堤防管理", "河管所 清淤"] {
      #expect(try await found(question, by: desk.clerk, in: desk) == ["沟渠清淤"], "\(question)")
    }
  }

  @Test(arguments: Engine.allCases)
  func `those who only read find and see what is in force while it is adjusted`(engine: Engine) async throws {
    let desk = try await FormDesk(on: engine)
    let form = try await desk.form(at: .adjusting, project: "沟渠清淤")
    func seen() async throws -> (stage: Stage, amount: Money?, record: Form) {
      let opened = try await ReadForm(form: form).run(in: desk.office, by: desk.reader)
      let hit = try #require(
        try await SearchForms("内涝点").run(in: desk.office, by: desk.reader).hits.first?.line)
      let line = try #require(
        try await ListForms(organisation: desk.unit).run(in: desk.office, by: desk.reader).lines.first)
      #expect(hit.stage == opened.course.stage && line.stage == hit.stage)
      #expect(hit.digest.amount == line.entry.amount)
      return (hit.stage, hit.digest.amount, opened.help.record)
    }
    let before = try await seen()
    #expect(before.stage == .approved && before.amount == Money(fen: 4_000_000))
    try await desk.write("budget/total", "\"90000.00\"", in: form)
    try await desk.write("budget/fiscal", "\"90000.00\"", in: form)
    try await desk.write("goals/annual", "\"清淤 20 公里，另修泵站 2 座，5 月底前完工，排水通畅，群众满意。\"", in: form)
    try await desk.write("indicators/k1/annualValue", "\"≤4500元/公里\"", in: form)
    try await desk.take(.submission(route: .viaDepartment), on: form, by: desk.clerk)
    try await desk.take(.opening, on: form, by: desk.department)
    for step in [FormDesk.objecting, .submission(route: .viaDepartment)] {
      // On its way: whoever only reads is told neither its stage, nor its sum, nor its words.
      let now = try await seen()
      #expect(now == before, "\(step.step)")
      for question in ["泵站", "请写明", "资金追加"] {
        #expect(try await found(question, by: desk.reader, in: desk) == [], "\(question)")
      }
      #expect(try await found("泵站", by: desk.department, in: desk) == ["沟渠清淤"])
      let person = step.step == .submit ? desk.clerk : desk.department
      try await desk.take(step, on: form, by: person)
    }
    try await desk.take(.opening, on: form, by: desk.department)
    try await desk.take(.forwarding(note: nil), on: form, by: desk.department)
    try await desk.take(.opening, on: form, by: desk.finance)
    try await desk.take(.approval(opinion: "同意调整", number: nil), on: form, by: desk.finance)
    #expect(try await found("泵站", by: desk.reader, in: desk) == ["沟渠清淤"])
    #expect(try await seen().amount == Money(fen: 9_000_000))
  }

  @Test func `a form that was withheld is not found by readers while it is adjusted either`() async throws {
    let desk = try await FormDesk()
    let form = try await desk.form(at: .withheld, project: "沟渠清淤")
    try await desk.take(.adjustment(reason: "追加"), on: form, by: desk.clerk)
    #expect(try await found("清淤", by: desk.reader, in: desk) == [])
    #expect(try await found("清淤", by: desk.finance, in: desk) == ["沟渠清淤"])
  }

  @Test func `year and place narrow what is found`() async throws {
    let desk = try await FormDesk(on: .sqlite)
    for number in 1...3 {
      let form = try await desk.form(project: "第\(number)项清淤")
      try await desk.take(.submission(route: .viaDepartment), on: form, by: desk.clerk)
    }
    #expect(try await found("清淤", by: desk.finance, in: desk, year: 2026) == ["第3项清淤", "第2项清淤", "第1项清淤"])
    #expect(try await found("清淤", by: desk.finance, in: desk, year: 2025) == [])
    #expect(try await found("清淤", by: desk.finance, in: desk, place: "330122101/713").count == 3)
    await #expect(throws: OfficeRefusal.self) {
      try await found("清淤", by: desk.department, in: desk, place: "330122102/")
    }
    let first = try await SearchForms("清淤", limit: 2).run(in: desk.office, by: desk.finance)
    let second = try await SearchForms("清淤", before: first.next, limit: 2).run(
      in: desk.office, by: desk.finance)
    #expect(first.hits.count == 2 && second.hits.map(\.line.title) == ["第1项清淤"])
    #expect(second.next == nil)
    #expect(try await SearchForms("淤").run(in: desk.office, by: desk.finance).isAskable == false)
  }

  @Test func `a project that is called otherwise is found by its name of today`() async throws {
    let desk = try await FormDesk(on: .sqlite)
    let form = try await desk.form(project: "灯会")
    _ = try await FillDigests().run(in: desk.office)
    let project = try #require(try await desk.entry(form).project)
    try await ChangeProject(id: project, revision: 1, typed: TypedProject(name: "庙会", firstYear: "2026")).run(
      in: desk.office, by: desk.clerk)
    #expect(try await found("庙会", by: desk.clerk, in: desk) == ["庙会"])
    #expect(try await found("灯会", by: desk.clerk, in: desk) == [])
  }
}

@Suite struct OverviewTests {
  @Test(arguments: Engine.allCases)
  func `an overview tells by unit and stage what the steps have counted`(engine: Engine) async throws {
    let desk = try await FormDesk(on: engine)
    for stage in [Stage.draft, .returned, .approved, .approved, .financeReview] {
      _ = try await desk.form(at: stage, project: "第\(stage) \(desk.county.town.clock.now.milliseconds)")
    }
    _ = try await FillDigests().run(in: desk.office)
    let overview = try await ReadOverview(place: OrganisationPath("330122/")).run(
      in: desk.office, by: desk.reader)
    #expect(overview.year == desk.year)
    #expect(overview.total.count().forms == 5)
    #expect(overview.rows.reduce(0) { $0 + $1.counts.count().forms } == 5)
    #expect(overview.objections.map(\.rule) == ["C09"])
    #expect(overview.objections.first?.title != nil)
    #expect(overview.rounds.map(\.count) == [2])
    #expect(overview.times.contains { $0.stage == .awaitingDepartment && $0.count == 4 })
    #expect(overview.waiting.first { $0.organisation.path.description == FormDesk.unitPlace }?.drafts == 1)
    let below = try await ReadOverview(place: OrganisationPath("330122101/713")).run(
      in: desk.office, by: desk.department)
    #expect(
      below.rows.filter { $0.counts.count().forms > 0 }.map { $0.organisation.path.code.digits } == ["713001"]
    )
    await #expect(throws: OfficeRefusal.self) {
      try await ReadOverview(year: FiscalYear(2019)).run(in: desk.office, by: desk.reader)
    }
  }
}
