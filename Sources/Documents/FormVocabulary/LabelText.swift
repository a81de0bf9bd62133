// Makes printed labels comparable: no white space, half-width signs, numbering, brackets and years set apart.

/// A printed text as a label: the comparable key and what was set apart from it.
package struct LabelText {
  /// Without white space, stars, colon and bracketed notes; half-width.
  package var key: String
  /// The key with its bracketed notes, for labels that differ only there.
  package var fullKey: String
  /// The money unit in brackets or behind a comma: 万元, 元, 亿元.
  package var moneyScale: MoneyScale?
  /// The year printed in the label, such as 2026 in 2026年预算金额.
  package var year: Int?
  /// True where the printed text ended in a colon.
  package var endsInColon: Bool

  /// True for labels that name the year: 当年财政拨款 beside 财政拨款.
  package var isYearly: Bool { ["年度", "当年", "本年", "年初"].contains { key.begins($0) } || year != nil }

  /// The longest text that can be a label, in characters; longer ones are prose.
  package static let charactersMax = 48

  /// - Returns: nil where the text is blank or too long to be a label.
  package init?(_ text: String) {
    guard text.utf8.count <= LabelText.charactersMax * 3 else { return nil }
    var folded = LabelText.folded(text)
    guard !folded.isEmpty else { return nil }
    endsInColon = folded.last == ":"
    while folded.last == ":" { folded.removeLast() }
    while let first = folded.first, "*★☆▲△●■◆#·".contains(first) { folded.removeFirst() }
    folded = LabelText.withoutNumbering(folded)
    for lead in ["其中:", "其中"] where folded.begins(lead) && folded.count > lead.count {
      folded.removeFirst(lead.count)
      break
    }
    fullKey = folded
    let (bare, scale) = LabelText.withoutBrackets(folded)
    moneyScale = scale
    (key, year) = LabelText.withoutYear(bare)
    if year == nil, folded.holds("(") { year = FormTitle.year(in: folded) }
    if key.isEmpty { key = bare }
  }

  /// True for a folded line that a chapter's number leads: 四、政府采购情况.
  package static func isTopNumbered(_ folded: String) -> Bool {
    guard let first = folded.first, "一二三四五六七八九十".contains(first) else { return false }
    return folded.prefix(3).contains("、")
  }

  /// White space gone, full-width signs and digits made half-width.
  @inlinable
  package static func folded(_ text: some StringProtocol) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    let isWhole: Void? = text.utf8.withContiguousStorageIfAvailable { fold($0, into: &bytes) }
    if isWhole == nil { Array(text.utf8).withUnsafeBufferPointer { fold($0, into: &bytes) } }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Folds UTF-8 sequence by sequence; what needs no folding is copied.
  @usableFromInline
  static func fold(_ text: UnsafeBufferPointer<UInt8>, into bytes: inout [UInt8]) {
    var index = 0
    while index < text.count {
      let byte = text[index]
      if byte < 0x80 {
        if byte > 0x20 { bytes.append(byte) }
        index += 1
        continue
      }
      let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
      let end = min(index + length, text.count)
      if length == 3, end - index == 3 {
        let scalar =
          UInt32(byte & 15) << 12 | UInt32(text[index + 1] & 63) << 6 | UInt32(text[index + 2] & 63)
        switch scalar {
        case 0xFF01...0xFF5E: bytes.append(UInt8(scalar - 0xFEE0))
        // 〔 〖 【 and the brackets of vertical text
        case 0x3014, 0x3016, 0x3010, 0xFE35, 0xFE39, 0xFE3B: bytes.append(UInt8(ascii: "("))
        case 0x3015, 0x3017, 0x3011, 0xFE36, 0xFE3A, 0xFE3C: bytes.append(UInt8(ascii: ")"))
        case 0xFE55: bytes.append(UInt8(ascii: ":"))
        case 0x3000, 0x2000...0x200F, 0x202F, 0x205F, 0xFEFF: break
        default: bytes.append(contentsOf: text[index..<end])
        }
      } else if !(byte == 0xC2 && index + 1 < text.count && text[index + 1] == 0xA0) {
        bytes.append(contentsOf: text[index..<end])
      }
      index = end
    }
  }

  /// ① → 1, as far as ⑳.
  package static func circledNumber(_ scalar: Unicode.Scalar) -> Int? {
    (0x2460...0x2473).contains(scalar.value) ? Int(scalar.value - 0x245F) : nil
  }

  /// Takes `一、`, `（一）`, `1.`, `2、`, `(3)`, `①` from the front.
  package static func withoutNumbering(_ folded: String) -> String {
    let scalars = Array(folded.unicodeScalars)
    guard let first = scalars.first else { return folded }
    if circledNumber(first) != nil { return String(folded.dropFirst()) }
    var index = 0
    let isOpen = first == "("
    if isOpen { index = 1 }
    let start = index
    while index < scalars.count, isNumeral(scalars[index]) { index += 1 }
    guard index > start, index < scalars.count else { return folded }
    let mark = scalars[index]
    let isMark = isOpen ? mark == ")" : mark == "、" || mark == "." || mark == ")" || mark == ","
    guard isMark else { return folded }
    if mark == ".", index + 1 < scalars.count, ("0"..."9").contains(scalars[index + 1]) { return folded }
    var rest = index + 1
    if isOpen, rest < scalars.count, scalars[rest] == "、" { rest += 1 }
    guard rest < scalars.count else { return folded }
    return String(String.UnicodeScalarView(scalars[rest...]))
  }

  /// A digit or a Chinese numeral up to ten.
  package static func isNumeral(_ scalar: Unicode.Scalar) -> Bool {
    ("0"..."9").contains(scalar) || "一二三四五六七八九十".unicodeScalars.contains(scalar)
  }

  /// Takes bracketed notes away; a money unit among them is told.
  package static func withoutBrackets(_ folded: String) -> (String, MoneyScale?) {
    guard folded.holds("(") || folded.holds("元") else { return (folded, nil) }
    var result = ""
    var inside = ""
    var depth = 0
    var scale: MoneyScale?
    for character in folded {
      switch character {
      case "(":
        depth += 1
        if depth == 1 { inside = "" }
      case ")" where depth > 0:
        depth -= 1
        if depth == 0 { scale = MoneyScale(unitNote: inside) ?? scale }
      default:
        if depth > 0 { inside.append(character) } else { result.append(character) }
      }
    }
    if depth > 0 { scale = MoneyScale(unitNote: inside) ?? scale }
    if scale == nil, let found = MoneyScale.trailing(in: result) {
      scale = found.scale
      result = found.rest
    }
    while let last = result.last, ":/-".contains(last) { result.removeLast() }
    return (result.isEmpty ? folded : result, scale)
  }

  /// Takes `2026年`, `2026年度` from the front: `2026年预算金额` → `预算金额`, `2026年度目标` → `年度目标`.
  package static func withoutYear(_ key: String) -> (String, Int?) {
    guard let year = leadingYear(key) else { return (key, nil) }
    let rest = key.dropFirst(4)
    guard rest.first == "年" else { return (key, nil) }
    let tail = rest.dropFirst()
    if tail.isEmpty { return (key, year) }
    return (tail.first == "度" && tail.count > 1 ? String(rest) : String(tail), year)
  }

  /// A year in words made one in figures: 二〇二四年度 → 2024年度.
  package static func withYearInFigures(_ folded: String) -> String {
    guard folded.holds("年") else { return folded }
    let scalars = Array(folded.unicodeScalars)
    var result = scalars
    for end in scalars.indices.dropFirst(4) where scalars[end] == "年" {
      let figures = scalars[(end - 4)..<end].compactMap { numerals[$0] }
      guard figures.count == 4, figures[0] == "2" || figures[0] == "1" else { continue }
      result.replaceSubrange((end - 4)..<end, with: figures)
    }
    return String(String.UnicodeScalarView(result))
  }

  private static let numerals: [Unicode.Scalar: Unicode.Scalar] = {
    let words = Array("零一二三四五六七八九".unicodeScalars)
    let figures = Array("0123456789".unicodeScalars)
    var numerals = Dictionary(uniqueKeysWithValues: zip(words, figures))
    for zero in "〇○Oo".unicodeScalars { numerals[zero] = "0" }
    return numerals
  }()

  /// The year 1990…2099 that a text begins with.
  @inlinable
  package static func leadingYear(_ text: some StringProtocol) -> Int? {
    var year = 0
    var count = 0
    for byte in text.utf8 {
      guard byte &- 0x30 < 10 else { break }
      count += 1
      if count > 4 { return nil }
      year = year * 10 + Int(byte &- 0x30)
    }
    return count == 4 && (1990...2099).contains(year) ? year : nil
  }
}

/// The unit that a column or label gives to money.
package enum MoneyScale: Equatable {
  case yuan, hundredYuan, thousandYuan, tenThousandYuan, hundredMillionYuan

  /// Reads a note such as `万元`, `单位:万元`, `人民币元`.
  @inlinable
  package init?(unitNote: some StringProtocol) {
    if unitNote.ends("万元") {
      self = .tenThousandYuan
    } else if unitNote.ends("亿元") {
      self = .hundredMillionYuan
    } else if unitNote.ends("千元") {
      self = .thousandYuan
    } else if unitNote.ends("百元") {
      self = .hundredYuan
    } else if unitNote == "元" || unitNote.ends(":元") || unitNote.ends("人民币元") {
      self = .yuan
    } else if unitNote == "万" {
      self = .tenThousandYuan
    } else {
      return nil
    }
  }

  /// Parts a unit that stands behind a label without brackets: `预算数万元` → (`预算数`, 万元).
  package static func trailing(in key: String) -> (rest: String, scale: MoneyScale)? {
    guard key.ends("万元"), key.count > 3 else { return nil }
    return (String(key.dropLast(2)), .tenThousandYuan)
  }

  /// How many 分 one unit holds.
  package var fen: Int64 {
    switch self {
    case .yuan: 100
    case .hundredYuan: 10_000
    case .thousandYuan: 100_000
    case .tenThousandYuan: 1_000_000
    case .hundredMillionYuan: 10_000_000_000
    }
  }
}
