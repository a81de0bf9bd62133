// Documents that are handed in: read behind the wall, answered field by field, tried again, never lost.
import Ledger
import Model
import Operations
import Organisations
import Quantities
import Records
import Synchronization
import Tables
import Testing

@testable import OfficeOperations

struct IntakeTests {
  // MARK: Handing in and reading

  @Test(arguments: Engine.allCases)
  func `a document that is handed in waits, is read, and shows form, original and places`(
    engine: Engine
  ) async throws {
    let probe = try await IntakeProbe(on: engine)
    let id = try await probe.receive(IntakeProbe.form, named: "C:\\表\\目标表.txt")
    var opened = try await probe.open(id)
    #expect(opened.progress == .waiting)
    #expect(opened.intake.name == "目标表.txt")
    #expect(opened.document == nil && opened.forms.isEmpty)
    #expect(try await probe.readAll() == 1)
    opened = try await probe.open(id)
    #expect(opened.progress == .read)
    #expect(opened.details.formCount == 1)
    #expect(opened.document?.format == .text)
    let form = try #require(opened.forms.first)
    let value = try #require(form.fields.first { $0.path == "indicators/0/annualValue" })
    #expect(value.text == "≥3座")
    #expect(value.place != nil)
    #expect(form.taken == form.form)
    try await probe.county.expectSoundLedger()
    let actions = try await probe.office.read {
      try $0.ledgerEntries(about: "intake/\(id)", limit: 9).map(\.note.action)
    }
    #expect(actions == [.intakeRead, .intakeReceive])
  }

  @Test func `several documents are read once each, whoever reads them at once`() async throws {
    let desk = FallingDesk(times: 0)
    let probe = try await IntakeProbe(on: .sqlite, reading: desk)
    for number in 0..<6 { _ = try await probe.receive(IntakeProbe.form + Array("\(number)".utf8)) }
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<3 { group.addTask { try await probe.readAll() } }
      try await group.waitForAll()
    }
    #expect(desk.asked.withLock { $0 } == 6)
    let intakes = try await ListIntakes(organisation: probe.county.unit).run(
      in: probe.office, by: probe.clerk)
    #expect(intakes.map(\.progress) == Array(repeating: .read, count: 6))
  }

  @Test(arguments: [0, 1, 2, 3])
  func `a reader that falls is followed by another, three in all`(times: Int) async throws {
    let probe = try await IntakeProbe(reading: FallingDesk(times: times))
    let id = try await probe.receive(IntakeProbe.form)
    for attempt in 1...3 {
      try await probe.readAll()
      let opened = try await probe.open(id)
      switch attempt {
      case _ where attempt > times: #expect(opened.progress == .read)
      case 3: #expect(opened.progress == .unreadable)
      default: #expect(opened.progress == .waiting)
      }
      probe.county.town.clock.advance(seconds: 10)
    }
    if times == 3 {
      #expect(try await probe.open(id).details.problem?.last == "。")
      try await ReadIntakeAgain(id: id).run(in: probe.office, by: probe.clerk)
      try await probe.readAll()
      #expect(try await probe.open(id).progress == .read)
    }
  }

  @Test(arguments: Engine.allCases)
  func `a node that dies while it reads loses nothing`(engine: Engine) async throws {
    let probe = try await IntakeProbe(on: engine)
    let id = try await probe.receive(IntakeProbe.form)
    let now = probe.office.now
    _ = try await probe.office.change { records in
      try records.takeJob(
        kinds: [Job.intakeReading], now: now, leaseEnds: now.advanced(bySeconds: 150))
    }
    #expect(try await probe.readAll() == 0)
    probe.county.town.clock.advance(seconds: 151)
    #expect(try await probe.readAll() == 1)
    #expect(try await probe.open(id).progress == .read)
  }

  @Test(arguments: [
    [UInt8](), Array("PK\u{3}\u{4}broken".utf8), [0xD0, 0xCF, 0x11, 0xE0, 0, 0, 0, 0, 1, 2, 3],
    Array(repeating: 0, count: 5000),
  ])
  func `what cannot be read is told in a sentence, and the file stays`(bytes: [UInt8]) async throws {
    let probe = try await IntakeProbe()
    let id = try await probe.receive(bytes, named: "目标表.docx")
    try await probe.readAll()
    let opened = try await probe.open(id)
    #expect(opened.progress == .unreadable)
    let problem = try #require(opened.details.problem)
    #expect(problem.last == "。", "\(problem)")
    let (name, kept) = try await ReadIntakeOriginal(id: id).run(in: probe.office, by: probe.clerk)
    #expect(name == "目标表.docx")
    #expect(kept == bytes)
  }

  @Test func `a document without a form has none, and says so by its number`() async throws {
    let probe = try await IntakeProbe()
    let id = try await probe.receive(Array("关于开会的通知\n请各单位准时参加。\n".utf8))
    try await probe.readAll()
    let opened = try await probe.open(id)
    #expect(opened.progress == .read)
    #expect(opened.forms.isEmpty)
  }

  @Test func `an office without a reader says so, and reads when there is one`() async throws {
    let probe = try await IntakeProbe(reading: FallingDesk(times: 99, error: .noReader(detail: "")))
    let id = try await probe.receive(IntakeProbe.form)
    for _ in 0..<4 {
      try await probe.readAll()
      probe.county.town.clock.advance(seconds: 10)
    }
    #expect(try await probe.open(id).details.problem?.contains("plumbline-reader") == true)
  }

  @Test func `bytes beyond the limit are refused, and nothing of them stays`() async throws {
    let probe = try await IntakeProbe()
    let incoming = try IncomingDocument(in: probe.office, bytesMax: 10)
    for _ in 0..<4 { await incoming.add([1, 2, 3]) }
    await #expect(throws: AttachmentProblem.tooLong(max: 10)) { try await incoming.finish() }
    #expect(probe.fileCount() == 0)
    let whole = try IncomingDocument(in: probe.office, bytesMax: 10)
    await whole.add([1, 2, 3])
    #expect(try await whole.finish().byteCount == 3)
    #expect(probe.fileCount() == 1)
  }

  // MARK: Rights

  @Test func `only clerks of the unit hand in, look and answer`() async throws {
    let probe = try await IntakeProbe(reading: DoubtingDesk(doubts: ["indicators/0/annualValue": 60]))
    let id = try await probe.receive(IntakeProbe.form)
    try await probe.readAll()
    let person = probe.clerk.person
    let elsewhere = try probe.county.actor(person, .clerk, at: "330122102/714")
    let reviewer = try probe.county.actor(person, .departmentReviewer, at: "330122101/713")
    for (other, word) in [(elsewhere, "notFound intake"), (reviewer, "no role")] {
      #expect(await faults { _ = try await ReadIntake(id: id).run(in: probe.office, by: other) } == [word])
      #expect(
        await faults {
          try await ConfirmField(id: id, form: 0, path: "indicators/0/annualValue").run(
            in: probe.office, by: other)
        } == [word])
      #expect(await faults { try await DiscardIntake(id: id).run(in: probe.office, by: other) } == [word])
      #expect(
        await faults { _ = try await ReadIntakeOriginal(id: id).run(in: probe.office, by: other) } == [word])
      #expect(
        await faults {
          _ = try await CutOutField(id: id, form: 0, path: "project/name").run(in: probe.office, by: other)
        } == [word])
    }
    #expect(
      await faults {
        try await ReceiveDocument.check(probe.county.unit, in: probe.office, by: elsewhere)
      } == ["notFound organisation"])
  }

  // MARK: Answers

  @Test(arguments: Engine.allCases)
  func `a doubtful number is taken when somebody confirmed or corrected it, never before`(
    engine: Engine
  ) async throws {
    let probe = try await IntakeProbe(
      on: engine,
      reading: DoubtingDesk(doubts: [
        "indicators/0/annualValue": 62, "indicators/1/annualValue": 99, "indicators/2/name": 40,
        "indicators/0/name": 99, "budget/total": 70,
      ]))
    let id = try await probe.receive(IntakeProbe.form)
    try await probe.readAll()
    var form = try await probe.open(id).forms[0]
    #expect(
      form.doubtful.map(\.path) == [
        "budget/total", "indicators/0/annualValue", "indicators/1/annualValue", "indicators/2/name",
      ])
    // Texts are taken as they were read, numbers are not.
    #expect(form.taken.indicators.map(\.annualValue) == [nil, nil, "≥90%"])
    #expect(form.taken.indicators[2].name == "群众满意度")
    guard case .projectTarget(let target) = form.taken else { return }
    #expect(target.budget.total == nil)
    func answer(_ path: String, _ text: String?) async -> [String] {
      await faults {
        if let text {
          try await CorrectField(id: id, form: 0, path: path, text: text).run(
            in: probe.office, by: probe.clerk)
        } else {
          try await ConfirmField(id: id, form: 0, path: path).run(in: probe.office, by: probe.clerk)
        }
      }
    }
    #expect(await answer("indicators/0/annualValue", nil) == ["done"])
    #expect(await answer("indicators/1/annualValue", " ≥98% ") == ["done"])
    #expect(await answer("budget/total", "二十万") == ["value"])
    #expect(await answer("budget/total", "21.5万元") == ["done"])
    #expect(await answer("budget/other", "1") == ["value"])
    #expect(await answer("indicators/7/name", "x") == ["value"])
    form = try await probe.open(id).forms[0]
    #expect(form.open.map(\.path) == ["indicators/2/name"])
    #expect(form.taken.indicators.map(\.annualValue) == ["≥3座", "≥98%", "≥90%"])
    guard case .projectTarget(let corrected) = form.taken else { return }
    #expect(corrected.budget.total == Money(fen: 21_500_000))
    #expect(form.fields.first { $0.path == "budget/total" }?.answer == .corrected("21.5万元"))
    try await probe.county.expectSoundLedger()
  }

  @Test func `two who answer different fields at once are both heard`() async throws {
    let probe = try await IntakeProbe(
      on: .sqlite, reading: DoubtingDesk(doubts: ["indicators/0/annualValue": 62, "budget/total": 70]))
    let id = try await probe.receive(IntakeProbe.form)
    try await probe.readAll()
    try await withThrowingTaskGroup(of: Void.self) { group in
      for path in ["indicators/0/annualValue", "budget/total"] {
        group.addTask {
          try await ConfirmField(id: id, form: 0, path: path).run(in: probe.office, by: probe.clerk)
        }
      }
      try await group.waitForAll()
    }
    #expect(try await probe.open(id).forms[0].open.isEmpty)
  }

  @Test func `what nobody wants is out of the list, and its files are nobody's`() async throws {
    let probe = try await IntakeProbe()
    let id = try await probe.receive(IntakeProbe.form)
    try await probe.readAll()
    try await DiscardIntake(id: id).run(in: probe.office, by: probe.clerk)
    #expect(try await probe.open(id).progress == .discarded)
    let intakes = try await ListIntakes(organisation: probe.county.unit).run(
      in: probe.office, by: probe.clerk)
    #expect(intakes.isEmpty)
    #expect(
      await faults { _ = try await ReadIntakeOriginal(id: id).run(in: probe.office, by: probe.clerk) }
        == ["notFound attachment"])
    #expect(
      await faults {
        try await ConfirmField(id: id, form: 0, path: "project/name").run(in: probe.office, by: probe.clerk)
      } == ["value"])
  }

  @Test func `what was discarded while it was being read stays discarded`() async throws {
    let probe = try await IntakeProbe()
    let id = try await probe.receive(IntakeProbe.form)
    try await DiscardIntake(id: id).run(in: probe.office, by: probe.clerk)
    #expect(try await probe.readAll() == 1)
    #expect(try await probe.open(id).progress == .discarded)
  }

  // MARK: Names and details

  @Test(arguments: [
    ("a/b\\目标表.docx", "目标表.docx"), ("", "未命名的文件"), ("..\\", "未命名的文件"), ("表\u{202E}xcod.exe", "表xcod.exe"),
    ("  表 1.xls\n", "表 1.xls"),
    (String(repeating: "长", count: 300), String(repeating: "长", count: 119) + "…"),
  ])
  func `names are shown without paths and signs that nobody sees`(typed: String, shown: String) {
    #expect(ReceiveDocument.shown(typed) == shown)
  }

  @Test func `details are read as they were written`() throws {
    var details = IntakeDetails()
    #expect(IntakeDetails(details.text) == details)
    details.problem = "读不了“这个”。\n"
    details.format = "docx"
    details.formCount = 3
    details.readsPictures = true
    details.answers = [0: ["a/b": .confirmed, "c": .corrected("≥3\"座")], 2: ["d": .corrected("")]]
    details.drafts = [1: try #require(FormID(17))]
    #expect(IntakeDetails(details.text) == details)
    #expect(IntakeDetails("nonsense") == IntakeDetails())
  }
}
