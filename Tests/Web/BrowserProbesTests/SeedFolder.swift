// The published seeds where a corpus is at hand, with what a reviewer says about each.
import BrowserProbes
import Foundation
import IsolatedReading
import JSONText
import Testing

/// A file of a seed on an engine.
struct SeedWalk: Sendable, CustomTestStringConvertible {
  /// What must be found: the rule, and the place of one of its cells in the record.
  struct Finding: Sendable {
    var code: String
    var places: [String]
  }

  let engine: Engine
  let file: String
  /// By the number of the form in the file.
  let must: [Int: [Finding]]

  var testDescription: String {
    let parts = file.split(separator: "/")
    return "\(parts.suffix(2).joined(separator: "/")) on \(engine)"
  }

  /// `$PLUMBLINE_SHARED`, or `shared` beside the package.
  private static let root: URL = {
    if let shared = ProcessInfo.processInfo.environment["PLUMBLINE_SHARED"] {
      return URL(fileURLWithPath: shared)
    }
    var package = URL(fileURLWithPath: #filePath)
    for _ in 0..<4 { package.deleteLastPathComponent() }
    return package.deletingLastPathComponent().appending(path: "shared")
  }()

  static let absence = "no corpus of published forms here: set PLUMBLINE_SHARED"

  /// One file of each format; `PLUMBLINE_LONG` walks all of them on every engine.
  static let all: [SeedWalk] = {
    let seeds = root.appending(path: "corpus/seeds")
    guard let bytes = try? Data(contentsOf: seeds.appending(path: "findings.json")),
      let key = (try? JSONReader.read(Array(bytes)))?.elements
    else { return [] }
    var must: [String: [Int: [Finding]]] = [:]
    for form in key {
      guard let file = form["file"]?.text, let number = form["form"]?.whole,
        let folder = file.split(separator: "/").dropLast().last
      else { continue }
      must[String(folder), default: [:]][number] = (form["must"]?.elements ?? []).compactMap { entry in
        guard let code = entry["code"]?.text else { return nil }
        let others = entry["also"]?.elements?.compactMap(\.text) ?? []
        return Finding(code: code, places: [entry["field"]?.text ?? ""] + others)
      }
    }
    let isLong = ProcessInfo.processInfo.environment["PLUMBLINE_LONG"] != nil
    let folders = must.keys.sorted()
    let walks = folders.flatMap { folder in
      Engine.installed.flatMap { engine in
        ["docx", "pdf"].map { ending in
          SeedWalk(
            engine: engine, file: seeds.appending(path: "\(folder)/form.\(ending)").path,
            must: must[folder] ?? [:])
        }
      }
    }.filter { FileManager.default.fileExists(atPath: $0.file) }
    guard !isLong else { return walks }
    // the file with the fewest forms that promise something, once as each format
    let small = folders.min { (must[$0]?.count ?? 0, $0) < (must[$1]?.count ?? 0, $1) } ?? ""
    let few = walks.filter { $0.file.contains(small) }
    return [few.first { $0.file.hasSuffix("docx") }, few.last { $0.file.hasSuffix("pdf") }].compactMap(\.self)
  }()

  /// The program that reads behind the wall, beside these tests; nil where only some rooms were built.
  static let reader: ReaderProgram? = {
    let bundle = CommandLine.arguments.first { $0.contains(".xctest") } ?? CommandLine.arguments[0]
    var path = URL(fileURLWithPath: bundle.replacing("--test-bundle-path=", with: ""))
    while path.path.contains(".xctest") { path.deleteLastPathComponent() }
    if !path.hasDirectoryPath { path.deleteLastPathComponent() }
    let program = path.appendingPathComponent("plumbline-reader").path
    return FileManager.default.isExecutableFile(atPath: program) ? ReaderProgram(path: program) : nil
  }()
}
