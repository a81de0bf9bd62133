// A wall of the house: one rule about the source tree, checked by a pure function.
import Testing

/// One place where a wall is broken.
struct Violation: CustomStringConvertible {
  let path: String
  /// From 1; nil when the whole file, or the manifest, is meant.
  var line: Int?
  let message: String

  var description: String { "\(path)\(line.map { ":\($0)" } ?? ""): \(message)" }
}

/// A rule that the whole tree keeps.
struct Wall: Sendable, CustomTestStringConvertible {
  /// The rule as a sentence without its full stop.
  let rule: String
  let check: @Sendable (SourceTree) -> [Violation]

  var testDescription: String { rule }

  /// What breaks the wall, the listed exemptions left out.
  func violations(in tree: SourceTree) -> [Violation] {
    let excused = Exemption.all.filter { $0.wall == rule }.map(\.path)
    return check(tree).filter { !excused.contains($0.path) }
  }
}

extension Wall {
  /// Every wall of the house; a new one is added here and to the breaches that it must notice.
  static let all: [Wall] = [
    .nevers, .declaredImports, .usedDependencies, .outsideModules, .wingOrder, .manifestFolders,
    .fileLength, .functionLength, .lineLength,
    .firstSentence, .documentedPackage, .testSentences, .ownedTasks,
    .bannedNames, .targetNames, .glossaryNouns,
    .noTraps, .noPrinting, .noPublic, .noBinaryFractions, .placedChinese,
    .noMachineWords, .livingLinks, .makeHelp, .documentedSettings,
  ]
}

/// A file that a wall excuses, with the reason in a sentence.
struct Exemption: CustomTestStringConvertible, Sendable {
  let wall: String
  let path: String
  let reason: String

  var testDescription: String { "\(path): \(wall)" }

  /// Kept short: an exemption that excuses nothing any more fails a test.
  static let all: [Exemption] =
    vocabularies + [
      Exemption(
        wall: Wall.lineLength.rule, path: "Fuzz/FuzzSeeds.swift", reason: "Mark-up is easier to follow uncut."
      ),
      Exemption(
        wall: Wall.placedChinese.rule, path: "Sources/Documents/Spreadsheets/BuiltInFormats.swift",
        reason: "Number formats that every Chinese workbook knows by number."),
      Exemption(
        wall: Wall.noMachineWords.rule, path: "Tests/HouseTests/Walls/RepositoryWalls.swift",
        reason: "The list of the words itself."),
      Exemption(
        wall: Wall.noMachineWords.rule, path: "Tests/HouseTests/Breaches/RepositoryBreaches.swift",
        reason: "The invented trees that break the wall."),
    ]

  /// Tables of synonyms: one meaning a line, however many words it has.
  private static let vocabularies = [
    "Sources/Documents/FormVocabulary/Vocabulary+Fields.swift",
    "Sources/Documents/FormVocabulary/Vocabulary+Columns.swift",
  ].map {
    Exemption(wall: Wall.lineLength.rule, path: $0, reason: "A meaning and its synonyms stand in one line.")
  }
}
