// Every field of a record says where it stood and how sure the reading is.
import Findings
import Tables
import Testing

@testable import Recognition

@Suite struct ProvenanceTests {
  private let drawings = [
    """
    临溪县项目支出绩效目标批复表
    项目名称 | 河道清淤（20250000017） | < | < | <
    项目类型 | 32-特定目标类 | 项目等级 | 二级项目 | <
    主管部门 | 713-临溪县水务局 | 用款单位 | 713001临溪县河道所 | <
    实施周期 | 2024年1月至2026年12月 | < | < | <
    年度资金总额（万元） | 36.5 | 其中：财政拨款 | 36 | <
    其他资金 | 0.5 | 资金用途 | 清淤 | <
    支出计划 | 3月底 | 6月底 | 9月底 | 12月底
    ^ | 10% | 40% | 80% | 100%
    绩效目标 | 疏浚。 | < | < | <
    一级指标 | 二级指标 | 三级指标 | 指标值 | 备注
    产出指标 | 数量指标 | 清淤长度 | ≥12公里 | 无
    ^ | 质量指标 | 验收合格率 | 100% |
    批复单位 | 临溪县财政局 | 批复意见 | 同意 | <
    """,
    """
    项目支出绩效自评表
    （2024年度）
    项目名称 | 河道清淤 | < | < | < | <
    项目资金（万元） |  | 年初预算数 | 全年预算数 | 全年执行数 | 执行率
    ^ | 资金总额 | 40 | 36.5 | 31.12 | 85.26%
    年度目标 | 预期目标 | < | 实际完成情况 | < | <
    ^ | 疏浚12公里。 | < | 疏浚13公里。 | < | <
    一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 得分
    产出指标 | 数量指标 | 清淤长度 | ≥12公里 | 13公里 | 50
    总分 | < | < | < | 100 | 96.5
    自评等级 | 优 | 存在问题 | 汛期停工。 | 改进措施 | 提前备料。
    """,
    """
    部门整体支出绩效目标申报表
    （2025年度）
    部门名称 | 临溪县水务局 | < | < | <
    财政供养人员数 | 46 | 下属二级单位数 | 3 | <
    部门预算支出（元） | 基本支出 | 620 | 项目支出 | 380
    总体绩效目标 | 保障安全。 | < | < | <
    重点工作任务 | 任务名称 | 主要内容 | 预算金额（元） | 预期目标
    ^ | 河道管护 | 疏浚。 | 365 | 通畅
    绩效指标 | 一级指标 | 二级指标 | 三级指标 | 指标值
    ^ | 产出指标 | 数量指标 | 清淤长度 | ≥12公里
    """,
    """
    临溪县水务局2025年部门整体绩效目标
    一、总体绩效目标
    保障全县河道安全。
    二、分项绩效目标
    （一）河道管护
    绩效目标：疏浚干渠12公里。
    绩效指标：清淤长度≥12公里。
    三、工作保障措施
    加强资金监管。
    """,
    """
    河道清淤项目绩效目标
    项目名称：河道清淤
    产出指标：数量指标：清淤长度≥12公里；质量指标：验收合格率100%
    """,
    """
    项目绩效目标表
    单位名称 | 项目名称 | 预算金额（元） | 一级指标 | 二级指标 | 三级指标 | 指标值
    临溪县河道所 | 河道清淤 | 365000 | 产出指标 | 数量指标 | 清淤长度 | ≥12公里
    """,
    """
    项目绩效目标公开表
    序号 | 项目名称 | 预算金额（元） | 绩效指标
    1 | 河道清淤 | 365000 | 产出指标：数量指标：清淤长度≥12公里
    """,
    """
    2025年补助资金绩效目标分解表
    单位名称 | 金额（万元） | 产出指标 | < | 效益指标
    ^ | ^ | 数量指标 | 质量指标 | 社会效益指标
    ^ | ^ | 清淤长度（公里） | 验收合格率 | 受益村数
    临溪镇 | 12 | ≥5 | 100% | ≥12个
    """,
  ]

  @Test(arguments: 0..<8) func `every field has a place and a confidence`(index: Int) throws {
    let reading = try Reading(drawings[index])
    #expect(reading.forms.count == 1)
    let form = try #require(reading.result.forms.first)
    let fields = reading.record().keys.filter { $0 != "kind" && !$0.hasSuffix("/month") }.sorted()
    #expect(fields.filter { form.provenance[$0] == nil } == [])
    #expect(fields.filter { form.confidence[$0] == nil } == [])
    #expect(form.confidence.values.allSatisfy { (1...100).contains($0) })
  }

  @Test(arguments: 0..<8) func `no place and no confidence is told of a field that is absent`(index: Int)
    throws
  {
    let reading = try Reading(drawings[index])
    let form = try #require(reading.result.forms.first)
    let record = reading.record()
    #expect(form.provenance.keys.filter { record[$0] == nil }.sorted() == [])
    #expect(form.confidence.keys.filter { record[$0] == nil }.sorted() == [])
  }

  @Test func `places count rows and columns of their table from 1`() throws {
    let reading = try Reading(drawings[0])
    let form = try #require(reading.result.forms.first)
    #expect(form.provenance["title"] == Place(line: 1))
    #expect(form.provenance["project/name"] == Place(table: 1, row: 1, column: 2))
    #expect(form.provenance["unit/code"] == Place(table: 1, row: 3, column: 4))
    #expect(form.provenance["indicators/0/name"] == Place(table: 1, row: 11, column: 3))
    #expect(form.provenance["indicators/1/level1"] == Place(table: 1, row: 11, column: 1))
    #expect(form.provenance["indicators/1/annualValue"] == Place(table: 1, row: 12, column: 4))
  }

  @Test func `what was inferred is less sure than what was printed, and told`() throws {
    let reading = try Reading(
      """
      项目支出绩效目标表
      项目名称 | 河道清淤 | < | <
      一级指标 | 二级指标 | 三级指标 | 指标值
      产出指标 | 数量指标 | 清淤长度 | ≥12公里
       | 社会效益指标 | 受益村数 | ≥30个
      """)
    let form = try #require(reading.result.forms.first)
    let sure = try #require(form.confidence["indicators/0/name"])
    let unsure = try #require(form.confidence["indicators/1/name"])
    #expect(sure >= 95)
    #expect(unsure < Recognizer.doubtBelow)
    #expect(reading.result.findings.map(\.field) == ["indicators/1"])
    #expect(reading.rules == ["R10"])
  }

  @Test func `running text is less sure than a table`() throws {
    let table = try #require(try Reading(drawings[0]).result.forms.first)
    let text = try #require(try Reading(drawings[4]).result.forms.first)
    let sure = try #require(table.confidence["indicators/0/name"])
    let lessSure = try #require(text.confidence["indicators/0/name"])
    #expect(lessSure < sure)
  }
}
