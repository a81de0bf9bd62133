// The text of a library: what is read, and what is refused with its line.
import IndicatorLibrary
import IndicatorValues
import Quantities
import RuleSets
import Testing

@Suite struct LibraryReaderTests {
  static let sound = """
    # 说明
    【通用】
    - 覆盖率 | 数量、社会效益 | ≥__%
      量法 已覆盖数 ÷ 应覆盖数。
      认词 覆盖面
      替代 覆盖面广

    【灯会】灯会 花灯
    - 观灯人次 | 数量 | ≥__人次 | 保留名称
      量法 各晚入场人次之和。
      认词 观灯人数
      认词 游园人数
      替代 人气旺 热闹
      限于 灯会
      不用于 工作人员
    - 闭园时间 | 时效 | __月底前
      量法 撤展完成的日期。
      认词 撤展时间
      替代 及时撤展
    """

  @Test func `every part of an entry is read`() throws {
    let library = try Library(text: Self.sound)
    #expect(library.kinds.map(\.title) == ["通用", "灯会"])
    #expect(library.kinds.map(\.isGeneral) == [true, false])
    let entry = library.entries[1]
    #expect(entry.kind == "灯会" && entry.name == "观灯人次" && entry.line == 9)
    #expect(entry.places == [.quantity])
    #expect(entry.value.comparator == .atLeast && entry.value.isBlank)
    #expect(entry.value.unit == Quantities.Unit("人次") && entry.value.unitText == "人次")
    #expect(entry.triggers == ["观灯人数", "游园人数"])
    #expect(entry.replaces == ["人气旺", "热闹"])
    #expect(entry.restrictions == ["灯会"] && entry.exclusions == ["工作人员"])
    #expect(entry.mayKeepName && !library.entries[0].mayKeepName)
    #expect(library.entries[2].value.isDeadline)
    #expect(library.entries[0].places == [.quantity, .socialBenefit])
  }

  @Test func `the end of lines and a mark before the text do not matter`() throws {
    let windows = "\u{FEFF}" + Self.sound.replacing("\n", with: "\r\n")
    #expect(try Library(text: windows).entries == Library(text: Self.sound).entries)
    let failure = #expect(throws: LibraryFailure.self) { try Library(text: "# 一\r\n\r\n花灯\r\n") }
    #expect(failure?.problems.map(\.line) == [3])
  }

  static let keys = "\n  量法 甲 ÷ 乙。\n  认词 花灯质量\n  替代 良好"

  @Test(arguments: [
    ("花灯很多", 1, "看不懂"), ("【花灯", 1, "看不懂"), ("【】花灯", 1, "看不懂"), ("- 花灯数 | 数量 | ≥__个", 1, "前面没有"),
    ("【灯会】灯会\n  量法 甲。", 2, "前面没有"), ("【灯会】灯", 1, "一个字"),
    ("【灯会】灯会\n- 花灯数 | 数量" + keys, 2, "不完整"), ("【灯会】灯会\n-  | 数量 | ≥__个" + keys, 2, "不完整"),
    ("【灯会】灯会\n- 花灯数 | 数量 | ≥__个 | 必填" + keys, 2, "不完整"),
    ("【灯会】灯会\n- 花灯数 | 产量 | ≥__个" + keys, 2, "二级指标"), ("【灯会】灯会\n- 花灯数 | 数量 | 很多" + keys, 2, "指标值"),
    ("【灯会】灯会\n- 花灯数 | 数量 | ≥个" + keys, 2, "指标值"), ("【灯会】灯会\n- 花灯数 | 数量 | ≥5" + keys, 2, "指标值"),
    ("【灯会】灯会\n- 花灯数 | 时效 | ≥__月底前" + keys, 2, "指标值"),
    ("【灯会】灯会\n- 花灯数 | 数量 | ≥__个\n  量法 甲。\n  替代 多", 2, "认词"),
    ("【灯会】灯会\n- 花灯数 | 数量 | ≥__个\n  量法\n  认词 花灯\n  替代 多", 2, "量法"),
    ("【灯会】灯会\n- 花灯数 | 数量 | ≥__个" + keys + "\n  量法 丙。", 6, "两次"),
    ("【灯会】灯会\n- 花灯数 | 数量 | ≥__个" + keys + "\n  限于 灯", 6, "一个字"),
    ("【灯会】灯会\n- 花灯数 | 数量 | ≥__个" + keys + "\n  口径 丙。", 6, "看不懂"),
    ("【灯会】灯会\n- 花灯数 | 数量 | ≥__个" + keys + "\n- 花灯数 | 数量 | ≥__盏" + keys, 6, "已经写过"),
    ("【灯会】灯会\n【灯会】花灯", 2, "已经写过"),
  ])
  func `a mistake is told with its line and what to write`(text: String, line: Int, words: String) throws {
    let failure = #expect(throws: LibraryFailure.self) { try Library(text: text) }
    let problem = try #require(failure?.problems.first)
    #expect(problem.line == line)
    #expect(problem.sentence.hasPrefix("第 \(line) 行："))
    #expect(problem.sentence.contains(words), "\(problem.sentence)")
  }

  @Test func `all mistakes are told in one pass`() {
    let text = "【灯会】灯会\n- 花灯数 | 产量 | ≥__个\(Self.keys)\n- 花灯数 | 数量 | 多\(Self.keys)\n口径 甲"
    let failure = #expect(throws: LibraryFailure.self) { try Library(text: text) }
    #expect(failure?.problems.map(\.line) == [2, 6, 10])
  }

  @Test(
    arguments: [
      ("≥95%", "≥", "95", "%", []), ("100%", nil, "100", "%", []), ("0起", nil, "0", "起", []),
      ("≥__人次", "≥", nil, "人次", []), ("≤__元/平方米", "≤", nil, "元", ["平方米"]), ("≤0.5%", "≤", "0.5", "%", []),
      ("≥12万元", "≥", "120000", "元", []),
    ] as [(String, String?, String?, String, [String])])
  func `a value is sign, figure and units`(
    text: String, sign: String?, number: String?, unit: String, per: [String]
  ) throws {
    let value = try #require(EntryValue(text))
    #expect(value.comparator?.rawValue == sign)
    #expect(value.number?.description == number)
    #expect(value.unit == Quantities.Unit(unit))
    #expect(value.per == per.map { Quantities.Unit($0) })
    #expect(value.isUnderstood)
    #expect(value.text == text)
  }

  @Test(arguments: ["", "≥", "__", "95", "≥≥5个", "≥5个/", "5//个", "≥1.2.3个", "月底前", "≥__月底前", "良好"])
  func `what is no value is none`(text: String) {
    #expect(EntryValue(text)?.isUnderstood != true)
  }
}
