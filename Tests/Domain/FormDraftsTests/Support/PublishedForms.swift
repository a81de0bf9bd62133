// The records of published forms beside the repository, where they are.
import Foundation
import JSONText
import Model

/// Reads `$PLUMBLINE_SHARED/corpus`, or `../shared/corpus` beside the package; no real form is copied here.
enum PublishedForms {
  static let isPresent = FileManager.default.fileExists(atPath: root.appending(path: "seeds").path)

  private static let root: URL = {
    if let shared = ProcessInfo.processInfo.environment["PLUMBLINE_SHARED"] {
      return URL(fileURLWithPath: shared).appending(path: "corpus")
    }
    var package = URL(fileURLWithPath: #filePath)
    for _ in 0..<5 { package.deleteLastPathComponent() }
    return package.deletingLastPathComponent().appending(path: "shared/corpus")
  }()

  /// The expected records that are in the record format.
  static func all() -> [Form] {
    guard let files = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil) else {
      return []
    }
    var forms: [Form] = []
    for case let file as URL in files where file.lastPathComponent == "expected.json" {
      guard let bytes = try? Foundation.Data(contentsOf: file), let json = try? JSONReader.read(Array(bytes))
      else { continue }
      forms += (json["forms"]?.elements ?? []).compactMap { try? Form($0) }
    }
    return forms
  }
}
