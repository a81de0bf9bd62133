// Printed labels made comparable: folding, numbering, brackets, years and units of money.
import Testing

@testable import FormVocabulary

@Suite struct LabelTests {
  @Test(arguments: [
    ("项目名称", "项目名称"), ("项 目 名 称", "项目名称"), ("项目　名称：", "项目名称"), ("项目\n名称", "项目名称"),
    ("＊项目名称", "项目名称"), ("★数量指标", "数量指标"), ("一、项目名称", "项目名称"), ("（一）项目名称", "项目名称"), ("1.项目名称", "项目名称"),
    ("2、主管部门", "主管部门"), ("(3)用款单位", "用款单位"), ("①财政拨款", "财政拨款"), ("其中：财政拨款", "财政拨款"), ("其中财政拨款", "财政拨款"),
    ("预算金额（万元）", "预算金额"), ("〔年度目标〕", "(年度目标)"), ("项目负责人（签字）：", "项目负责人"), ("2026年预算金额", "预算金额"),
    ("2026年度目标", "年度目标"), ("预算数万元", "预算数"), ("Ｂ栏", "B栏"), ("其中", "其中"),
  ])
  func `a label's key is free of what layouts add`(text: String, key: String) {
    #expect(LabelText(text)?.key == key)
  }

  @Test(arguments: ["", "   ", "　\n", "：", String(repeating: "长", count: 49)])
  func `blank and long texts are no labels`(text: String) {
    #expect(LabelText(text) == nil || LabelText(text)?.key == "")
    #expect(Vocabulary.meaning(of: text) == nil)
  }

  @Test(
    arguments: [
      ("预算金额（万元）", .tenThousandYuan), ("预算金额(元)", .yuan), ("项目资金（单位：万元）", .tenThousandYuan),
      ("总投资（亿元）", .hundredMillionYuan),
      ("经费（千元）", .thousandYuan), ("预算数万元", .tenThousandYuan), ("（人民币元）金额", .yuan),
      ("项目资金【万元】", .tenThousandYuan), ("项目资金︵万元︶", .tenThousandYuan), ("项目资金（百元）", .hundredYuan),
      ("预算金额", nil),
      ("满意度（%）", nil),
      ("单元（个）", nil), ("元", nil), ("美元（个）", nil),
    ] as [(String, MoneyScale?)])
  func `a label tells the unit of its money`(text: String, scale: MoneyScale?) {
    #expect(LabelText(text)?.moneyScale == scale)
  }

  @Test(arguments: [
    ("2026年预算金额", 2026), ("2026年度目标", 2026), ("预算金额（2025年）", 2025), ("2025年", 2025), ("1989年预算", nil),
    ("2100年预算", nil),
    ("20261年预算", nil), ("预算金额", nil), ("2026预算", nil),
  ])
  func `a label tells its year`(text: String, year: Int?) {
    #expect(LabelText(text)?.year == year)
  }

  @Test(arguments: [
    ("1.5万元", "1.5万元"), ("十里村", "十里村"), ("一级指标", "一级指标"), ("3", "3"), ("（一）", "(一)"), ("十二、保障", "保障"),
    ("（二）、范围", "范围"),
    ("8）清单", "清单"),
  ])
  func `only numbering is taken from the front`(text: String, rest: String) {
    #expect(LabelText.withoutNumbering(LabelText.folded(text)) == rest)
  }

  @Test(
    arguments: [
      ("项目名称", .projectName), ("专项名称：", .projectName), ("主管部门及代码", .department), ("县级主管部门", .department),
      ("实施单位", .unit),
      ("单位代码", .unitCode), ("年度资金总额", .budgetTotal), ("其中：财政拨款", .fiscal), ("其它资金", .other),
      ("实施周期总目标", .periodGoal),
      ("2026年度目标", .annualGoal), ("3月底", .planMonth(3)), ("12月", .planMonth(12)),
      ("临溪县财政局批复意见", .approvalOf("临溪县财政局")),
      ("项目当年预算", .budgetTotal), ("联系电话", .unkept), ("单位：万元", .moneyUnit), ("绩效指标", .group(.indicators)),
    ] as [(String, FieldTerm)])
  func `labels name their field`(text: String, field: FieldTerm) {
    #expect(Vocabulary.meaning(of: text)?.0.field == field)
  }

  @Test(arguments: ["13月", "0月底", "6月底前支出进度", "临溪县水务局", "育苗补助", "≥95%", "项目名称不得为空。", "产出指标"])
  func `other words name no field`(text: String) {
    #expect(Vocabulary.meaning(of: text)?.0.field == nil)
  }

  @Test(
    arguments: [
      ("三级指标", .name), ("实施周期指标值", .value(.period)), ("当年度指标值", .value(.annual)), ("指标值", .value(.only)),
      ("目标值（含单位）", .value(.only)),
      ("指标值确定依据", .basis), ("指标值来源", .unkept), ("计量单位", .unit), ("运算符号", .nature), ("1-7月执行数", .executed),
      ("1—7月完成情况", .actual),
      ("截至6月底执行率", .rate), ("全年预计完成值", .forecast), ("偏差原因分析及改进措施", .deviation), ("分值（50分）", .weight),
    ] as [(String, ColumnTerm)])
  func `heads name their column`(text: String, column: ColumnTerm) {
    #expect(Vocabulary.meaning(of: text)?.0.column == column)
  }
}
