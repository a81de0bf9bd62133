// Actual against target, annual against period.

import Quantities
import Testing

@testable import IndicatorValues

@Suite struct ComparisonTests {
  @Test(arguments: [
    ("12场", "≥10场", "met 6/5"), ("8场", "≥10场", "missed 4/5"), ("10场", "10场", "met 1"),
    ("9场", "10场", "missed 9/10"),
    ("0起", "0起", "met 1"), ("1起", "0起", "missed 0"), ("4.5万元", "≤5万元", "met 1"),
    ("6万元", "≤5万元", "missed 4/5"),
    ("11万元", "≤5万元", "missed 0"), ("5%", "<5%", "missed 1"), ("4%", "<5%", "met 1"),
    ("90%", "80%-95%", "met 1"),
    ("70%", "80%-95%", "missed 7/8"), ("100%", "80%-95%", "missed 18/19"), ("98个", "100±5个", "met 1"),
    ("3.5公顷", "≥30000平方米", "met 7/6"), ("15", "≥10场", "met 3/2"), ("95%", "≥0.9比例", "met 19/18"),
    ("500元/人", "≤600元/人", "met 1"), ("-3%", "≥5%", "missed 0"), ("2次/月", "≥1次/月", "met 2"),
    ("2023年11月底", "2023年12月底前", "met 1"), ("2024年1月底", "2023年12月底前", "missed 0"), ("优", "良", "met 1"),
    ("中", "良", "missed 0"), ("完成", "是", "met 1"), ("未完成", "完成", "missed 0"), ("长期", "长期", "met 1"),
  ])
  func `an actual meets or misses its target`(actual: String, target: String, expected: String) {
    #expect(Self.compared(actual, target) == expected)
  }

  @Test(arguments: [
    ("12场", "≥10人"), ("500元/人", "≤600元/户"), ("优", "≥90%"), ("12月底", "2023年12月底前"), ("长期", "持续"), ("", "≥5"),
    ("≥**%", "≥90%"), ("优", "合格率"), ("按月", "1次/月"), ("每年12月底前", "每月10日前"),
  ])
  func `what does not speak of the same thing is not compared`(actual: String, target: String) {
    #expect(Self.compared(actual, target) == "not comparable")
  }

  private static func compared(_ actual: String, _ target: String) -> String {
    switch IndicatorValue.parse(actual).value.compared(toTarget: IndicatorValue.parse(target).value) {
    case .met(let completion): "met \(completion)"
    case .notMet(let completion): "missed \(completion)"
    case .notComparable: "not comparable"
    }
  }

  @Test(arguments: [
    ("20场", "15场", true, false), ("15场", "15场", true, true), ("1.2公顷", "10000平方米", true, false),
    ("≤5万元", "≤4万元", true, false), ("≤5万元", "≤4万元", false, true), ("95%", "90%", false, false),
    ("90%", "95%", false, true),
  ])
  func `the year cannot promise more than the whole period`(
    annual: String, period: String, isCumulative: Bool, isSound: Bool
  ) {
    let outcome = IndicatorValue.parse(annual).value
      .compared(toPeriod: IndicatorValue.parse(period).value, isCumulative: isCumulative)
    #expect((outcome == .sound) == isSound)
    #expect(outcome != .notComparable)
  }

  @Test func `a year in words is not held against a number`() {
    let words = IndicatorValue.parse("长期").value
    #expect(words.compared(toPeriod: IndicatorValue.parse("15场").value, isCumulative: true) == .notComparable)
  }

  @Test(arguments: [
    ("≥1个", "覆盖率", "质量指标", [ClassificationHint.shareWithoutPercent, .countUnderQuality]),
    ("满意", "群众满意度", "满意度指标", [.satisfactionWithoutPercent, .wordsOnly]),
    ("≥10000元", "捐赠款项", "成本指标", [.costWithLowerBound]), ("≥95%", "培训人数", "数量指标", [.shareUnderQuantity]),
    ("120%", "参与率", "质量指标", [.shareAboveWhole]), ("良好", "进度", "时效指标", [.timelinessWithoutTime, .wordsOnly]),
    ("≥95%", "群众满意度", "满意度指标", []), ("12月底前", "完成时间", "时效指标", []), ("≤5万元", "总成本", "成本指标", []),
    ("≥12场", "活动场次", "数量指标", []), ("", "合格率", "质量指标", [.shareWithoutPercent]),
  ])
  func `a value in the wrong place is noticed`(
    value: String, name: String, level2: String, expected: [ClassificationHint]
  ) {
    let context = ValueContext(name: name, level2: level2)
    #expect(IndicatorValue.parse(value, context: context).value.hints(in: context) == expected)
  }
}
