// M03: a name that is a share, and a value that is none.
import Findings
import IndicatorValues
import Model
import Quantities
import RuleSets

extension Rule {
  static let m03 = Rule(
    code: "M03", title: "名称是比率，指标值不是",
    why: "覆盖率写成“≥1个”，年底算不出比率。", advice: "改名称，或把指标值写成百分比并写明怎样计算。",
    severity: .error, source: "实例", dimension: .completeness, kinds: .targets,
    example: "效益指标/社会效益指标 | 妇女之家覆盖率 | ≥1个",
    counterExample: """
      效益指标/社会效益指标 | 妇女之家覆盖率 | ≥90%
      产出指标/数量指标 | 巡查频率 | 1次/月
      效益指标/生态效益指标 | 城区绿化覆盖率 | 提高0.3个百分点
      """
  ) { subject in
    guard !subject.isBlank else { return [] }
    var rewrites = LibraryRewrites(subject)
    return subject.rows.compactMap { row in
      guard !row.promisesShare, row.isNamed, row.short.ends(in: .share) || ShareName.isDegree(row),
        !row.short.speaks(of: .noShare), !row.isSatisfaction, !ShareName.isPerHead(row),
        let value = row.target?.value
      else { return nil }
      let what: String
      var renaming: Proposal.Choice?
      switch value.meaning {
      case .qualitative, .yesNo, .grade: what = "是文字"
      case .measure(let measure):
        // 提高 0.3 个百分点 is a share's change
        guard let unit = measure.unit, unit.dimension != .share, unit.dimension != .percentagePoints,
          measure.per.isEmpty
        else { return nil }
        what = unit.dimension == .money ? "是金额" : unit.dimension == .time ? "是时间" : "是个数"
        renaming = ShareName.renaming(row, countedIn: unit)
      default: return nil
      }
      let rewrite = rewrites.rewrite(row, wantsShare: true)
      let kind = row.short.ends(in: .share) ? "名称是比率" : "名称是要计量的“度”"
      return ReviewFinding(
        rule: "M03", fields: [row.path(row.targetField)],
        message: "“\(row.shortName) \(value.source)”，\(kind)，指标值\(what)，年底无法计算。"
          + ShareName.advice(renaming: renaming, rewrite: rewrite),
        proposal: ShareName.proposal(renaming: renaming, rewrite: rewrite))
    }
  }
}

/// The two ways out of a share that is none: another name, or a percentage.
private enum ShareName {
  /// 万人发案率 counts cases for so many people.
  static func isPerHead(_ row: ReviewRow) -> Bool {
    perHead.stands(in: row.short.scalars)
  }

  private static let perHead = WordList(["万人", "千人", "十万", "每万"])

  /// 覆盖度, 便利度 are shares; 影响程度 is none, and neither are 长度 and 制度.
  static func isDegree(_ row: ReviewRow) -> Bool {
    row.short.scalars.last == "度" && !row.short.ends(in: .noDegree)
  }

  static func advice(renaming: Proposal.Choice?, rewrite: LibraryRewrites.Rewrite?) -> String {
    let percentage = "指标值改成百分比，并写明分子和分母"
    guard renaming != nil else {
      return rewrite.map { "建议写成“\($0.example)”。" } ?? "建议\(percentage)；算不出比率的，改名称。"
    }
    return "建议二选一：名称改成个数，指标值不变；或名称不变，\(percentage)。"
  }

  static func proposal(renaming: Proposal.Choice?, rewrite: LibraryRewrites.Rewrite?) -> Proposal? {
    guard let renaming else { return rewrite?.proposal }
    let texts = [renaming.label + "，指标值不变", rewrite?.proposal.text].compactMap { $0 }
    return Proposal(
      text: texts.joined(separator: "；或"), choices: [renaming] + (rewrite?.proposal.choices ?? []))
  }

  /// `妇女之家覆盖率 ≥1个` → `妇女之家覆盖数量`; nil where a count would stand in the wrong place.
  static func renaming(_ row: ReviewRow, countedIn unit: Quantities.Unit) -> Proposal.Choice? {
    guard row.category != .quality, row.category != .timeliness, row.category?.isCost != true,
      let ending = endings.first(where: { row.shortName.ends(with: $0) })
    else { return nil }
    let stem = String(row.shortName.dropLast(ending.count))
    guard stem.unicodeScalars.count >= 2, let noun = noun(of: unit, behind: stem) else { return nil }
    return Proposal.Choice(
      label: "名称改成“\(stem)\(noun)”", edits: [RecordEdit(field: row.path(.name), text: stem + noun)])
  }

  private static func noun(of unit: Quantities.Unit, behind stem: String) -> String? {
    switch unit.dimension {
    case .people: stem.last == "人" || String(stem).ends(with: "人员") ? "数" : "人数"
    case .personTimes: "人次"
    case .households: stem.last == "户" ? "数" : "户数"
    case .events: "次数"
    case .things, .unknown: "数量"
    default: nil
    }
  }

  private static let endings = ["百分比", "比例", "比率", "占比", "比重", "率"]
}
