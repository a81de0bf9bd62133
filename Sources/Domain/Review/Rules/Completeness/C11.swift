// C11: two indicators of one form are the same.
import Findings
import Model

extension Rule {
  static let c11 = Rule(
    code: "C11", title: "指标重复",
    why: "同一件事算两次，分数也重复。", advice: "留一项，另一项删去或换成别的内容。",
    severity: .warning, source: "实务", dimension: .completeness, kinds: .targets,
    example: """
      产出指标/数量指标 | 培训村医人数 | ≥60人
      产出指标/质量指标 | 培训合格率 | ≥95%
      产出指标/数量指标 | 培训村医的人数 | ≥60人
      """,
    counterExample: """
      产出指标/数量指标 | 培训村医人数 | ≥60人
      产出指标/数量指标 | 培训护士人数 | ≥60人
      产出指标/质量指标 | 培训合格率 | ≥95%
      """
  ) { subject in
    var findings: [ReviewFinding] = []
    let rows = subject.rows.filter { $0.isNamed && $0.hasPromise }
    let figures = rows.map(SameIndicator.figures)
    // Rows whose values have other figures or other words are not the same: nearly all of them.
    let values = rows.indices.map { index -> [Unicode.Scalar]? in
      let isAlike = figures.indices.contains { $0 != index && figures[$0] == figures[index] }
      return isAlike ? SameIndicator.value(of: rows[index]) : nil
    }
    var seen: [(key: SameIndicator, row: ReviewRow)] = []
    for (index, row) in rows.enumerated() {
      guard let value = values[index],
        values.indices.contains(where: { $0 != index && values[$0] == value })
      else { continue }
      let key = SameIndicator(row)
      guard let earlier = seen.first(where: { $0.key == key })?.row else {
        seen.append((key, row))
        continue
      }
      let text = row.indicator[row.targetField] ?? ""
      findings.append(
        ReviewFinding(
          rule: "C11", fields: [row.path(.name), earlier.path(.name)],
          message: "“\(earlier.shortName)”和“\(row.shortName)”说的是同一件事，指标值都是“\(text)”。建议留一项，另一项删去或换成别的内容。"))
    }
    return findings
  }
}

/// What two rows have in common that count as one: the name without marks, fillers and synonyms; the cell
/// that holds the value; value, unit and description.
private struct SameIndicator: Equatable {
  private let name: [Unicode.Scalar]
  private let field: Indicator.Field
  private let value: [Unicode.Scalar]
  private let unit: String?
  private let description: [Unicode.Scalar]

  init(_ row: ReviewRow) {
    field = row.targetField
    name = Self.folded(row.name.text)
    value = Self.value(of: row)
    unit = row.indicator.unit
    description = row.indicator.description.map(Self.folded) ?? []
  }

  /// The value without marks, fillers and synonyms.
  static func value(of row: ReviewRow) -> [Unicode.Scalar] {
    row.indicator[row.targetField].map(folded) ?? []
  }

  /// The digits of the value, mixed into one number.
  static func figures(of row: ReviewRow) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in (row.indicator[row.targetField] ?? "").utf8 where (0x30...0x39).contains(byte) {
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
    }
    return hash
  }

  private static func folded(_ text: String) -> [Unicode.Scalar] {
    let cells = text.scalars
    var kept: [Unicode.Scalar] = []
    kept.reserveCapacity(cells.count)
    var place = 0
    while place < cells.count {
      if let synonym = synonym(at: place, in: cells) {
        kept += synonym.other
        place += synonym.word.count
      } else {
        if !silent.contains(cells[place]), !cells[place].isBlank { kept.append(cells[place]) }
        place += 1
      }
    }
    return kept
  }

  private static func synonym(at place: Int, in cells: [Unicode.Scalar]) -> Synonym? {
    guard firstLetters.contains(cells[place]) else { return nil }
    for synonym in synonyms where synonym.word[0] == cells[place] {
      let end = place + synonym.word.count
      if end <= cells.count, cells[place..<end].elementsEqual(synonym.word) { return synonym }
    }
    return nil
  }

  private struct Synonym {
    let word: [Unicode.Scalar]
    let other: [Unicode.Scalar]

    init(_ word: String, _ other: String) {
      self.word = Array(word.unicodeScalars)
      self.other = Array(other.unicodeScalars)
    }
  }

  private static let firstLetters = ScalarSet(String(String.UnicodeScalarView(synonyms.map { $0.word[0] })))
  private static let silent = ScalarSet("的（）()“”\"、，,。.：:；;★*-—/％%")
  private static let synonyms = [
    Synonym("参与", "参加"), Synonym("举办", "开展"), Synonym("举行", "开展"), Synonym("组织开展", "开展"),
    Synonym("场次", "场"), Synonym("次数", "场"), Synonym("≧", "≥"), Synonym(">=", "≥"), Synonym("不少于", "≥"),
    Synonym("不低于", "≥"), Synonym("＞＝", "≥"), Synonym("合格比例", "合格率"), Synonym("人员数量", "人数"),
  ]
}
