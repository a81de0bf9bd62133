// Parts the name of an indicator in running text from its value.
import FormVocabulary

/// What one item of running text holds.
struct ItemParts {
  var name: String
  var value: String?
  var actual: String?
  var weight: String?
  var score: String?
}

enum ItemValue {
  private static let signs: Set<Character> = [
    "≥", "≤", ">", "<", "=", "＞", "＜", "＝", "≧", "≦", "═", "±", "≈",
  ]
  private static let words = [
    "不少于", "不低于", "不高于", "不超过", "不多于", "不小于", "不大于", "大于等于", "小于等于", "大于或等于", "小于或等于", "等于", "大于", "小于", "达到",
    "控制在", "至少", "超过", "不足", "约", "低于", "高于", "多于", "少于", "达",
  ]

  /// `培训人数≥200人次` → 培训人数 | ≥200人次; the name ends where the operator, the colon or the value begins.
  static func split(_ text: String) -> ItemParts {
    let (core, start) = withoutEnumeration(text)
    if let parts = keyed(core) { return parts }
    let lead = String(text[..<start])
    func parts(_ name: Substring, _ value: Substring) -> ItemParts {
      var printed = CleanText.trimmed(lead + String(name))
      while let last = printed.last, "：:，,、".contains(last) { printed.removeLast() }
      let clean = CleanText.trimmed(String(value))
      return ItemParts(name: printed, value: clean.isEmpty ? nil : clean)
    }
    if let bracket = valueBracket(core) { return parts(core[..<bracket.open], bracket.inside) }
    if let sign = firstSign(core) { return parts(core[..<sign], core[sign...]) }
    if let colon = core.firstIndex(where: { "：:".contains($0) }), colon > core.startIndex {
      return parts(core[..<colon], core[core.index(after: colon)...])
    }
    if let word = firstWord(core) { return parts(core[..<word], core[word...]) }
    if let number = trailingMeasure(core) { return parts(core[..<number], core[number...]) }
    return ItemParts(name: CleanText.trimmed(text), value: nil)
  }

  /// Marks such as ①, (1), 1. are no part of the name; 指标1： and ★ are.
  private static func withoutEnumeration(_ text: String) -> (Substring, String.Index) {
    let rest = text[...]
    for lead in ["指标"] where rest.begins(lead) {
      let tail = rest.dropFirst(lead.count)
      let digits = tail.prefix { $0.isNumber || "一二三四五六七八九十".contains($0) }
      if !digits.isEmpty, let mark = tail.dropFirst(digits.count).first, "：:.、".contains(mark) {
        let start = tail.index(digits.endIndex, offsetBy: 1)
        return (text[start...], start)
      }
    }
    let folded = LabelText.withoutNumbering(LabelText.folded(text))
    let bare = CleanText.withoutSpace(text)
    if folded.count < bare.count {
      let dropped = text.dropFirst(bare.count - folded.count).drop(while: \.isWhitespace)
      return (Substring(String(dropped)), String(dropped).startIndex)
    }
    return (rest, text.startIndex)
  }

  // MARK: Keyed parts

  /// `场次，指标值≥24场，实际完成值28场，得分10分`: every part has its key.
  private static func keyed(_ core: Substring) -> ItemParts? {
    let pieces = core.split { "，,".contains($0) }
    guard pieces.count >= 2 else { return nil }
    var parts = ItemParts(name: "")
    var found = false
    for piece in pieces {
      let text = CleanText.trimmed(String(piece))
      if let value = tail(text, after: ["年度指标值", "指标值", "目标值", "年初目标值", "预期值", "年度目标值"]) {
        parts.value = value
      } else if let value = tail(text, after: ["实际完成值", "实际完成", "实际值", "完成值", "实际达到"]) {
        parts.actual = value
      } else if let value = tail(text, after: ["分值", "权重"]) {
        parts.weight = Amount.decimal(value)
      } else if let value = tail(text, after: ["得分", "自评得分"]) {
        parts.score = Amount.decimal(value)
      } else {
        parts.name += parts.name.isEmpty ? text : "，" + text
        continue
      }
      found = true
    }
    guard found, !parts.name.isEmpty else { return nil }
    return parts
  }

  private static func tail(_ text: String, after keys: [String]) -> String? {
    for key in keys where text.begins(key) {
      let value = text.dropFirst(key.count).drop { "：:为是".contains($0) || $0.isWhitespace }
      return value.isEmpty ? nil : String(value)
    }
    return nil
  }

  // MARK: Where the value begins

  /// `购置电脑数量(≥20台)`: a bracket at the end that holds a value, not a slot or a unit.
  private static func valueBracket(_ core: Substring) -> (open: Substring.Index, inside: Substring)? {
    guard let last = core.last, "）)".contains(last) else { return nil }
    var depth = 0
    var index = core.endIndex
    while index > core.startIndex {
      index = core.index(before: index)
      if "）)".contains(core[index]) { depth += 1 }
      if "（(".contains(core[index]) {
        depth -= 1
        if depth == 0 { break }
      }
    }
    guard depth == 0, index > core.startIndex else { return nil }
    let inside = core[core.index(after: index)..<core.index(before: core.endIndex)]
    guard !inside.isEmpty, !inside.contains("*"), firstSign(core[..<index]) == nil,
      !core[..<index].contains(where: { "：:".contains($0) })
    else { return nil }
    return (index, inside)
  }

  /// The first sign outside brackets.
  private static func firstSign(_ core: Substring) -> Substring.Index? {
    var depth = 0
    for index in core.indices {
      let character = core[index]
      if "（(".contains(character) { depth += 1 }
      if "）)".contains(character) { depth = max(0, depth - 1) }
      if depth == 0, signs.contains(character) { return index }
    }
    return nil
  }

  /// The first comparing word that a number follows.
  private static func firstWord(_ core: Substring) -> Substring.Index? {
    var index = core.startIndex
    while index < core.endIndex {
      for word in words where core[index...].begins(word) {
        let tail = core[index...].dropFirst(word.count).drop(while: \.isWhitespace)
        if index > core.startIndex, let next = tail.first, next.isNumber || "百零十一二三四五六七八九".contains(next) {
          return index
        }
      }
      index = core.index(after: index)
    }
    return nil
  }

  /// `设备验收合格率100%`: the last number, where nothing but its unit follows.
  private static func trailingMeasure(_ core: Substring) -> Substring.Index? {
    var start: Substring.Index?
    var index = core.endIndex
    var unitLength = 0
    while index > core.startIndex {
      let previous = core.index(before: index)
      let character = core[previous]
      if character.isDigit || ".,，%％".contains(character) && start != nil {
        start = previous
      } else if start == nil {
        unitLength += 1
        if unitLength > 10 || "。，；".contains(character) { return nil }
      } else {
        break
      }
      index = previous
    }
    guard let start else { return nil }
    let whole = dateStart(core, at: start)
    if whole > core.startIndex { return whole }
    return whole < start && isDeadline(core) ? whole : nil
  }

  /// Where the date or the range begins that goes on at a figure: 2023年 before 11月, 3月至 before 5月, 3- before
  /// 5次; else the figure itself.
  private static func dateStart(_ core: Substring, at figure: Substring.Index) -> Substring.Index {
    var start = figure
    while start > core.startIndex {
      var front = core[..<start]
      func take(_ signs: String) -> Bool {
        while let last = front.last, last.isWhitespace { front = front.dropLast() }
        guard let last = front.last, signs.contains(last) else { return false }
        front = front.dropLast()
        return true
      }
      _ = take("第")
      let isRange = take("-—~～至./")
      let isDate = take("年月日号")
      let digits = front.reversed().prefix(while: \.isDigit).count
      guard isRange || isDate, digits > 0 else { return start }
      start = front.index(front.endIndex, offsetBy: -digits)
    }
    return start
  }

  /// Whether a text says nothing but when: 2023年11月底前完成.
  private static func isDeadline(_ core: Substring) -> Bool {
    var rest = core[...]
    for word in ["完成", "完工", "竣工", "到位", "交付", "验收", "实施"] where rest.ends(word) {
      rest = rest.dropLast(word.count)
    }
    return rest.allSatisfy { $0.isDigit || $0.isWhitespace || "年月日号第季度底末初前之以内上中下旬-—~～至./".contains($0) }
  }

  /// Whether a part of an item already ends in a value: a comma behind it parts two indicators.
  static func endsInMeasure(_ text: Substring) -> Bool {
    if firstSign(text) != nil { return true }
    if firstWord(text) != nil { return true }
    return false
  }

  /// Whether what follows a comma is an indicator of its own: a name, then a value.
  static func startsIndicator(_ rest: Substring) -> Bool {
    let end = rest.firstIndex { "，,；;。\n".contains($0) } ?? rest.endIndex
    let next = rest[..<end]
    guard let first = next.first, !first.isDigit, !signs.contains(first) else { return false }
    for key in ["实际", "指标值", "目标值", "完成值", "分值", "得分", "其中", "且", "并"] where next.begins(key) {
      return false
    }
    guard let start = firstSign(next) ?? firstWord(next) else { return false }
    return next.distance(from: next.startIndex, to: start) >= 3
  }
}
