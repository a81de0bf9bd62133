// The lines of a rule-set file: sections with `key = value` lines, comments and blank lines left out.

/// A section of a rule-set file.
struct RuleSetSection: Sendable {
  /// 参数; for `[指标体系 tree-2021]` the first word.
  let name: String
  /// The word behind it: `tree-2021`; nil where none stands.
  let argument: String?
  let line: Int
  var lines: [Line] = []

  /// One `key = value`.
  struct Line: Sendable {
    let key: String
    let value: String
    let number: Int
  }
}

/// Splits a text into sections. A byte order mark, line ends of any system and the full-width signs that
/// Chinese keyboards give (＝ ｜ ＃ ［ ］【 】) are taken as their plain ones.
struct RuleSetLines {
  private(set) var sections: [RuleSetSection] = []
  private(set) var problems: [RuleSetProblem] = []
  /// True where the file is no text of ours at all: too large, in another encoding, or without any section.
  private(set) var isForeign = false
  private let file: String
  /// The lines of the sections so far.
  private var opened: [String: Int] = [:]

  /// A file with more bytes is refused unread.
  static let bytesMax = 64 * 1024

  init(_ bytes: [UInt8], file: String) {
    self.file = file
    guard bytes.count <= Self.bytesMax else {
      tell(.tooLarge(bytesMax: Self.bytesMax), 1)
      isForeign = true
      return
    }
    let bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    var isKnown = true
    for (offset, piece) in Self.pieces(of: bytes).enumerated() {
      guard let text = String(validating: piece, as: UTF8.self), !piece.contains(0) else {
        // One is enough: the whole file has another encoding.
        problems = []
        tell(.notUTF8, offset + 1)
        isForeign = true
        return
      }
      take(Self.trimmed(text.unicodeScalars), offset + 1, &isKnown)
    }
    isForeign = sections.isEmpty && !problems.isEmpty
  }

  /// Lines end with a line feed, a carriage return, or both.
  private static func pieces(of bytes: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var pieces: [ArraySlice<UInt8>] = []
    var start = bytes.startIndex
    var index = start
    while index < bytes.endIndex {
      let byte = bytes[index]
      if byte == 10 || byte == 13 {
        pieces.append(bytes[start..<index])
        if byte == 13, index + 1 < bytes.endIndex, bytes[index + 1] == 10 { index += 1 }
        start = index + 1
      }
      index += 1
    }
    pieces.append(bytes[start...])
    return pieces
  }

  private mutating func take(
    _ text: String.UnicodeScalarView.SubSequence, _ number: Int, _ isKnown: inout Bool
  ) {
    guard let first = text.first, first != "#", first != "＃" else { return }
    if "[［【".unicodeScalars.contains(first) {
      isKnown = open(text, number)
      return
    }
    guard let sign = text.firstIndex(where: { $0 == "=" || $0 == "＝" }) else {
      return tell(.noEqualsSign(Self.shortened(text)), number)
    }
    let key = Self.trimmed(text[..<sign])
    let value = Self.trimmed(text[text.index(after: sign)...])
    guard !sections.isEmpty else { return tell(.outsideSection(Self.shortened(text)), number) }
    // What stands in an unknown section is not judged again.
    guard isKnown else { return }
    guard !value.isEmpty else { return tell(.emptyValue(Self.shortened(key)), number) }
    sections[sections.count - 1].lines.append(
      RuleSetSection.Line(
        key: String(String.UnicodeScalarView(key)), value: String(String.UnicodeScalarView(value)),
        number: number))
  }

  /// `[参数]`, `[指标体系 tree-2021]`; false where the section is not known.
  private mutating func open(_ text: String.UnicodeScalarView.SubSequence, _ number: Int) -> Bool {
    guard let last = text.last, "]］】".unicodeScalars.contains(last) else {
      tell(.unclosedSection(Self.shortened(text)), number)
      sections.append(RuleSetSection(name: "", argument: nil, line: number))
      return false
    }
    let words = text.dropFirst().dropLast().split { $0.properties.isWhitespace }
      .map { String(String.UnicodeScalarView($0)) }
    let name = words.first ?? ""
    let section = RuleSetSection(name: name, argument: words.dropFirst().first, line: number)
    let isTree = name == RuleSetWords.trees
    guard RuleSetWords.sections.contains(name), words.count == 1 || isTree && words.count == 2 else {
      tell(.unknownSection(Self.shortened(text.dropFirst().dropLast())), number)
      sections.append(RuleSetSection(name: "", argument: nil, line: number))
      return false
    }
    let whole = words.joined(separator: " ")
    if let former = opened[whole] {
      tell(.repeatedSection(whole, firstLine: former), number)
      sections.append(RuleSetSection(name: "", argument: nil, line: number))
      return false
    }
    opened[whole] = number
    sections.append(section)
    return true
  }

  private mutating func tell(_ kind: RuleSetProblem.Kind, _ line: Int) {
    problems.append(RuleSetProblem(file: file, line: line, kind: kind))
  }

  /// Without white space at the ends.
  static func trimmed(_ text: String.UnicodeScalarView.SubSequence) -> String.UnicodeScalarView.SubSequence {
    var text = text
    while text.first?.properties.isWhitespace == true { text.removeFirst() }
    while text.last?.properties.isWhitespace == true { text.removeLast() }
    return text
  }

  static func trimmed(_ text: String.UnicodeScalarView) -> String.UnicodeScalarView.SubSequence {
    trimmed(text[...])
  }

  /// For sentences: not more than what tells where one is.
  private static func shortened(_ text: String.UnicodeScalarView.SubSequence) -> String {
    let most = 30
    let kept = String(String.UnicodeScalarView(text.prefix(most)))
    return text.count > most ? kept + "…" : kept
  }
}
