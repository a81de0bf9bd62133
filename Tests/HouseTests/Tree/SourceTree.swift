// The repository as a value: path → text, so that a wall can be tried on an invented tree.
import Foundation

/// Every text of the repository by its path from the root.
struct SourceTree {
  let texts: [String: String]
  let manifest: Manifest
  /// The Swift files below Sources, Tests and Fuzz, by path.
  let swiftFiles: [SwiftFile]

  init(_ texts: [String: String]) {
    self.texts = texts
    manifest = Manifest(texts["Package.swift"] ?? "")
    swiftFiles = texts.keys.sorted().filter { path in
      path.hasSuffix(".swift") && ["Sources/", "Tests/", "Fuzz/"].contains { path.hasPrefix($0) }
    }.map { SwiftFile(path: $0, text: texts[$0] ?? "") }
  }

  /// The files of one room; its tests are apart.
  func sources(of room: Manifest.Room) -> [SwiftFile] {
    swiftFiles.filter { $0.path.hasPrefix(room.sourceFolder) }
  }

  /// The tests of one room.
  func tests(of room: Manifest.Room) -> [SwiftFile] {
    swiftFiles.filter { $0.path.hasPrefix(room.testFolder) }
  }

  /// The files below `Sources/<wing>/` for any of the wings.
  func sources(ofWings wings: [String]) -> [SwiftFile] {
    swiftFiles.filter { file in wings.contains { file.path.hasPrefix("Sources/\($0)/") } }
  }
}

extension SourceTree {
  /// The tree on disk. Build products, the history and things that are no UTF-8 text are left out.
  static func onDisk(root: URL) throws -> SourceTree {
    var texts: [String: String] = [:]
    let skipped: Set<String> = [".build", ".git", ".fuzz", ".bench", ".tools", "__pycache__"]
    var folders = [""]
    while let folder = folders.popLast() {
      let place = root.appendingPathComponent(folder)
      for name in try FileManager.default.contentsOfDirectory(atPath: place.path)
      where !skipped.contains(name) {
        let path = folder.isEmpty ? name : "\(folder)/\(name)"
        let url = root.appendingPathComponent(path)
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder) else { continue }
        if isFolder.boolValue {
          folders.append(path)
        } else if let text = String(data: try Data(contentsOf: url), encoding: .utf8) {
          texts[path] = text
        }
      }
    }
    return SourceTree(texts)
  }

  /// The root of this repository, or of the one that PLUMBLINE_ROOT names.
  static var root: URL {
    if let named = ProcessInfo.processInfo.environment["PLUMBLINE_ROOT"] {
      return URL(fileURLWithPath: named)
    }
    return URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
  }
}
