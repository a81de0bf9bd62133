// Several values in one cell.

import Testing

@testable import IndicatorValues

@Suite struct CompositeTests {
  @Test(arguments: rows)
  func `several values in one cell are kept apart`(line: String, expected: String) {
    #expect(ValueSummary.of(line: line) == expected)
  }

  /// What is written (name and level 2 behind tabs), and what it means as `ValueSummary` puts it.
  static let rows: [(String, String)] = [
    (
      "6名助理2万元/年及1名社工3万元/年",
      "composite and{composite times{measure 6 [人] «助理» ; measure 20000 [元] /年} ; "
        + "composite times{measure 1 [人] «社工» ; measure 30000 [元] /年}}"
    ),
    ("聘请2名护林员，24000元/年/名。", "composite times{measure 2 [人] «聘请护林员» ; measure 24000 [元] /年·人}"),
    ("50元/人×200人", "composite times{measure 50 [元] /人 ; measure 200 [人]}"),
    (
      "50元/人×200人=10000元",
      "composite and{composite times{measure 50 [元] /人 ; measure 200 [人]} ; measure = 10000 [元]}"
    ),
    ("2人×3天", "composite times{measure 2 [人] ; measure 3 [天]}"),
    ("7*24小时", "composite times{measure 7 ; measure 24 [小时]}"),
    ("≥90%或比2023年提升不低于15个百分点", "composite or{measure ≥ 90 [%] ; measure ≥ 15 [百分点] «比2023年提升»}"),
    ("2025年12月31日前100%完成", "composite and{deadline –→2025-12-31 day ; measure 100 [%] «完成»}"),
    ("2023年12月底前完成率100%", "composite and{deadline –→2023-12-31 month ; measure 100 [%] «完成率»}"),
    ("培训3次，参训100人", "composite and{measure 3 [次] «培训» ; measure 100 [人] «参训»}"),
    ("每月1次，每次不少于30人", "composite and{frequency 1 [次] /月 ; measure ≥ 30 [人] /次}"),
    ("≥90%，且投诉率≤5%", "composite and{measure ≥ 90 [%] ; measure ≤ 5 [%] «投诉率»}"),
    ("覆盖率100%满意度95%", "composite and{measure 100 [%] «覆盖率» ; measure 95 [%] «满意度»}"),
    ("30场、50人次", "composite and{measure 30 [场] ; measure 50 [人次]}"),
    ("5项，其中新建2项", "composite and{measure 5 [项] ; measure 2 [项] «其中新建»}"),
    ("2台电脑和1台打印机", "composite and{measure 2 [台] «电脑» ; measure 1 [台] «打印机»}"),
    ("（1）30场；（2）50人", "composite and{measure 30 [场] ; measure 50 [人]}"),
    ("1.培训30场 2.服务50人", "composite and{measure 30 [场] «培训» ; measure 50 [人] «服务»}"),
    ("2024年10月底前，2025年6月底前", "composite and{deadline –→2024-10-31 month ; deadline –→2025-06-30 month}"),
    ("1、完成3项", "measure 3 [项] «完成»"),
  ]
}
