// Units and what belongs to them.

import Testing

@testable import IndicatorValues

@Suite struct UnitTests {
  @Test(arguments: rows)
  func `a unit is the plain one and an unknown counter is kept`(line: String, expected: String) {
    #expect(ValueSummary.of(line: line) == expected)
  }

  /// What is written (name and level 2 behind tabs), and what it means as `ValueSummary` puts it.
  static let rows: [(String, String)] = [
    ("3人", "measure 3 [人]"),
    ("15名", "measure 15 [人]"),
    ("2000人次", "measure 2000 [人次]"),
    ("30人（次）", "measure 30 [人次]"),
    ("≥5场（次）", "measure ≥ 5 [场次]"),
    ("≥50户（次）", "measure ≥ 50 [户次]"),
    ("10套（台）", "measure 10 [套]"),
    ("12km", "measure 12 [公里]"),
    ("500㎡", "measure 500 [平方米]"),
    ("500 m²", "measure 500 [平方米]"),
    ("20kg", "measure 20 [公斤]"),
    ("5公顷", "measure 5 [公顷]"),
    ("60dB", "measure 60 [分贝]"),
    ("20℃", "measure 20 [摄氏度]"),
    ("4核", "measure 4 [核]"),
    ("80M", "measure 80 [M]"),
    ("300盏", "measure 300 [盏]"),
    ("5畦", "measure 5 [畦]"),
    ("30志愿者", "measure 30 «志愿者» !unitMissing"),
    ("5个项目", "measure 5 [个] «项目»"),
    ("10家企业", "measure 10 [家] «企业»"),
    ("20名以上教师", "measure ≥ 20 [人] «教师»"),
    ("8部门", "measure 8 [部门]"),
    ("5万元", "measure 50000 [元]"),
    ("￥5000", "measure 5000 [元]"),
    ("人民币5000元", "measure 5000 [元]"),
    ("5000元整", "measure 5000 [元]"),
    ("30（场）", "measure 30 [场]"),
    ("(30场)", "measure 30 [场]"),
    ("4辆车", "measure 4 [辆] «车»"),
    ("3项目标", "measure 3 [项] «目标»"),
    ("5支队伍", "measure 5 [支] «队伍»"),
    ("20人工作组", "measure 20 [人] «工作组»"),
    ("30人·次", "measure 30 [人次]"),
    ("120日历天", "measure 120 [日历天]"),
    ("28.8万元%", "measure 288000 [元] !unitContradiction"),
    ("5G基站20个", "measure 20 [个] «5G基站»"),
    ("4A景区2个", "measure 2 [个] «4A景区»"),
    ("PM2.5平均值≤35微克/立方米", "measure ≤ 35 [微克] /立方米 «PM2.5平均值»"),
  ]
}
