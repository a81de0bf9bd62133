// Reads indicators whose every cell has a line of its own: 三级指标：建设村史馆, 指标值：2座.
import FormVocabulary
import Model

/// Collects such lines; the levels hold for the names behind them.
struct LabelledIndicators {
  private(set) var indicators: [IndicatorDraft] = []
  private var open = IndicatorDraft()
  private var level1: String?
  private var level2: String?

  /// Takes a line; false for one that names no cell of an indicator.
  mutating func read(_ line: String, at spot: CellSpot) -> Bool {
    guard line.utf8.count < 1_000, let colon = line.firstIndex(where: { "：:".contains($0) }),
      line.distance(from: line.startIndex, to: colon) <= 12,
      let column = LabelReading.of(String(line[..<colon]))?.meaning.column
    else { return false }
    let text = CleanText.trimmed(String(line[line.index(after: colon)...]))
    let value = text.isEmpty ? nil : text
    switch column {
    case .level1:
      close()
      level1 = value.map(CleanText.withoutSpace)
      level2 = nil
    case .level2:
      close()
      level2 = value.map(CleanText.withoutSpace)
    // 名称 alone may be the project's, and 绩效指标 what a sub-goal is measured by
    case .name where ["三级指标", "指标名称"].contains(where: LabelText.folded(String(line[..<colon])).ends):
      close()
      open.indicator.name = value
      open.places[.name] = spot
    default:
      guard open.indicator.name != nil, let field = column.field, field != .name else { return false }
      open.indicator[field] = value
      open.places[field] = spot
    }
    return true
  }

  /// Ends the indicator whose lines were read last.
  mutating func close() {
    defer { open = IndicatorDraft() }
    guard open.indicator.name != nil else { return }
    open.indicator.level1 = level1
    open.indicator.level2 = level2
    open.confidence = 85
    indicators.append(open)
  }
}
