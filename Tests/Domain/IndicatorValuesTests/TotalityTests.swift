// Every string parses: hostile, random and endless ones too.

import Quantities
import Testing

@testable import IndicatorValues

@Suite struct TotalityTests {
  @Test(arguments: [
    String(repeating: "9", count: 100_000), String(repeating: "≥", count: 1000),
    String(repeating: "(", count: 1500),
    String(repeating: "每", count: 1500), String(repeating: "亿", count: 1500),
    "1" + String(repeating: "亿", count: 1500),
    "1" + String(repeating: "/人", count: 1000), String(repeating: "3次，", count: 1000),
    String(repeating: "一", count: 1500), String(repeating: "万一", count: 700), "1e999999999", "1E-99999999",
    "0." + String(repeating: "0", count: 5000) + "1", "\u{0}", "\u{FFFD}", "\u{202E}≥5", "<p>", "<", "&",
    "&ge;",
    "２０２３年１３月４０日", "9999年99月", "-", "--5", "5--", "±", "±±5", "100±", "1:0", "0:0", "1/0", "5-", "-5-", "~",
    "每",
    "每每每1", "/人", "人均", "第", "零", "〇", "半", "百分之", "分之一", "三分之", "零分之一", "(含)", "以上", "底前", "月", "年底年底",
    "2023年2023年", "1月-", "至12月", "“十四五", "Q5", "99季度", "次年", "每年", "🙂5个🙂", "é5", "٣人",
  ])
  func `hostile texts give a value`(text: String) {
    let parsed = IndicatorValue.parse(text)
    #expect(parsed.value.source == text)
    for problem in parsed.problems { #expect(problem.bytes.upperBound <= text.utf8.count) }
  }

  @Test func `numbers beyond the digits of an exact decimal are told, not trapped`() {
    let parsed = IndicatorValue.parse(String(repeating: "12", count: 30) + "元")
    #expect(parsed.value.kind == .text)
    #expect(parsed.problems.map(\.code).contains(.tooLong))
  }

  @Test func `a text longer than any value keeps its words and is told`() {
    let parsed = IndicatorValue.parse(String(repeating: "持续", count: 2000))
    #expect(parsed.value.kind == .qualitative)
    #expect(parsed.problems.map(\.code) == [.tooLong])
  }

  @Test(arguments: 0..<24)
  func `random bytes give a value and a context changes nothing about that`(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    for _ in 0..<400 {
      let bytes = (0..<Int.random(in: 0...60, using: &random)).map { _ in
        UInt8.random(in: 0...255, using: &random)
      }
      let name = String(decoding: bytes.reversed(), as: UTF8.self)
      let parsed = IndicatorValue.parse(
        utf8: bytes, context: ValueContext(name: name, level2: name, columnOperator: name, columnUnit: name))
      #expect(parsed.problems.allSatisfy { $0.bytes.upperBound <= parsed.value.source.utf8.count })
    }
  }

  @Test(arguments: 0..<24)
  func `random arrangements of the language's own pieces give a value that prints`(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed) + 77)
    for _ in 0..<400 {
      let text = (0..<Int.random(in: 1...9, using: &random)).map { _ in random.pick(Self.pieces) }.joined()
      let parsed = IndicatorValue.parse(text, context: ValueContext(name: random.pick(Self.pieces)))
      for style in HouseStyle.allCases { _ = IndicatorValue.parse(parsed.value.printed(style)) }
      #expect(!parsed.tree.drawing.isEmpty)
    }
  }

  private static let pieces = [
    "≥", "≤", "=", "±", "约", "不少于", "不超过", "以上", "以内", "左右", "5", "30", "2023", "0.97", "1,560", "十五", "三",
    "半", "万", "亿", "百",
    "%", "‰", "元", "人", "场次", "个", "亩", "年", "月", "日", "季度", "天", "工作日", "/", "每", "·", "×", "-", "至", "、",
    "，", "；", "或", "且",
    "(", ")", "（含）", "底", "前", "末", "全年", "次年", "每年", "完成", "未", "不", "无", "零", "优", "良", "提升", "下降", "预算",
    "事故", "培训", "**",
    "XX", " ", "“十四五”", "春节", "A级", "1:18", "GB", "〔", "号", "人均", "控制在", "达到", "的", ".", ":", "分之", "百分之",
  ]
}
