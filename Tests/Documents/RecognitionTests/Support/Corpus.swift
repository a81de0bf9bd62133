// The corpus of published forms beside the repository, where there is one: documents and expected records.
import DocumentReading
import Foundation
import JSONText
import Tables
import Testing

@testable import Recognition

/// Reads `$PLUMBLINE_SHARED/corpus`, or `../shared/corpus` beside the package; no real form is copied here.
enum Corpus {
  static let isPresent = FileManager.default.fileExists(atPath: root.appending(path: "seeds").path)

  static let root: URL = {
    if let shared = ProcessInfo.processInfo.environment["PLUMBLINE_SHARED"] {
      return URL(fileURLWithPath: shared).appending(path: "corpus")
    }
    var package = URL(fileURLWithPath: #filePath)
    for _ in 0..<5 { package.deleteLastPathComponent() }
    return package.deletingLastPathComponent().appending(path: "shared/corpus")
  }()

  /// A document with the records it holds.
  struct Case: Sendable, CustomTestStringConvertible {
    let file: URL
    let expected: [JSONTree]

    var testDescription: String { file.pathComponents.suffix(2).joined(separator: "/") }

    /// In plain texts a wrapped line can't be told from a break, so there white space hardly counts.
    var wrapsLines: Bool { file.pathExtension == "txt" }

    /// The forms that reading and recognition give.
    func forms() throws -> [JSONTree] {
      let document = try DocumentReader().read([UInt8](Foundation.Data(contentsOf: file)))
      var json = JSONWriter()
      json.object { json in Recognizer().recognize(document).writeMembers(to: &json) }
      return try JSONTree(json.bytes)["forms"].items
    }
  }

  /// The cases of a part of the corpus, in the order of their names; none where there is no corpus.
  static func cases(_ part: String) -> [Case] {
    let files = FileManager.default
    let folder = root.appending(path: part)
    let names = (try? files.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.sorted().flatMap { name -> [Case] in
      let folder = folder.appending(path: name)
      guard let bytes = try? Foundation.Data(contentsOf: folder.appending(path: "expected.json")),
        let expected = try? JSONTree(bytes)["forms"].items
      else { return [] }
      let names = (try? files.contentsOfDirectory(atPath: folder.path)) ?? []
      return names.sorted().map { folder.appending(path: $0) }
        .filter { ["docx", "xlsx", "html", "htm", "txt"].contains($0.pathExtension) }
        .map { Case(file: $0, expected: expected) }
    }
  }
}
