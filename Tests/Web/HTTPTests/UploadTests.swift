// Uploads: files on disk while the handler works, and none afterwards.
import Foundation
import HTTP
import Testing

struct UploadTests {
  private static let boundary = "----b1"

  private func request(_ parts: [(head: String, bytes: [UInt8])], ends: Bool = true) throws -> Request {
    var body: [UInt8] = []
    for part in parts {
      body += Array("--\(Self.boundary)\r\nContent-Disposition: form-data; \(part.head)\r\n\r\n".utf8)
      body += part.bytes + [0x0D, 0x0A]
    }
    if ends { body += Array("--\(Self.boundary)--\r\n".utf8) }
    var headers = Headers()
    headers[.contentType] = try HeaderValue("multipart/form-data; boundary=\(Self.boundary)")
    let pieces = stride(from: 0, to: body.count, by: 1_000).map {
      Array(body[$0..<min($0 + 1_000, body.count)])
    }
    return Request(
      method: .post, target: try RequestTarget(parsing: "/"), headers: headers,
      body: RequestBody(pieces: pieces))
  }

  private func withFolder(_ body: (String) async throws -> Void) async throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("upload-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try await body(folder.path)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
  }

  @Test func `fields come into memory and files onto disk, for as long as the handler works`() async throws {
    let content = (0..<70_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    let request = try request([
      ("name=\"note\"", Array("说明".utf8)),
      ("name=\"file\"; filename=\"C:\\forms\\目标表.docx\"", content),
      ("name=\"file\"; filename=\"../../etc/passwd\"", [1, 2]),
      ("name=\"file\"; filename=\"\"", []),
    ])
    try await withFolder { folder in
      try await request.withUpload(in: folder) { upload in
        #expect(upload.fields["note"] == "说明")
        #expect(upload.files.map(\.clientName) == ["目标表.docx", "passwd"])
        #expect(upload.files.allSatisfy { $0.path.hasPrefix(folder + "/upload-") })
        let stored = try Data(contentsOf: URL(fileURLWithPath: upload.files[0].path))
        #expect(Array(stored) == content)
        #expect(upload.files.map(\.bytes) == [70_000, 2])
      }
    }
  }

  @Test func `a file beyond the limit is refused and leaves nothing`() async throws {
    let request = try request([("name=f; filename=a", [UInt8](repeating: 0, count: 5_000))])
    var limits = UploadLimits()
    limits.fileBytesMax = 4_999
    try await withFolder { folder in
      _ = await #expect(throws: Refusal.bodyTooLarge(bytesMax: 4_999)) {
        try await request.withUpload(in: folder, limits: limits) { _ in }
      }
    }
  }

  @Test func `a field beyond the limit is refused`() async throws {
    let request = try request([("name=f", [UInt8](repeating: 65, count: 5_000))])
    var limits = UploadLimits()
    limits.fieldBytesMax = 4_999
    try await withFolder { folder in
      _ = await #expect(throws: Refusal.badForm(.tooLong)) {
        try await request.withUpload(in: folder, limits: limits) { _ in }
      }
    }
  }

  @Test func `an upload that breaks off leaves nothing`() async throws {
    let request = try request([("name=f; filename=a", [1, 2, 3])], ends: false)
    try await withFolder { folder in
      _ = await #expect(throws: Refusal.badForm(.broken)) {
        try await request.withUpload(in: folder) { _ in }
      }
    }
  }

  @Test func `a field that is no text is refused`() async throws {
    let request = try request([("name=f", [0xFF, 0xFE])])
    try await withFolder { folder in
      _ = await #expect(throws: Refusal.badForm(.badCoding)) {
        try await request.withUpload(in: folder) { _ in }
      }
    }
  }

  @Test func `a folder that takes nothing is said, not passed over`() async throws {
    let request = try request([("name=f; filename=a", [1])])
    await #expect(throws: Refusal.notStored) {
      try await request.withUpload(in: "/nowhere/at/all") { _ in }
    }
  }
}
