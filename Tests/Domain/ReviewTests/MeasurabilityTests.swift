// Rules of measurability and place on cases of many fields, as many silent as speaking.
import Model
import Review
import RuleSets
import Testing

@Suite struct MeasurabilityTests {
  private func speaks(_ code: String, _ form: String) throws -> Bool {
    let unknown = ExampleForm.read(form).unknownLines
    #expect(unknown.isEmpty)
    let rule = try #require(RuleCatalogue.rule(code))
    return !rule.check(ExampleForm.subject(form, rules: .national)).isEmpty
  }

  @Test(arguments: [
    ("M01", "效益指标/社会效益指标 | 校园文化氛围 | 显著提升"), ("M01", "产出指标/数量指标 | 编制规划文本 | 完成"),
    ("M01", "效益指标/可持续影响指标 | 长效机制 | 长期"), ("M01", "产出指标/质量指标 | 绿化养护效果 | 优"),
    ("M02", "满意度指标/服务对象满意度指标 | 学生家长满意度 | 比较满意"),
    ("M02", "满意度指标/服务对象满意度指标 | 患者满意度 | ≥3个"), ("M02", "效益指标/满意度指标 | 企业满意度 | 良好"),
    ("M03", "效益指标/社会效益指标 | 医保参保率 | 提高"), ("M03", "产出指标/质量指标 | 设备完好率 | ≥5台"),
    ("M03", "产出指标/质量指标 | 公厕达标率 | 是"), ("M04", "产出指标/数量指标 | 苗木成活率 | ≥90%"),
    ("M05", "产出指标/质量指标 | 培训教师人数 | ≥40人"), ("M05", "产出指标/质量指标 | 参赛队伍 | ≥12支"),
    ("M06", "产出指标/质量指标 | 增强群众安全感 | ≥90%"), ("M07", "产出指标/时效指标 | 工程进度 | 按计划推进"),
    ("M07", "产出指标/时效指标 | 宣传手册 | ≥500册"), ("M08", "产出指标/时效指标 | 资金拨付及时率 | 100%"),
    ("M09", "成本指标/经济成本指标 | 资金使用率 | ≥95%"), ("M11", "产出指标/成本指标 | 人均培训费 | ≥400元/人"),
    ("M12", "产出指标/质量指标 | 安全生产事故 | ≥2起"), ("M12", "产出指标/质量指标 | 水质达标率 | ≤95%"),
    ("M16", "效益指标/生态效益指标 | 保护湿地生态 | ≥95%"), ("M17", "产出指标/数量指标 | 开展巡查，及时上报 | ≥12次"),
    ("M18", "产出指标/数量指标 | 巡查次数 | ≥12次 | description=巡查次数。"),
    ("M20", "产出指标/数量指标 | 巡查次数 | 12次以上"),
    ("M22", "产出指标/数量指标 | 巡查次数 | ≥12次 | basis=工作台账"), ("M24", "产出指标/成本指标 | 企业捐赠金额 | ≥5万元"),
  ])
  func `a rule speaks where a reviewer would`(code: String, form: String) throws {
    #expect(try speaks(code, form))
  }

  @Test(arguments: [
    ("M01", "效益指标/社会效益指标 | 低保对象 | 应保尽保"), ("M01", "产出指标/质量指标 | 安全事故 | 无事故"),
    ("M01", "产出指标/质量指标 | 工程质量 | 合格"), ("M01", "产出指标/质量指标 | 考核结果 | 优 | note=优：≥90分；良：≥80分"),
    ("M01", "效益指标/社会效益指标 | 居民知晓 | "), ("M02", "满意度指标/服务对象满意度指标 | 患者满意度 | 95%"),
    ("M02", "满意度指标/服务对象满意度指标 | 患者满意度 | ≥90"), ("M03", "产出指标/数量指标 | 巡查频率 | 2次/月"),
    ("M03", "效益指标/社会效益指标 | 办事效率 | 提高"), ("M03", "产出指标/质量指标 | 完好率 | ≥98%"),
    ("M03", "效益指标/社会效益指标 | 发病率 | ≤3‰"), ("M04", "产出指标/数量指标 | 任务完成率 | 100%"),
    ("M05", "产出指标/质量指标 | 返工次数 | ≤1次"), ("M05", "产出指标/质量指标 | 验收合格率 | 100%"),
    ("M06", "产出指标/质量指标 | 群众安全感调查完成率 | 100%"), ("M07", "产出指标/时效指标 | 完成时间 | 2026年10月"),
    ("M07", "产出指标/时效指标 | 办结时限 | ≤5个工作日"), ("M07", "产出指标/时效指标 | 每月巡查次数 | ≥4次"),
    ("M08", "产出指标/时效指标 | 高龄补贴发放及时率 | 100%"), ("M09", "成本指标/经济成本指标 | 单位造价 | ≤300元/平方米"),
    ("M11", "产出指标/成本指标 | 人均培训费 | ≤400元/人"), ("M11", "产出指标/成本指标 | 成本节约额 | ≥2万元"),
    ("M12", "产出指标/质量指标 | 投诉办结率 | ≥95%"), ("M12", "产出指标/质量指标 | 事故发生数 | 0起"),
    ("M16", "效益指标/社会效益指标 | 受益村覆盖率 | ≥95%"), ("M16", "效益指标/社会效益指标 | 农民收入 | 增长5%"),
    ("M17", "效益指标/社会效益指标 | 农村生活污水处理设施正常运行率 | ≥90%"), ("M18", "产出指标/数量指标 | 巡查次数 | ≥12次 | description=全年巡查的次数"),
    ("M20", "产出指标/数量指标 | 巡查次数 | ≥12次"), ("M22", "产出指标/数量指标 | 巡查次数 | ≥12次 | basis=年度工作计划"),
    ("M24", "产出指标/成本指标 | 低收入家庭补助标准 | ≤500元/户"),
  ])
  func `a rule is silent where a reviewer would be`(code: String, form: String) throws {
    #expect(try !speaks(code, form))
  }

  @Test func `a cell has one finding, the most specific one`() {
    let (form, _) = ExampleForm.read("满意度指标/服务对象满意度指标 | 群众满意度 | 满意")
    let rules = FormReview().run(ReviewSubject(form: form, rules: .national)).findings.map(\.rule)
    #expect(rules.contains("M02"))
    #expect(!rules.contains("M01") && !rules.contains("M03"))
  }

  @Test func `words of several rows are one finding over the table`() throws {
    let (form, _) = ExampleForm.read(
      """
      效益指标/社会效益指标 | 校园氛围 | 提升
      效益指标/社会效益指标 | 办学水平 | 提高
      """)
    let findings = FormReview().run(ReviewSubject(form: form, rules: .national)).findings
    let words = try #require(findings.first { $0.rule == "M01" })
    #expect(findings.count { $0.rule == "M01" } == 1)
    #expect(words.shownField == "indicators")
    #expect(words.fields == ["indicators/0/annualValue", "indicators/1/annualValue"])
  }

  @Test(arguments: ["M04", "M05", "M06", "M11", "M20", "M24"])
  func `accepting a proposal removes its finding`(code: String) throws {
    let rule = try #require(RuleCatalogue.rule(code))
    let (form, _) = ExampleForm.read(rule.example)
    let finding = try #require(rule.check(ReviewSubject(form: form, rules: .national)).first)
    let choice = try #require(finding.proposal?.choices.first)
    let mended = form.applying(choice.edits)
    #expect(mended != form)
    #expect(rule.check(ReviewSubject(form: mended, rules: .national)).isEmpty)
  }
}
