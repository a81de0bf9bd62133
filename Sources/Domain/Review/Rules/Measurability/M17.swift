// M17: the name of an indicator is a whole sentence.
import Findings
import Model
import Quantities

extension Rule {
  static let m17 = Rule(
    code: "M17", title: "指标名称是一句话",
    why: "名称里写了做法和愿望，就看不出到底量什么。", advice: "名称只写量什么，其余移到指标说明。",
    severity: .warning, source: "实例", dimension: .completeness, kinds: .targets,
    grouping: Rule.Grouping { findings in
      let names = findings.compactMap { $0.terms.first?.label }.map { Excerpt.short($0, most: 14) }
      return "以下 \(findings.count) 项指标名称是整句话，看不出量什么：\(FigureText.names(names))。建议名称只写量什么，其余移到指标说明。"
    },
    example: "效益指标/社会效益指标 | 提供一个职工展竞技、强素质、送温暖、聚人心的良好平台 | 是",
    counterExample: "效益指标/社会效益指标 | 职工竞赛活动参与人次 | ≥300人次"
  ) { subject in
    subject.rows.filter(NameLength.isSentence).map { row in
      ReviewFinding(
        rule: "M17", fields: [row.path(.name)],
        message: "“\(row.shortName)”是一整句话，看不出量什么。建议名称只写量什么，其余移到指标说明。",
        terms: [ReviewTerm(field: row.path(.name), label: row.shortName, number: .zero)])
    }
  }
}

enum NameLength {
  /// True for a name that is a whole sentence: more than 20 characters, marks between clauses, or a long
  /// clause with its predicate.
  static func isSentence(_ row: ReviewRow) -> Bool {
    // Sixteen characters are more than forty bytes, marks among them.
    let isLong = row.shortName.utf8.count > 30
    guard isLong || row.short.scalars.contains(where: { $0.value >= 0xF000 || $0 == "。" }) else {
      return false
    }
    let name = withoutFigure(bare(row.short.scalars))
    return name.count > 20 || name.count > 15 && row.name.speaks(of: .predicate)
      || name.contains(where: marks.contains)
  }

  private static let marks = ScalarSet("，；。")
  private static let brackets = ScalarSet("（）()")

  /// A name without the figure at its end: 达标率100% is no longer than 达标率.
  private static func withoutFigure(_ name: [Unicode.Scalar]) -> [Unicode.Scalar] {
    Array(name[..<((name.lastIndex { !$0.isDigit && !figureMarks.contains($0) } ?? -1) + 1)])
  }

  private static let figureMarks = ScalarSet(".%％≥≤＞＜><=＝")

  /// A name without what stands in brackets.
  static func bare(_ name: [Unicode.Scalar]) -> [Unicode.Scalar] {
    guard name.contains(where: brackets.contains) else { return name }
    var kept: [Unicode.Scalar] = []
    var depth = 0
    for scalar in name {
      switch scalar {
      case "（", "(": depth += 1
      case "）", ")": depth = max(0, depth - 1)
      default: if depth == 0 { kept.append(scalar) }
      }
    }
    return kept
  }
}
