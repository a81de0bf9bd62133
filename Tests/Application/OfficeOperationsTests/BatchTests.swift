// Batches: clean forms approved together, a drawn share read first, printed papers, nodes that die.
import Ledger
import Model
import Organisations
import Permissions
import Quantities
import Records
import Testing
import Workflow

@testable import OfficeOperations

@Suite struct BatchTests {
  /// A desk whose finance reviewer has the role in the store too, as jobs ask it.
  private static func desk(on engine: Engine = .memory) async throws -> FormDesk {
    let desk = try await FormDesk(on: engine)
    _ = try await GiveRight(
      person: desk.finance.person.id, role: Role.financeReviewer.rawValue, organisation: desk.county.root
    ).run(in: desk.office, by: desk.county.security)
    let root = desk.county.root
    try await ChangeApprovalStyle(
      organisation: root, style: ApprovalStyle(numberPattern: "云财绩〔{年度}〕{号}号"), revision: 0
    ).run(in: desk.office, by: desk.finance)
    return desk
  }

  /// Forms that wait at the bureau: as many clean ones, and one that lacks what has to be explained.
  private static func forms(_ count: Int, _ desk: FormDesk) async throws -> (
    clean: [FormID], doubtful: FormID
  ) {
    var clean: [FormID] = []
    for number in 1...count {
      clean.append(try await desk.form(at: .awaitingFinance, project: "第\(number)项"))
    }
    var target = FormDesk.sound
    target.indicators[1].annualValue = "完成清淤，有效改善"
    let doubtful = try await desk.form(.projectTarget(target), project: "说不清的一项")
    for (deed, person) in [
      (Deed.submission(route: .viaDepartment), desk.clerk), (.opening, desk.department),
      (.forwarding(note: nil), desk.department),
    ] { try await desk.take(deed, on: doubtful, by: person) }
    return (clean, doubtful)
  }

  private static func work(_ desk: FormDesk) async throws {
    while try await WorkOnBatch().run(in: desk.office) {}
  }

  private static func report(_ id: BatchID, _ desk: FormDesk) async throws -> BatchReport {
    try await ReadBatch(id: id).run(in: desk.office, by: desk.finance)
  }

  private static func read(_ form: FormID, of id: BatchID, _ desk: FormDesk, opinion: String? = "同意")
    async throws
  {
    let length = try await desk.course(form).length
    try await JudgeDrawnForm(batch: id, form: form, length: length, opinion: opinion).run(
      in: desk.office, by: desk.finance)
  }

  @Test(arguments: Engine.allCases)
  func `clean forms are approved together, once the drawn ones were read`(engine: Engine) async throws {
    let desk = try await Self.desk(on: engine)
    let (clean, doubtful) = try await Self.forms(12, desk)
    let id = try await BeginBatchApproval(.standing([.awaitingFinance], year: desk.year, under: nil)).run(
      in: desk.office, by: desk.finance)
    #expect(try await Self.report(id, desk).batch.progress == .checking)
    try await Self.work(desk)
    var report = try await Self.report(id, desk)
    #expect(report.batch.progress == .reading && report.total == 13)
    #expect(report.out.map(\.item.form) == [doubtful])
    #expect(report.out[0].item.known.reason?.contains("应说明") == true)
    #expect(report.drawn.count == 2 && report.batch.known.share == 10)
    // The ledger tells the seed, and anybody draws the same again.
    let note = try #require(
      try await desk.office.read { try $0.ledgerEntries(about: "batch/\(id)", limit: 9) }
        .first { $0.note.action == .batchDraw }?.note)
    let seed = report.batch.known.seed
    #expect(note.reason == "seed \(seed) share 10% drawn 2/12")
    #expect(BatchDraw.drawn(of: clean, share: 10, seed: seed) == Set(report.drawn.map(\.item.form)))
    let early = await faults {
      try await ConfirmBatchApproval(id: id).run(in: desk.office, by: desk.finance)
    }
    #expect(early == ["forms"])
    #expect(try await desk.course(clean[0]).stage == .awaitingFinance)
    let drawn = try #require(report.drawn.first?.item.form)
    for line in report.drawn { try await Self.read(line.item.form, of: id, desk, opinion: "看过，同意。") }
    try await ConfirmBatchApproval(id: id).run(in: desk.office, by: desk.finance)
    try await ConfirmBatchApproval(id: id).run(in: desk.office, by: desk.finance)
    try await Self.work(desk)
    report = try await Self.report(id, desk)
    #expect(report.batch.progress == .done && report.count(.done) == 12)
    var numbers: Set<String> = []
    for form in clean {
      let course = try await desk.course(form)
      #expect(course.stage == .approved && course.length == 5)
      numbers.insert(try #require(try await desk.office.read { try $0.decisions(on: form).approvalNumber }))
    }
    #expect(numbers == Set((1...12).map { "云财绩〔2026〕\($0)号" }))
    #expect(try await desk.course(doubtful).stage == .awaitingFinance)
    let opinion = try await ReadApprovedForm(form: drawn).run(
      in: desk.office, by: desk.finance
    ).opinion
    #expect(opinion == "看过，同意。")
    #expect(try await desk.office.read { try $0.jobs(limit: 9) }.isEmpty)
    try await desk.county.expectSoundLedger()
  }

  @Test func `what moved on, is taken out or no longer one's own is left and told`() async throws {
    let desk = try await Self.desk()
    let (clean, _) = try await Self.forms(4, desk)
    let id = try await BeginBatchApproval(.forms(clean)).run(in: desk.office, by: desk.finance)
    try await Self.work(desk)
    let drawn = try #require(try await Self.report(id, desk).drawn.first).item.form
    let others = clean.filter { $0 != drawn }
    // An old page is no reading.
    let stale = await faults {
      try await JudgeDrawnForm(batch: id, form: drawn, length: 1, opinion: "同意").run(
        in: desk.office, by: desk.finance)
    }
    #expect(stale == ["stale form"])
    #expect(await faults { try await Self.read(drawn, of: id, desk, opinion: " ") } == ["opinion"])
    try await Self.read(drawn, of: id, desk, opinion: nil)
    try await desk.take(.recall, on: others[0], by: desk.department)
    try await ConfirmBatchApproval(id: id).run(in: desk.office, by: desk.finance)
    try await Self.work(desk)
    let report = try await Self.report(id, desk)
    #expect(report.batch.progress == .done)
    #expect(Set(report.out.map(\.item.form)) == [drawn, others[0]])
    #expect(report.out.allSatisfy { $0.item.known.reason?.hasSuffix("。") == true })
    #expect(try await desk.course(others[0]).stage == .departmentReview)
    for form in others.dropFirst() { #expect(try await desk.course(form).stage == .approved) }
  }

  @Test func `who loses the role while a batch waits approves nothing by it`() async throws {
    let desk = try await Self.desk()
    let (clean, _) = try await Self.forms(3, desk)
    let id = try await BeginBatchApproval(.forms(clean)).run(in: desk.office, by: desk.finance)
    try await Self.work(desk)
    for line in try await Self.report(id, desk).drawn { try await Self.read(line.item.form, of: id, desk) }
    try await ConfirmBatchApproval(id: id).run(in: desk.office, by: desk.finance)
    let person = desk.finance.person.id
    let first = try #require(Day(year: 2026, month: 2, day: 1))
    let days = try #require(DaySpan(first: first, last: Day(year: 2026, month: 3, day: 1)))
    try await desk.office.change { records in
      for stored in try records.assignments(of: person) {
        var ended = stored.value
        ended.days = days
        try records.save(ended, expecting: stored.revision)
      }
    }
    try await Self.work(desk)
    for form in clean { #expect(try await desk.course(form).stage == .awaitingFinance) }
    #expect(try await Self.report(id, desk).count(.out) == 3)
  }

  @Test func `a forged request reaches no form and no batch of others`() async throws {
    let desk = try await Self.desk()
    let (clean, _) = try await Self.forms(1, desk)
    let far = try desk.county.actor(desk.finance.person, .financeReviewer, at: "330122102/")
    let other = try await desk.county.stored(try await desk.county.person("bie.ren", at: desk.county.root))
      .value
    let colleague = try desk.county.actor(other, .financeReviewer, at: "330122/")
    let id = try await BeginBatchApproval(.forms(clean)).run(in: desk.office, by: desk.finance)
    try await Self.work(desk)
    let before = try await desk.county.entryCount()
    for person in [far, colleague] {
      #expect(
        await faults { _ = try await ReadBatch(id: id).run(in: desk.office, by: person) } == [
          "notFound batch"
        ])
      #expect(
        await faults { try await ConfirmBatchApproval(id: id).run(in: desk.office, by: person) }
          == ["notFound batch"])
      #expect(
        await faults {
          try await JudgeDrawnForm(batch: id, form: clean[0], length: 3, opinion: "同意").run(
            in: desk.office, by: person)
        } == ["notFound batch"])
    }
    #expect(
      await faults { _ = try await BeginBatchApproval(.forms(clean)).run(in: desk.office, by: far) }
        == ["notFound form"])
    #expect(
      await faults { _ = try await BeginBatchApproval(.forms([])).run(in: desk.office, by: desk.clerk) }
        == ["no role"])
    #expect(
      await faults { _ = try await BeginBatchApproval(.forms([])).run(in: desk.office, by: desk.finance) }
        == ["forms"])
    #expect(try await desk.county.entryCount() == before)
  }

  @Test func `two nodes and one that dies approve each form once`() async throws {
    let desk = try await Self.desk(on: Engine.allCases.last ?? .memory)
    let (clean, _) = try await Self.forms(30, desk)
    let id = try await BeginBatchApproval(.forms(clean)).run(in: desk.office, by: desk.finance)
    // A node takes the job and is never seen again: its lease ends.
    let now = desk.office.now
    _ = try await desk.office.change {
      try $0.takeJob(kinds: WorkOnBatch.kinds, now: now, leaseEnds: now.advanced(bySeconds: 120))
    }
    #expect(try await !WorkOnBatch().run(in: desk.office))
    desk.county.town.clock.advance(seconds: 121)
    try await Self.work(desk)
    for line in try await Self.report(id, desk).drawn { try await Self.read(line.item.form, of: id, desk) }
    try await ConfirmBatchApproval(id: id).run(in: desk.office, by: desk.finance)
    let (office, root, year) = (desk.office, desk.county.root, desk.year)
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<3 {
        group.addTask {
          for _ in 0..<20 { _ = try? await WorkOnBatch().run(in: office) }
        }
      }
    }
    try await Self.work(desk)
    let numbers = try await desk.office.read { records in
      try records.approvalNumbers(of: root, in: year, before: nil, limit: 99)
    }
    #expect(numbers.map(\.running) == (1...30).reversed())
    #expect(Set(numbers.map(\.form)) == Set(clean))
    #expect(try await Self.report(id, desk).batch.progress == .done)
  }

  @Test func `papers are printed into one file or an archive, and what is not approved is left out`()
    async throws
  {
    let desk = try await Self.desk()
    let approved = try await desk.form(at: .approved, project: "沟渠清淤")
    let adjusting = try await desk.form(at: .adjusting, project: "泵站维修")
    let waiting = try await desk.form(at: .awaitingFinance, project: "水闸除险")
    for (printing, mark) in [
      (BatchPrinting.onePaper, "%PDF"), (.papers, "PK"), (.wordFiles, "PK"), (.workbooks, "PK"),
    ] {
      let id = try await BeginBatchPrint(.forms([approved, adjusting, waiting]), into: printing).run(
        in: desk.office, by: desk.finance)
      try await Self.work(desk)
      let report = try await Self.report(id, desk)
      #expect(report.batch.progress == .done && report.batch.known.problem == nil)
      #expect(report.count(.done) == 2 && report.out.map(\.item.form) == [waiting])
      let (file, bytes) = try await ReadBatchFile(id: id).run(in: desk.office, by: desk.finance)
      #expect(bytes.starts(with: Array(mark.utf8)) && Int64(bytes.count) == file.byteCount)
      #expect(file.name.hasPrefix("批复表2张-"))
    }
  }

  @Test(arguments: Engine.allCases)
  func `a batch takes what a queue shows, on all of its pages`(engine: Engine) async throws {
    let desk = try await Self.desk(on: engine)
    let (clean, doubtful) = try await Self.forms(3, desk)
    let filter = QueueFilter(years: [desk.year], stages: [.awaitingFinance])
    let id = try await BeginBatchApproval(.filtered(filter)).run(in: desk.office, by: desk.finance)
    try await Self.work(desk)
    let report = try await Self.report(id, desk)
    #expect(report.total == 4 && report.out.map(\.item.form) == [doubtful])
    #expect(report.batch.known.cleanCount == clean.count)
    let nothing = QueueFilter(years: [desk.year], stages: [.disclosed])
    #expect(
      await faults {
        _ = try await BeginBatchApproval(.filtered(nothing)).run(in: desk.office, by: desk.finance)
      }
        == ["forms"])
  }

  @Test func `the draw is the same for the same seed, whatever the order, and at least one`() {
    let forms = (1...500).compactMap { FormID(Int64($0)) }
    let drawn = BatchDraw.drawn(of: forms, share: 10, seed: "00000000000000ff")
    #expect(drawn.count == 50)
    #expect(BatchDraw.drawn(of: forms.reversed(), share: 10, seed: "00000000000000ff") == drawn)
    #expect(BatchDraw.drawn(of: forms, share: 10, seed: "0000000000000100") != drawn)
    #expect(BatchDraw.drawn(of: Array(forms.prefix(3)), share: 1, seed: "1").count == 1)
    #expect(BatchDraw.drawn(of: forms, share: 100, seed: "1").count == 500)
    #expect(BatchDraw.drawn(of: forms, share: 900, seed: "1").count == 500)
    #expect(BatchDraw.drawn(of: [], share: 10, seed: "1").isEmpty)
  }

  @Test func `the share is the system administrator's, from one to a hundred`() async throws {
    let desk = try await Self.desk()
    let system = desk.county.system
    for text in ["0", "101", "", "十", "-5", "9999999999999999999999"] {
      #expect(
        await faults { try await ChangeBatchShare(share: text, revision: 0).run(in: desk.office, by: system) }
          == ["share"])
    }
    try await ChangeBatchShare(share: " 50 ", revision: 0).run(in: desk.office, by: system)
    #expect(try await ReadBatchShare().run(in: desk.office, by: system).share == 50)
    let (clean, _) = try await Self.forms(4, desk)
    let id = try await BeginBatchApproval(.forms(clean)).run(in: desk.office, by: desk.finance)
    try await Self.work(desk)
    #expect(try await Self.report(id, desk).drawn.count == 2)
  }
}
