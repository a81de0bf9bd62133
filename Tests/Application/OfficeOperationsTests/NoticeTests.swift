// Who is told what by a step, in the same transaction, and how notices are read.
import Organisations
import Quantities
import Records
import Testing
import Workflow

@testable import OfficeOperations

@Suite struct NoticeTests {
  /// The desk with parts that the store knows, so that people are found by them.
  private func desk(on engine: Engine = .memory) async throws -> FormDesk {
    let desk = try await FormDesk(on: engine)
    for (person, role, place) in [
      (desk.clerk, Role.clerk, desk.unit), (desk.finance, .financeReviewer, desk.county.root),
    ] {
      _ = try await GiveRight(person: person.person.id, role: role.rawValue, organisation: place)
        .run(in: desk.office, by: desk.county.security)
    }
    return desk
  }

  private func told(_ person: SignedIn, _ desk: FormDesk) async throws -> [String] {
    try await ListNotices().run(in: desk.office, by: person).lines.map {
      "\($0.kind.rawValue) \($0.notice.count)"
    }
  }

  private func readAll(_ desk: FormDesk) async throws {
    for person in [desk.clerk, desk.department, desk.finance] {
      try await MarkNoticesRead(.all(upTo: .last)).run(in: desk.office, by: person)
    }
  }

  @Test(arguments: Engine.allCases)
  func `each step tells those whom it concerns, and nobody else`(engine: Engine) async throws {
    let desk = try await desk(on: engine)
    let form = try await desk.form()
    let (clerk, department, finance) = (desk.clerk, desk.department, desk.finance)
    let steps: [(Deed, SignedIn, [String], [String], [String])] = [
      (.submission(route: .viaDepartment), clerk, [], ["arrived 1"], []),
      (.opening, department, [], [], []),
      (.forwarding(note: nil), department, ["forwarded 1"], [], ["arrived 1"]),
      (.opening, finance, [], [], []),
      (FormDesk.objecting, finance, ["returned 1"], ["sent-back 1"], []),
      (.retraction, finance, ["retracted 1"], ["retracted 1"], []),
      (FormDesk.objecting, finance, ["returned 1"], ["sent-back 1"], []),
      (.submission(route: .viaDepartment), clerk, [], ["arrived 1"], []),
      (.withdrawal, clerk, [], [], []),
      (.submission(route: .viaDepartment), clerk, [], ["arrived 1"], []),
      (.opening, department, [], [], []),
      (.forwarding(note: nil), department, ["forwarded 1"], [], ["arrived 1"]),
      (.opening, finance, [], [], []),
      (.approval(opinion: "同意", number: "1号"), finance, ["approved 1"], [], []),
      (.reopening(reason: "有误"), finance, ["reopened 1"], [], []),
      (.approval(opinion: "同意", number: nil), finance, ["approved 1"], [], []),
      (.withholding(reason: "涉密"), finance, ["withheld 1"], [], []),
      (.disclosure, finance, ["disclosed 1"], [], []),
      (.adjustment(reason: "追加"), clerk, [], [], []),
      (.abandonment(reason: "不追加了"), finance, ["abandoned 1"], [], []),
    ]
    for (place, (deed, person, forClerk, forDepartment, forFinance)) in steps.enumerated() {
      try await readAll(desk)
      let before = [
        try await told(clerk, desk), try await told(department, desk), try await told(finance, desk),
      ]
      if place == 7 { try await desk.write("goals/annual", "\"清淤 20 公里，全部完工\"", in: form) }
      try await desk.take(deed, on: form, by: person)
      let after = [
        try await told(clerk, desk), try await told(department, desk), try await told(finance, desk),
      ]
      let fresh = zip(after, before).map { Array($0.prefix($0.count - $1.count)) }
      #expect(fresh == [forClerk, forDepartment, forFinance], "step \(place) \(deed.step)")
    }
    try await desk.county.expectSoundLedger()
  }

  @Test(arguments: Engine.allCases)
  func `arrivals grow into one notice until it is read`(engine: Engine) async throws {
    let desk = try await desk(on: engine)
    for name in ["一", "二", "三"] {
      let form = try await desk.form(project: name)
      try await desk.take(.submission(route: .viaDepartment), on: form, by: desk.clerk)
    }
    #expect(try await told(desk.department, desk) == ["arrived 3"])
    let page = try await ListNotices().run(in: desk.office, by: desk.department)
    #expect(page.unreadCount == 1)
    #expect(page.lines.first?.title.contains("3") == true)
    let notice = try await MarkNoticesRead(.one(try #require(page.lines.first).notice.id))
      .run(in: desk.office, by: desk.department)
    #expect(notice?.read != nil)
    let form = try await desk.form(project: "四")
    try await desk.take(.submission(route: .viaDepartment), on: form, by: desk.clerk)
    #expect(try await told(desk.department, desk) == ["arrived 1", "arrived 3"])
  }

  @Test func `a step that is refused tells nobody`() async throws {
    let desk = try await desk()
    let form = try await desk.form()
    try await desk.take(.submission(route: .viaDepartment), on: form, by: desk.clerk)
    let before = try await told(desk.clerk, desk)
    await #expect(throws: OfficeRefusal.self) {
      try await TakeStep(form: form, deed: .return([]), length: 1).run(in: desk.office, by: desk.department)
    }
    await #expect(throws: OfficeRefusal.self) {
      try await TakeStep(form: form, deed: .opening, length: 0).run(in: desk.office, by: desk.department)
    }
    #expect(try await told(desk.clerk, desk) == before)
  }

  @Test func `who wrote the form is told, and all clerks where none of them is left`() async throws {
    let desk = try await desk()
    let other = try await desk.county.person("ling.wai", at: desk.unit)
    _ = try await GiveRight(person: other, role: "clerk", organisation: desk.unit)
      .run(in: desk.office, by: desk.county.security)
    let form = try await desk.form(at: .financeReview, project: "清淤")
    try await desk.take(FormDesk.objecting, on: form, by: desk.finance)
    func kinds(_ person: PersonID) async throws -> [String] {
      try await desk.office.read { try $0.notices(of: person, after: nil, limit: 9).map(\.kind) }
    }
    #expect(try await kinds(desk.clerk.person.id).first == "returned")
    #expect(try await kinds(other).isEmpty)
    let right = try await desk.office.read {
      try #require(try $0.assignments(of: desk.clerk.person.id).first { $0.value.role == .clerk })
    }
    try await EndRight(person: desk.clerk.person.id, assignment: right.value.id, revision: right.revision)
      .run(in: desk.office, by: desk.county.security)
    desk.county.town.clock.advance(seconds: 86_400)
    try await desk.take(.submission(route: .viaDepartment), on: form, by: desk.clerk)
    try await desk.take(.opening, on: form, by: desk.department)
    try await desk.take(FormDesk.objecting, on: form, by: desk.department)
    #expect(try await kinds(other) == ["returned"])
  }

  @Test func `a deputy is told that the part is his, and what comes while he has it`() async throws {
    let desk = try await desk()
    let deputy = try await desk.county.person("dai.ban", at: desk.county.department)
    _ = try await AppointDeputy(
      principal: desk.department.person.id, account: "dai.ban", lastDay: "2026-12-31"
    ).run(in: desk.office, by: desk.county.security)
    let form = try await desk.form()
    try await desk.take(.submission(route: .viaDepartment), on: form, by: desk.clerk)
    let notices = try await desk.office.read { try $0.notices(of: deputy, after: nil, limit: 9) }
    #expect(notices.map(\.kind) == ["arrived", "deputy"])
    #expect(notices.map(\.onBehalfOf) == [desk.department.person.id, desk.department.person.id])
    #expect(try await told(desk.department, desk) == ["arrived 1"])
  }

  @Test func `nobody reads or marks the notices of others`() async throws {
    let desk = try await desk()
    let form = try await desk.form()
    try await desk.take(.submission(route: .viaDepartment), on: form, by: desk.clerk)
    let notice = try #require(
      try await ListNotices().run(in: desk.office, by: desk.department).lines.first
    ).notice
    #expect(
      await faults { try await MarkNoticesRead(.one(notice.id)).run(in: desk.office, by: desk.clerk) }
        == ["notFound notice"])
    try await MarkNoticesRead(.all(upTo: .last)).run(in: desk.office, by: desk.clerk)
    #expect(try await desk.office.read { try $0.notice(notice.id).read } == nil)
  }

  @Test func `every kind of notice has a title and a plain word of its own`() {
    #expect(Set(NoticeKind.allCases.map(NoticeWording.plain)).count == NoticeKind.allCases.count)
    for word in StepNews.Word.allCases {
      #expect(NoticeKind.allCases.contains(NoticeKind(word)))
    }
    var details = NoticeDetails()
    (details.cells, details.number, details.reason) = (2, "财绩〔2026〕1号", "“引号”\n")
    (details.year, details.step, details.open) = (FiscalYear(2026), .targetSubmission, 3)
    (details.firstDay, details.lastDay) = (Day("2026-11-20"), Day("2026-11-30"))
    #expect(NoticeDetails(details.text) == details)
    #expect(NoticeDetails().text.isEmpty)
    #expect(NoticeDetails("{") == NoticeDetails())
  }
}
