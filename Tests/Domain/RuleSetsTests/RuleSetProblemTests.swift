// A file that is not sound is refused: every problem at its line, with a sentence.
import RuleSets
import Testing

/// Lines behind the head (which has eight), the line of the problem and what it is.
struct BadFile: Sendable, CustomTestStringConvertible {
  let lines: String
  let line: Int
  let kind: RuleSetProblem.Kind

  init(_ lines: String, _ line: Int, _ kind: RuleSetProblem.Kind) {
    self.lines = lines
    self.line = line
    self.kind = kind
  }

  var testDescription: String { lines }

  static let all: [BadFile] = texts + values + trees

  private static let texts = [
    BadFile("[参数]\n没有等号的一行", 10, .noEqualsSign("没有等号的一行")),
    BadFile("[参数", 9, .unclosedSection("[参数")),
    BadFile("[参数表]\n甲 = 乙", 9, .unknownSection("参数表")),
    BadFile("[参数 甲]", 9, .unknownSection("参数 甲")),
    BadFile("[参数]\n[参数]", 10, .repeatedSection("参数", firstLine: 9)),
    BadFile("[指标体系 甲]\n[指标体系 甲]", 10, .repeatedSection("指标体系 甲", firstLine: 9)),
    BadFile("[规则集]", 9, .repeatedSection("规则集", firstLine: 1)),
    BadFile("代号 = linxi2", 9, .repeatedKey("代号", firstLine: 2)),
    BadFile("所属 = 甲", 9, .unknownKey("所属", section: "规则集", nearest: nil)),
    BadFile("[参数]\n指标最少项数 =", 10, .emptyValue("指标最少项数")),
    BadFile("[参数]\n指标最少项数 = | 2024 | 甲", 10, .emptyValue("指标最少项数")),
  ]

  private static let values = [
    BadFile("[参数]\n指标最小项数 = 4 | 2024 | 甲", 10, .unknownKey("指标最小项数", section: "参数", nearest: "指标最少项数")),
    BadFile("[参数]\n指标最少项数 = 四 | 2024 | 甲", 10, .badNumber("四")),
    BadFile("[参数]\n满意度偏低线 = 80% | 2024 | 甲", 10, .badNumber("80%")),
    BadFile("[参数]\n指标最少项数 = 4.5 | 2024 | 甲", 10, .outOfBounds("4.5", bounds: 0...10_000, wholeOnly: true)),
    BadFile("[参数]\n指标最少项数 = -1 | 2024 | 甲", 10, .outOfBounds("-1", bounds: 0...10_000, wholeOnly: true)),
    BadFile("[参数]\n监控截止月份 = 13 | 2024 | 甲", 10, .outOfBounds("13", bounds: 1...12, wholeOnly: true)),
    BadFile("[参数]\n满意度偏低线 = 1001 | 2024 | 甲", 10, .outOfBounds("1001", bounds: 0...1000, wholeOnly: false)),
    BadFile("[参数]\n指标最少项数 = 4 | 24 | 甲", 10, .badYear("24")),
    BadFile("[参数]\n指标最少项数 = 4 | 2024年 | 甲", 10, .badYear("2024年")),
    BadFile("[参数]\n指标最少项数 = 4 | 99999999999999999999 | 甲", 10, .badYear("99999999999999999999")),
    BadFile("[参数]\n指标最少项数 = 4 | | 甲", 10, .missingYear("指标最少项数")),
    BadFile("[参数]\n指标最少项数 = 4 | 2024", 10, .missingSource("指标最少项数")),
    BadFile("[参数]\n指标最少项数 = 4 | 2024 |", 10, .missingSource("指标最少项数")),
    BadFile("[参数]\n指标最少项数 = 4 | 2024 | 甲 | 乙", 10, .tooManyParts("指标最少项数")),
    BadFile(
      "[参数]\n指标最少项数 = 4 | 2024 | 甲\n指标最少项数 = 5 | 2024 | 甲", 11,
      .repeatedYear("指标最少项数", year: 2024, firstLine: 10)),
    BadFile(
      "[参数]\n指标最少项数 = 4 | 2024 | 甲\nindicators-min = 5 | 2024 | 甲", 11,
      .repeatedYear("indicators-min", year: 2024, firstLine: 10)),
    BadFile("[参数]\n指标最少项数 = 21 | 2024 | 甲", 10, .wrongOrder(smaller: "指标最少项数", larger: "指标最多项数")),
    BadFile("[参数]\n良等下限 = 95 | 2024 | 甲", 10, .wrongOrder(smaller: "良等下限", larger: "优等下限")),
    BadFile("[分值]\n甲 = 预算执行率 10、产出指标 89 | 2024 | 甲", 10, .weightSum(scheme: "甲", sum: "99")),
    BadFile("[分值]\n甲 = 预算执行率 10、产出指标 45、产出指标 45 | 2024 | 甲", 10, .badWeights("产出指标 45")),
    BadFile("[分值]\n甲 = 预算执行率 10、产量 90 | 2024 | 甲", 10, .badWeights("产量 90")),
    BadFile("[分值]\n甲 = 预算执行率10、产出指标 90 | 2024 | 甲", 10, .badWeights("预算执行率10")),
    BadFile("[分值]\n甲 = 预算执行率 -10、产出指标 110 | 2024 | 甲", 10, .badWeights("预算执行率 -10")),
    BadFile(
      "[分值]\n甲 = 预算执行率 20、产出指标 80 | 2024 | 甲", 10,
      .weightsDisagree(scheme: "甲", points: "80", parameter: "90")),
    BadFile("[规则]\nM9 = 提示 | 2024 | 甲", 10, .badRuleCode("M9")),
    BadFile("[规则]\nM99 = 提示 | 2024 | 甲", 10, .unknownRule("M99")),
    BadFile("[规则]\nM09 = 忽略 | 2024 | 甲", 10, .badSeverity("忽略")),
    BadFile("[规则]\nM09 = 停用 | 2024", 10, .missingSource("M09")),
  ]

  private static let trees = [
    BadFile("[指标体系]\n采用 = tree-1999 | 2024 | 甲", 10, .unknownTree("tree-1999")),
    BadFile("[指标体系]\n使用 = tree-2015 | 2024 | 甲", 10, .unknownKey("使用", section: "指标体系", nearest: "采用")),
    BadFile("[指标体系 甲]\n产出指标/数量指标 = 数量", 10, .unknownParent("产出指标/数量指标")),
    BadFile("[指标体系 tree-2015]\n成本指标/经济成本指标 = 经济", 10, .unknownParent("成本指标/经济成本指标")),
    BadFile("[指标体系 tree-2015]\n产量指标 = 产量", 10, .unknownPlace("产量指标")),
    BadFile("[指标体系 tree-2015]\n产出指标/产量指标 = 产量", 10, .unknownPlace("产出指标/产量指标")),
    BadFile("[指标体系 tree-2015]\n产出指标/数量指标/甲 = 产量", 10, .unknownPlace("产出指标/数量指标/甲")),
    // Labels that lead in a circle: quality is called quantity, which is a place of its own.
    BadFile("[指标体系 tree-2015]\n产出指标/质量指标 = 数量", 10, .ambiguousLabel("数量", other: "数量指标")),
    BadFile(
      "[指标体系 甲]\n产出指标 = 产出\n产出指标/数量指标 = 质量\n产出指标/质量指标 = 数量", 12,
      .ambiguousLabel("质量指标", other: "数量指标")),
    BadFile("[指标体系 甲]\n产出指标 = 产出\n产出指标 = 产量", 11, .repeatedKey("产出指标", firstLine: 10)),
  ]
}

@Suite struct RuleSetProblemTests {
  @Test(arguments: BadFile.all)
  func `a file that is not sound is refused at its line`(bad: BadFile) {
    let problems = RuleSetProbe.problems(RuleSetProbe.head + bad.lines)
    #expect(problems.contains { $0.line == bad.line && $0.kind == bad.kind }, "\(problems)")
    for problem in problems {
      #expect(problem.sentence.hasPrefix("临溪.txt 第 \(problem.line) 行："))
      #expect(problem.kind.sentence.count > 8)
      #expect(!problem.kind.sentence.contains("错误"))
    }
  }

  @Test(arguments: [
    ("代号 = linxi", "代号 = Lin Xi", 2, RuleSetProblem.Kind.badIdentifier("Lin Xi")),
    ("代号 = linxi\n", "", 1, .missingKey("代号")),
    ("依据 = 临财〔2024〕3号\n", "", 1, .missingKey("依据")),
    ("年度 = 2024—", "年度 = 2024—2020", 5, .badYears("2024—2020")),
    ("年度 = 2024—", "年度 = 今年", 5, .badYears("今年")),
    ("年度 = 2024—", "年度 = 2024-2025-2026", 5, .badYears("2024-2025-2026")),
    ("表种 = 全部", "表种 = 决算表", 6, .unknownKind("决算表")),
    ("继承 = national", "继承 = nowhere", 7, .unknownExtended("nowhere")),
    ("继承 = national", "继承 = linxi", 7, .extendsCycle(["linxi", "linxi"])),
    ("继承 = national\n", "", 1, .missingParameter("指标最少项数")),
    ("继承 = national\n", "", 1, .missingTree),
    ("[规则集]\n", "", 1, .outsideSection("代号 = linxi")),
    ("[规则集]", "[参数]", 1, .missingHead),
  ])
  func `a head that is not sound is refused at its line`(
    part: String, other: String, line: Int, kind: RuleSetProblem.Kind
  ) {
    let problems = RuleSetProbe.problems(RuleSetProbe.head.replacing(part, with: other))
    #expect(problems.contains { $0.line == line && $0.kind == kind }, "\(problems)")
  }

  @Test func `everything that is wrong is told at once, in the order of the lines`() {
    let lines = BadFile.all.filter { $0.lines.hasPrefix("[参数]\n指标") && $0.line == 10 }
      .map { $0.lines.dropFirst(5) }
    let text = RuleSetProbe.head + "[参数]\n" + lines.joined(separator: "\n")
    let problems = RuleSetProbe.problems(text)
    #expect(problems.count >= 10)
    #expect(problems.map(\.line) == problems.map(\.line).sorted())
  }

  @Test(arguments: [
    ([0xD6, 0xB8, 0xB1, 0xEA], RuleSetProblem.Kind.notUTF8), ([0x50, 0x4B, 0x03, 0x04, 0x00], .notUTF8),
    ([], .missingHead), (Array("\u{FEFF}\n# 只有说明\n".utf8), .missingHead),
    (
      [UInt8](repeating: 0x23, count: RuleSetLibrary.bytesMax + 1),
      .tooLarge(bytesMax: RuleSetLibrary.bytesMax)
    ),
  ])
  func `bytes that are no rule set have one problem`(bytes: [UInt8], kind: RuleSetProblem.Kind) {
    let failure = #expect(throws: RuleSetFailure.self) { try RuleSetLibrary().load(bytes, file: "甲") }
    #expect(failure?.problems == [RuleSetProblem(file: "甲", line: 1, kind: kind)])
  }

  @Test func `sets that extend each other in a circle are named`() {
    let other = RuleSetProbe.head.replacing("代号 = linxi", with: "代号 = other")
      .replacing("继承 = national", with: "继承 = linxi")
    let problems = RuleSetProbe.problems(
      RuleSetProbe.head.replacing("继承 = national", with: "继承 = other"), beside: ["other": other])
    #expect(
      problems == [RuleSetProblem(file: "other", line: 7, kind: .extendsCycle(["linxi", "other", "linxi"]))])
  }

  @Test func `problems of a set that is extended stand in its own file`() {
    let other = RuleSetProbe.head.replacing("代号 = linxi", with: "代号 = other") + "[规则]\nM9 = 提示 | 2024 | 甲\n"
    let problems = RuleSetProbe.problems(
      RuleSetProbe.head.replacing("继承 = national", with: "继承 = other"), beside: ["other": other])
    #expect(problems == [RuleSetProblem(file: "other", line: 10, kind: .badRuleCode("M9"))])
  }
}
