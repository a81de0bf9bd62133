// Labels put together from words that are known, and texts that only hold such words.
import Testing

@testable import FormVocabulary

@Suite struct StemTests {
  @Test(
    arguments: [
      ("计划开始日期", .startYear), ("立项年度", .startYear), ("项目启动时间", .startYear), ("竣工时间", .endYear),
      ("预计完成时间", .endYear), ("截止日期", .endYear), ("资金使用期限", .span), ("申请单位", .unit), ("组织实施单位", .unit),
      ("申报单位名称", .unit), ("归口管理部门", .department), ("主管预算单位", .department), ("年度金额合计", .budgetTotal),
      ("本次申请资金", .budgetTotal), ("预算安排金额", .budgetTotal), ("实施期金额合计", .budgetWhole),
      ("政府预算资金", .fiscal), ("财政预算拨款", .fiscal), ("本级财政资金", .fiscalPart), ("一般公共预算财政拨款", .fiscalPart),
      ("其他来源资金", .other), ("二级预算单位数", .subordinateUnits), ("下属预算单位数量", .subordinateUnits),
      ("自评得分合计", .totalScore), ("项目期总目标", .periodGoal), ("项目周期绩效目标", .periodGoal),
      ("年度绩效目标描述", .annualGoal), ("目标完成情况综述", .actualGoal), ("偏差大或目标未完成原因分析", .problems),
      ("改进措施及结果应用方案", .measures), ("2025年6月底", .planMonth(6)),
    ] as [(String, FieldTerm)])
  func `known words make a label`(text: String, field: FieldTerm) {
    #expect(Vocabulary.meaning(of: text)?.0.field == field)
  }

  @Test(arguments: [
    "完成时间", "2025年6月", "开始施工", "竣工验收时间", "申请单位满意度", "实施单位3家", "财政资金拨付率", "项目合计",
    "年度安排任务", "改进措施到位", "未完成原因：资金未到位", "金额合计12万元", "目标完成", "达到目标描述的要求", "自筹资金到位率",
  ])
  func `a text that only holds such words is no label`(text: String) {
    #expect(Vocabulary.meaning(of: text)?.0.field == nil)
  }

  @Test(
    arguments: [
      ("逻辑符号", .nature), ("操作符", .nature), ("目标值单位", .unit), ("指标值度量单位", .unit), ("权重分", .weight),
      ("分值设置", .weight), ("指标满分", .weight), ("权数", .weight), ("得分情况", .score), ("考核得分", .score),
      ("执行率得分", .score), ("差异原因", .deviation), ("指标未完成的原因", .deviation), ("差异分析", .deviation),
      ("年初部门预算数", .initialBudget), ("调整后预算数", .budget), ("到位资金", .budget), ("批复预算数", .budget),
      ("累计支出", .executed), ("全年执行金额", .executed), ("支付数", .executed), ("支出进度", .rate), ("预算完成率", .rate),
      ("年度实际值", .actual), ("已完成值", .actual), ("监控期完成值", .actual), ("上半年完成情况", .actual),
      ("上半年执行数", .executed), ("截至目前执行数", .executed), ("1-7月执行值", .actual), ("预期完成值", .value(.only)),
      ("年底预计完成值", .forecast), ("全年预计", .forecast), ("年底预计执行数", .forecastSpending),
    ] as [(String, ColumnTerm)])
  func `known words make a head`(text: String, column: ColumnTerm) {
    #expect(Vocabulary.meaning(of: text)?.0.column == column)
  }

  @Test(arguments: [
    "原因不明", "未完成原因：资金未到位", "偏差较大，原因待查", "上半年完成招标", "目前完成两个村", "支付数字化平台建设", "得分情况良好",
    "满分答卷", "指标满分率", "资金到位", "执行", "已完成",
  ])
  func `a text that only holds such words is no head`(text: String) {
    #expect(Vocabulary.meaning(of: text)?.0.column == nil)
  }

  @Test(
    arguments: [
      ("1、部门预算项目 √  2、市级专项 □", "部门预算项目"), ("☑ 一次性项目 □ 经常性项目", "一次性项目"), ("□新增 ■延续", "延续"),
      ("经常性项目（√） 一次性项目（ ）", "经常性项目"), ("√延续 新增", "延续"), ("延续□ 新增□", nil), ("延续√ 新增√", nil),
      ("部门预算项目", nil), ("√", nil),
    ] as [(String, String?)])
  func `the one ticked option is the choice`(text: String, option: String?) {
    #expect(CheckBoxes.chosen(in: text) == option)
  }
}
