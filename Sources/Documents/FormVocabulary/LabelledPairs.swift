// Parts lines and cells that hold label and value together, such as “项目名称：道路养护   单位：万元”.

/// A label and the value behind it in the same text.
package struct LabelledPair {
  /// The text before the colon.
  package var label: LabelText
  /// What the label can name.
  package var meaning: Meaning
  /// The text behind the colon, without white space at its ends.
  package var value: String
}

/// Finds labels and values that one text holds.
package enum LabelledPairs {
  /// Label and value of one text, parted at its first colon; nil where no known label leads.
  package static func pair(_ text: String) -> LabelledPair? {
    if text.begins("其中"), let share = amount(text) { return share }
    let scalars = text.unicodeScalars
    var position = 0
    for index in scalars.indices {
      position += 1
      if position > 40 { return nil }
      let scalar = scalars[index]
      guard scalar == "：" || scalar == ":" || scalar == "∶" else { continue }
      let head = String(text[..<index])
      if LabelText.folded(head) == "其中" { continue }
      guard let reading = LabelReading.of(head), reading.meaning.field != nil else { return nil }
      return LabelledPair(
        label: reading.label, meaning: reading.meaning,
        value: CleanText.trimmed(String(text[scalars.index(after: index)...])))
    }
    return nil
  }

  /// A label of money with its amount directly behind it: 年度资金总额196万元，其中：财政拨款180万元.
  package static func amount(_ text: String) -> LabelledPair? {
    guard let figure = text.prefix(24).firstIndex(where: \.isDigit) else { return nil }
    let value = String(text[figure...])
    var head = text[..<figure]
    if head.begins("其中") { head = head.dropFirst(2).drop { $0 == "：" || $0 == ":" } }
    guard Amount.scale(in: value) != nil, !head.contains(where: { $0 == "：" || $0 == ":" }),
      let reading = LabelReading.of(String(head)), reading.meaning.field?.sort == .money
    else { return nil }
    return LabelledPair(label: reading.label, meaning: reading.meaning, value: value)
  }

  /// Every pair of a line; parts are set apart by white space before a known label.
  package static func all(in line: String) -> [LabelledPair] {
    var pairs: [LabelledPair] = []
    for chunk in chunks(String(withoutFrame(line))) {
      if let pair = pair(chunk) {
        pairs.append(pair)
      } else if !pairs.isEmpty, FormTitle.unitLine(chunk) == nil, !isOtherLabel(chunk) {
        let last = pairs.count - 1
        pairs[last].value += pairs[last].value.isEmpty ? chunk : " " + chunk
      }
    }
    return pairs
  }

  /// A line without the brackets around all of it: （自评得分：96.55分　评价等级：优）.
  private static func withoutFrame(_ line: String) -> Substring {
    for (open, close) in [("（", "）"), ("(", ")")] as [(Character, Character)]
    where line.first == open && line.last == close {
      let inside = line.dropFirst().dropLast()
      if !inside.contains(open), !inside.contains(close) { return inside }
    }
    return line[...]
  }

  /// 批复时间：2023年2月16日: a label that no field has, and its value.
  private static func isOtherLabel(_ chunk: String) -> Bool {
    guard let colon = chunk.prefix(9).firstIndex(where: { $0 == "：" || $0 == ":" }) else { return false }
    let head = chunk[..<colon]
    return ["时间", "日期", "电话", "方式", "编号", "文号", "人"].contains { head.hasSuffix($0) }
  }

  private static func chunks(_ line: String) -> [String] {
    line.unicodeScalars.split(whereSeparator: CleanText.isSpace).map { String($0) }
  }
}
