// Walls about names: no drawers, no target named like a type in it, no noun without a row in the glossary.

extension Wall {
  /// Words that name a drawer, or that mean two things here. They are banned where something is housed: in
  /// types, files, rooms and wings. A base unit and a common divisor are words of arithmetic and may be said
  /// elsewhere.
  static let bannedWords: Set<String> = [
    "Performance", "Validation", "Service", "Manager", "Helper", "Utils", "Common", "Core", "Base", "Info",
    "Data",
    "New",
  ]

  static let bannedNames = Wall(rule: "No name is a drawer") { tree in
    let folders = tree.manifest.rooms.flatMap { [$0.name, $0.wing] }.map {
      Violation(path: "Package.swift", message: $0)
    }
    let files = tree.swiftFiles.map { Violation(path: $0.path, message: $0.name) }
    let names = tree.swiftFiles.flatMap { file in
      file.declarations.filter(\.isType).map { Violation(path: file.path, line: $0.line, message: $0.name) }
    }
    return (folders + files + names).compactMap { named in
      guard let word = words(of: named.message).first(where: bannedWords.contains) else { return nil }
      return Violation(path: named.path, line: named.line, message: "\(named.message) says \(word)")
    }
  }

  /// `bodyBytesMax` → Body, Bytes, Max.
  static func words(of name: String) -> [String] {
    var words: [String] = []
    var current = ""
    for character in name {
      if character.isUppercase, let last = current.last, !last.isUppercase {
        words.append(current)
        current = ""
      }
      if character.isLetter {
        current.append(character)
      } else if !current.isEmpty {
        words.append(current)
        current = ""
      }
    }
    if !current.isEmpty { words.append(current) }
    return words.map { $0.prefix(1).uppercased() + $0.dropFirst() }
  }

  static let targetNames = Wall(rule: "A target never shares its name with a type inside it") { tree in
    tree.manifest.rooms.flatMap { room in
      (tree.sources(of: room) + tree.tests(of: room)).flatMap { file in
        file.declarations.filter { $0.isType && [room.name, "\(room.name)Tests"].contains($0.name) }.map {
          Violation(path: file.path, line: $0.line, message: "\($0.name) is also the name of its target")
        }
      }
    }
  }

  static let glossaryNouns = Wall(rule: "A noun of the model has its row in the glossary") { tree in
    guard let room = tree.manifest["Model"] else { return [] }
    let glossary = tree.texts["docs/glossary.md"] ?? ""
    let terms = Set(glossary.split { !$0.isLetter && !$0.isNumber }.map(String.init))
    return tree.sources(of: room).flatMap { file in
      file.packageTypes.filter { !terms.contains($0.name) }.map {
        Violation(path: file.path, line: $0.line, message: "\($0.name) is not in docs/glossary.md")
      }
    }
  }
}

extension SwiftFile {
  /// The types that other rooms see, nested ones left out: they speak through the type around them.
  var packageTypes: [Declaration] {
    declarations.filter { declaration in
      declaration.isType && lines[declaration.line - 1].hasPrefix("package ")
    }
  }
}
