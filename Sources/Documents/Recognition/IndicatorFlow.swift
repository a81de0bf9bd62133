// Puts the rows of an indicator table together from lines: names and values may each run over several lines.
import FormVocabulary
import IndicatorValues

/// Takes the chunks of line after line and gives rows of cells, one a row of the table.
struct IndicatorFlow {
  /// How many columns stand behind the name.
  let valueCount: Int
  private(set) var rows: [[GridCell]] = []
  private var levels: [Chunk] = []
  private var texts: [Chunk] = []

  init(valueCount: Int) {
    self.valueCount = valueCount
  }

  /// Reads a line.
  /// - Returns: true where the next line was taken too, as the rest of a label.
  mutating func read(_ chunks: [Chunk], next: [Chunk]) -> Bool {
    var rest = chunks[...]
    if rest.first?.field == .group(.indicators), rest.first?.level == nil {
      flush()
      rest = Array(rest.dropFirst())[...]
    }
    var tookNext = false
    if rest.count == 1, next.count == 1, let first = rest.first, let joined = joinedLevel(first, next[0]) {
      rest = [joined]
      tookNext = true
    }
    while let first = rest.first, let level = first.level, rest.startIndex == 0 || texts.isEmpty {
      let behind = rest.dropFirst()
      if !first.text.holds("指标") || levels.last?.level?.rank == 2, !behind.isEmpty,
        behind.allSatisfy({ IndicatorFlow.isValue($0.text) })
      {
        break  // a name: 社会满意度 100%
      }
      if !texts.isEmpty { flush() }
      if let last = levels.last?.level, !level.mayFollow(last) {
        // a second label of the same rank names something, or opens the next row
        if rest.startIndex > 0 { break }
        flush()
      }
      levels.append(first)
      rest = rest.dropFirst()
    }
    take(Array(rest), next: next)
    return tookNext
  }

  /// 服务对象满意度 / 指标: a level label over two lines.
  private func joinedLevel(_ first: Chunk, _ second: Chunk) -> Chunk? {
    guard second.level == nil || second.text.count <= 2, second.text.count <= 6 else { return nil }
    let whole = Chunk(first.text + second.text, line: first.line)
    return whole.level != nil ? whole : nil
  }

  private mutating func take(_ rest: [Chunk], next: [Chunk]) {
    guard let first = rest.first else { return }
    if texts.isEmpty {
      texts = rest
      return
    }
    let allValues = rest.allSatisfy { IndicatorFlow.isValue($0.text) }
    if texts.count == 1 {
      if allValues || rest.count == valueCount && valueCount > 1 {
        texts += rest
      } else if rest.count == 1 || isWrap(texts[0], first) {
        // the name goes on
        texts[0].text += first.text
        texts += rest.dropFirst()
      } else {
        flush()
        texts = rest
      }
      return
    }
    if rest.count == 1, isRest(first, next: next) {
      texts[texts.count - 1].text += first.text
    } else if allValues, texts.count - 1 + rest.count <= valueCount {
      texts += rest
    } else {
      flush()
      texts = rest
    }
  }

  /// Whether a name broken at the line's end goes on: the rest is not longer than what stands before it.
  private func isWrap(_ name: Chunk, _ next: Chunk) -> Bool {
    if IndicatorFlow.isValue(next.text) { return false }
    return name.text.count >= 10 && next.text.count <= name.text.count
      || "、，的".contains(name.text.last ?? "。")
  }

  /// Whether a lone text is the rest of the last value: short, and no name of values that follow.
  private func isRest(_ chunk: Chunk, next: [Chunk]) -> Bool {
    guard chunk.text.count <= 4, !IndicatorFlow.isValue(chunk.text) else { return false }
    return !next.allSatisfy { IndicatorFlow.isValue($0.text) } || next.isEmpty
  }

  /// Ends the row in the making.
  mutating func flush() {
    defer {
      levels = []
      texts = []
    }
    let all = levels + texts
    guard !all.isEmpty else { return }
    rows.append(all.enumerated().map { $1.cell(column: $0) })
  }

  /// Whether a text reads as a value of its own: a sign, a number, a day, a step of a scale.
  static func isValue(_ text: String) -> Bool {
    if RowSolver.looksLikeValue(text) { return true }
    guard text.count <= 16 else { return false }
    switch IndicatorValue.parse(text).value.meaning {
    case .measure(let measure): return measure.subject == nil
    case .deadline, .frequency, .grade, .yesNo, .placeholder: return true
    case .composite, .qualitative, .empty, .text: return false
    }
  }
}
