// Per-units before and behind the number.

import Testing

@testable import IndicatorValues

@Suite struct PerUnitTests {
  @Test(arguments: rows)
  func `per-units are read in any order`(line: String, expected: String) {
    #expect(ValueSummary.of(line: line) == expected)
  }

  /// What is written (name and level 2 behind tabs), and what it means as `ValueSummary` puts it.
  static let rows: [(String, String)] = [
    ("1000元/户", "measure 1000 [元] /户"),
    ("800元/队/场次", "measure 800 [元] /队·场次"),
    ("24000元/年/名", "measure 24000 [元] /年·人"),
    ("583元/人*月", "measure 583 [元] /人·月"),
    ("583元/人·月", "measure 583 [元] /人·月"),
    ("400元/人、天", "measure 400 [元] /人·天"),
    ("80元/人.天", "measure 80 [元] /人·天"),
    ("1130元/月/人", "measure 1130 [元] /月·人"),
    ("每亩300", "measure 300 [元] /亩 !moneyUnderstood"),
    ("36.66元每月", "measure 36.66 [元] /月"),
    ("800元每亩", "measure 800 [元] /亩"),
    ("1000元一户", "measure 1000 [元] /户"),
    ("每人每年1200元", "measure 1200 [元] /人·年"),
    ("每人每月不低于500元", "measure ≥ 500 [元] /人·月"),
    ("每户补助2000元", "measure 2000 [元] /户 «补助»"),
    ("每生每年1000元", "measure 1000 [元] /生·年"),
    ("每困难家庭500元", "measure 500 [元] /困难家庭"),
    ("每场不超过1万元", "measure ≤ 10000 [元] /场"),
    ("人均200元", "measure 200 [元] /人"),
    ("人均≤200元", "measure ≤ 200 [元] /人"),
    ("户均增收1000元以上", "measure ≥ 1000 [元] /户 «增收»"),
    ("人均培训成本≤400元", "measure ≤ 400 [元] /人 «培训成本»"),
    ("10.5万/人", "measure 105000 [元] /人 !moneyUnderstood"),
    ("≤500/人", "measure ≤ 500 [元] /人 !moneyUnderstood"),
    ("≤5万元/村", "measure ≤ 50000 [元] /村"),
    ("1000元/学生/学期", "measure 1000 [元] /学生·学期"),
    ("100元/人（次）", "measure 100 [元] /人次"),
    ("300元/台（套）", "measure 300 [元] /台"),
    ("5名/万人", "measure 5 [人] /万人"),
    ("每千人3张床位", "measure 3 [张] /千人 «床位»"),
    ("30人/场", "measure 30 [人] /场"),
    ("500份/期", "measure 500 [份] /期"),
    ("24小时/天", "measure 24 [小时] /天"),
    ("3个月/次", "measure 3 [月] /次"),
    ("≥8个政府部门/企业支持", "measure ≥ 8 [个] «政府部门/企业支持»"),
    ("≥5个单位/个人的支持或捐赠", "measure ≥ 5 [个] «单位/个人的支持或捐赠»"),
    ("30场/50人", "composite and{measure 30 [场] ; measure 50 [人]}"),
    ("年均增长5%", "measure 5 [%] «年均增长»"),
    ("按每人每月300元标准发放", "measure 300 [元] /人·月 «按标准发放»"),
  ]
}
