// The end of a year: what is not approved ends, in batches, and on from there after a failure.
import Ledger
import Organisations
import Quantities
import Records
import Testing
import Workflow

@testable import OfficeOperations

@Suite struct YearEndTests {
  private func revision(_ desk: FormDesk) async throws -> Int64 {
    try await desk.office.read {
      try #require(try $0.budgetYears().first { $0.value.year == desk.year }).revision
    }
  }

  private func close(_ desk: FormDesk, endsReviews: Bool) async throws {
    try await CloseYear(year: desk.year, revision: try await revision(desk), endsReviews: endsReviews)
      .run(in: desk.office, by: desk.county.system)
  }

  private func ending(_ desk: FormDesk) async throws -> String? {
    let line = try await ListYears().run(in: desk.office, by: desk.clerk).first {
      $0.year.value.year == desk.year
    }
    return line?.ending.map { "\($0.done)/\($0.total)" }
  }

  @Test(arguments: Engine.allCases)
  func `what is not approved ends, what is in force stays`(engine: Engine) async throws {
    let desk = try await FormDesk(on: engine)
    _ = try await GiveRight(person: desk.clerk.person.id, role: "clerk", organisation: desk.unit)
      .run(in: desk.office, by: desk.county.security)
    var forms: [(FormID, Stage)] = []
    for stage in Stage.allCases {
      let wanted: Stage = stage.isInForce ? stage : stage == .adjusting ? .approved : .lapsed
      forms.append((try await desk.form(at: stage, project: "\(stage)"), wanted))
    }
    forms.append((try await desk.form(at: .financeReview, project: "再审", isInForce: true), .approved))
    #expect(await faults { try await close(desk, endsReviews: false) } == ["year"])
    let outlook = try await CloseYear(year: desk.year, revision: 0).outlook(
      in: desk.office, by: desk.county.system)
    #expect([outlook.written, outlook.adjusting, outlook.underReview, outlook.settled] == [2, 1, 5, 3])
    try await close(desk, endsReviews: true)
    #expect(try await ending(desk) == "0/8")
    #expect(try await EndYearForms(formsAtOnce: 2).run(in: desk.office))
    #expect(try await !EndYearForms().run(in: desk.office))
    #expect(try await ending(desk) == nil)
    for (form, stage) in forms {
      #expect(try await desk.course(form).stage == stage)
      #expect(try await desk.entry(form).stage == stage.rawValue)
    }
    let notices = try await ListNotices().run(in: desk.office, by: desk.clerk).lines
    #expect(notices.first { $0.kind == .yearEnded }?.notice.count == 8)
    let entries = try await desk.office.read { try $0.ledgerEntries(about: "year/2026", limit: 9) }
    #expect(entries.first?.note.action == .yearEnd)
    #expect(entries.first?.note.reason == "8 ended, 0 left")
    try await desk.county.expectSoundLedger()
  }

  @Test func `a year without open forms is closed at once`() async throws {
    let desk = try await FormDesk()
    _ = try await desk.form(at: .approved, project: "甲")
    try await close(desk, endsReviews: false)
    #expect(try await ending(desk) == nil)
    #expect(try await !EndYearForms().run(in: desk.office))
  }

  @Test func `a year that is opened again keeps what is left`() async throws {
    let desk = try await FormDesk()
    let form = try await desk.form(project: "甲")
    try await close(desk, endsReviews: false)
    try await OpenYear(year: "2026", revision: try await revision(desk)).run(
      in: desk.office, by: desk.county.system)
    #expect(try await EndYearForms().run(in: desk.office))
    #expect(try await desk.course(form).stage == .draft)
    let entries = try await desk.office.read { try $0.ledgerEntries(about: "year/2026", limit: 9) }
    #expect(entries.first?.note.reason == "reopened, 1 left")
  }

  @Test func `nobody takes a step in a closed year meanwhile`() async throws {
    let desk = try await FormDesk()
    let form = try await desk.form(project: "甲")
    try await close(desk, endsReviews: false)
    #expect(
      await faults { try await desk.take(.submission(route: .direct), on: form, by: desk.clerk) } == ["year"])
  }

  @Test func `a taker that dies is followed by another, and no form is ended twice`() async throws {
    let desk = try await FormDesk()
    for name in ["甲", "乙", "丙"] { _ = try await desk.form(project: name) }
    try await close(desk, endsReviews: false)
    let now = desk.office.now
    _ = try await desk.office.change {
      try $0.takeJob(kinds: [Job.yearEnd], now: now, leaseEnds: now.advanced(bySeconds: 300))
    }
    #expect(try await !EndYearForms().run(in: desk.office))
    desk.county.town.clock.advance(seconds: 301)
    let office = desk.office
    async let one = EndYearForms(formsAtOnce: 1).run(in: office)
    async let other = EndYearForms(formsAtOnce: 1).run(in: office)
    let taken = try await [one, other]
    #expect(taken.contains(true))
    let counts = try await desk.office.read { try $0.formCounts(FormSelection(year: desk.year)) }
    #expect(counts == ["lapsed": 3])
    try await desk.county.expectSoundLedger()
  }
}
