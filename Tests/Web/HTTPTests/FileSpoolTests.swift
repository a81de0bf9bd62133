// An answer that is collected on the disk.
import HTTP
import Testing

@Suite struct FileSpoolTests {
  @Test func `what was written in pieces is sent from its beginning`() async throws {
    let spool = FileSpool()
    var whole: [UInt8] = []
    for number in 0..<50 {
      let piece = [UInt8](repeating: UInt8(number), count: number * 1_000)
      whole += piece
      try await spool.write(piece)
    }
    let body = try await spool.finish()
    #expect(body.length == whole.count)
    guard case .file(let file) = body else {
      Issue.record("no file")
      return
    }
    #expect(file.read() == whole)
  }

  @Test func `nothing is an empty answer`() async throws {
    guard case .empty = try await FileSpool().finish() else {
      Issue.record("not empty")
      return
    }
  }

  @Test func `what comes behind the end is another file`() async throws {
    let spool = FileSpool()
    try await spool.write([1, 2])
    let first = try await spool.finish()
    try await spool.write([3])
    let second = try await spool.finish()
    guard case .file(let one) = first, case .file(let two) = second else {
      Issue.record("no file")
      return
    }
    #expect(one.read() == [1, 2])
    #expect(two.read() == [3])
  }
}
