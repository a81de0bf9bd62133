// The JSON object, the tree for people, the lines of the batch form, the fiscal year and the columns.

import JSONText
import Quantities
import Testing

@testable import IndicatorValues

@Suite struct ContractTests {
  private static func json(_ text: String, _ context: ValueContext = .none) -> String {
    var json = JSONWriter()
    IndicatorValue.parse(text, context: context).write(to: &json)
    return json.text
  }

  @Test func `a measure is written with every key of the contract`() {
    #expect(
      Self.json("≥15场")
        == #"{"source":"≥15场","kind":"measure","comparator":"≥","number":"15","upper":null,"unit":"场","#
        + #""per":[],"subject":null,"deadline":null,"direction":null,"terms":[],"problems":[]}"#)
  }

  @Test func `a deadline has its days and its precision`() {
    #expect(Self.json("2023年底前").contains(#""deadline":{"from":null,"to":"2023-12-31","precision":"year"}"#))
    #expect(Self.json("≤9月").contains(#""comparator":"≤""#))
  }

  @Test func `terms have the same shape as the whole`() {
    let json = Self.json("50元/人×200人")
    #expect(json.contains(#""number":null,"upper":null,"unit":null"#))
    #expect(json.contains(#""terms":[{"source":"50元/人","kind":"measure","comparator":null,"number":"50""#))
    #expect(json.contains(#""connective":"times""#))
  }

  @Test func `a problem has its place and its sentence`() {
    let json = Self.json("应保尽保%")
    #expect(json.contains(#""problems":[{"code":"strayMark","from":12,"to":13,"message":""#))
  }

  @Test func `the tree is drawn with box characters`() {
    let drawing = """
      每场≤1万元，共3场
      └─ 组合 composite
         ├─ 关系 and
         ├─ 每场≤1万元
         │  └─ 数值 measure
         │     ├─ 比较 ≤
         │     ├─ 数 10000
         │     ├─ 单位 元
         │     └─ 每 场
         └─ 共3场
            └─ 数值 measure
               ├─ 数 3
               └─ 单位 场

      """
    #expect(IndicatorValue.parse("每场≤1万元，共3场").tree.drawing == drawing)
  }

  @Test(arguments: [
    ("≥5\t人数\t数量指标", "≥5", "人数", "数量指标"), ("≥5", "≥5", nil, nil), ("", "", nil, nil),
    ("≥5\t\t质量", "≥5", nil, "质量"),
    ("≥5\t人数\r", "≥5", "人数", nil), ("\t人数", "", "人数", nil), ("a\tb\tc\td", "a", "b", "c"),
  ])
  func `a line of the batch form has up to three fields`(
    line: String, value: String, name: String?, level2: String?
  ) {
    let read = ValueLine(Array(line.utf8)[...])
    #expect(read.value == value)
    #expect(read.context == ValueContext(name: name, level2: level2))
  }

  @Test func `bytes that are no UTF-8 are kept as replacement characters`() {
    #expect(ValueLine([0xFF, 0x35, 0xE4][...]).value == "\u{FFFD}5\u{FFFD}")
  }

  @Test(arguments: [
    ("12月底前", "deadline –→2024-12-31 month"), ("次年3月底前", "deadline –→2025-03-31 month !relativeDate"),
    ("每年12月底前", "deadline –→2024-12-31 month !relativeDate"), ("2023年底前", "deadline –→2023-12-31 year"),
    ("“十四五”期间", "deadline 2021-01-01→2025-12-31 span !relativeDate"), ("2月底前", "deadline –→2024-02-29 month"),
    ("1月前", "deadline –→2023-12-31 month !monthBefore"), ("每月10日前", "deadline –→– day !relativeDate"),
  ])
  func `the fiscal year completes a date without a year`(text: String, expected: String) {
    let parsed = IndicatorValue.parse(text, context: ValueContext(fiscalYear: FiscalYear(2024)))
    let problems = parsed.problems.map(\.code.rawValue).joined(separator: ",")
    #expect(ValueSummary.of(parsed.value) + (problems.isEmpty ? "" : " !" + problems) == expected)
  }

  @Test(arguments: [
    ("95", "大于等于", "%", "measure ≥ 95 [%]"), ("12", "小于等于", "万元", "measure ≤ 120000 [元]"),
    ("1", "≥", "人/年", "measure ≥ 1 [人] /年"),
    ("100%", "═", "%", "measure = 100 [%]"), ("有效保障", "定性", "", "qualitative"),
    ("3", "＝", "处", "measure = 3 [处]"),
    ("4", "≧", "次/年", "frequency ≥ 4 [次] /年"), ("5万", "≤", "元", "measure ≤ 50000 [元]"),
    ("7", "≥", "畦", "measure ≥ 7 [畦]"),
    ("≥7", "≤", "个", "measure ≥ 7 [个]"), ("12月", "≤", "", "deadline ≤ –→--12-31 month"),
    ("5", "定性", "无", "measure 5"),
  ])
  func `the form's own columns complete a value`(value: String, sign: String, unit: String, expected: String)
  {
    let context = ValueContext(columnOperator: sign, columnUnit: unit)
    #expect(ValueSummary.of(IndicatorValue.parse(value, context: context).value) == expected)
  }

  @Test func `web page residue is skipped and told`() {
    let parsed = IndicatorValue.parse("<p>&ge;95%&nbsp;</p>")
    #expect(ValueSummary.of(parsed.value) == "measure ≥ 95 [%]")
    #expect(parsed.problems.map(\.code) == [.webPageResidue])
  }

  @Test(arguments: ["", " ", "\u{3000}\n\t", "\u{FEFF}", "&nbsp;"])
  func `white space alone is empty`(text: String) {
    #expect(IndicatorValue.parse(text).value.kind == .empty)
  }

  @Test(arguments: ValueProblem.Code.allCases)
  func `every problem has its own sentence`(code: ValueProblem.Code) {
    let sentence = ValueProblem(code, bytes: 0..<0).sentence
    #expect(sentence.hasSuffix("。"))
    #expect(
      ValueProblem.Code.allCases.filter { ValueProblem($0, bytes: 0..<0).sentence == sentence } == [code])
  }
}
