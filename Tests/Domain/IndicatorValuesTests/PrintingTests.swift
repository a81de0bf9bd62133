// The law of printing and reading, and the house styles by example.

import Quantities
import Testing

@testable import IndicatorValues

@Suite struct PrintingTests {
  @Test(arguments: 0..<40)
  func `what is printed in any house style reads back as the same meaning`(seed: Int) {
    var meanings = RandomMeanings(seed: UInt64(seed))
    for _ in 0..<150 {
      let value = IndicatorValue(source: "", meaning: meanings.meaning())
      for style in HouseStyle.allCases {
        let printed = value.printed(style)
        let read = IndicatorValue.parse(printed).value
        #expect(
          read.meaning == value.meaning, "\(printed): \(ValueSummary.of(read)) for \(ValueSummary.of(value))")
      }
    }
  }

  @Test(arguments: 0..<20)
  func `three columns read back as the same measure`(seed: Int) {
    var meanings = RandomMeanings(seed: UInt64(seed) + 1000)
    for _ in 0..<100 {
      let value = IndicatorValue(source: "", meaning: .measure(meanings.measure()))
      let split = value.split
      let context = ValueContext(columnOperator: split.comparator, columnUnit: split.unit)
      let read = IndicatorValue.parse(split.value, context: context).value
      #expect(
        read.meaning == value.meaning, "\(split): \(ValueSummary.of(read)) for \(ValueSummary.of(value))")
    }
  }

  @Test func `each house style has its own words`() {
    let value = IndicatorValue.parse("≥15场").value
    #expect(HouseStyle.allCases.map { value.printed($0) } == ["≥15场", "不少于15场", "15场以上"])
    #expect(value.split == SplitValue(comparator: "≥", value: "15", unit: "场"))
    let price = IndicatorValue.parse("每人每月不超过1.2万元").value
    #expect(price.printed() == "≤12000元/人/月")
    #expect(price.split == SplitValue(comparator: "≤", value: "12000", unit: "元/人/月"))
  }

  @Test func `words stand under 定性 in the middle column`() {
    #expect(IndicatorValue.parse("有效提升").value.split == SplitValue(comparator: "定性", value: "有效提升", unit: ""))
  }

  @Test func `statistics write per units in one order`() {
    guard case .measure(let measure) = IndicatorValue.parse("500元/年/名").value.meaning else {
      Issue.record("no measure")
      return
    }
    #expect(measure.normalUnitText == "元/人·年")
  }
}
