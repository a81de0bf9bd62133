// Shares, and measures that carry a subject.

import Testing

@testable import IndicatorValues

@Suite struct ShareTests {
  @Test(arguments: rows)
  func `a measure keeps the words around it as its subject`(line: String, expected: String) {
    #expect(ValueSummary.of(line: line) == expected)
  }

  /// What is written (name and level 2 behind tabs), and what it means as `ValueSummary` puts it.
  static let rows: [(String, String)] = [
    ("100%", "measure 100 [%]"),
    ("≥95％", "measure ≥ 95 [%]"),
    ("≥ 95 %", "measure ≥ 95 [%]"),
    ("100百分比", "measure 100 [%]"),
    ("0.9‰", "measure 0.9 [‰]"),
    ("5个百分点", "measure 5 [百分点]"),
    ("≥0.97比例", "measure ≥ 0.97 [比例]"),
    ("百分之九十五", "measure 95 [%]"),
    ("百分百", "measure 100 [%]"),
    ("九成以上", "measure ≥ 90 [%]"),
    ("八成五以上", "measure ≥ 85 [%]"),
    ("七成三", "measure 73 [%]"),
    ("三成左右", "measure ≈ 30 [%]"),
    ("1倍", "measure 1 [倍]"),
    ("100%完成", "measure 100 [%] «完成»"),
    ("慰问覆盖率100%", "measure 100 [%] «慰问覆盖率»"),
    ("人员100%考核合格", "measure 100 [%] «人员考核合格»"),
    ("100%为残疾困难儿童", "measure 100 [%] «为残疾困难儿童»"),
    ("覆盖率达到100%", "measure 100 [%] «覆盖率»"),
    ("群众满意度达95%以上", "measure ≥ 95 [%] «群众满意度»"),
    ("达到100%", "measure 100 [%]"),
    ("力争达到95%以上", "measure ≥ 95 [%]"),
    ("预计50场", "measure 50 [场]"),
    ("确保100%", "measure 100 [%]"),
    ("持有救生员证书≥4人", "measure ≥ 4 [人] «持有救生员证书»"),
    ("比上年增长8%以上", "measure ≥ 8 [%] «比上年增长»"),
    ("按计划100%完成", "measure 100 [%] «按计划完成»"),
    ("不少于2次培训", "measure ≥ 2 [次] «培训»"),
    ("60岁以上老人200人", "measure 200 [人] «60岁以上老人»"),
    ("7岁以下儿童建档率≥90%", "measure ≥ 90 [%] «7岁以下儿童建档率»"),
    ("2023年新增就业500人", "measure 500 [人] «2023年新增就业»"),
    ("30场（含线上10场）", "measure 30 [场] «含线上10场»"),
    ("及时率100%", "measure 100 [%] «及时率»"),
    ("共享率100%", "measure 100 [%] «共享率»"),
    ("计划完成率≥95%", "measure ≥ 95 [%] «计划完成率»"),
    ("违规行为0起", "measure 0 [起] «违规行为»"),
    ("参与30人", "measure 30 [人] «参与»"),
    ("节约10万元", "measure 100000 [元] «节约»"),
    ("1比20", "measure 1/20 [比例]"),
    ("零事故", "measure 0 «事故»"),
    ("0投诉", "measure 0 «投诉» !unitMissing"),
    ("零投诉", "measure 0 «投诉»"),
    ("事故零发生", "measure 0 «事故发生»"),
    ("安全事故为0", "measure 0 «安全事故» !unitMissing"),
    ("重大安全事故0起", "measure 0 [起] «重大安全事故»"),
    ("零距离服务", "qualitative"),
  ]
}
