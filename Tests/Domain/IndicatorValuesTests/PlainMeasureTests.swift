// The short way and the scan give the same.

import Quantities
import Testing

@testable import IndicatorValues

@Suite struct PlainMeasureTests {
  @Test(arguments: 0..<20)
  func `the short way gives what the scan gives`(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    for _ in 0..<300 {
      let text =
        random.pick(["", "≥", "≤", ">", "<", "=", ">=", "<=", "≥="])
        + random.pick([
          "5", "30", "0", "0.97", "1,560", "2023", "2023.12", "202312", "20231231", "12", "007", "1e3",
        ])
        + random.pick([
          "", "%", "人", "场", "元", "万元", "个", "月", "年", "级", "类", "名", "㎡", "km", "分", "倍", "M", "畦",
        ])
      let both = ValueParser.withCells(of: text) { reader -> (Measure?, IndicatorValue.Meaning?)? in
        var reader = reader
        let content = reader.content()
        var scan = reader.scan(content)
        return (reader.plainMeasure(in: content), reader.meaning(of: &scan, in: content, context: .none))
      }
      guard let both, let plain = both.0 else { continue }
      #expect(both.1 == .measure(plain), "\(text)")
    }
  }
}
