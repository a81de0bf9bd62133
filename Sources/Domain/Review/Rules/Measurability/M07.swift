// M07: timeliness without any time.
import Findings
import IndicatorValues
import Model
import Quantities
import RuleSets

extension Rule {
  static let m07 = Rule(
    code: "M07", title: "时效指标没有时间",
    why: "时效指标要能看出什么时候做完。", advice: "写完成日期、天数、频次，或按时完成率。",
    severity: .warning, source: "财预〔2021〕101号", dimension: .completeness, kinds: .targets,
    example: "产出指标/时效指标 | 物资发放 | 及时",
    counterExample: """
      产出指标/时效指标 | 物资发放时间 | 2026年9月底前
      产出指标/时效指标 | 物资发放及时率 | 100%
      产出指标/时效指标 | 每月发放次数 | 1次/月
      """
  ) { subject in
    guard !subject.isBlank else { return [] }
    var rewrites = LibraryRewrites(subject)
    return subject.rows.compactMap { row in
      guard row.isNamed, row.category == .timeliness, let value = row.target?.value else { return nil }
      var rewrite: LibraryRewrites.Rewrite?
      switch value.meaning {
      case .qualitative, .yesNo, .grade:
        if value.source.speaks(of: .dayWord) { return nil }
        rewrite = rewrites.rewrite(row)
      case .measure(let measure):
        // A number of things under timeliness: neither share nor time, and no rhythm in the name; or a share
        // of what is reached or well done, with no word of when.
        guard let unit = measure.unit, unit.dimension != .time, measure.per.isEmpty,
          !row.name.speaks(of: .rhythm),
          unit.dimension != .share || row.isTimelessShare
        else { return nil }
      default: return nil
      }
      return ReviewFinding(
        rule: "M07", fields: [row.path(row.targetField)],
        message: "“\(row.shortName)”的指标值是“\(value.source)”，看不出什么时候完成。"
          + "建议写完成日期（如“12月底前”）、天数，或按时完成率。",
        proposal: rewrite?.proposal)
    }
  }
}

extension ReviewRow {
  /// True for 覆盖率, 合格率, 知晓率; not for 按期完成率 and 资金到位率, which say that something was done by then.
  fileprivate var isTimelessShare: Bool {
    (isShareOfQuality || name.speaks(of: .timelessShare))
      && !name.speaks(ofAny: ConceptSet(.byThen, .budgetExecution))
  }
}
