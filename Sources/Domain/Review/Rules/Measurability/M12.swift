// M12: the direction is doubtful: harm with ≥, success with ≤.
import Findings
import IndicatorValues
import Model
import Quantities
import RuleSets

extension Rule {
  static let m12 = Rule(
    code: "M12", title: "指标方向存疑",
    why: "投诉越多越好、合格率越低越好，多半是符号写反了。", advice: "核对“≥”“≤”。",
    severity: .warning, source: "实例", dimension: .adequacy, kinds: .targets,
    example: "产出指标/质量指标 | 设备故障次数 | ≥3次",
    counterExample: """
      产出指标/质量指标 | 设备故障处理率 | ≥95%
      产出指标/质量指标 | 设备故障次数 | ≤3次
      产出指标/质量指标 | 安全事故起数 | 0起
      """
  ) { subject in
    subject.rows.compactMap { row in
      guard row.isNamed, let (state, sign) = Direction.doubt(about: row) else { return nil }
      let isZero = row.measure?.number.isZero == true
      return ReviewFinding(
        rule: "M12", fields: [row.path(row.targetField)],
        message: "“\(row.shortName) \(row.printedTarget)”，方向像是写反了：\(state)。"
          + (isZero ? "请核对，不允许发生的写成“0”。" : "请核对，建议写成“\(sign)”。"))
    }
  }
}

private enum Direction {
  /// Why the sign looks turned round, and the sign that was meant; nil where it is right or nobody can tell.
  static func doubt(about row: ReviewRow) -> (state: String, sign: String)? {
    guard let comparator = row.measure?.comparator else {
      // 12/10万 is no measure; its sign is printed all the same.
      guard case .text? = row.target?.value.meaning, row.printedTarget.begins(withAnyOf: "≥>＞≧"),
        isHarm(row)
      else { return nil }
      return ("这类事越少越好", "≤")
    }
    if comparator.isLowerBound {
      if isHarm(row) { return ("这类事越少越好", "≤") }
      return isLimit(row) ? ("这类时间越短越好", "≤") : nil
    }
    guard comparator.isUpperBound, row.measure?.number.isZero == false else { return nil }
    if isSuccess(row) { return ("这类比率越高越好", "≥") }
    return isWanted(row) ? ("这类数一般越多越好", "≥") : nil
  }

  private static func isHarm(_ row: ReviewRow) -> Bool {
    if row.name.speaks(of: .harm), isFaultOfWork(row) { return true }
    return (row.name.speaks(of: .harm) || isShareOfHarm(row)) && !row.name.speaks(of: .remedy)
      && (!row.name.speaks(of: .passing) || row.name.speaks(of: .negated))
  }

  /// 核查差错起数, 审批超时次数: what goes wrong in a work, though its name tells of a remedy; not 纠正差错.
  private static func isFaultOfWork(_ row: ReviewRow) -> Bool {
    let name = row.short.text
    guard let count = ["起数", "次数", "件数", "例数", "率"].first(where: name.ends(with:)) else { return false }
    let work = String(name.dropLast(count.count))
    return ["差错", "失误", "错误", "返工", "超时", "延误"].contains(where: work.ends(with:))
      && !["纠正", "查处", "查出", "查纠", "发现", "减少", "整改", "核减"].contains { word in
        work.dropLast(2).hasSuffix(word)
      }
  }

  /// 漏投率, 误判率: what is missed or done wrong, two characters before the end.
  private static func isShareOfHarm(_ row: ReviewRow) -> Bool {
    let ending = row.short.scalars.suffix(3)
    guard let first = ending.first else { return false }
    return ending.last == "率" && harmful.contains(first)
  }

  private static let harmful = ScalarSet("漏误错残缺欠逾违损")

  /// 响应时间 ≥24小时; not 公示时间 ≥5天.
  private static func isLimit(_ row: ReviewRow) -> Bool {
    row.dimension == .time && row.measure?.per.isEmpty == true && row.name.speaks(of: .timeLimit)
      && !row.name.speaks(of: .keeping)
  }

  private static func isSuccess(_ row: ReviewRow) -> Bool {
    guard row.promisesShare, !row.name.speaks(of: .harm) else { return false }
    if row.isSatisfaction { return row.name.speaks(of: .satisfaction) && !row.name.text.holds("不满意") }
    if row.name.speaks(of: .negated) { return false }
    // 维修养护合格率 says at its end what is counted.
    if row.name.ends(in: .boundedShare) { return true }
    return row.name.ends(in: .share) && row.name.speaks(ofAny: ConceptSet(.boundedShare, .goodShare))
      && !row.name.speaks(of: .remedy)
  }

  /// 受益人数 ≤1000人; not what is bounded on purpose.
  private static func isWanted(_ row: ReviewRow) -> Bool {
    guard row.category == .quantity || row.category?.isBenefit == true, row.name.speaks(of: .wantedCount),
      row.promisesCount || row.dimension == .money && row.category?.isBenefit == true
    else { return false }
    return !row.name.speaks(ofAny: ConceptSet(.restrained, .harm, .average))
  }
}

extension String {
  /// True where the first character is one of some.
  fileprivate func begins(withAnyOf characters: String) -> Bool {
    unicodeScalars.first.map { characters.unicodeScalars.contains($0) } ?? false
  }
}
