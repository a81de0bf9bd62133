// The records of the corpus beside the repository, where there is one; no real form is copied here.
import Foundation
import JSONText
import Model

/// Reads `$PLUMBLINE_SHARED/corpus`, or `../shared/corpus` beside the package.
enum Corpus {
  static let isPresent = FileManager.default.fileExists(atPath: root.appending(path: "seeds").path)

  private static let root: URL = {
    if let shared = ProcessInfo.processInfo.environment["PLUMBLINE_SHARED"] {
      return URL(fileURLWithPath: shared).appending(path: "corpus")
    }
    var package = URL(fileURLWithPath: #filePath)
    for _ in 0..<5 { package.deleteLastPathComponent() }
    return package.deletingLastPathComponent().appending(path: "shared/corpus")
  }()

  /// The expected records of a part of the corpus, each with the name of its case.
  static func records(_ part: String) throws -> [(name: String, form: Form)] {
    let folder = root.appending(path: part)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return try names.sorted().flatMap { name -> [(name: String, form: Form)] in
      let file = folder.appending(path: name).appending(path: "expected.json")
      guard let bytes = try? Foundation.Data(contentsOf: file) else { return [] }
      let forms = try JSONReader.read([UInt8](bytes))["forms"]?.elements ?? []
      return try forms.enumerated().map { ("\(name)/\($0.offset)", try Form($0.element)) }
    }
  }
}
