// The table of rooms, read from the text of Package.swift.

/// What the manifest declares: its rooms in the order of the table.
struct Manifest {
  let rooms: [Room]

  /// A line of the table.
  struct Room {
    enum Kind: String {
      /// A library with its tests.
      case room
      /// A C library of the system.
      case system
      /// C functions of our own.
      case shim
      /// A program, with its tests where it has some.
      case program
    }

    let kind: Kind
    let name: String
    let wing: String
    /// What the sources may import of this package.
    var uses: [String] = []
    /// What the tests may import besides the room and what it uses.
    var testsUse: [String] = []

    var sourceFolder: String { "Sources/\(wing)/\(name)/" }
    var testFolder: String { "Tests/\(wing)/\(name)Tests/" }
  }

  /// - Parameter text: Package.swift; calls of `room`, `system`, `shim` and `program` below `let rooms` are
  /// read.
  init(_ text: String) {
    var scanner = ManifestScanner(text)
    rooms = scanner.rooms()
  }

  subscript(name: String) -> Room? { rooms.first { $0.name == name } }

  /// Everything a room reaches through declared dependencies, itself excluded.
  func reach(of name: String) -> Set<String> {
    var reached: Set<String> = []
    var waiting = self[name]?.uses ?? []
    while let next = waiting.popLast() {
      if reached.insert(next).inserted { waiting += self[next]?.uses ?? [] }
    }
    return reached
  }
}

/// Reads strings, words and signs of the manifest, comments left out.
private struct ManifestScanner {
  private enum Piece: Equatable {
    case word(String)
    case string(String)
    case sign(Character)
  }

  private var pieces: [Piece] = []
  private var position = 0

  init(_ text: String) {
    for line in text.split(separator: "\n") {
      var rest = line.drop { $0 == " " }
      while let first = rest.first, !rest.hasPrefix("//") {
        if first == "\"" {
          let inside = rest.dropFirst().prefix { $0 != "\"" }
          pieces.append(.string(String(inside)))
          rest = rest.dropFirst(inside.count + 2)
        } else if first.isLetter {
          let word = rest.prefix { $0.isLetter || $0.isNumber }
          pieces.append(.word(String(word)))
          rest = rest.dropFirst(word.count)
        } else {
          if first != " " { pieces.append(.sign(first)) }
          rest = rest.dropFirst()
        }
      }
    }
    let table = pieces.indices.first { index in
      pieces[index] == .word("rooms") && index > 0 && pieces[index - 1] == .word("let")
    }
    position = table ?? pieces.count
  }

  mutating func rooms() -> [Manifest.Room] {
    var rooms: [Manifest.Room] = []
    while position + 2 < pieces.count {
      if case .word(let word) = pieces[position], let kind = Manifest.Room.Kind(rawValue: word),
        pieces[position + 1] == .sign("("), case .string(let name) = pieces[position + 2]
      {
        position += 3
        rooms.append(room(kind, name: name))
      } else {
        position += 1
      }
    }
    return rooms
  }

  /// `in: "Wing", uses: ["A", "B"], testsUse: ["C"])`: every string belongs to the label before it.
  private mutating func room(_ kind: Manifest.Room.Kind, name: String) -> Manifest.Room {
    var lists: [String: [String]] = [:]
    var label = ""
    while position < pieces.count, pieces[position] != .sign(")") {
      switch pieces[position] {
      case .word(let word): label = word
      case .string(let text): lists[label, default: []].append(text)
      case .sign: break
      }
      position += 1
    }
    return Manifest.Room(
      kind: kind, name: name, wing: lists["in"]?.first ?? "", uses: lists["uses"] ?? [],
      testsUse: lists["testsUse"] ?? [])
  }
}
