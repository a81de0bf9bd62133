// M04: a pass rate stands under quantity.
import Findings
import Model
import RuleSets

extension Rule {
  static let m04 = Rule(
    code: "M04", title: "数量指标写成质量",
    why: "数量指标回答“做了多少”，合格率、准确率回答“做得好不好”。", advice: "移到质量指标，数量处写个数。",
    severity: .warning, source: "财预〔2021〕101号", dimension: .relevance, kinds: .targets,
    example: """
      产出指标/数量指标 | 维护路灯数量 | ≥320盏
      产出指标/数量指标 | 路灯验收合格率 | ≥95%
      """,
    counterExample: """
      产出指标/数量指标 | 维护路灯数量 | ≥320盏
      产出指标/数量指标 | 维护任务完成率 | 100%
      产出指标/质量指标 | 路灯验收合格率 | ≥95%
      """
  ) { subject in
    let quantities = subject.rows.filter { $0.category == .quantity && $0.isNamed && $0.hasPromise }
    // Beside a count, 任务完成率 is a way to say how much was done; alone it says nothing of it, and neither
    // does 办理业务 ≥95%. Shares such as 接种率 are what national tables ask for.
    let isUncounted =
      subject.rows.contains { $0.category != .quantity } && quantities.allSatisfy(\.promisesShare)
    return quantities.compactMap { row in
      guard row.promisesShare else { return nil }
      guard row.isShareOfQuality else {
        let isNoShare = !row.name.speaks(of: .ratioWord) && !row.short.ends(in: .share)
        return isUncounted && (row.name.text.holds("完成") || isNoShare) ? uncounted(row) : nil
      }
      return ReviewFinding(
        rule: "M04", fields: [row.path(.level2), row.path(row.targetField)],
        message: "“\(row.shortName)”说的是质量，放在了数量指标下。建议移到质量指标，数量处写做了多少。",
        proposal: Placement.proposal(moving: row, to: .quality, in: subject))
    }
  }

  private static func uncounted(_ row: ReviewRow) -> ReviewFinding {
    ReviewFinding(
      rule: "M04", fields: [row.path(.level2), row.path(row.targetField)],
      message: "“\(row.shortName)”写的是比率，数量指标下没有一项写做了多少。建议补上个数、次数等数量，比率可移到质量或时效指标。")
  }
}

extension ReviewRow {
  /// True for 合格率, 完好率, 差错比例: a share by its end, of quality by a word before it.
  var isShareOfQuality: Bool {
    name.speaks(of: .qualityShare) || short.ends(in: .share) && short.speaks(of: .qualityWord)
  }
}
