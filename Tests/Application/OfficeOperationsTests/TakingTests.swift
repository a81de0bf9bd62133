// A document that becomes a draft: project, draft and attachment together, or nothing.
import Model
import Quantities
import Records
import Testing

@testable import OfficeOperations

struct TakingTests {
  private func take(_ id: IntakeID, year: Int, _ project: TakeIntoDraft.ChosenProject) throws -> TakeIntoDraft
  {
    TakeIntoDraft(id: id, form: 0, year: try #require(FiscalYear(year)), project: project)
  }

  private func projects(_ probe: IntakeProbe) async throws -> [String] {
    let unit = probe.county.unit
    return try await probe.office.read { try $0.projects(of: unit, after: nil, limit: 20).map(\.value.name) }
  }

  @Test(arguments: Engine.allCases)
  func `a draft that is refused leaves no project behind`(engine: Engine) async throws {
    let probe = try await IntakeProbe(on: engine)
    let id = try await probe.receive(IntakeProbe.form)
    try await probe.readAll()
    let before = try await projects(probe)
    let made = TakeIntoDraft.ChosenProject.made(TypedProject(name: "桥梁维护", firstYear: "2026"))
    // no such year is open
    let refused = await faults {
      _ = try await take(id, year: 2031, made).run(in: probe.office, by: probe.clerk)
    }
    #expect(refused != ["done"])
    #expect(try await projects(probe) == before)
    #expect(try await probe.open(id).forms[0].draft == nil)
    try await probe.county.expectSoundLedger()
  }

  @Test func `of two who take the same form at once one makes a draft, and one project stays`() async throws {
    let probe = try await IntakeProbe(on: .sqlite)
    try await OpenYear(year: "2026").run(in: probe.county.office, by: probe.county.system)
    let id = try await probe.receive(IntakeProbe.form)
    try await probe.readAll()
    let before = try await projects(probe)
    let drafts = await withTaskGroup(of: FormID?.self) { group in
      for number in 0..<4 {
        group.addTask {
          let made = TypedProject(name: "桥梁维护\(number)", firstYear: "2026")
          return try? await take(id, year: 2026, .made(made)).run(in: probe.office, by: probe.clerk)
        }
      }
      return await group.reduce(into: [FormID]()) { all, form in if let form { all.append(form) } }
    }
    #expect(drafts.count == 1)
    #expect(try await projects(probe).count == before.count + 1)
    #expect(try await probe.open(id).forms[0].draft == drafts.first)
    let attached = try await probe.office.read { try $0.attachments(of: drafts[0].attachmentSubject) }
    #expect(attached.count == 1)
  }
}
