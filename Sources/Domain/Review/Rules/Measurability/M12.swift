// M12: the direction is doubtful: harm with ≥, success with ≤.
import Findings
import IndicatorValues
import Model
import Quantities

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
      guard let measure = row.measure, let comparator = measure.comparator else { return nil }
      let isHarm = row.name.speaks(of: .harm) && !row.name.speaks(of: .remedy)
      let isSuccess =
        row.promisesShare && row.name.speaks(of: .boundedShare) && row.name.ends(in: .share)
        && !row.name.speaks(of: .remedy) && !row.name.speaks(of: .harm)
      let isZero = measure.number.isZero
      guard isHarm && comparator.isLowerBound || isSuccess && comparator.isUpperBound && !isZero else {
        return nil
      }
      let text = row.printedTarget
      return ReviewFinding(
        rule: "M12", fields: [row.path(row.targetField)],
        message: "“\(row.shortName) \(text)”，方向像是写反了：\(isHarm ? "这类事越少越好" : "这类比率越高越好")。"
          + (isZero ? "请核对，不允许发生的写成“0”。" : "请核对，建议写成“\(isHarm ? "≤" : "≥")”。"))
    }
  }
}
