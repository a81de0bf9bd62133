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
    for row in subject.rows where row.isNamed && row.hasPromise {
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
  /// Name without marks, fillers and synonyms; the cell that holds the value; the value; the description.
  static func key(of row: ReviewRow) -> String {
    let field = row.targetField
    return [
      folded(row.name.text), field.rawValue, row.indicator[field].map(folded) ?? "",
      row.indicator.unit ?? "", row.indicator.description.map(folded) ?? "",
    ].joined(separator: "|")
  }

  private static func folded(_ text: String) -> String {
    var kept = Substring(text)
    var result = ""
    while let first = kept.first {
      if let (word, other) = synonyms.first(where: { kept.hasPrefix($0.word) }) {
        result += other
        kept = kept.dropFirst(word.count)
      } else {
        if !silent.contains(first), !first.isWhitespace { result.append(first) }
        kept = kept.dropFirst()
      }
    }
    return result
  }

  private static let silent: Set<Character> = Set("的（）()“”\"、，,。.：:；;★*-—/％%")
  private static let synonyms: [(word: String, other: String)] = [
    ("参与", "参加"), ("举办", "开展"), ("举行", "开展"), ("组织开展", "开展"), ("场次", "场"), ("次数", "场"), ("≧", "≥"),
    (">=", "≥"), ("不少于", "≥"), ("不低于", "≥"), ("＞＝", "≥"), ("合格比例", "合格率"), ("人员数量", "人数"),
  ]
}
