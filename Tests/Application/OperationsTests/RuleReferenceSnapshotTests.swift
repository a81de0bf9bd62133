// The pages of the reference are what the catalogue and the shipped rule sets say today.
import Foundation
import Operations
import RuleSets
import Testing

@Suite struct RuleReferenceSnapshotTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("docs/reference/rules")

  @Test func `the reference has every rule and every rule set, and no page besides`() throws {
    let sets = try ShippedRuleSets.identifiers.map { try #require(try LoadRuleSet().shipped($0)) }
    let pages = RuleReference.pages(of: sets)
    if ProcessInfo.processInfo.environment["PLUMBLINE_SNAPSHOTS"] == "record" {
      try? FileManager.default.removeItem(at: Self.folder)
      try FileManager.default.createDirectory(at: Self.folder, withIntermediateDirectories: true)
      for page in pages {
        try Data(page.text.utf8).write(to: Self.folder.appendingPathComponent(page.name))
      }
    }
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
    #expect(Set(files) == Set(pages.map(\.name)))
    for page in pages {
      let written = try String(
        contentsOf: Self.folder.appendingPathComponent(page.name), encoding: .utf8)
      #expect(written == page.text, "\(page.name) is not what the catalogue says")
    }
  }
}
