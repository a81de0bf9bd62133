// The county's organisations and the stuff for names, read from their plain text.

/// What `county.txt` tells.
struct CountyRoster: Sendable {
  struct Entry: Sendable {
    var kind: Kind
    var code: String
    var name: String
    var shortName: String?
    /// Of departments: how many people the budget pays, and what the department is for.
    var staff = 0
    var duties = ""
  }

  enum Kind: Sendable { case bureau, department, unit }

  private(set) var regionCode = ""
  private(set) var regionName = ""
  private(set) var entries: [Entry] = []
  private(set) var surnames: [Character] = []
  private(set) var givenNames: [String] = []

  /// - Throws: the first line that cannot be read.
  init(text: String) throws(PatternFailure) {
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      guard let first = line.first, first != "#" else { continue }
      let cells = PatternReader.cells(line)
      guard take(cells, line) else { throw PatternFailure(line: index + 1, text: String(line)) }
    }
  }

  private init() {}

  private mutating func take(_ cells: [String], _ line: Substring) -> Bool {
    let word = line.prefix { $0 != " " }
    switch (String(word), cells.count) {
    case (PatternWords.region, 3): (regionCode, regionName) = (cells[1], cells[2])
    case (PatternWords.bureau, 4):
      entries.append(Entry(kind: .bureau, code: cells[1], name: cells[2], shortName: cells[3]))
    case (PatternWords.departments, 6):
      guard let staff = Int(cells[4]) else { return false }
      entries.append(
        Entry(
          kind: .department, code: cells[1], name: cells[2], shortName: cells[3], staff: staff,
          duties: cells[5]))
    case (PatternWords.unit, 4):
      entries.append(Entry(kind: .unit, code: cells[1], name: cells[2], shortName: cells[3]))
    default:
      let rest = line.dropFirst(word.count + 1)
      switch String(word) {
      case PatternWords.surnames: surnames = Array(rest)
      case PatternWords.givenNames: givenNames = PatternReader.cells(rest)
      default: return false
      }
    }
    return true
  }

  /// A test holds that the text can be read; a text that cannot would leave no county.
  static let shipped = (try? CountyRoster(text: shippedText)) ?? CountyRoster()

  static let shippedText = String(decoding: PackageResources.county_txt, as: UTF8.self)

  /// The entry directly above another.
  func parent(of entry: Entry) -> Entry? {
    entry.kind == .unit ? entries.first { $0.code == entry.code.prefix(3) && $0.kind != .unit } : nil
  }

  /// The name of a person by number: no two of the first two thousand are alike.
  func personName(_ number: Int) -> String {
    guard !surnames.isEmpty, !givenNames.isEmpty else { return String(number) }
    let given = givenNames[(number * 7 + number / givenNames.count) % givenNames.count]
    return String(surnames[(number * 11) % surnames.count]) + given
  }
}
