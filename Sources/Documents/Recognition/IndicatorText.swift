// Reads indicators written as text, such as “数量指标：培训人数≥200人次；培训合格率≥95%”, under their levels.
import Findings
import FormVocabulary
import Model

/// Walks through text with level labels in it and collects the indicators between them.
struct IndicatorText {
  var indicators: [IndicatorDraft] = []
  /// Goals met on the way, in brackets of their own: 【总体目标】….
  var goals: [(field: FieldTerm, text: String)] = []
  private(set) var level1: String?
  private(set) var level2: String?
  private var level1Term: LevelTerm?
  /// How many level labels were met.
  var levelCount = 0
  private var openGoal: FieldTerm?
  let spot: CellSpot?

  init(spot: CellSpot?, level1: String? = nil, level2: String? = nil) {
    self.spot = spot
    self.level1 = level1
    self.level2 = level2
    level1Term = level1.flatMap { LevelTerm(label: LabelText.folded($0)) }
  }

  /// Reads one line, which may hold labels, several indicators, or a label alone.
  mutating func read(_ line: String) {
    var rest = line[...]
    while !rest.isEmpty {
      rest = rest.drop { $0.isWhitespace || "；;。".contains($0) }
      guard !rest.isEmpty else { return }
      if takeBracketedLabel(&rest) || takeLabel(&rest) { continue }
      let item = IndicatorText.firstItem(of: rest)
      // a bracket that opens no label is text
      guard !item.isEmpty else {
        rest = rest.dropFirst()
        continue
      }
      rest = rest[item.endIndex...]
      take(item)
    }
  }

  // MARK: Labels

  /// 【产出指标-数量指标】, [数量指标], 【总体目标】 in front.
  private mutating func takeBracketedLabel(_ rest: inout Substring) -> Bool {
    guard let open = rest.first, let close = ["【": "】", "[": "]", "〔": "〕"][open].map({ Character($0) }),
      let end = rest.prefix(40).firstIndex(of: close)
    else { return false }
    let inside = String(rest[rest.index(after: rest.startIndex)..<end])
    let tail = rest[rest.index(after: end)...].drop { $0.isWhitespace || "：:".contains($0) }
    let parts = IndicatorText.levelParts(inside)
    if !parts.isEmpty {
      parts.forEach { setLevel($0) }
      openGoal = nil
      rest = tail
      return true
    }
    guard let field = LabelReading.of(inside)?.meaning.field, field.isGoal else { return false }
    openGoal = field
    rest = tail
    return true
  }

  /// The levels that a label names: 产出指标-数量指标 names two; empty where it is no level label.
  static func levelParts(_ label: String) -> [String] {
    let parts = label.split { "-—－–/、>→_".contains($0) }.map { CleanText.withoutSpace($0) }
    guard !parts.isEmpty, parts.count <= 2 else { return [] }
    for part in parts where LevelTerm(label: LabelText.withoutNumbering(LabelText.folded(part))) == nil {
      return []
    }
    return parts
  }

  /// `（一）产出指标`, `1.数量指标：` in front; the label ends at a colon or with the line.
  private mutating func takeLabel(_ rest: inout Substring) -> Bool {
    let window = rest.prefix(40)
    let end = window.firstIndex { "：:。；;\n".contains($0) } ?? window.endIndex
    if end == window.endIndex, window.endIndex != rest.endIndex { return false }
    var head = LabelText.withoutNumbering(LabelText.folded(window[..<end]))
    while let first = head.first, "★☆▲●■◆·-".contains(first) { head.removeFirst() }
    guard head.count <= 24, LevelTerm(label: head) != nil else { return false }
    setLevel(IndicatorText.printedLabel(String(window[..<end])))
    openGoal = nil
    rest = rest[end...].drop { "：:。；;\n".contains($0) || $0.isWhitespace }
    return true
  }

  /// The label as printed, without its enumeration.
  static func printedLabel(_ text: String) -> String {
    let bare = CleanText.withoutSpace(text)
    let folded = LabelText.withoutNumbering(LabelText.folded(bare))
    return String(bare.suffix(folded.count))
  }

  private mutating func setLevel(_ label: String) {
    levelCount += 1
    guard let term = LevelTerm(label: LabelText.withoutNumbering(LabelText.folded(label))) else { return }
    let isFirst: Bool
    if level1 == nil, level2 != nil, term.mayBeEitherLevel {
      // a text that names level 2 only goes on so
      isFirst = false
    } else if term.isCost {
      // 成本指标 under an open 产出指标 is level 2, else it opens its own branch
      isFirst = level1Term?.branch != .output
    } else {
      isFirst = term.rank == 1
    }
    if isFirst {
      level1 = label
      level1Term = term
      level2 = nil
    } else {
      level2 = label
    }
  }

  // MARK: Items

  /// The text up to the next separator that is outside brackets.
  static func firstItem(of rest: Substring) -> Substring {
    var depth = 0
    var index = rest.startIndex
    while index < rest.endIndex {
      let character = rest[index]
      if character == "\n" || character == "【" || (depth == 0 && "；;。".contains(character)) { break }
      if "（(“".contains(character) { depth += 1 }
      if "）)”".contains(character) { depth = max(0, depth - 1) }
      if depth == 0, "，,".contains(character), index > rest.startIndex,
        ItemValue.endsInMeasure(rest[..<index]), ItemValue.startsIndicator(rest[rest.index(after: index)...])
      {
        break
      }
      index = rest.index(after: index)
    }
    return rest[..<index]
  }

  private mutating func take(_ item: Substring) {
    var text = CleanText.trimmed(String(item))
    while let last = text.last, "，,、".contains(last) { text.removeLast() }
    while let first = text.first, "，,、".contains(first) { text.removeFirst() }
    guard !text.isEmpty else { return }
    if let openGoal {
      goals.append(
        (openGoal, text + (item.endIndex < item.base.endIndex && item.base[item.endIndex] == "。" ? "。" : "")))
      return
    }
    guard level1 != nil || level2 != nil else { return }
    let parts = ItemValue.split(text)
    guard parts.value != nil || !parts.name.isEmpty && !Slots.isSlot(parts.name) else { return }
    var draft = IndicatorDraft()
    draft.confidence = parts.value == nil ? 60 : 85
    draft.indicator.level1 = level1
    draft.indicator.level2 = level2
    draft.indicator.name = parts.name.isEmpty ? nil : parts.name
    draft.indicator.annualValue = parts.value
    draft.indicator.actualValue = parts.actual
    draft.indicator.weight = parts.weight
    draft.indicator.score = parts.score
    if let spot {
      draft.places[.name] = spot
      draft.places[.annualValue] = spot
    }
    indicators.append(draft)
  }
}
