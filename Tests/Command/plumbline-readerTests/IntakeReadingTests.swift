// Documents handed in to an office with the real reader: every format, hostile files, killed readers.
import DocumentReading
import Findings
import FormExport
import Foundation
import Glibc
import IsolatedReading
import JSONText
import Ledger
import Model
import OfficeOperations
import Operations
import Organisations
import Permissions
import Quantities
import Records
import StorageOpening
import StorageProbes
import Tables
import Testing

/// An office on SQLite with a clerk and the real reader.
private struct ReadingOffice {
  let office: Office
  let clerk: SignedIn
  let unit: OrganisationID
  let pool: ReaderPool
  let folder: ScratchFolder
  let storage: OpenedStorage

  init(_ change: (inout ReaderSettings) -> Void = { _ in }) async throws {
    folder = try ScratchFolder()
    storage = try await OpenedStorage.open(
      StoragePlace(folder: folder.path), for: .migrate, now: SmallOffice.start)
    let small = try await SmallOffice(in: storage.records)
    var settings = ReaderSettings()
    settings.readersMax = 2
    change(&settings)
    pool = ReaderPool(program: ReaderProgramTests.program, settings: settings)
    office = Office(
      records: storage.records, key: try await OfficeKey.load(from: storage.records, chance: .machine),
      attachments: storage.attachments, reading: IsolatedReadingDesk(pool: pool),
      clock: {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Moment(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
      }, chance: .machine)
    unit = small.unit
    let person = try await storage.records.read { view throws(RecordError) in
      try view.person(small.clerk).value
    }
    let place = try #require(OrganisationPath("330000123/713001"))
    clerk = SignedIn(
      person: person,
      actor: Actor(person: person.id, holdings: [Holding(role: .clerk, place: place)]), session: .zero,
      mustChangePassword: false)
  }

  func close() async {
    pool.close()
    await storage.close()
  }

  func receive(_ bytes: [UInt8], named name: String) async throws -> IntakeID {
    let incoming = try IncomingDocument(in: office)
    await incoming.add(bytes)
    return try await ReceiveDocument(organisation: unit, name: name, kept: try await incoming.finish())
      .run(in: office, by: clerk)
  }

  func readAll() async throws {
    while try await ReadWaitingIntake().run(in: office) {}
  }

  /// Hands in, reads, and opens.
  func read(_ bytes: [UInt8], named name: String) async throws -> OpenedIntake {
    let id = try await receive(bytes, named: name)
    try await readAll()
    return try await ReadIntake(id: id).run(in: office, by: clerk)
  }
}

/// Serialized with the other tests of the program: they stop and kill readers.
extension ReaderProgramTests {
  @Suite(.timeLimit(.minutes(5))) struct IntakeReadingTests {
    private static let form: Form = {
      var target = ProjectTarget()
      target.title = "项目支出绩效目标表"
      target.fiscalYear = 2026
      target.project.name = "桥梁维护"
      target.project.category = "特定目标类"
      target.department.name = "农林水务局"
      target.unit.name = "水利所"
      target.budget.total = Money(fen: 21_376_400)
      target.goals.annual = "维护全镇桥梁，保证通行安全。"
      target.indicators = [
        ("产出指标", "数量指标", "维护桥梁座数", "≥3座"), ("产出指标", "质量指标", "验收合格率", "≥98%"),
        ("满意度指标", "服务对象满意度指标", "群众满意度", "≥90%"),
      ].map { level1, level2, name, value in
        var indicator = Indicator()
        indicator.level1 = level1
        indicator.level2 = level2
        indicator.name = name
        indicator.annualValue = value
        return indicator
      }
      return .projectTarget(target)
    }()

    private static func file(_ format: ExportFormat) throws -> [UInt8] {
      let export = try ExportForms(ExportSettings(format: format, created: 1_772_414_400))
      return try export.write([try export.layOut(form)]).bytes
    }

    @Test(arguments: [ExportFormat.docx, .xlsx, .html, .pdf])
    func `a form in any format is read, with the original beside it`(format: ExportFormat) async throws {
      let office = try await ReadingOffice()
      let opened = try await office.read(try Self.file(format), named: "目标表.\(format.rawValue)")
      #expect(opened.progress == .read, "\(opened.details.problem ?? "")")
      let form = try #require(opened.forms.first)
      #expect(form.form.indicators.map(\.name) == Self.form.indicators.map(\.name))
      #expect(form.form.indicators.map(\.annualValue) == Self.form.indicators.map(\.annualValue))
      let value = try #require(form.fields.first { $0.path == "indicators/1/annualValue" })
      // The place leads to a cell of the original that says what was read.
      let cells = (opened.document?.blocks ?? []).flatMap { block -> [(Table, Cell)] in
        if case .table(let table) = block { return table.cells.map { (table, $0) } }
        return []
      }
      let source = cells.first { table, cell in
        let place = table.place(of: cell)
        return place.table == value.place?.table && place.row == value.place?.row
          && place.column == value.place?.column
      }
      #expect(source?.1.text == "≥98%")
      await office.close()
    }

    @Test(
      .enabled(if: Scanner.isInstalled, "poppler, tesseract or its Chinese model is missing"),
      arguments: [0, 1])
    func `a scan is shown cell by cell as it stands on paper, however it lay on the glass`(quarters: Int)
      async throws
    {
      let office = try await ReadingOffice()
      let print = try Self.file(.pdf)
      let printed = try await office.read(print, named: "目标表.pdf")
      let scanned = try await office.read(
        try Scanner.picture(of: print, quarters: quarters), named: "扫描件.bmp")
      #expect(scanned.progress == .read && scanned.details.readsPictures, "\(scanned.details.problem ?? "")")
      let fields = try #require(scanned.forms.first).fields
      var count = 0
      for field in fields
      where field.text.unicodeScalars.contains(where: { $0.properties.numericType != nil }) {
        #expect(field.isDoubtful)
        let part = try #require(field.part, "\(field.path)")
        #expect(part.turn.quarters == (4 - quarters) % 4)
        let shown = try #require(
          try await CutOutField(id: scanned.intake.id, form: 0, path: field.path).run(
            in: office.office, by: office.clerk))
        let wanted = try #require(
          try await CutOutField(id: printed.intake.id, form: 0, path: field.path).run(
            in: office.office, by: office.clerk))
        #expect(shown.width == part.width && shown.height == part.height)
        #expect(shown.isLike(wanted), "\(field.path)")
        count += 1
      }
      #expect(count >= 4)
      await office.close()
    }

    @Test func `hostile files end without a picture, and no reader is lost over it`() async throws {
      let office = try await ReadingOffice { $0.readersMax = 1 }
      let desk = try #require(office.office.reading)
      let print = try Self.file(.pdf)
      func part(page: Int, _ box: Box) throws -> PagePart {
        let turn = try #require(PageTurn(page: page, quarters: 1, skew: 5_000))
        return try #require(PagePart(box, on: turn))
      }
      let cell = Box(left: 1_000, top: 1_000, width: 1_000, height: 200)
      for (bytes, page, box) in [
        (print, 2, cell), (print, 100_000, cell),
        (print, 1, Box(left: 200_000, top: 200_000, width: 200_000, height: 200_000)), ([], 1, cell),
        (Array(print.prefix(200)), 1, cell), (try Self.file(.docx), 1, cell),
        (Array("GIF89a".utf8) + Array(repeating: 7, count: 3000), 1, cell),
      ] {
        let part = try part(page: page, box)
        await #expect(throws: ReadingError.self) { try await desk.cutOut(part) { bytes } }
      }
      await #expect(throws: ReadingError.refused(detail: "there is no page 2")) {
        try await desk.cutOut(try part(page: 2, cell)) { print }
      }
      let readers = Self.readerIDs()
      let whole = try part(page: 1, Box(left: 0, top: 0, width: 200_000, height: 200_000))
      let picture = try await desk.cutOut(whole) { print }
      #expect(picture.width == 1200 && picture.height == 1200)
      #expect(!readers.isEmpty && Self.readerIDs() == readers)
      await office.close()
    }

    /// The reading processes of this test, at work or not.
    private static func readerIDs() -> [Int32] {
      let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
      return names.compactMap { Int32($0) }.sorted().filter { number in
        let text = (try? String(contentsOfFile: "/proc/\(number)/stat", encoding: .utf8)) ?? ""
        let fields = text.split(separator: " ")
        return fields.count > 3 && fields[1] == "(plumbline-reade)" && fields[3] == "\(getpid())"
      }
    }

    @Test(.enabled(if: OldOffice.isInstalled, "LibreOffice is not installed"))
    func `a document of Word 97 is read too`() async throws {
      let office = try await ReadingOffice()
      let bytes = try OldOffice.document(from: try Self.file(.docx))
      let opened = try await office.read(bytes, named: "目标表.doc")
      #expect(opened.document?.format == .doc)
      #expect(opened.forms.first?.form.indicators.map(\.annualValue) == ["≥3座", "≥98%", "≥90%"])
      await office.close()
    }

    @Test func `hostile files are told in a sentence, lose nothing, and harm no other`() async throws {
      let office = try await ReadingOffice()
      let docx = try Self.file(.docx)
      let hostile: [(String, [UInt8])] = [
        ("空.docx", []), ("断.docx", Array(docx.prefix(docx.count / 2))),
        ("假.docx", Array("GIF89a".utf8) + Array(repeating: 7, count: 3000)),
        ("坏.pdf", Array("%PDF-1.7\n".utf8) + Array(repeating: 0xFF, count: 5000)),
        ("乱.doc", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + Array(repeating: 9, count: 4000)),
        ("炸弹.xlsx", Self.bomb(docx)),
      ]
      for (name, bytes) in hostile {
        let opened = try await office.read(bytes, named: name)
        #expect(opened.progress == .unreadable, "\(name)")
        #expect(opened.details.problem?.last == "。", "\(name): \(opened.details.problem ?? "")")
        let kept = try await ReadIntakeOriginal(id: opened.intake.id).run(in: office.office, by: office.clerk)
        #expect(kept.bytes == bytes, "\(name)")
      }
      // A wrong ending decides nothing.
      let opened = try await office.read(docx, named: "目标表.pdf")
      #expect(opened.forms.count == 1)
      await office.close()
    }

    /// A package whose directory tells sizes that nobody would unpack.
    private static func bomb(_ package: [UInt8]) -> [UInt8] {
      var bytes = package
      // In every record of the central directory, the size unpacked (APPNOTE.TXT 4.3.12) becomes huge.
      for start in bytes.indices.dropLast(46) where bytes[start...].starts(with: [0x50, 0x4B, 1, 2]) {
        for place in start + 24..<start + 28 { bytes[place] = 0x7F }
      }
      return bytes
    }

    @Test func `a reader that is killed while it reads is followed by another`() async throws {
      let office = try await ReadingOffice { $0.readersMax = 1 }
      let id = try await office.receive(Self.slow, named: "很多行.html")
      let reading = Task { try await office.readAll() }
      var killed = 0
      for _ in 0..<400 where killed == 0 {
        try await Task.sleep(for: .milliseconds(10))
        for reader in ReaderProgramTests.workers() {
          kill(reader, SIGKILL)
          killed += 1
        }
      }
      try await reading.value
      #expect(killed > 0)
      var opened = try await ReadIntake(id: id).run(in: office.office, by: office.clerk)
      #expect(opened.progress == .waiting)
      for _ in 0..<40 where opened.progress != .read {
        try await Task.sleep(for: .milliseconds(250))
        try await office.readAll()
        opened = try await ReadIntake(id: id).run(in: office.office, by: office.clerk)
      }
      #expect(opened.progress == .read)
      #expect(opened.forms.first?.form.indicators.count == 20_000)
      await office.close()
    }

    /// So many rows that there is time to kill who reads them.
    private static let slow: [UInt8] = {
      let row = "<tr><td>产出指标</td><td>数量指标</td><td>维护桥梁座数</td><td>≥3座</td></tr>\n"
      let head = """
        <h1>项目支出绩效目标表</h1><table border=1>
        <tr><td>项目名称<td colspan=3>桥梁维护</tr><tr><td>预算金额（元）<td colspan=3>213764.00</tr>
        <tr><td>年度目标<td colspan=3>维护全镇桥梁，保证通行。</tr>
        <tr><td>一级指标<td>二级指标<td>三级指标<td>年度指标值</tr>
        """
      return Array(head.utf8)
        + Array(repeatElement(Array(row.utf8), count: 20_000).joined()) + Array("</table>".utf8)
    }()

    @Test func `tables of organisations are read behind the wall as they are read here`() async throws {
      let office = try await ReadingOffice()
      let desk = try #require(office.office.reading)
      let text = Array("\u{FEFF}单位编码,单位名称\r\n713,\"农林,水务办\"\r\n".utf8)
      let here = try await OpenReadingDesk().tables(text)
      #expect(try await desk.tables(text).blocks == here.blocks)
      await #expect(throws: ReadingError.empty) { try await desk.tables([]) }
      await #expect(throws: ReadingError.unknownFormat) { try await desk.tables(Array("%PDF-1.7".utf8)) }
      await office.close()
    }

    @Test(
      .enabled(if: !PublishedForms.seeds.isEmpty, "no corpus of published forms here: set PLUMBLINE_SHARED"),
      arguments: PublishedForms.seeds)
    func `each published seed comes out as its answer says`(seed: PublishedForms.Seed) async throws {
      let office = try await ReadingOffice()
      let opened = try await office.read(try seed.bytes(), named: seed.file.lastPathComponent)
      #expect(opened.forms.count == seed.expected.count)
      for (form, expected) in zip(opened.forms, seed.expected) {
        // Somebody looks at the doubtful fields and finds them right.
        for field in form.doubtful {
          try await ConfirmField(id: opened.intake.id, form: form.number, path: field.path).run(
            in: office.office, by: office.clerk)
        }
        let answered = try await ReadIntake(id: opened.intake.id).run(in: office.office, by: office.clerk)
        #expect(
          PublishedForms.compact(answered.forms[form.number].taken) == PublishedForms.compact(expected))
      }
      await office.close()
    }
  }

  /// The reading processes of this test that are at work.
  static func workers() -> [Int32] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return names.compactMap { Int32($0) }.filter { number in
      guard let text = try? String(contentsOfFile: "/proc/\(number)/stat", encoding: .utf8) else {
        return false
      }
      return text.contains("(plumbline-reade) R \(getpid()) ")
    }
  }
}

/// The published forms beside the repository, where there are any.
enum PublishedForms {
  struct Seed: Sendable, CustomTestStringConvertible {
    let file: URL
    let expected: [Form]

    var testDescription: String { file.pathComponents.suffix(2).joined(separator: "/") }

    func bytes() throws -> [UInt8] { [UInt8](try Foundation.Data(contentsOf: file)) }
  }

  static let seeds: [Seed] = {
    var root = URL(fileURLWithPath: #filePath)
    for _ in 0..<4 { root.deleteLastPathComponent() }
    root = root.deletingLastPathComponent().appending(path: "shared")
    if let shared = ProcessInfo.processInfo.environment["PLUMBLINE_SHARED"] {
      root = URL(fileURLWithPath: shared)
    }
    let folder = root.appending(path: "corpus/seeds")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.sorted().flatMap { name -> [Seed] in
      let place = folder.appending(path: name)
      guard let bytes = try? Foundation.Data(contentsOf: place.appending(path: "expected.json")),
        let forms = (try? JSONReader.read(Array(bytes)))?["forms"]?.elements
      else { return [] }
      let expected = forms.compactMap { try? Form($0) }
      return ["form.docx", "form.pdf"].map { place.appending(path: $0) }
        .filter { FileManager.default.fileExists(atPath: $0.path) }
        .map { Seed(file: $0, expected: expected) }
    }
  }()

  /// The record as text without white space: a printed page breaks lines where the record has none.
  static func compact(_ form: Form) -> String {
    var json = JSONWriter()
    json.object { form.writeMembers(to: &$0) }
    return String(
      String.UnicodeScalarView(
        json.text.replacing("\\n", with: "").unicodeScalars.filter { !$0.properties.isWhitespace }))
  }
}

/// Old formats are made by the office program itself.
enum OldOffice {
  static let isInstalled = access("/usr/bin/soffice", X_OK) == 0

  static func document(from docx: [UInt8]) throws -> [UInt8] {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("old-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data(docx).write(to: folder.appendingPathComponent("a.docx"))
    let program = Process()
    program.executableURL = URL(fileURLWithPath: "/usr/bin/soffice")
    program.arguments = [
      "-env:UserInstallation=file://\(folder.path)/profile", "--headless", "--convert-to", "doc",
      "--outdir", folder.path, folder.appendingPathComponent("a.docx").path,
    ]
    program.standardOutput = FileHandle.nullDevice
    program.standardError = FileHandle.nullDevice
    try program.run()
    program.waitUntilExit()
    return [UInt8](try Data(contentsOf: folder.appendingPathComponent("a.doc")))
  }
}
