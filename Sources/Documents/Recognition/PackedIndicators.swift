// Parts a row that holds several indicators, line by line: names in one cell, as many values in the next.
import FormVocabulary
import Model

extension IndicatorRows {
  /// The indicators of a row whose cells hold one each line; the row's own where its lines are only breaks.
  func unpacked(_ draft: IndicatorDraft) -> [IndicatorDraft] {
    guard let name = draft.indicator.name, name.contains("\n") else { return [draft] }
    let names = PackedText(name)
    var packed: [Indicator.Field: PackedText] = [:]
    for field in Indicator.Field.allCases where !Self.sharedFields.contains(field) {
      guard let text = draft.indicator[field], text.contains("\n") else { continue }
      let items = PackedText(text)
      if items.lines.count == names.items.count {
        packed[field] = items
      } else if !Self.proseFields.contains(field) {
        return [draft]
      }
    }
    let values = [Indicator.Field.annualValue, .periodValue, .actualValue].compactMap { packed[$0] }
    guard names.items.count > 1, !values.isEmpty, PackedText.isPack(names, values) else { return [draft] }
    return names.items.indices.map { index in
      var part = draft
      part.indicator.name = names.items[index]
      for (field, items) in packed { part.indicator[field] = items.lines[index] }
      part.confidence = min(part.confidence, names.isNumbered ? 90 : 80)
      return part
    }
  }

  private static let sharedFields: [Indicator.Field] = [.level1, .level2, .name]

  /// Sentences may have lines of their own.
  private static let proseFields: [Indicator.Field] = [.description, .basis, .deviation, .note]
}

/// A cell's text as a list, one item a line or one item a number.
struct PackedText {
  /// The lines, without blank ones and without the sign that parts them.
  let lines: [String]
  /// The lines put together that belong to one number; the lines themselves where they have none.
  let items: [String]
  /// True where the items are numbered from 1: 指标1：…, 1.…, ①….
  let isNumbered: Bool

  init(_ text: String) {
    lines = text.split(separator: "\n").map { line in
      var clean = CleanText.trimmed(String(line))
      while let last = clean.last, "；;".contains(last) { clean.removeLast() }
      return clean
    }.filter { !$0.isEmpty }
    var numbered: [String] = []
    for line in lines {
      if PackedText.number(line) == numbered.count + 1 {
        numbered.append(line)
      } else if let last = numbered.indices.last {
        numbered[last] += "\n" + line
      } else {
        break
      }
    }
    isNumbered = numbered.count > 1
    items = isNumbered ? numbered : lines
  }

  /// Whether names and values are lists, not texts that are broken over lines.
  static func isPack(_ names: PackedText, _ values: [PackedText]) -> Bool {
    guard values.allSatisfy({ !$0.isBroken }) else { return false }
    if names.isNumbered || values.contains(where: \.isNumbered) { return true }
    return names.lines.allSatisfy(isWholeName) && values.allSatisfy { $0.lines.allSatisfy(isWholeMeasure) }
  }

  /// True where a line goes on with what the one before it began: ≥500 | 人, 2023年 | 12月底前.
  private var isBroken: Bool {
    zip(lines, lines.dropFirst()).contains { line, next in
      guard let last = line.last, let first = next.first else { return true }
      if "，,、（(≥≤＞＜><=＝".contains(last) || "，,、）)%％。".contains(first) { return true }
      if last.isDigit, !next.contains(where: \.isDigit), next.count <= 3 { return true }
      return "年月".contains(last) && first.isDigit && next.contains { "月日".contains($0) }
    }
  }

  /// A name ends as names of indicators do, and its brackets close.
  private static func isWholeName(_ line: String) -> Bool {
    guard line.count >= 3,
      line.count(where: { "（(".contains($0) }) == line.count(where: { "）)".contains($0) })
    else { return false }
    let bare = LabelText.withoutBrackets(LabelText.folded(line)).0
    return nameEnds.contains { bare.ends($0) }
  }

  private static let nameEnds = [
    "数", "率", "量", "度", "次", "性", "值", "额", "时间", "时限", "期限", "情况", "成本", "面积", "标准", "水平", "能力", "效果", "长度",
    "里程",
    "比例", "费用", "影响",
  ]

  /// A value with a sign in front, or a figure with its unit behind.
  private static func isWholeMeasure(_ line: String) -> Bool {
    guard let first = line.first, let last = line.last, line.contains(where: \.isDigit) else { return false }
    if "≥≤＞＜><=＝≧≦".contains(first) { return true }
    return first.isDigit && !last.isDigit
  }

  /// The number that a line begins with: 指标2：, 2., 2、, （2）, ②.
  private static func number(_ line: String) -> Int? {
    let folded = LabelText.folded(line)
    var rest = folded[...]
    let isNamed = rest.begins("指标")
    if isNamed { rest = rest.dropFirst(2) }
    if let circled = rest.unicodeScalars.first.flatMap(LabelText.circledNumber) { return circled }
    let isOpen = rest.first == "("
    if isOpen { rest = rest.dropFirst() }
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    let numeral = digits.isEmpty ? rest.first.flatMap { numerals.firstIndex(of: $0) } : nil
    guard let number = Int(digits) ?? numeral.map({ $0 + 1 }), (1...99).contains(number) else { return nil }
    rest = rest.dropFirst(max(digits.count, 1))
    if isNamed { return number }
    guard let mark = rest.first, (isOpen ? ")" : ".、)").contains(mark) else { return nil }
    // 1.5万元 is a figure
    return mark == "." && rest.dropFirst().first?.isDigit == true ? nil : number
  }

  private static let numerals = Array("一二三四五六七八九十")
}
