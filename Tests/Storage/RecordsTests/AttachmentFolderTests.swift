// The folder of attachments: once under their hash, within limits, nothing left over.
import Glibc
import Ledger
import Records
import StorageProbes
import Testing

@Suite struct AttachmentFolderTests {
  private let scratch: ScratchFolder
  private let folder: AttachmentFolder

  init() throws {
    scratch = try ScratchFolder()
    folder = AttachmentFolder(path: "\(scratch.path)/attachments")
  }

  @Test func `bytes come back under their hash, in pieces or whole`() throws {
    let bytes = (0..<200_000).map { UInt8(truncatingIfNeeded: $0 &* 7) }
    var incoming = try folder.receive(bytesMax: 200_000)
    for start in stride(from: 0, to: bytes.count, by: 7_777) {
      try incoming.add(Array(bytes[start..<min(bytes.count, start + 7_777)]))
    }
    let (content, byteCount) = try incoming.finish()
    #expect(byteCount == 200_000)
    #expect(content == ContentHash(of: bytes))
    #expect(try folder.bytes(of: content) == bytes)
    #expect(try folder.keep(bytes) == content)
    #expect(try folder.keep([]) == ContentHash(of: []))
    #expect(folder.contains(content))
    #expect(!folder.contains(.zero))
  }

  @Test func `too many bytes are refused and leave nothing behind`() throws {
    do {
      var incoming = try folder.receive(bytesMax: 10)
      try incoming.add([1, 2, 3, 4, 5, 6])
      #expect(throws: AttachmentProblem.tooLong(max: 10)) { try incoming.add([7, 8, 9, 10, 11]) }
    } catch {
      Issue.record("\(error)")
    }
    #expect(ChildProgram(["ls", folder.path])?.readAll() == [])
  }

  @Test func `what is missing or altered is told`() throws {
    let content = try folder.keep([1, 2, 3])
    #expect(throws: AttachmentProblem.missing(.zero)) { try folder.bytes(of: .zero) }
    let path = folder.path(of: content)
    chmod(path, 0o600)
    let file = try #require(fopen(path, "w"))
    fputs("x", file)
    fclose(file)
    #expect(throws: AttachmentProblem.altered(content)) { try folder.bytes(of: content) }
  }

  @Test func `a folder that cannot be made is told`() {
    let nowhere = AttachmentFolder(path: "/proc/self/attachments")
    #expect(throws: AttachmentProblem.self) { try nowhere.keep([1]) }
  }
}
