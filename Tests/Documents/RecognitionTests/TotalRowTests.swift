// Rows of indicator tables that sum up others: where they stand, what they end, which of them is the result.
import Testing

@Suite struct TotalRowTests {
  private func form(_ rows: String) throws -> Reading {
    try Reading(
      """
      项目支出绩效自评表
      项目名称 | 河道清淤 | < | < | < | < | <
      一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分
      \(rows)
      """)
  }

  @Test(arguments: ["小计 | < | < | <", "小计 |  |  | ", "产出指标小计 | < | < | <", "产出指标 | 小计 | < | <"])
  func `a subtotal does not end the table`(label: String) throws {
    let reading = try form(
      """
      产出指标 | 数量指标 | 清淤长度 | ≥12公里 | 13公里 | 50 | 48
      \(label) |  | 50 | 48
      效益指标 | 社会效益指标 | 受益村数 | ≥30个 | 31个 | 50 | 45
      小计 | < | < | < |  | 50 | 45
      总分 | < | < | < |  | 100 | 93
      """)
    #expect(reading.indicators("level1 name score") == ["产出指标 | 清淤长度 | 48", "效益指标 | 受益村数 | 45"])
    #expect(reading.field("totalScore") == "93")
  }

  @Test(arguments: ["☑优　□良　□中　□差", "优☑ 良□ 中□ 差□", "优"])
  func `the grade beside the score may be ticked`(grade: String) throws {
    let reading = try form(
      """
      产出指标 | 数量指标 | 清淤长度 | ≥12公里 | 13公里 | 50 | 48
      自评得分 | 97.6 | < | < | 自评等级 | \(grade) | <
      """)
    #expect(reading.field("totalScore") == "97.6" && reading.field("grade") == "优")
  }

  @Test(arguments: ["待2025年3月评定", "详见附件3", "98,3", "1O0", "#DIV/0!"])
  func `what is no score is told and not taken`(score: String) throws {
    let total = try form("产出指标 | 数量指标 | 清淤长度 | ≥12公里 | 13公里 | 50 | 48\n总分 | < | < | < |  | 100 | \(score)")
    #expect(total.field("totalScore") == nil && total.rules.contains("R15"))
    let reading = try form(
      "产出指标 | 数量指标 | 清淤长度 | ≥12公里 | 13公里 | 50 | 48\n得分: \(score) | < | < | < | < | < | <")
    #expect(reading.field("totalScore") == nil)
  }

  @Test func `a total may stand beside a merged level, or above the rows`() throws {
    let reading = try form(
      """
      合计 | < | < | < |  | 100 | 93
      产出指标 | 数量指标 | 清淤长度 | ≥12公里 | 13公里 | 50 | 48
      ^ | 小计 | < | < | < | 50 | 48
      效益指标 | 社会效益指标 | 受益村数 | ≥30个 | 31个 | 50 | 45
      ^ | 小计 | < | < | < | 50 | 45
      """)
    #expect(reading.indicators("level1 level2 name") == ["产出指标 | 数量指标 | 清淤长度", "效益指标 | 社会效益指标 | 受益村数"])
    #expect(reading.field("totalScore") == "93")
  }

  @Test(
    arguments: [
      ("合计 | < | < | < | < | 100 | 90⏐总分 | < | < | < | < | 110 | 99", "99"),
      ("总分 | < | < | < | < | 110 | 99⏐合计 | < | < | < | < | 100 | 90", "99"),
      ("合计 | < | < | < | < | 100 | 90⏐总计 | < | < | < | < | 110 | 99", "99"),
      ("产出指标小计 | < | < | < | < | 50 | 48", nil), ("小计 | < | < | < | < | 100 | 93", "93"),
    ] as [(String, String?)])
  func `the result counts, else the last total of the whole`(totals: String, score: String?) throws {
    let reading = try form(
      """
      产出指标 | 数量指标 | 清淤长度 | ≥12公里 | 13公里 | 50 | 48
      \(totals.replacing("⏐", with: "\n"))
      """)
    #expect(reading.indicators("name") == ["清淤长度"])
    #expect(reading.field("totalScore") == score)
  }

  @Test(arguments: ["权重合计 | < | < | 100", "分值合计 | < | < | 100", "合计 | < | < |", "一级指标合计 |  |  | 100"])
  func `a named total is no indicator`(row: String) throws {
    let reading = try Reading(
      """
      项目支出绩效目标表
      项目名称 | 河道清淤 | < | <
      一级指标 | 二级指标 | 三级指标 | 指标值
      产出指标 | 数量指标 | 清淤长度 | ≥12公里
      \(row)
      """)
    #expect(reading.indicators("name") == ["清淤长度"])
  }

  @Test func `an indicator may be named after a total`() throws {
    let reading = try form(
      """
      产出指标 | 数量指标 | 补助人数合计 | 300人 | 310人 | 30 | 30
      ^ | ^ | 出动人次总计 | 500人次 | 520人次 | 20 | 20
      ^ | 成本指标 | 费用合计 | 30万元 | 29万元 | 20 | 20
      """)
    #expect(reading.indicators("level2 name") == ["数量指标 | 补助人数合计", "数量指标 | 出动人次总计", "成本指标 | 费用合计"])
  }

  @Test func `what stands below the last total is no indicator`() throws {
    let reading = try form(
      """
      产出指标 | 数量指标 | 清淤长度 | ≥12公里 | 13公里 | 50 | 48
      合计 | < | < | < | < | 100 | 93
      评分说明 | 得分一档最高不能超过该指标分值上限 | < | < | < | < | <
      经办 | 张三 | 2025年3月 |  |  |  |
      """)
    #expect(reading.indicators("name") == ["清淤长度"])
    #expect(reading.field("totalScore") == "93")
  }
}
