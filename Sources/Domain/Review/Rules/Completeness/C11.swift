// C11: two indicators of one form are the same.
import Findings
import IndicatorValues
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
    let traces = subject.rows.map { row in
      row.isNamed && row.hasPromise ? SameIndicator.trace(of: row.name.scalars) : nil
    }
    var counts: [UInt64: Int] = [:]
    for case let trace? in traces { counts[trace, default: 0] += 1 }
    var seen: [SameIndicator: ReviewRow] = [:]
    // Names of which other letters stay are not the same: nearly all of them.
    for case (let row, let trace?) in zip(subject.rows, traces) where counts[trace, default: 0] > 1 {
      let key = SameIndicator(row)
      guard let earlier = seen[key] else {
        seen[key] = row
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
/// that holds the value; value and unit. Two explanations of one name do not make it two, unless the name is
/// too short to say what is counted: 人数 of 东片 and of 西片.
private struct SameIndicator: Hashable {
  private let name: [Unicode.Scalar]
  private let field: Indicator.Field
  private let value: [Unicode.Scalar]
  private let unit: String?
  private let description: [Unicode.Scalar]

  init(_ row: ReviewRow) {
    field = row.targetField
    name = Self.folded(row.name.text)
    value = row.indicator[field].map(Self.folded) ?? []
    unit = row.indicator.unit
    description = name.count <= 4 ? row.indicator.description.map(Self.folded) ?? [] : []
  }

  /// What no folding touches in a name, mixed into one number.
  static func trace(of name: [Unicode.Scalar]) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for scalar in name where !touched.contains(scalar) && !scalar.isBlank {
      hash = (hash ^ UInt64(scalar.value)) &* 0x100_0000_01B3
    }
    return hash
  }

  private static func folded(_ text: String) -> [Unicode.Scalar] {
    let cells = text.scalars
    var kept: [Unicode.Scalar] = []
    kept.reserveCapacity(cells.count)
    // 组织参观次数 and 参观次数 are one; a name that is nothing but the verb stays.
    var place = cells.count > 4 && leading.contains(where: { cells.starts(with: $0) }) ? 2 : 0
    while place < cells.count {
      if let synonym = synonym(at: place, in: cells) {
        kept += synonym.other
        place += synonym.word.count
      } else {
        if !silent.contains(cells[place]), !cells[place].isBlank { kept.append(cells[place]) }
        place += 1
      }
    }
    // 新建运动场 and 新建运动场数量 are one.
    for ending in endings
    where kept.count > ending.count + 2 && kept.reversed().starts(with: ending.reversed()) {
      kept.removeLast(ending.count)
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
  private static let silentLetters = "的（）()“”\"、，,。.：:；;★*-—/％%"
  private static let silent = ScalarSet(silentLetters)
  /// Letters that folding takes away, or puts in place of others.
  private static let touched = ScalarSet(
    silentLetters
      + String(
        String.UnicodeScalarView(
          synonyms.flatMap { $0.word + $0.other } + leading.flatMap { $0 } + endings.flatMap { $0 })))
  private static let endings = ["总数量", "数量", "总数"].map { $0.scalars }
  private static let leading = ["组织", "开展", "举办", "举行", "实施"].map { $0.scalars }
  private static let synonyms = [
    Synonym("参与", "参加"), Synonym("举办", "开展"), Synonym("举行", "开展"), Synonym("组织开展", "开展"),
    Synonym("场次", "场"), Synonym("次数", "场"), Synonym("≧", "≥"), Synonym(">=", "≥"), Synonym("不少于", "≥"),
    Synonym("不低于", "≥"), Synonym("＞＝", "≥"), Synonym("合格比例", "合格率"), Synonym("人员数量", "人数"),
    Synonym("个数", "数量"), Synonym("数目", "数量"),
  ]
}
