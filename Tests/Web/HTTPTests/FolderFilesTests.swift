// Files of a folder, and every known way out of it.
import Foundation
import HTTP
import Testing

struct FolderFilesTests {
  /// A folder `site` with files, beside a secret.
  private func withFolder(_ body: (FolderFiles) async throws -> Void) async throws {
    let manager = FileManager.default
    let folder = manager.temporaryDirectory.appendingPathComponent("files-\(UUID().uuidString)")
    let site = folder.appendingPathComponent("site")
    try manager.createDirectory(at: site.appendingPathComponent("a"), withIntermediateDirectories: true)
    defer { try? manager.removeItem(at: folder) }
    try Data("secret".utf8).write(to: folder.appendingPathComponent("secret.txt"))
    try Data("one".utf8).write(to: site.appendingPathComponent("one.css"))
    try Data("two".utf8).write(to: site.appendingPathComponent("a/二.json"))
    try Data("env".utf8).write(to: site.appendingPathComponent(".env"))
    try manager.createSymbolicLink(
      at: site.appendingPathComponent("out.txt"),
      withDestinationURL: folder.appendingPathComponent("secret.txt"))
    try manager.createSymbolicLink(at: site.appendingPathComponent("up"), withDestinationURL: folder)
    try await body(try #require(FolderFiles(folder: site.path)))
  }

  @Test func `files are served with the type of their ending`() async throws {
    try await withFolder { files in
      let response = try await files.response(at: ["a", "二.json"])
      guard case .file(let file) = response.body else {
        Issue.record("no file")
        return
      }
      #expect(file.read() == Array("two".utf8))
      #expect(response.headers.text(.contentType) == "application/json")
      #expect(response.headers[.etag] != nil)
    }
  }

  @Test(arguments: [
    [], ["nothing"], ["a"], [".."], ["..", "secret.txt"], ["a", "..", "..", "secret.txt"], ["../secret.txt"],
    ["a/../../secret.txt"], ["."], [""], ["a", ""], [".env"], ["out.txt"], ["up", "secret.txt"],
    ["up", "site", "one.css"], ["one.css", "x"], ["one.css\u{0}"], ["..\\secret.txt"],
    [String(repeating: "x", count: 300)],
  ])
  func `nothing outside is served`(segments: [String]) async throws {
    try await withFolder { files in
      await #expect(throws: Refusal.notFound) { try await files.response(at: segments) }
    }
  }

  @Test func `there are no files of a folder that is not there`() {
    #expect(FolderFiles(folder: "/nowhere/at/all") == nil)
  }
}
