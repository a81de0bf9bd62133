// Lines above a form: titles, years, units of money, and lines that are none of these.
import Testing

@testable import FormVocabulary

@Suite struct TitleLineTests {
  @Test(arguments: [
    "项目支出绩效目标申报表", "临溪县2025年项目支出绩效目标表", "1.河道清淤经费绩效目标表", "部门整体支出绩效目标批复表（2025年度）", "2025年度项目支出绩效自评表",
    "项目支出绩效运行监控表", "项目绩效目标表", "项目支出绩效信息表",
  ])
  func `a heading of a known form is sure`(text: String) {
    #expect(FormTitle.strength(text) == 3)
  }

  @Test(arguments: [
    "2025年河道清淤项目绩效自评报告", "临溪县水务局整体绩效目标", "项目绩效目标批复", "关于项目绩效目标公示", "2025年度就业专项自评表", "部门预算项目自评结果",
    "财政支出项目申报表", "项目资金监控情况表（2025年度）",
  ])
  func `a heading without the word for a form is likely`(text: String) {
    #expect(FormTitle.strength(text) == 2)
  }

  @Test(arguments: [
    "", "绩效表", "附件1", "一般公共预算支出表", "三公经费支出表", "请各单位填写绩效目标申报表。", "绩效目标：", "点击下载绩效目标申报表", "注：本表为绩效目标表",
    "说明：绩效目标申报表", "人员花名册", "自评表", "自评结果", "教师自评表", "项目申报表填写要求", "视频监控设备表",
  ])
  func `other lines are no headings`(text: String) {
    #expect(FormTitle.strength(text) < 2)
  }

  @Test(arguments: [
    ("2025年项目支出绩效目标表", 2025), ("项目支出绩效目标表（2025年度）", 2025), ("项目支出绩效目标表（２０２５年度）", 2025),
    ("2024-2026年项目绩效目标表", 2024),
    ("关于提前下达2025年补助资金的绩效目标表", nil), ("项目支出绩效目标表", nil), ("第2025号绩效目标表", nil), ("12025年绩效目标表", nil),
    ("1989年绩效目标表", nil), ("二〇二五年项目绩效目标表", 2025),
  ])
  func `a title tells the year of its form`(title: String, year: Int?) {
    #expect(FormTitle.year(in: title) == year)
  }

  @Test(arguments: [
    ("（2025年度）", 2025), ("2025 年度", 2025), ("2025年", 2025), ("【2025年度】", 2025), ("(2025年预算)", 2025),
    ("（２０２５年度）", 2025), ("二〇二五年度", 2025), ("二○二五年", 2025), ("二O二五年", 2025), ("二五年", nil),
    ("二〇二五年三月", nil), ("2025年3月", nil), ("2025", nil), ("自2025年度", nil), ("2025年度目标", nil), ("1825年", nil),
    ("", nil),
  ])
  func `a line of its own tells the year`(line: String, year: Int?) {
    #expect(FormTitle.yearLine(line) == year)
  }

  @Test func `a year may share its line with the unit of money`() {
    #expect(FormTitle.yearLine(in: "（2025年度）　　　金额单位：万元") == 2025)
    #expect(FormTitle.yearLine(in: "填报日期：2025年3月1日　金额单位：万元") == nil)
  }

  @Test(
    arguments: [
      ("单位：万元", .tenThousandYuan), ("金额单位:元", .yuan), ("单 位 ： 人民币元", .yuan),
      ("（2025年度）  单位：万元", .tenThousandYuan),
      ("金额单位：亿元", .hundredMillionYuan), ("单位：千元", .thousandYuan), ("单位：临溪县水务局", nil), ("单位：人", nil),
      ("万元", nil), ("", nil),
    ] as [(String, MoneyScale?)])
  func `a line tells the unit of money`(line: String, scale: MoneyScale?) {
    #expect(FormTitle.unitLine(line) == scale)
  }
}
