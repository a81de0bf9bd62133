// Reads the plain text of a library, line by line; everything that is wrong is told at once.
import RuleSets

/// The grammar of the text:
///
///     library = { comment | kind | entry }
///     comment = "#" … | blank line
///     kind    = "【" title "】" { word }
///     entry   = "- " name "|" place {"、" place} "|" value ["|" "保留名称"] { key }
///     key     = ("量法" | "认词" | "替代" | "限于" | "不用于") " " text
struct LibraryReader {
  private(set) var kinds: [LibraryKind] = []
  private(set) var entries: [LibraryEntry] = []
  private var problems: [LibraryProblem] = []
  /// The keys that the entry being read has.
  private var keys: Set<String> = []
  /// False behind an entry's head that could not be read: its keys are passed over.
  private var isInEntry = false
  private var isBehindBadHead = false

  /// - Throws: `LibraryFailure` with every problem of the text.
  init(_ text: String) throws(LibraryFailure) {
    // Editors end lines in several ways, and some put a mark before the first.
    let body = text.drop { $0 == "\u{FEFF}" }
    for (index, line) in body.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .enumerated()
    {
      read(Self.trimmed(line), at: index + 1)
    }
    closeEntry()
    guard problems.isEmpty else {
      throw LibraryFailure(problems: problems.sorted { $0.line < $1.line })
    }
  }

  private mutating func read(_ line: Substring, at number: Int) {
    guard let first = line.first, first != "#" else { return }
    if first == "【" {
      readKind(line.dropFirst(), at: number)
    } else if line.hasPrefix("- ") {
      readHead(line.dropFirst(2), at: number)
    } else {
      readKey(line, at: number)
    }
  }

  private mutating func readKind(_ line: Substring, at number: Int) {
    closeEntry()
    isBehindBadHead = false
    guard let end = line.firstIndex(of: "】"), end > line.startIndex else {
      return tell(.unknownLine(String("【" + line)), at: number)
    }
    let title = String(line[..<end])
    if kinds.contains(where: { $0.title == title }) { tell(.repeated(title), at: number) }
    kinds.append(LibraryKind(title: title, words: words(of: line[line.index(after: end)...], at: number)))
  }

  private mutating func readHead(_ line: Substring, at number: Int) {
    closeEntry()
    isBehindBadHead = true
    guard let kind = kinds.last?.title else { return tell(.homeless(String(line)), at: number) }
    let cells = line.split(separator: "|", omittingEmptySubsequences: false).map { Self.trimmed($0) }
    guard cells.count == 3 || cells.count == 4 && cells[3] == Self.keepingMark, !cells[0].isEmpty else {
      return tell(.badHead(String(line)), at: number)
    }
    let name = String(cells[0])
    var places: [IndicatorCategory] = []
    for label in cells[1].split(separator: "、", omittingEmptySubsequences: false) {
      guard let category = PlaceLabels.category(of: Self.trimmed(label)) else {
        return tell(.unknownPlace(String(label)), at: number)
      }
      places.append(category)
    }
    guard let value = EntryValue(String(cells[2])), value.isUnderstood else {
      return tell(.badValue(String(cells[2])), at: number)
    }
    if entries.contains(where: { $0.kind == kind && $0.name == name }) { tell(.repeated(name), at: number) }
    entries.append(
      LibraryEntry(
        kind: kind, name: name, places: places, value: value, method: "", triggers: [], replaces: [],
        mayKeepName: cells.count == 4, line: number))
    isInEntry = true
    isBehindBadHead = false
  }

  private mutating func readKey(_ line: Substring, at number: Int) {
    let key = String(line.prefix { !$0.isWhitespace })
    guard Self.keyNames.contains(key) else { return tell(.unknownLine(String(line)), at: number) }
    guard isInEntry, let place = entries.indices.last else {
      if !isBehindBadHead { tell(.homeless(String(line)), at: number) }
      return
    }
    let text = Self.trimmed(line.dropFirst(key.count))
    if !keys.insert(key).inserted, key != Self.triggersKey { tell(.repeatedKey(key), at: number) }
    switch key {
    case Self.methodKey: entries[place].method = String(text)
    case Self.triggersKey: entries[place].triggers += words(of: text, at: number)
    case Self.replacesKey:
      entries[place].replaces = text.split(whereSeparator: \.isWhitespace).map { String($0) }
    case Self.restrictionsKey: entries[place].restrictions = words(of: text, at: number)
    default: entries[place].exclusions = words(of: text, at: number)
    }
    if text.isEmpty { keys.remove(key) }
  }

  private mutating func closeEntry() {
    if isInEntry, let entry = entries.last {
      for key in [Self.methodKey, Self.triggersKey, Self.replacesKey] where !keys.contains(key) {
        tell(.missingKey(key), at: entry.line)
      }
    }
    isInEntry = false
    keys = []
  }

  private mutating func words(of text: Substring, at number: Int) -> [String] {
    text.split(whereSeparator: \.isWhitespace).map { word in
      if word.unicodeScalars.count < 2 { tell(.shortWord(String(word)), at: number) }
      return String(word)
    }
  }

  private mutating func tell(_ kind: LibraryProblem.Kind, at line: Int) {
    problems.append(LibraryProblem(line: line, kind: kind))
  }

  private static func trimmed(_ line: Substring) -> Substring {
    var line = line
    while line.first?.isWhitespace == true { line.removeFirst() }
    while line.last?.isWhitespace == true { line.removeLast() }
    return line
  }

  private static let keepingMark = "保留名称"
  private static let methodKey = "量法"
  private static let triggersKey = "认词"
  private static let replacesKey = "替代"
  private static let restrictionsKey = "限于"
  private static let exclusionsKey = "不用于"
  private static let keyNames = [methodKey, triggersKey, replacesKey, restrictionsKey, exclusionsKey]
}
