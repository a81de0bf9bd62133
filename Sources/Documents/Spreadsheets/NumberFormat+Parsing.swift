// Reads the code of a number format into sections and tokens.

extension NumberFormat {
  /// Longer codes than spreadsheets allow are not read.
  private static let codeMax = 1_000

  /// Reads a code; nil for `General`, for what is too long and for fractions (`# ?/?`), which are shown as
  /// decimals.
  init?(code: String) {
    let letters = Array(code.unicodeScalars)
    guard !letters.isEmpty, letters.count <= Self.codeMax else { return nil }
    var parser = FormatParser(letters: letters)
    sections = parser.sections()
    if sections.count == 1, sections[0].tokens == [.general], sections[0].numerals == .none { return nil }
    if sections.contains(where: \.isFraction) { return nil }
  }
}

extension NumberFormat.Section {
  /// `# ?/?` and `0/100`.
  fileprivate var isFraction: Bool {
    guard !isDate, let slash = tokens.firstIndex(of: .literal("/")), slash > 0, slash + 1 < tokens.count
    else {
      return false
    }
    if case .digit = tokens[slash - 1] { return true }
    return false
  }
}

private struct FormatParser {
  let letters: [Unicode.Scalar]
  private var index = 0
  private var section = NumberFormat.Section()

  init(letters: [Unicode.Scalar]) {
    self.letters = letters
  }

  mutating func sections() -> [NumberFormat.Section] {
    var all: [NumberFormat.Section] = []
    while all.count < 4 {
      section = NumberFormat.Section()
      while index < letters.count, letters[index] != ";" { step() }
      section.finish()
      all.append(section)
      guard index < letters.count else { break }
      index += 1
    }
    return all
  }

  private mutating func step() {
    let letter = letters[index]
    index += 1
    switch letter {
    case "\"":
      let end = letters[index...].firstIndex(of: "\"") ?? letters.count
      add(text(index..<end))
      index = min(end + 1, letters.count)
    case "\\", "!":
      if index < letters.count { add(String(Character(letters[index]))) }
      index = min(index + 1, letters.count)
    // `_x` leaves a gap as wide as x, `*x` fills the column with x: neither is text.
    case "_", "*": index = min(index + 1, letters.count)
    case "[": bracket()
    case "@":
      section.isText = true
    case "0", "#", "?": section.tokens.append(.digit(UInt8(truncatingIfNeeded: letter.value)))
    case ".": point()
    case ",": section.tokens.append(.grouping)
    case "%": section.tokens.append(.percent)
    default: word(letter)
    }
  }

  private mutating func add(_ text: String) {
    if !text.isEmpty { section.tokens.append(.literal(text)) }
  }

  private func text(_ range: Range<Int>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: letters[range])
    return String(text)
  }

  /// A point, or the digits of a second when one has just been written.
  private mutating func point() {
    var count = 0
    while index + count < letters.count, letters[index + count] == "0" { count += 1 }
    let isAfterSeconds =
      switch section.tokens.last {
      case .date(UInt8(ascii: "s"), _), .elapsed(UInt8(ascii: "s"), _): true
      default: false
      }
    guard isAfterSeconds, count > 0 else { return section.tokens.append(.point) }
    index += count
    section.tokens.append(.fraction(min(count, 3)))
  }

  private mutating func word(_ letter: Unicode.Scalar) {
    let rest = index - 1
    for name in ["General", "G/通用格式"] where isNext(name, at: rest) {
      section.tokens.append(.general)
      index = rest + name.unicodeScalars.count
      return
    }
    for (name, isChinese) in [("上午/下午", true), ("AM/PM", false), ("A/P", false)] where isNext(name, at: rest)
    {
      section.tokens.append(.halfDay(isChinese: isChinese))
      section.isDate = true
      index = rest + name.unicodeScalars.count
      return
    }
    switch letter {
    case "E" where index < letters.count && (letters[index] == "+" || letters[index] == "-"):
      section.tokens.append(.exponent(showsPlus: letters[index] == "+"))
      index += 1
    case "y", "Y", "m", "M", "d", "D", "h", "H", "s", "S", "a", "A", "e", "E": datePart(letter)
    // Names of eras: the years of the common era have none.
    case "g", "G", "b", "B": break
    default: add(String(Character(letter)))
    }
  }

  private func isNext(_ name: String, at start: Int) -> Bool {
    let wanted = name.unicodeScalars.map { Self.small($0) }
    guard start + wanted.count <= letters.count else { return false }
    return letters[start..<start + wanted.count].map { Self.small($0) } == wanted
  }

  private static func small(_ letter: Unicode.Scalar) -> UInt32 {
    letter.value >= 0x41 && letter.value <= 0x5A ? letter.value | 0x20 : letter.value
  }

  private mutating func datePart(_ letter: Unicode.Scalar) {
    var count = 1
    while index < letters.count, Self.small(letters[index]) == Self.small(letter) {
      count += 1
      index += 1
    }
    section.isDate = true
    let code = UInt8(truncatingIfNeeded: Self.small(letter))
    // `e` is the year of the era; the common era counts as `yyyy`.
    section.tokens.append(code == UInt8(ascii: "e") ? .date(UInt8(ascii: "y"), 4) : .date(code, count))
  }

  /// `[Red]`, `[>=100]`, `[$¥-804]`, `[DBNum1]`, `[h]`.
  private mutating func bracket() {
    let end = letters[index...].firstIndex(of: "]") ?? letters.count
    let content = text(index..<end)
    index = min(end + 1, letters.count)
    if content.first == "$" {
      let parts = content.dropFirst().split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
      add(parts.first.map(String.init) ?? "")
      if parts.count > 1, parts[1].suffix(3) == "804" { section.isChinese = true }
      return
    }
    let lowered = content.lowercased()
    if lowered.hasPrefix("dbnum"), let last = lowered.last {
      section.numerals = ["1": .plain, "2": .formal, "3": .wide][last] ?? .none
      return
    }
    if let condition = Self.condition(content) {
      section.condition = condition
      return
    }
    if let first = lowered.utf8.first, "hms".utf8.contains(first), lowered.utf8.allSatisfy({ $0 == first }) {
      section.tokens.append(.elapsed(first, lowered.utf8.count))
      section.isDate = true
    }
  }

  private static func condition(_ text: String) -> NumberFormat.Condition? {
    let signs: [(String, NumberFormat.Condition.Comparison)] = [
      ("<=", .lessOrEqual), (">=", .greaterOrEqual), ("<>", .notEqual), ("<", .less), (">", .greater),
      ("=", .equal),
    ]
    for (sign, comparison) in signs where text.hasPrefix(sign) {
      return DecimalDigits(String(text.dropFirst(sign.count))).map {
        .init(comparison: comparison, number: $0)
      }
    }
    return nil
  }
}

extension NumberFormat.Section {
  /// `m` after hours or before seconds means minutes.
  fileprivate mutating func finish() {
    guard isDate else { return }
    var isAfterHours = false
    for index in tokens.indices {
      switch tokens[index] {
      case .date(UInt8(ascii: "h"), _), .elapsed(UInt8(ascii: "h"), _): isAfterHours = true
      case .date(UInt8(ascii: "m"), let count):
        let next = tokens[(index + 1)...].first { $0.isTimePart }
        let isBeforeSeconds =
          switch next {
          case .date(UInt8(ascii: "s"), _), .elapsed(UInt8(ascii: "s"), _): true
          default: false
          }
        if isAfterHours || isBeforeSeconds, count <= 2 { tokens[index] = .minute(count) }
        isAfterHours = false
      case .date: isAfterHours = false
      default: break
      }
    }
  }
}

extension NumberFormat.Token {
  /// A part of a date or time, not what stands between.
  fileprivate var isTimePart: Bool {
    switch self {
    case .date, .minute, .elapsed: true
    case .literal, .digit, .point, .grouping, .percent, .general, .exponent, .fraction, .halfDay: false
    }
  }
}
