// Files of forms: kept under their hash, bounded, and only while the form is written.
import Ledger
import Organisations
import Permissions
import Records
import Testing
import Workflow

@testable import OfficeOperations

@Suite struct AttachmentTests {
  @Test(arguments: Engine.allCases)
  func `a file is kept, read again byte for byte, and taken off with a trace`(engine: Engine) async throws {
    let desk = try await FormDesk(on: engine)
    let form = try await desk.form()
    let bytes = (0..<200_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    let path = try desk.county.file(bytes)
    let file = try await AttachFile(form: form, name: "C:\\材料\\批文.pdf", path: path).run(
      in: desk.office, by: desk.clerk)
    #expect(file.name == "批文.pdf")
    #expect(file.content == ContentHash(of: bytes))
    let read = try await ReadAttachment(form: form, attachment: file.id).run(in: desk.office, by: desk.clerk)
    #expect(read.bytes == bytes)
    let other = try await desk.form(project: "另一项")
    let foreign = ReadAttachment(form: other, attachment: file.id)
    #expect(
      await faults { _ = try await foreign.run(in: desk.office, by: desk.clerk) } == ["notFound attachment"])
    try await RemoveAttachment(form: form, attachment: file.id).run(in: desk.office, by: desk.clerk)
    #expect(try await ListAttachments(form: form).run(in: desk.office, by: desk.clerk).lines.isEmpty)
    let notes = try await desk.office.read {
      try $0.ledgerEntries(about: "form/\(form)/attachment", limit: 9).map(\.note)
    }
    #expect(notes.map(\.action) == [.attachmentRemove, .attachmentAdd])
    #expect(notes.allSatisfy { $0.content == file.content && $0.reason == "批文.pdf" })
    try await desk.county.expectSoundLedger()
  }

  @Test(arguments: ["", "   ", "..", "/", "a\u{202E}fdp.exe", "a\nb", String(repeating: "长", count: 121)])
  func `a name that no list could show is refused`(name: String) async throws {
    let desk = try await FormDesk()
    let form = try await desk.form()
    let path = try desk.county.file([1])
    let refused = await faults {
      _ = try await AttachFile(form: form, name: name, path: path).run(in: desk.office, by: desk.clerk)
    }
    #expect(refused == ["attachment name"])
  }

  @Test func `empty, missing and too many files are refused, and nothing is left behind`() async throws {
    let desk = try await FormDesk()
    let form = try await desk.form()
    func attach(_ path: String) async -> [String] {
      await faults {
        _ = try await AttachFile(form: form, name: "a", path: path).run(in: desk.office, by: desk.clerk)
      }
    }
    #expect(await attach(try desk.county.file([])) == ["attachment empty"])
    #expect(await attach("/nowhere/at-all")[0].hasPrefix("attachment folder("))
    let path = try desk.county.file([7])
    for _ in 0..<AttachFile.filesMax { #expect(await attach(path) == ["done"]) }
    #expect(await attach(path) == ["attachment tooMany(max: \(AttachFile.filesMax))"])
  }

  @Test func `a file that is too long is refused by its bytes, not by what anybody says`() async throws {
    let county = try await County()
    let path = try county.file([UInt8](repeating: 5, count: 1001))
    let folder = try #require(county.office.attachments)
    #expect(throws: AttachmentProblem.tooLong(max: 1000)) { try folder.keep(fileAt: path, bytesMax: 1000) }
    #expect(try folder.keep(fileAt: path, bytesMax: 1001).byteCount == 1001)
  }
}
