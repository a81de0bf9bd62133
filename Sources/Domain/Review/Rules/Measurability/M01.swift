// M01: a value of words only, without a scale beside it.
import Findings
import IndicatorValues
import Model
import Quantities
import RuleSets

extension Rule {
  static let m01 = Rule(
    code: "M01", title: "指标值只有文字",
    why: "“提高”“良好”没有数字，年底谁都可以说做到了。", advice: "写成数字加单位，或写明优、良、中、差各是什么。",
    severity: .warning, source: "财预〔2015〕88号", dimension: .completeness, kinds: .targets,
    grouping: Rule.Grouping { findings in
      let names = FigureText.names(findings.compactMap { $0.terms.isEmpty ? nil : $0.terms[0].label })
      return "以下 \(findings.count) 项指标值只有文字，年底无法衡量：\(names.isEmpty ? "见所列单元格" : names)。"
        + "建议改成数字加单位，或写明分档标准。"
    },
    example: "效益指标/社会效益指标 | 社工服务水平 | 良好",
    counterExample: """
      效益指标/社会效益指标 | 居民知晓率 | ≥90%
      产出指标/质量指标 | 安全生产 | 无重大事故
      """
  ) { subject in
    guard !subject.isBlank else { return [] }
    let rows = subject.rows.filter(WordsOnly.isUnmeasurable)
    guard !rows.isEmpty else { return [] }
    var rewrites = LibraryRewrites(subject)
    return rows.map { row in
      let text = row.indicator[row.targetField] ?? ""
      let rewrite = rewrites.rewrite(row)
      let advice = rewrite.map { "建议写成“\($0.example)”。" } ?? WordsOnly.advice(row)
      return ReviewFinding(
        rule: "M01", fields: [row.path(row.targetField)],
        message: "“\(row.shortName)”的指标值是“\(text)”，没有数字，年底无法衡量。\(advice)",
        proposal: rewrite?.proposal,
        terms: [ReviewTerm(field: row.path(row.targetField), label: row.shortName, number: .zero)])
    }
  }
}

/// What can be held against facts though it has no number, and what cannot.
enum WordsOnly {
  static func isUnmeasurable(_ row: ReviewRow) -> Bool {
    guard row.isNamed, row.measure == nil, let value = row.target?.value, !row.isSatisfaction else {
      return false
    }
    switch value.kind {
    case .qualitative, .yesNo, .grade: break
    default: return false
    }
    let spoken = value.source.concepts
    if row.category == .timeliness, spoken.contains(.dayWord) { return false }
    // 全县、每年、通过验收 are facts; 全县营商环境明显改善 is none.
    let isFact =
      spoken.contains(.verifiable)
      || !spoken.contains(.vague) && (spoken.contains(.placeOnly) || namesClass(in: value.source))
    return !isFact && !hasScale(beside: row)
  }

  /// True for a class that a standard or a law sets: Ⅲ类, 三级甲等, 一级A标准.
  private static func namesClass(in value: String) -> Bool {
    var last: Unicode.Scalar = " "
    for scalar in value.unicodeScalars {
      if ranked.contains(scalar), classes.contains(last) { return true }
      last = scalar
    }
    return false
  }

  private static let ranked = ScalarSet("类级等")
  private static let classes = ScalarSet("ⅠⅡⅢⅣⅤIV一二三四五甲乙丙A")

  /// A scale stands beside the value: two of the four grades in description, basis or note.
  private static func hasScale(beside row: ReviewRow) -> Bool {
    [row.indicator.description, row.indicator.basis, row.indicator.note].contains { text in
      guard let text else { return false }
      return ["优", "良", "中", "差"].filter { text.holds($0) }.count >= 2
    }
  }

  static func advice(_ row: ReviewRow) -> String {
    if row.category == .quantity { return "建议写成做多少，例如“1 份”“≥__次”。" }
    switch row.category {
    case .economicBenefit: return "建议改成能查到的数，例如收入、产值或增长幅度。"
    case .ecologicalBenefit: return "建议改成能查到的数，例如达标率、治理面积、减排量。"
    case .socialBenefit, .sustainability, .benefit: return "建议改成能查到的数，例如受益人数、知晓率、参与率。"
    default: return "建议改成数字加单位。"
    }
  }
}
