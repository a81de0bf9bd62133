// Breaks every wall on purpose in an invented tree, and sees it noticed.
import Testing

/// An invented tree, and what a wall must say about it; nothing to say makes it a sound counter-case.
struct Breach: Sendable, CustomTestStringConvertible {
  let wall: Wall
  let texts: [String: String]
  let sees: [String]

  init(_ wall: Wall, _ texts: [String: String], sees: [String]) {
    self.wall = wall
    self.texts = texts
    self.sees = sees
  }

  /// One Swift file, where the path does not matter.
  init(_ wall: Wall, code: String, sees: [String]) {
    self.init(wall, ["Sources/Ground/Stones/Stone.swift": code], sees: sees)
  }

  var testDescription: String { "\(wall.rule): \(sees.first ?? "sound")" }

  /// A manifest with this table of rooms.
  static func manifest(_ rooms: String) -> String {
    "// swift-tools-version: 6.2\n// An invented table of rooms.\nlet rooms: [[Target]] = [\n\(rooms)\n]\n"
  }
}

@Suite struct BreachTests {
  private static let breaches =
    Breach.manifestBreaches + Breach.codeBreaches + Breach.wordBreaches
    + Breach.repositoryBreaches

  @Test(arguments: breaches)
  func `a wall broken on purpose is noticed, and a sound one is left alone`(breach: Breach) {
    #expect(breach.wall.check(SourceTree(breach.texts)).map(\.description) == breach.sees)
  }

  @Test(arguments: Wall.all)
  func `every wall has a breach and a counter-case`(wall: Wall) {
    let tried = Self.breaches.filter { $0.wall.rule == wall.rule }
    #expect(tried.contains { !$0.sees.isEmpty })
    #expect(tried.contains { $0.sees.isEmpty })
  }

  @Test func `every line of the table of nevers can be broken`() {
    let spoken = Self.breaches.filter { $0.wall.rule == Wall.nevers.rule }.flatMap(\.sees)
    let silent = Never.table.map(\.sentence).filter { sentence in !spoken.contains { $0.contains(sentence) } }
    #expect(silent == [])
  }
}
