// Frequencies and rhythms.

import Testing

@testable import IndicatorValues

@Suite struct FrequencyTests {
  @Test(arguments: rows)
  func `events over time are a frequency`(line: String, expected: String) {
    #expect(ValueSummary.of(line: line) == expected)
  }

  /// What is written (name and level 2 behind tabs), and what it means as `ValueSummary` puts it.
  static let rows: [(String, String)] = [
    ("1次/月", "frequency 1 [次] /月"),
    ("≥2次/年", "frequency ≥ 2 [次] /年"),
    ("4次以上/年", "frequency ≥ 4 [次] /年"),
    ("每年4次以上", "frequency ≥ 4 [次] /年"),
    ("每季度1次", "frequency 1 [次] /季度"),
    ("每半年1次", "frequency 1 [次] /半年"),
    ("每两周1次", "frequency 1 [次] /2周"),
    ("每3个月1次", "frequency 1 [次] /3个月"),
    ("每5年1次", "frequency 1 [次] /5年"),
    ("一年两次", "frequency 2 [次] /年"),
    ("1年2次", "frequency 2 [次] /年"),
    ("半年一次", "frequency 1 [次] /半年"),
    ("一季度一次", "frequency 1 [次] /季度"),
    ("两年一次", "frequency 1 [次] /2年"),
    ("每月1-2次", "frequency between 1 ..2 [次] /月"),
    ("每月至少1次", "frequency ≥ 1 [次] /月"),
    ("月均2次", "frequency 2 [次] /月"),
    ("每季度培训不少于2次", "frequency ≥ 2 [次] /季度 «培训»"),
    ("培训每季度1次", "frequency 1 [次] /季度 «培训»"),
    ("1次/每月", "frequency 1 [次] /月"),
    ("1次每月", "frequency 1 [次] /月"),
    ("2场/月/村", "frequency 2 [场] /月·村"),
    ("1次/年·户", "frequency 1 [次] /年·户"),
    ("按月", "frequency /月"),
    ("按月发放", "frequency /月"),
    ("每月按时发放", "frequency /月"),
    ("按季度报送", "frequency /季度 «报送»"),
    ("每季度", "frequency /季度"),
    ("每年组织", "frequency /年 «组织»"),
    ("按年度计划执行", "qualitative"),
    ("2次/人", "measure 2 [次] /人"),
  ]
}
