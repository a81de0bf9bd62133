// Good and bad cases of the rules about self-evaluations and monitoring, beyond their examples.
import Model
import Review
import RuleSets
import Testing

@Suite struct SelfEvaluationTests {
  private static let fund = "表 自评\n资金 年度资金总额 | 100000 | 100000 | 95000 | 95 | 10 | 9.5\n"
  private static let row = "产出指标/数量指标 | 讲座 | ≥10场 | weight=90"

  @Test(
    arguments: [
      .speaks("E01", "表 自评\n总分 100\n\(row) | actual=10场 | score=90"),
      .speaks(
        "E01",
        "表 部门自评\n总分 100\n产出/数量 | 讲座 | ≥10场 | weight=50 | actual=10场 | score=50\n"
          + "产出/质量 | 合格率 | 90% | weight=40 | actual=92% | score=40\n"
          + "满意度/满意度 | 满意度 | 90% | weight=10 | actual=95% | score=10"
      ),
      .silent("E01", fund + "\(row) | actual=10场 | score=90"),
      .silent("E01", "表 自评\n总分 96\n\(row) | actual=10场 | score=86"),
      .silent("E01", "表 自评\n产出指标/数量指标 | 讲座 | ≥10场 | weight=30\n产出指标/质量指标 | 合格率 | 90% | weight=60"),
      .silent("E01", "表 自评\n总分 100\n产出指标/数量指标 | 讲座 | ≥10场 | weight=30 | actual=10场 | score=30"),
      .speaks("E02", "表 自评\n产出/数量 | 讲座 | ≥10场 | actual=13场"),
      .speaks("E02", "表 自评\n产出/数量 | 服务人次 | ≥1万人次 | actual=26000人次 | deviation=无"),
      .speaks("E02", "表 自评\n产出/质量 | 参与率 | ≥50% | actual=80%"),
      .silent("E02", "表 自评\n产出/数量 | 讲座 | ≥10场 | actual=12场"),
      .silent("E02", "表 自评\n产出/数量 | 讲座 | ≥1场 | actual=2场"),
      .silent("E02", "表 自评\n产出/数量 | 讲座 | ≥10场 | actual=19场 | deviation=新增九场由商会资助"),
      .silent("E02", "表 自评\n产出/成本 | 每场费用 | ≥2000元/场 | actual=6000元/场"),
      .silent("E02", "表 自评\n产出/数量 | 空岗天数 | ≤10天 | actual=30天"),
      .speaks("E03", "表 自评\n资金 合计 | 1328100 | 1328100 | 1000 | 0.08\n产出/数量 | 服务人数 | ≥500人 | actual=748人"),
      .silent("E03", "表 自评\n资金 合计 | 1328100 | 1328100 | 1000 | 0.08\n产出/数量 | 服务人数 | ≥500人 | actual=500人"),
      .silent("E03", "表 自评\n资金 合计 | 1328100 | 1328100 | 99000 | 7.45\n产出/数量 | 服务人数 | ≥500人 | actual=748人"),
      .silent("E03", "表 自评\n资金 合计 | 0 | 0 | 0\n产出/数量 | 服务人数 | ≥500人 | actual=748人"),
      .silent("E03", "表 自评\n资金 合计 | 1328100 | 1328100 | 1000 | 0.08\n产出/质量 | 合格率 | ≥90% | actual=98%"),
      .speaks("E04", "表 自评\n资金 合计 | 100000 | 100000 | 86000 | 86 | 10 | 8.6\n总分 98.6"),
      .speaks("E04", "表 自评\n资金 合计 | 100000 | 100000 | 75000 | 75 | 10 | 7.5 | 招标节约\n总分 79"),
      .silent("E04", "表 自评\n资金 合计 | 100000 | 100000 | 95000 | 95 | 10 | 9.5\n总分 99.5"),
      .silent("E04", "表 自评\n资金 合计 | 100000 | 100000 | 95000 | 95 | 10 | 9.5"),
      .silent("E04", "表 自评\n总分 98"),
    ] as [RuleCase])
  func `scores beside the money`(line: RuleCase) throws { try line.check() }

  @Test(
    arguments: [
      .speaks("E05", "表 自评\n产出/数量 | 讲座 | ≥10场 | actual=9场"),
      .speaks("E05", "表 自评\n产出/质量 | 知晓率 | =100% | actual=98% | deviation=正常"),
      .speaks("E05", "表 自评\n产出/时效 | 完成时间 | 2024年10月底前 | actual=2024年12月"),
      .speaks("E05", "表 自评\n产出/数量 | 讲座 | ≥10场 | actual=部分完成 | deviation=/"),
      .speaks("E05", "表 监控\n产出/数量 | 讲座 | ≥10场 | actual=2场 | forecast=8场"),
      .silent("E05", "表 自评\n产出/数量 | 讲座 | ≥10场 | actual=9场 | deviation=讲师生病，明年补"),
      .silent("E05", "表 自评\n产出/数量 | 讲座 | ≥10场 | actual=10场"),
      .silent("E05", "表 自评\n产出/数量 | 讲座 | ≥10场"),
      .silent("E05", "表 自评\n问题 讲座因场地维修少办一场\n产出/数量 | 讲座 | ≥10场 | actual=9场"),
      .silent("E05", "表 监控\n产出/数量 | 讲座 | ≥10场 | actual=2场 | forecast=10场"),
      .silent("E05", "表 自评\n产出/成本 | 每场费用 | ≤2000元/场 | actual=1800元/场"),
      .speaks("E06", "表 自评\n产出/数量 | 新建泵站 | 1座 | weight=9 | actual=1座 | score=9 | note=主体完工，待验收"),
      .speaks("E06", "表 自评\n实际完成 泵站尚未完工。\n产出/数量 | 新建泵站 | 1座 | weight=9 | actual=1座 | score=9"),
      .silent("E06", "表 自评\n实际完成 泵站尚未完工。\n产出/数量 | 新建泵站 | 1座 | weight=9 | actual=0座 | score=0"),
      .silent("E06", "表 自评\n实际完成 本项目旨在建设宜居村庄，尚未发现问题。\n产出/数量 | 泵站 | 1座 | weight=9 | actual=1座 | score=9"),
      .silent("E06", "表 自评\n实际完成 尚未完工。\n效益/社会效益 | 保障程度 | 提高 | weight=9 | actual=提高 | score=9"),
      .silent("E06", "表 自评\n实际完成 检查在建工程 40 处。\n产出/数量 | 检查 | 40处 | weight=9 | actual=40处 | score=9"),
      .speaks("E07", "表 自评\n产出/成本 | 总成本 | ≤10万元 | weight=10 | actual=12万元 | score=9"),
      .speaks("E07", "表 自评\n成本/经济成本 | 单价 | ≤100元/户 | weight=10 | actual=250元/户 | score=5"),
      .silent("E07", "表 自评\n产出/成本 | 总成本 | ≤10万元 | weight=10 | actual=12万元 | score=8"),
      .silent("E07", "表 自评\n产出/成本 | 总成本 | ≤10万元 | weight=10 | actual=12万元 | score=8.33"),
      .silent("E07", "表 自评\n产出/成本 | 总成本 | ≤10万元 | weight=10 | actual=12万元 | score=5"),
      .silent("E07", "表 自评\n产出/成本 | 总成本 | ≤10万元 | weight=10 | actual=9万元 | score=10"),
      .speaks("E08", "表 自评\n满意度/满意度 | 群众满意度 | ≥90% | actual=100% | note=调查问卷12份"),
      .speaks("E08", "表 自评\n满意度/满意度 | 群众满意度 | ≥90% | actual=100% | deviation=未收到投诉"),
      .silent("E08", "表 自评\n满意度/满意度 | 群众满意度 | ≥90% | actual=100%"),
      .silent("E08", "表 自评\n满意度/满意度 | 群众满意度 | ≥90% | actual=97% | note=问卷调查150份，无投诉"),
      .silent("E08", "表 自评\n满意度/满意度 | 学员满意度 | ≥90% | actual=97% | note=向全部学员12人发放问卷12份"),
      .silent("E08", "表 自评\n产出/质量 | 服务质量 | ≥90% | actual=97% | note=无投诉"),
      .speaks("E09", "表 自评\n产出/时效 | 工期 | 2024年内 | actual=2024年6月1日-2024年3月1日"),
      .silent("E09", "表 自评\n产出/时效 | 完工 | 2024年内 | actual=2024-11-20 | note=2024-11-20验收"),
      .silent("E09", "表 自评\n产出/时效 | 完工 | 2024年内 | actual=2024-11-20 | note=2024-03-01开工"),
      .silent("E09", "表 自评\n产出/时效 | 完工 | 2024年内 | actual=2024年13月40日 | note=验收2024-01-01"),
      .speaks("E10", "表 自评\n效益/社会效益 | 环境 | 改善 | weight=10 | actual=部分达成 | score=5"),
      .speaks("E10", "表 自评\n效益/社会效益 | 环境 | 改善 | weight=10 | actual=达成预期指标 | score=7"),
      .speaks("E10", "表 自评\n效益/社会效益 | 环境 | 改善 | weight=10 | actual=未达成 | score=6.5"),
      .silent("E10", "表 自评\n效益/社会效益 | 环境 | 改善 | weight=10 | actual=部分达成 | score=8"),
      .silent("E10", "表 自评\n效益/社会效益 | 环境 | 改善 | weight=10 | actual=部分达成 | score=6"),
      .silent("E10", "表 自评\n效益/社会效益 | 环境 | 改善 | weight=10 | actual=有所改善 | score=3"),
    ] as [RuleCase])
  func `rows beside their words`(line: RuleCase) throws { try line.check() }

  @Test(
    arguments: [
      .speaks("E11", "表 自评\n资金 合计 | 90000 | 90000 | 45000 | 55"),
      .speaks("E11", "表 自评\n资金 合计 | 90000 | 90000 | 45000 | 50 | 10 | 8"),
      .speaks("E11", fund + "产出/数量 | 讲座 | ≥10场 | weight=10 | actual=10场 | score=12"),
      .speaks("E11", "表 自评\n产出/数量 | 讲座 | ≥10场 | weight=20 | actual=5场 | score=15 | deviation=停课"),
      .speaks("E11", "表 监控\n资金 合计 | 90000 | | 45000 | 75"),
      .silent("E11", "表 自评\n资金 合计 | 250000 | 250000 | 215457.60 | 86.19 | 10 | 8.62"),
      .silent("E11", "表 自评\n资金 合计 | 250000 | 250000 | 215457.60 | 86.1 | 10 | 8.6"),
      .silent("E11", "表 自评\n资金 合计 | 250000 | 250000 | 215457.60 | 0.86 | 10 | 8.61"),
      .silent("E11", "表 自评\n资金 合计 | 0 | 0 | 0 | 0 | 10 | 10"),
      .silent("E11", "表 自评\n资金 合计 | 90000 | 90000 | 99000 | 100 | 10 | 10"),
      .silent("E11", "表 自评\n产出/数量 | 讲座 | ≥10场 | weight=20 | actual=5场 | score=10 | deviation=停课"),
      .silent("E11", "表 自评\n总分 90\n产出/数量 | 讲座 | 9场 | weight=50 | score=50\n产出/质量 | 率 | 9% | weight=40"),
      .speaks("E12", "表 自评\n资金 合计 | 90000 | 90000 | 45000 | 50"),
      .speaks("E12", "表 自评\n资金 合计 | 90000 | 100000 | 99000 | 99"),
      .silent("E12", "表 自评\n资金 合计 | 90000 | 90000 | 45000 | 50\n问题 招标推迟，资金次年支付"),
      .silent("E12", "表 自评\n资金 合计 | 90000 | 90000 | 81000 | 90"),
      .silent("E12", "表 自评\n资金 合计 | 90000 | 95000 | 94000 | 98.95"),
      .silent("E12", "表 自评\n资金 合计 | | | 94000"),
      .speaks("E13", "表 监控\n资金 合计 | 90000 | | 9000 | 10\n产出/质量 | 合格率 | ≥95% | actual=96% | likelihood=确定能"),
      .speaks("E13", "表 监控\n产出/质量 | 合格率 | ≥95% | actual=80% | likelihood=确定能"),
      .speaks("E13", "表 监控\n产出/数量 | 讲座 | ≥12场 | forecast=9场 | likelihood=确定能"),
      .silent("E13", "表 监控\n产出/数量 | 讲座 | ≥12场 | actual=1场 | likelihood=有可能"),
      .silent("E13", "表 监控\n产出/数量 | 讲座 | ≥12场 | actual=5场 | likelihood=确定能"),
      .silent("E13", "表 监控\n产出/时效 | 完成时间 | 12月底前 | actual=按进度推进 | likelihood=确定能"),
      .silent("E13", "表 监控\n产出/成本 | 每场费用 | ≤1万元 | actual=0.9万元 | likelihood=确定能"),
    ] as [RuleCase])
  func `sums, notes and lights`(line: RuleCase) throws { try line.check() }

  @Test(
    arguments: [
      .speaks("E14", "表 自评\n产出/时效 | 完工 | 2024年9月底前 | weight=9 | actual=2024年11月 | score=9 | deviation=多雨"),
      .speaks("E14", "表 自评\n产出/质量 | 到位率 | 100% | weight=10 | actual=100% | score=7"),
      .silent("E14", "表 自评\n产出/成本 | 总价 | ≤9万元 | weight=10 | actual=10万元 | score=10"),
      .silent("E14", "表 自评\n产出/数量 | 讲座 | ≥1000场 | weight=10 | actual=999.9场 | score=10 | deviation=取整"),
      .silent("E14", "表 自评\n产出/数量 | 讲座 | ≥10场 | weight=10 | actual=10场 | score=10"),
      .silent("E14", "表 自评\n产出/数量 | 讲座 | ≥10场 | weight=10 | actual=10场"),
      .speaks("E15", "表 自评\n产出/数量 | 讲座 | ≥10场 | actual=良好"),
      .speaks("E15", "表 自评\n产出/数量 | 讲座 | ≥10场 | actual=≥10场"),
      .silent("E15", "表 自评\n产出/数量 | 讲座 | 735 | operator=≧ | unit=场 | actual=735"),
      .silent("E15", "表 自评\n产出/质量 | 完成率 | 100% | actual=已完成"),
      .silent("E15", "表 自评\n效益/社会效益 | 环境 | 改善 | actual=改善"),
      .silent("E15", "表 自评\n产出/时效 | 完成时间 | 12月底前 | actual=按时完成"),
      .silent("E16", "表 自评\n资金 合计 | 80000 | 80000 | 76000\n产出/成本 | 每户成本 | ≤800元/户 | actual=760元/户"),
      .silent("E16", "表 自评\n资金 合计 | 80000 | 80000 | 76000\n产出/成本 | 车辆购置成本 | ≤8万元 | actual=1万元"),
      .silent("E17", "表 自评\n资金 合计 | 80000 | 90000 | 76000\n产出/数量 | 讲座 | ≥8场 | actual=8场"),
      .silent("E17", "表 自评\n资金 合计 | | 90000 | 76000\n产出/数量 | 讲座 | ≥8场 | actual=8场"),
      .speaks("E18", "表 监控\n资金 合计 | 80000 | | 5000\n资金 财政拨款 | 70000 | | 5000\n资金 其他资金 | 20000"),
      .silent("E18", "表 自评\n资金 合计 | 80000\n资金 财政拨款 | 80000\n资金 中央补助 | 30000\n资金 区级资金 | 50000"),
      .silent("E18", "表 自评\n资金 合计 | 1234500\n资金 财政拨款 | 1000000\n资金 其他资金 | 234600"),
      .silent("E18", "表 自评\n资金 财政拨款 | 80000\n资金 其他资金 | 20000"),
      .silent("E18", "表 自评\n资金 年度资金总额 | 80000\n资金 其他资金"),
    ] as [RuleCase])
  func `scores, actuals and sources`(line: RuleCase) throws { try line.check() }

  @Test func `a template without any actual gives nothing`() {
    let (form, _) = ExampleForm.read(
      """
      表 自评
      资金 年度资金总额 | | | | | 10
      产出指标/数量指标 | 讲座 | ≥10场 | weight=50
      效益指标/社会效益指标 | 知晓率 | ≥80% | weight=30
      满意度指标/服务对象满意度指标 | 听众满意度 | ≥90% | weight=10
      """)
    let found = FormReview().run(ReviewSubject(form: form, rules: .national)).findings
    #expect(found.filter { $0.rule.hasPrefix("E") }.isEmpty, "\(found.map(\.message))")
  }

  @Test func `a sound self-evaluation gives nothing`() {
    let (form, _) = ExampleForm.read(
      """
      表 自评
      名称 乡村医生培训
      资金 年度资金总额 | 120000 | 120000 | 117600 | 98 | 10 | 9.8
      资金 当年财政拨款 | 120000 | 120000 | 117600
      总分 98.3
      产出指标/数量指标 | 培训人数 | ≥60人 | weight=30 | actual=57人 | score=28.5 | deviation=三人调离
      产出指标/质量指标 | 考核合格率 | ≥95% | weight=20 | actual=98.2% | score=20
      效益指标/社会效益指标 | 门诊量增长率 | ≥3% | weight=30 | actual=3.4% | score=30
      满意度指标/服务对象满意度指标 | 学员满意度 | ≥90% | weight=10 | actual=96.5% | score=10
      """)
    let found = FormReview().run(ReviewSubject(form: form, rules: .national)).findings
    #expect(found.isEmpty, "\(found.map(\.message))")
  }
}
