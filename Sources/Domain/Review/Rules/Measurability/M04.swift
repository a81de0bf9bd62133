// M04: a share stands under quantity.
import Findings
import Model
import RuleSets

extension Rule {
  static let m04 = Rule(
    code: "M04", title: "数量指标写成比率",
    why: "数量指标回答“做了多少”，比率回答“做到几成”“做得好不好”。", advice: "移到质量指标，数量处写个数。",
    severity: .warning, source: "财预〔2021〕101号", dimension: .relevance, kinds: .targets,
    example: """
      产出指标/数量指标 | 维护路灯数量 | ≥320盏
      产出指标/数量指标 | 路灯验收合格率 | ≥95%
      """,
    counterExample: """
      产出指标/数量指标 | 维护路灯数量 | ≥320盏
      产出指标/质量指标 | 路灯验收合格率 | ≥95%
      """
  ) { subject in
    let quantities = subject.rows.filter { $0.category == .quantity && $0.isNamed && $0.hasPromise }
    // Alone a share says nothing of how much is done. Beside counts 任务完成率 is a way to say it, and any other
    // share stands better elsewhere.
    let isUncounted =
      subject.rows.contains { $0.category != .quantity } && quantities.allSatisfy(\.promisesShare)
    return quantities.compactMap { row in
      guard row.promisesShare else { return nil }
      let fields = [row.path(.level2), row.path(row.targetField)]
      if row.isShareOfQuality {
        return ReviewFinding(
          rule: "M04", fields: fields,
          message: "“\(row.shortName)”说的是质量，放在了数量指标下。建议移到质量指标，数量处写做了多少。",
          proposal: Placement.proposal(moving: row, to: .quality, in: subject))
      }
      guard isUncounted || !row.name.speaks(of: .doneShare) else { return nil }
      let message: Sentence =
        isUncounted
        ? "“\(row.shortName)”写的是比率，数量指标下没有一项写做了多少。建议补上个数、次数等数量，比率可移到质量或时效指标。"
        : "“\(row.shortName)”写的是比率，数量指标问的是做了多少。建议写成个数、次数等数量，比率可移到质量或时效指标。"
      return ReviewFinding(
        rule: "M04", severity: isUncounted ? nil : .info, fields: fields, message: message)
    }
  }
}

extension ReviewRow {
  /// True for 合格率, 完好率, 差错比例: a share by its end, of quality by a word before it.
  var isShareOfQuality: Bool {
    name.speaks(of: .qualityShare) || short.ends(in: .share) && short.speaks(of: .qualityWord)
  }
}
