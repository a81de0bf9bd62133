// The pages that were looked at last, kept as texts beside the tests.
import Foundation
import Testing

/// The folder `Tests/Snapshots/pages`; `make snapshots` writes it anew.
struct SnapshotFolder {
  private static let isRecording = ProcessInfo.processInfo.environment["PLUMBLINE_SNAPSHOTS"] == "record"
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../../Snapshots/pages").standardized

  /// Holds a page against the one that was kept, and tells the first lines that differ.
  static func expect(_ answer: Browser.Answer, is name: String) throws {
    let text = "\(answer.status)\n" + PageText(answer.text).text
    let file = folder.appendingPathComponent(name + ".txt")
    if isRecording {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
      return
    }
    guard let kept = try? String(contentsOf: file, encoding: .utf8) else {
      Issue.record("\(name) was never kept: look at the page, then `make snapshots`")
      return
    }
    let (old, new) = (kept.split(separator: "\n"), text.split(separator: "\n"))
    let gone = old.difference(from: new).insertions.prefix(4).map { change in
      if case .insert(_, let line, _) = change { "- \(line)" } else { "" }
    }
    let come = new.difference(from: old).insertions.prefix(4).map { change in
      if case .insert(_, let line, _) = change { "+ \(line)" } else { "" }
    }
    #expect(kept == text, "\(name) has changed:\n\((gone + come).joined(separator: "\n"))")
  }

  /// `/people/{person}/change` is `people-person-change`.
  static func name(_ template: String) -> String {
    let words = template.split { "/{}".contains($0) }
    return words.isEmpty ? "home" : words.joined(separator: "-")
  }
}
