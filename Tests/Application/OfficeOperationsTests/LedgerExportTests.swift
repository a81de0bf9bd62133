// The ledger as a file: whole, in order, checkable elsewhere, and harmless in a spreadsheet.
import JSONText
import Ledger
import Organisations
import Permissions
import Quantities
import Records
import Synchronization
import Testing

@testable import OfficeOperations

@Suite struct LedgerExportTests {
  private static func export(
    _ county: County, _ format: ExportLedger.Format, first: String = ""
  ) async throws -> (lines: [Substring], range: ExportLedger.Range) {
    let file = Mutex<[UInt8]>([])
    let range = try await ExportLedger(format: format, first: first).run(
      in: county.office, by: county.audit
    ) { piece throws(OfficeRefusal) in file.withLock { $0 += piece } }
    let text = String(decoding: file.withLock { $0 }, as: UTF8.self)
    return (text.split { $0 == "\n" || $0 == "\r\n" }, range)
  }

  @Test(arguments: Engine.allCases)
  func `every line is an entry from which its hash can be made again`(engine: Engine) async throws {
    let county = try await County(on: engine)
    let head = try await county.office.read { try $0.ledgerHead() }
    let (lines, range) = try await Self.export(county, .lines)
    #expect(range == ExportLedger.Range(first: 1, last: head.sequence))
    #expect(lines.count == Int(head.sequence))
    var previous = LedgerHead.empty
    for line in lines {
      let value = try JSONReader.read(Array(line.utf8))
      func text(_ key: String) -> String? { value[key]?.text }
      func number(_ key: String) -> Int64? { value[key]?.whole.map { Int64($0) } }
      let note = LedgerNote(
        moment: Moment(milliseconds: try #require(number("milliseconds"))), actor: number("actor"),
        action: LedgerAction(try #require(text("action"))), subject: try #require(text("subject")),
        content: text("content").flatMap { ContentHash(hexadecimal: $0) }, reason: text("reason") ?? "")
      let entry = LedgerEntry(note, after: previous)
      #expect(entry.hash.description == text("hash"))
      #expect(entry.previous.description == text("previous"))
      previous = LedgerHead(sequence: entry.sequence, hash: entry.hash)
    }
    #expect(previous == head)
    let last = try await county.office.read { try $0.ledgerEntries(after: head.sequence, limit: 5) }
    #expect(last.map(\.note.action) == [.ledgerExport])
    #expect(last.map(\.note.content) == [head.hash])
  }

  @Test func `a later file goes on where the one before ended`() async throws {
    let county = try await County()
    let (all, range) = try await Self.export(county, .table)
    #expect(all.count == Int(range.last) + 1)
    let (rest, later) = try await Self.export(county, .table, first: String(range.last + 1))
    #expect(later.first == range.last + 1)
    #expect(rest.count == Int(later.last - later.first) + 2)
    for first in ["0", "-1", "999999", "甲"] {
      #expect(
        await faults { _ = try await Self.export(county, .table, first: first) } == ["first"], "\(first)")
    }
  }

  @Test func `what a spreadsheet would run stays text`() async throws {
    let county = try await County()
    let person = county.system.person.id.rawValue
    let moment = county.office.now
    try await county.office.change { records in
      try records.append(
        LedgerNote(
          moment: moment, actor: person, action: .deadlineExtend, subject: "year/2026",
          reason: "=HYPERLINK(\"http://evil.example\"),\n\"x\""))
    }
    let (lines, _) = try await Self.export(county, .table)
    #expect(lines.contains { $0.contains("\"'=HYPERLINK(\"\"http://evil.example\"\"),") })
    #expect(lines.first?.contains("序号,时间") == true)
  }
}

@Suite struct DeadlineExtensionTests {
  @Test(arguments: Engine.allCases)
  func `the bureau gives a unit more time, and only that one`(engine: Engine) async throws {
    let county = try await County(on: engine)
    let (office, step) = (county.office, DeadlineStep.targetSubmission)
    let year = try #require(FiscalYear(2026))
    let walker = try await county.stored(try await county.person("walker", at: county.root)).value
    let finance = try county.actor(walker, .financeReviewer, at: "330122/")
    try await OpenYear(year: "2026").run(in: office, by: county.system)
    func extend(_ place: OrganisationID, _ day: String, _ reason: String = "停电两天") async -> [String] {
      await faults {
        try await ExtendDeadline(year: year, step: step, organisation: place, day: day, reason: reason)
          .run(in: office, by: finance)
      }
    }
    func counting(_ place: OrganisationID) async throws -> String? {
      try await office.read { records in
        try records.deadline(of: step, in: year, for: try records.organisation(place).value)?.value.day
          .description
      }
    }
    #expect(await extend(county.unit, "2026-09-30") == ["step"])
    try await SetDeadline(year: year, step: step, organisation: county.root, day: "2026-09-30").run(
      in: office, by: county.system)
    #expect(await extend(county.unit, "2026-09-30") == ["day"])
    #expect(await extend(county.unit, "2026-09-29", "") == ["day", "reason"])
    #expect(await extend(county.unit, "甲") == ["day"])
    #expect(await extend(county.unit, "2030-01-01") == ["day"])
    #expect(await extend(county.unit, "2026-10-10", String(repeating: "长", count: 201)) == ["reason"])
    #expect(await extend(county.unit, "2026-10-10") == ["done"])
    #expect(await extend(county.unit, "2026-10-10") == ["day"])
    #expect(await extend(county.unit, "2026-10-20") == ["done"])
    #expect(try await counting(county.unit) == "2026-10-20")
    #expect(try await counting(county.department) == "2026-09-30")
    #expect(try await counting(county.farDepartment) == "2026-09-30")
    let elsewhere = try county.actor(walker, .financeReviewer, at: "330122102/")
    #expect(
      await faults {
        try await ExtendDeadline(
          year: year, step: step, organisation: county.unit, day: "2026-12-01", reason: "停电"
        ).run(in: office, by: elsewhere)
      }.first?.hasPrefix("notFound") == true)
    let stored = try #require(try await office.read { try $0.budgetYears().first })
    try await CloseYear(year: year, revision: stored.revision).run(in: office, by: county.system)
    #expect(await extend(county.unit, "2026-11-01") == ["year"])
    let reasons = try await office.read {
      try $0.ledgerEntries(about: "year/2026", limit: 20).filter { $0.note.action == .deadlineExtend }
    }
    #expect(reasons.count == 2 && reasons.allSatisfy { $0.note.reason.hasSuffix("停电两天") })
  }
}
