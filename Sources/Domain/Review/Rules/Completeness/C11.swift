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
    var seen: [String: ReviewRow] = [:]
    let rows = subject.rows.filter { $0.isNamed && $0.hasPromise }
    let figures = rows.map(SameIndicator.figures)
    for (index, row) in rows.enumerated() {
      // Rows whose values have other figures are not the same: nearly all of them.
      guard figures.indices.contains(where: { $0 != index && figures[$0] == figures[index] }) else {
        continue
      }
      let key = SameIndicator.key(of: row)
      guard let earlier = seen[key] else {
        seen[key] = row
        continue
      }
      let value = row.indicator[row.targetField] ?? ""
      findings.append(
        ReviewFinding(
          rule: "C11", fields: [row.path(.name), earlier.path(.name)],
          message: "“\(earlier.shortName)”和“\(row.shortName)”说的是同一件事，指标值都是“\(value)”。建议留一项，另一项删去或换成别的内容。"))
    }
    return findings
  }
}

/// When two rows count as one.
private enum SameIndicator {
  /// The digits of the value, mixed into one number.
  static func figures(of row: ReviewRow) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in (row.indicator[row.targetField] ?? "").utf8 where (0x30...0x39).contains(byte) {
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
    }
    return hash
  }

  /// Name without marks, fillers and synonyms; the cell that holds the value; the value; the description.
  static func key(of row: ReviewRow) -> String {
    let field = row.targetField
    return [
      folded(row.name.text), field.rawValue, row.indicator[field].map(folded) ?? "",
      row.indicator.unit ?? "", row.indicator.description.map(folded) ?? "",
    ].joined(separator: "|")
  }

  private static func folded(_ text: String) -> String {
    let cells = Array(text.unicodeScalars)
    var kept = String.UnicodeScalarView()
    var place = 0
    while place < cells.count {
      if let synonym = synonym(at: place, in: cells) {
        kept.append(contentsOf: synonym.other)
        place += synonym.word.count
      } else {
        if !silent.contains(cells[place]), !cells[place].isBlank { kept.append(cells[place]) }
        place += 1
      }
    }
    return String(kept)
  }

  private static func synonym(at place: Int, in cells: [Unicode.Scalar]) -> Synonym? {
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

  private static let silent = Set("的（）()“”\"、，,。.：:；;★*-—/％%".unicodeScalars)
  private static let synonyms = [
    Synonym("参与", "参加"), Synonym("举办", "开展"), Synonym("举行", "开展"), Synonym("组织开展", "开展"),
    Synonym("场次", "场"), Synonym("次数", "场"), Synonym("≧", "≥"), Synonym(">=", "≥"), Synonym("不少于", "≥"),
    Synonym("不低于", "≥"), Synonym("＞＝", "≥"), Synonym("合格比例", "合格率"), Synonym("人员数量", "人数"),
  ]
}
