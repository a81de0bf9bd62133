// Items of running text: where the name ends and the value begins, keyed parts, and texts that hold no value.
import FormVocabulary
import TableProbes
import Testing

@testable import Recognition

@Suite struct RunningItemTests {
  @Test(
    arguments: [
      ("培训人数≥200人次", "培训人数", "≥200人次"), ("清淤长度 ≥ 12公里", "清淤长度", "≥ 12公里"),
      ("巡护里程>=5.6万公里", "巡护里程", ">=5.6万公里"),
      ("单位成本≤300元/米", "单位成本", "≤300元/米"), ("验收合格率＝100%", "验收合格率", "＝100%"), ("投诉件数<5件", "投诉件数", "<5件"),
      ("偏差±5%", "偏差", "±5%"), ("培训人数：200人次", "培训人数", "200人次"), ("验收合格率:100%", "验收合格率", "100%"),
      ("开工时间：2025年3月底前", "开工时间", "2025年3月底前"), ("补植成活率不低于95%", "补植成活率", "不低于95%"),
      ("组织演练不少于4次", "组织演练", "不少于4次"),
      ("总成本控制在80万元以内", "总成本", "控制在80万元以内"), ("覆盖率达到90%", "覆盖率", "达到90%"), ("受益群众超过三千人", "受益群众", "超过三千人"),
      ("受益村民大于500户", "受益村民", "大于500户"), ("举办讲座至少十场", "举办讲座", "至少十场"), ("垃圾日产日清率100%", "垃圾日产日清率", "100%"),
      ("清理沟渠35条", "清理沟渠", "35条"), ("发放种苗1,200株", "发放种苗", "1,200株"), ("机柜数量(≥77台)", "机柜数量", "≥77台"),
      ("群众满意度（≥95%）", "群众满意度", "≥95%"), ("1.培训人数≥200人次", "培训人数", "≥200人次"), ("（2）清淤长度≥12公里", "清淤长度", "≥12公里"),
      ("指标1：培训人数≥200人次", "指标1：培训人数", "≥200人次"), ("指标2：发放率：100%", "指标2：发放率", "100%"),
      ("★培训人数≥200人次", "★培训人数", "≥200人次"),
      ("水质（Ⅲ类≥80%）达标断面≥4个", "水质（Ⅲ类≥80%）达标断面", "≥4个"), ("培训人数，≥200人次", "培训人数", "≥200人次"),
      ("资金支付及时率(%)：≥95", "资金支付及时率(%)", "≥95"),
    ] as [(String, String, String?)])
  func `the name ends where the value begins`(text: String, name: String, value: String?) {
    let parts = ItemValue.split(text)
    #expect(parts.name == name)
    #expect(parts.value == value)
    #expect(parts.actual == nil && parts.weight == nil && parts.score == nil)
  }

  @Test(
    arguments: [
      ("2023年11月底前完成", "", "2023年11月底前完成"), ("2025年第4季度完工", "", "2025年第4季度完工"),
      ("2024年3月至11月", "", "2024年3月至11月"), ("完工时间2025年10月底前", "完工时间", "2025年10月底前"),
      ("开工时间 2025年 3月 15日", "开工时间", "2025年 3月 15日"), ("举办讲座3-5场", "举办讲座", "3-5场"),
      ("2024年清理沟渠35条", "2024年清理沟渠", "35条"), ("2023年11月举办农民丰收活动", "2023年11月举办农民丰收活动", nil),
    ] as [(String, String, String?)])
  func `a split does not fall inside a date`(text: String, name: String, value: String?) {
    let parts = ItemValue.split(text)
    #expect(parts.name == name)
    #expect(parts.value == value)
  }

  @Test(arguments: [
    "改善沿岸人居环境", "健全管护制度", "2024年以来持续向好", "（一）总体要求", "清淤长度（**公里）", "不低于上年水平", "河道约定俗成的管护范围", "一河一策",
    "推进三位一体建设", "落实一岗双责", "100%",
  ])
  func `a text without a value is a name`(text: String) {
    let parts = ItemValue.split(text)
    #expect(parts.name == text)
    #expect(parts.value == nil)
  }

  @Test func `a value alone has no name`() {
    #expect(ItemValue.split("≥95%").name == "")
    #expect(ItemValue.split("≥95%").value == "≥95%")
  }

  @Test func `keyed parts go where their keys say`() {
    let parts = ItemValue.split("巡护场次，指标值≥24场，实际完成值28场，分值10分，得分9.5分")
    #expect(parts.name == "巡护场次")
    #expect(parts.value == "≥24场")
    #expect(parts.actual == "28场")
    #expect(parts.weight == "10")
    #expect(parts.score == "9.5")
  }

  @Test(
    arguments: [
      ("巡护场次，年度指标值为24场，实际完成24场", "巡护场次", "24场", "24场"), ("巡护、清障场次，目标值：≥24场", "巡护、清障场次", "≥24场", nil),
      ("巡护场次，指标值", "巡护场次，指标值", nil, nil), ("指标值≥24场，实际完成值28场", "指标值", "≥24场，实际完成值28场", nil),
    ] as [(String, String, String?, String?)])
  func `keys need a name and a value`(text: String, name: String, value: String?, actual: String?) {
    let parts = ItemValue.split(text)
    #expect(parts.name == name)
    #expect(parts.value == value)
    #expect(parts.actual == actual)
  }

  @Test(arguments: [
    ("培训人数≥200人次，合格率≥95%", ["培训人数≥200人次", "合格率≥95%"]), ("培训人数≥200人次；合格率≥95%。", ["培训人数≥200人次", "合格率≥95%"]),
    ("沟渠（干渠、支渠；斗渠）清淤≥12公里", ["沟渠（干渠、支渠；斗渠）清淤≥12公里"]), ("培训人数≥200人次，其中妇女≥50人", ["培训人数≥200人次，其中妇女≥50人"]),
    ("培训人数≥200人次，且合格率≥95%", ["培训人数≥200人次，且合格率≥95%"]), ("每户≥1,200元，覆盖村数≥8个", ["每户≥1,200元", "覆盖村数≥8个"]),
    ("范围包括干渠，支渠，斗渠", ["范围包括干渠，支渠，斗渠"]),
  ])
  func `items are parted where an indicator of its own begins`(text: String, items: [String]) {
    var rest = text[...]
    var found: [String] = []
    while !rest.isEmpty {
      let item = IndicatorText.firstItem(of: rest)
      found.append(CleanText.trimmed(String(item)))
      rest = rest[item.endIndex...].drop { "；;。，,".contains($0) }
    }
    #expect(found == items)
  }

  @Test func `splitting is total and loses no letter of the name`() {
    var random = SeededGenerator(seed: 5)
    let pieces = [
      "培训", "≥", "人数", "：", "（", "）", "100%", "，", "指标值", "1.", "不低于", " ", "*", "=", "指标1：", "。", "得分", "约",
    ]
    for _ in 0..<5_000 {
      var text = ""
      for _ in 0..<Int.random(in: 0...8, using: &random) {
        text += pieces.randomElement(using: &random) ?? ""
      }
      let parts = ItemValue.split(text)
      for letter in parts.name { #expect(text.contains(letter), "\(text)") }
      if let value = parts.value { #expect(!value.isEmpty && text.contains(value), "\(text)") }
    }
  }
}
