// Walls between the manifest and the files: imports are declared, dependencies are used, wings point one way.

/// The wings with their height; an arrow goes to the same wing or further down.
let wingHeights: [String: Int] = [
  "Command": 5, "Web": 4, "Application": 3, "Storage": 2, "Documents": 2, "Domain": 1, "Ground": 0,
]

/// What each wing may import from outside this package.
let outsideModulesByWing: [String: Set<String>] = [
  "Ground": ["FoundationEssentials"],
  "Domain": ["FoundationEssentials", "Synchronization"],
  "Documents": ["FoundationEssentials", "Glibc", "Synchronization"],
  "Storage": ["FoundationEssentials", "Glibc", "Dispatch", "Synchronization"],
  "Application": ["FoundationEssentials", "Dispatch", "Synchronization"],
  "Web": ["FoundationEssentials", "Glibc", "Dispatch", "Synchronization"],
  "Command": ["FoundationEssentials", "Glibc", "Synchronization"],
]

/// What tests may import besides.
let outsideModulesOfTests: Set<String> = [
  "Testing", "Synchronization", "Dispatch", "Foundation", "FoundationEssentials", "Glibc",
]

extension Wall {
  static let declaredImports = Wall(rule: "Every import of a room is declared in the manifest") { tree in
    let names = Set(tree.manifest.rooms.map(\.name))
    return tree.manifest.rooms.flatMap { room -> [Violation] in
      undeclared(in: tree.sources(of: room), of: names, declared: room.uses)
        + undeclared(in: tree.tests(of: room), of: names, declared: [room.name] + room.uses + room.testsUse)
    }
  }

  private static func undeclared(
    in files: [SwiftFile], of names: Set<String>, declared: [String]
  ) -> [Violation] {
    files.flatMap { file in
      file.imports.filter { names.contains($0.module) && !declared.contains($0.module) }.map {
        Violation(path: file.path, line: $0.line, message: "imports \($0.module), which is not declared")
      }
    }
  }

  static let usedDependencies = Wall(rule: "Every declared dependency is imported somewhere") { tree in
    tree.manifest.rooms.flatMap { room -> [Violation] in
      guard room.kind != .system, room.kind != .shim else { return [] }
      let sources = tree.sources(of: room)
      let tests = tree.tests(of: room)
      return unused(room.uses, in: sources, of: room.name)
        + unused(room.testsUse, in: tests, of: "\(room.name)Tests")
        + (room.kind == .room ? unused([room.name], in: tests, of: "\(room.name)Tests") : [])
    }
  }

  private static func unused(_ declared: [String], in files: [SwiftFile], of target: String) -> [Violation] {
    let imported = Set(files.flatMap { $0.imports.map(\.module) })
    return declared.filter { !imported.contains($0) }.map {
      Violation(path: "Package.swift", message: "\(target) declares \($0) and never imports it")
    }
  }

  static let outsideModules = Wall(rule: "Modules from outside are those that the wing may use") { tree in
    let names = Set(tree.manifest.rooms.map(\.name))
    return tree.swiftFiles.flatMap { file -> [Violation] in
      let folders = file.path.split(separator: "/").map(String.init)
      guard folders.count > 2, folders[0] != "Fuzz" else { return [] }
      let wing = outsideModulesByWing[folders[1]] ?? []
      let allowed = file.isTest ? outsideModulesOfTests : wing
      return file.imports.filter { !names.contains($0.module) && !allowed.contains($0.module) }.map {
        Violation(path: file.path, line: $0.line, message: "imports \($0.module), which is not for this wing")
      }
    }
  }

  static let wingOrder = Wall(rule: "Arrows between wings go one way: down") { tree in
    tree.manifest.rooms.flatMap { room -> [Violation] in
      guard let height = wingHeights[room.wing] else {
        return [
          Violation(path: "Package.swift", message: "\(room.name) stands in no known wing: \(room.wing)")
        ]
      }
      return room.uses.compactMap { name -> Violation? in
        guard let used = tree.manifest[name] else {
          return Violation(path: "Package.swift", message: "\(room.name) uses \(name), which is no room")
        }
        let goesDown = wingHeights[used.wing].map { $0 < height } ?? false
        guard used.wing != room.wing, !goesDown else { return nil }
        return Violation(
          path: "Package.swift", message: "\(room.name) in \(room.wing) must not use \(name) in \(used.wing)")
      }
    }
  }

  static let manifestFolders = Wall(rule: "Every file lies in a room, and every room has files and tests") {
    tree in
    let rooms = tree.manifest.rooms
    let folders = rooms.flatMap { [$0.sourceFolder, $0.testFolder] } + ["Tests/HouseTests/", "Fuzz/"]
    let homeless = tree.swiftFiles.filter { file in !folders.contains { file.path.hasPrefix($0) } }
    let empty = rooms.filter { $0.kind == .room }.flatMap { room -> [String] in
      (tree.sources(of: room).isEmpty ? [room.sourceFolder] : [])
        + (tree.tests(of: room).isEmpty ? [room.testFolder] : [])
    }
    return homeless.map { Violation(path: $0.path, message: "lies in no room of the manifest") }
      + empty.map { Violation(path: $0, message: "has no file") }
  }
}
