// Fields cut out of the original: those that stand on a page, for those who may see the original.
import DocumentReading
import Findings
import FormExport
import Model
import Operations
import Organisations
import Quantities
import Records
import Synchronization
import Tables
import Testing

@testable import OfficeOperations

/// Reads as it is read here, and notes what is cut out.
private final class CuttingDesk: ReadingDesk {
  let parts = Mutex<[PagePart]>([])
  /// Thrown instead of a picture.
  let error: ReadingError?

  init(error: ReadingError? = nil) { self.error = error }

  func read(_ bytes: [UInt8], named name: String, readsPictures: Bool) async -> ReadDocument {
    await OpenReadingDesk().read(bytes, named: name, readsPictures: readsPictures)
  }

  func tables(_ bytes: [UInt8]) async throws(ReadingError) -> Document {
    try await OpenReadingDesk().tables(bytes)
  }

  func cutOut(
    _ part: PagePart, of bytes: @escaping @Sendable () -> [UInt8]?
  ) async throws(ReadingError) -> PagePicture {
    parts.withLock { $0.append(part) }
    if let error { throw error }
    return try await OpenReadingDesk().cutOut(part, of: bytes)
  }
}

@Suite struct CutOutTests {
  /// A printed form, whose fields have places.
  private func printed() throws -> [UInt8] {
    var target = ProjectTarget()
    target.title = "项目支出绩效目标表"
    target.fiscalYear = 2026
    target.project.name = "桥梁维护"
    target.department.name = "农林水务办"
    target.unit.name = "水利所"
    target.budget.total = Money(fen: 21_376_400)
    target.goals.annual = "维护全镇桥梁，保证通行安全。"
    var indicator = Indicator()
    indicator.level1 = "产出指标"
    indicator.level2 = "数量指标"
    indicator.name = "维护桥梁座数"
    indicator.annualValue = "≥3座"
    target.indicators = [indicator]
    let export = try ExportForms(ExportSettings(format: .pdf, created: 1_772_414_400))
    return try export.write([try export.layOut(.projectTarget(target))]).bytes
  }

  private func cutOut(
    _ path: String, form: Int = 0, of id: IntakeID, _ probe: IntakeProbe
  ) async throws -> PagePicture? {
    try await CutOutField(id: id, form: form, path: path).run(in: probe.office, by: probe.clerk)
  }

  @Test(arguments: Engine.allCases)
  func `each field with a place is cut out of its page, in the size that it says`(engine: Engine) async throws
  {
    let desk = CuttingDesk()
    let probe = try await IntakeProbe(on: engine, reading: desk)
    let id = try await probe.receive(try printed(), named: "目标表.pdf")
    try await probe.readAll()
    let fields = try #require(try await probe.open(id).forms.first).fields
    let shown = fields.filter { $0.part != nil }
    #expect(shown.count > 5)
    #expect(shown.allSatisfy { $0.part?.box == $0.place?.box && $0.part?.turn.page == $0.place?.page })
    for field in shown.prefix(4) {
      let part = try #require(field.part)
      let picture = try #require(try await cutOut(field.path, of: id, probe))
      #expect(picture.width == part.width && picture.height == part.height)
      #expect(picture.shades.contains { $0 < 6 }, "\(field.path) has ink")
    }
    #expect(desk.parts.withLock { $0 } == shown.prefix(4).compactMap(\.part))
    // What is no field is not cut out, and no page is asked for.
    #expect(try await cutOut("indicators/7/name", of: id, probe) == nil)
    #expect(try await cutOut("", of: id, probe) == nil)
    for form in [1, -1, .max] { #expect(try await cutOut("project/name", form: form, of: id, probe) == nil) }
    #expect(desk.parts.withLock { $0.count } == 4)
  }

  @Test func `a field of a text has no picture`() async throws {
    let desk = CuttingDesk()
    let probe = try await IntakeProbe(reading: desk)
    let id = try await probe.receive(IntakeProbe.form)
    #expect(try await cutOut("project/name", of: id, probe) == nil)
    try await probe.readAll()
    let fields = try #require(try await probe.open(id).forms.first).fields
    #expect(!fields.isEmpty && fields.allSatisfy { $0.part == nil })
    #expect(try await cutOut("project/name", of: id, probe) == nil)
    #expect(desk.parts.withLock { $0.isEmpty })
  }

  @Test(arguments: [ReadingError.timeout(seconds: 15), .crashed, .refused(detail: "there is no page 1")])
  func `where nothing could be cut out there is no picture, and the rest goes on`(error: ReadingError)
    async throws
  {
    let desk = CuttingDesk(error: error)
    let probe = try await IntakeProbe(reading: desk)
    let id = try await probe.receive(try printed(), named: "目标表.pdf")
    try await probe.readAll()
    #expect(try await cutOut("project/name", of: id, probe) == nil)
    #expect(desk.parts.withLock { $0.count } == 1)
    try await ConfirmField(id: id, form: 0, path: "project/name").run(in: probe.office, by: probe.clerk)
  }

  @Test func `a document that nobody wants is not shown any more`() async throws {
    let desk = CuttingDesk()
    let probe = try await IntakeProbe(reading: desk)
    let id = try await probe.receive(try printed(), named: "目标表.pdf")
    try await probe.readAll()
    try await DiscardIntake(id: id).run(in: probe.office, by: probe.clerk)
    #expect(try await cutOut("project/name", of: id, probe) == nil)
    #expect(desk.parts.withLock { $0.isEmpty })
  }
}
