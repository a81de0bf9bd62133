// The reference in docs is what the program's help says today.
import CommandLineParsing
import Foundation
import Testing

@testable import plumbline

@Suite struct ReferenceSnapshotTests {
  private static let page = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("docs/reference/cli.md")

  @Test func `the reference is the help of every command`() throws {
    let reference = HelpText(Program.description).reference
    if ProcessInfo.processInfo.environment["PLUMBLINE_SNAPSHOTS"] == "record" {
      try Data(reference.utf8).write(to: Self.page)
    }
    #expect(try String(contentsOf: Self.page, encoding: .utf8) == reference)
  }
}
