// 催办: who is late, who is told, and that nobody is told twice a day; what the office tells by itself.
import Ledger
import Model
import Organisations
import Quantities
import Records
import Testing
import Workflow

@testable import OfficeOperations

@Suite struct ReminderTests {
  /// The desk with parts that the store knows, and a last day: the clock stands at 2026-03-02.
  private func desk(on engine: Engine = .memory, lastDay: String = "2026-03-01") async throws -> FormDesk {
    let desk = try await FormDesk(on: engine)
    for (person, role, place) in [
      (desk.clerk, Role.clerk, desk.unit), (desk.finance, .financeReviewer, desk.county.root),
    ] {
      _ = try await GiveRight(person: person.person.id, role: role.rawValue, organisation: place)
        .run(in: desk.office, by: desk.county.security)
    }
    for step in [DeadlineStep.targetSubmission, .targetDepartmentReview] {
      try await SetDeadline(year: desk.year, step: step, organisation: desk.county.root, day: lastDay)
        .run(in: desk.office, by: desk.county.system)
    }
    return desk
  }

  private func work(
    _ desk: FormDesk, _ step: DeadlineStep = .targetSubmission, by person: SignedIn? = nil
  ) async throws -> [String] {
    try await ListWaitingWork(year: desk.year, step: step).run(in: desk.office, by: person ?? desk.finance)
      .map {
        "\($0.organisation.name) \($0.unbegun)+\($0.drafts)+\($0.returned)+\($0.underReview) "
          + "\($0.pressure(on: desk.office.today))"
      }
  }

  private func remind(
    _ desk: FormDesk, _ which: RemindUnits.Which, step: DeadlineStep = .targetSubmission,
    by person: SignedIn? = nil
  ) async throws -> RemindUnits.Outcome {
    try await RemindUnits(year: desk.year, step: step, which: which)
      .run(in: desk.office, by: person ?? desk.finance)
  }

  private func kinds(_ person: SignedIn, _ desk: FormDesk) async throws -> [String] {
    try await ListNotices().run(in: desk.office, by: person).lines.map {
      "\($0.kind.rawValue) \($0.notice.count)"
    }
  }

  @Test(arguments: Engine.allCases)
  func `who is late is told once a day, and the ledger knows`(engine: Engine) async throws {
    let desk = try await desk(on: engine)
    _ = try await desk.form(project: "甲")
    _ = try await AddProject(organisation: desk.unit, typed: TypedProject(name: "乙", firstYear: "2026"))
      .run(in: desk.office, by: desk.clerk)
    #expect(try await work(desk) == ["水利所 1+1+0+0 late"])
    let first = try await remind(desk, .late)
    #expect([first.organisationCount, first.toldCount, first.repeatedCount] == [1, 1, 0])
    #expect(try await kinds(desk.clerk, desk) == ["reminder 1"])
    let second = try await remind(desk, .chosen([desk.unit]))
    #expect([second.organisationCount, second.toldCount, second.repeatedCount] == [0, 0, 1])
    desk.county.town.clock.advance(seconds: 86_400)
    #expect(try await remind(desk, .soon, by: desk.department).organisationCount == 1)
    #expect(try await kinds(desk.clerk, desk) == ["reminder 2"])
    let line = try #require(
      try await ListWaitingWork(year: desk.year, step: .targetSubmission).run(
        in: desk.office, by: desk.finance
      )
      .first)
    #expect(line.remindedBy == desk.department.person.name && line.isReminded(on: desk.office.today))
    let entries = try await desk.office.read {
      try $0.ledgerEntries(about: "year/2026/reminder/target.submission/\(desk.unit)", limit: 9)
    }
    #expect(entries.map(\.note.action) == [.unitRemind, .unitRemind])
    try await desk.county.expectSoundLedger()
  }

  @Test func `what was handed in is waited for no more, and what came back is`() async throws {
    let desk = try await desk()
    let form = try await desk.form(project: "甲")
    try await desk.take(.submission(route: .viaDepartment), on: form, by: desk.clerk)
    #expect(try await work(desk).isEmpty)
    #expect(try await work(desk, .targetDepartmentReview) == ["农林水务办 0+0+0+1 late"])
    let outcome = try await remind(desk, .late, step: .targetDepartmentReview)
    #expect(outcome.toldCount == 1)
    #expect(try await kinds(desk.department, desk).first == "reminder 1")
    try await desk.take(.opening, on: form, by: desk.department)
    try await desk.take(FormDesk.objecting, on: form, by: desk.department)
    #expect(try await work(desk) == ["水利所 0+0+1+0 late"])
    #expect(try await work(desk, .targetDepartmentReview).isEmpty)
  }

  @Test(arguments: Engine.allCases)
  func `the overview waits for whom reminders are sent to, however many units there are`(engine: Engine)
    async throws
  {
    let desk = try await desk(on: engine)
    let count = 230
    let (office, year) = (desk.office, desk.year)
    let years = try #require(YearSpan(first: year))
    // More units than a page shows: each with a project that nobody has begun, every third with a draft too.
    try await office.change { records in
      for number in 1...count {
        let unit: OrganisationID = try records.nextNumber()
        guard let path = OrganisationPath("330122101/713\(String(number + 100))") else { continue }
        try records.add(
          Organisation(
            id: unit, path: path, kind: .unit, name: "第\(number)所", years: years))
        for part in 1...2 {
          let project: ProjectID = try records.nextNumber()
          try records.add(
            ProjectEntry(
              id: project, organisation: unit, code: nil, name: "第\(number)项\(part)", category: "",
              years: years))
          guard part == 1, number.isMultiple(of: 3) else { continue }
          let form: FormID = try records.nextNumber()
          try records.add(
            FormEntry(
              id: form, kind: .projectTarget, year: year, organisation: unit, project: project,
              stage: Stage.draft.rawValue))
          try records.keepBeginning(of: form, at: try records.organisation(unit).value, moment: .first)
        }
      }
    }
    // One of the department's own, above all those units.
    let own: FormID = try await office.change { records in
      let form: FormID = try records.nextNumber()
      let department = try records.organisation(desk.county.department).value
      try records.add(
        FormEntry(
          id: form, kind: .departmentTarget, year: year, organisation: department.id, project: nil,
          stage: Stage.draft.rawValue))
      try records.keepBeginning(of: form, at: department, moment: .first)
      return form
    }
    #expect(own.rawValue > 0)
    let work = try await ListWaitingWork(year: year, step: .targetSubmission).run(
      in: office, by: desk.finance)
    #expect(work.count == count + 1)
    #expect(work.reduce(0) { $0 + $1.drafts } == count / 3 + 1)
    #expect(work.reduce(0) { $0 + $1.unbegun } == 2 * count - count / 3)
    #expect(work.filter { $0.organisation.id == desk.county.department }.map(\.drafts) == [1])
    let overview = try await ReadOverview(place: OrganisationPath("330122/")).run(
      in: office, by: desk.finance)
    func told(_ work: [WaitingWork]) -> [String] {
      work.map { "\($0.organisation.path) \($0.unbegun) \($0.drafts) \($0.returned)" }
    }
    #expect(told(overview.waiting) == told(Array(work.prefix(Overview.unitsShown))))
    #expect(overview.waitingCount == count + 1)
    #expect(overview.lateCount == count + 1)
    for place in ["330122/", "330122101/713"] {
      let reading = ReadOverview(place: OrganisationPath(place))
      let all = try await ExportOverview(reading: reading).run(in: office, by: desk.finance)
      #expect(told(all.waiting) == told(work), "\(place)")
      #expect(all.waitingCount == count + 1 && all.lateCount == count + 1)
    }
  }

  @Test(arguments: [
    ("2026-03-01", "late"), ("2026-03-02", "soon"), ("2026-03-09", "soon"), ("2026-03-10", "none"),
  ])
  func `a last day is late after it, soon a week before`(_ day: String, _ wanted: String) async throws {
    let desk = try await desk(lastDay: day)
    _ = try await desk.form(project: "甲")
    #expect(try await work(desk) == ["水利所 0+1+0+0 \(wanted)"])
    if wanted == "none" {
      #expect(await faults { _ = try await remind(desk, .soon) } == ["organisation"])
    }
  }

  @Test func `a unit with more time is not late`() async throws {
    let desk = try await desk()
    _ = try await desk.form(project: "甲")
    try await ExtendDeadline(
      year: desk.year, step: .targetSubmission, organisation: desk.county.department, day: "2026-04-30",
      reason: "停电"
    ).run(in: desk.office, by: desk.finance)
    #expect(try await work(desk) == ["水利所 0+1+0+0 none"])
  }

  @Test func `units where nobody can be told are named, and not kept as reminded`() async throws {
    let desk = try await FormDesk(on: .memory)
    _ = try await desk.form(project: "甲")
    let outcome = try await remind(desk, .chosen([desk.unit]))
    #expect(outcome.empty.map(\.name) == ["水利所"] && outcome.organisationCount == 0)
    #expect(
      try await desk.office.read {
        try $0.lastReminders(of: desk.year, step: "target.submission", under: nil).isEmpty
      })
  }

  @Test(arguments: Engine.allCases)
  func `the office itself tells three days before, the day before, and the day after`(engine: Engine)
    async throws
  {
    let desk = try await desk(on: engine, lastDay: "2026-03-10")
    _ = try await desk.form(project: "甲")
    #expect(try await WatchDeadlines().run(in: desk.office))
    var told: [String] = []
    for _ in 0..<12 {
      #expect(try await !WatchDeadlines().run(in: desk.office))
      desk.county.town.clock.advance(seconds: 86_400)
      #expect(try await WatchDeadlines().run(in: desk.office))
      let count = try await ListNotices().run(in: desk.office, by: desk.clerk).lines.first?.notice.count ?? 0
      if count > told.count { told.append("\(desk.office.today)") }
    }
    #expect(told == ["2026-03-07", "2026-03-09", "2026-03-11"])
    #expect(try await desk.office.read { try $0.jobs(kind: Job.deadlineWatch, limit: 9).count } == 1)
  }
}
