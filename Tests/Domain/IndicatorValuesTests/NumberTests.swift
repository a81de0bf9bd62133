// Numbers, ranges and ratios as they are written.

import Testing

@testable import IndicatorValues

@Suite struct NumberTests {
  @Test(arguments: rows)
  func `numbers are exact however they are written`(line: String, expected: String) {
    #expect(ValueSummary.of(line: line) == expected)
  }

  /// What is written (name and level 2 behind tabs), and what it means as `ValueSummary` puts it.
  static let rows: [(String, String)] = [
    ("15", "measure 15 !unitMissing"),
    ("1,560户", "measure 1560 [户]"),
    ("103,157", "measure 103157 !unitMissing"),
    ("１０３，１５７元", "measure 103157 [元]"),
    ("1,234,567.89元", "measure 1234567.89 [元]"),
    ("10 000元", "measure 10000 [元]"),
    ("1 234人", "measure 1234 [人]"),
    ("2500.00元", "measure 2500 [元]"),
    (".5", "measure 0.5 !unitMissing"),
    ("5.", "measure 5 !unitMissing"),
    ("-5%", "measure -5 [%]"),
    ("≥-5%", "measure ≥ -5 [%]"),
    ("+5%", "measure 5 [%]"),
    ("1.2E+05", "measure 120000 !unitMissing"),
    ("1e5", "measure 100000 !unitMissing"),
    ("12345678901234567890", "measure 12345678901234567890 !unitMissing"),
    ("99999999999999999999999999999999999999", "measure 99999999999999999999999999999999999999 !unitMissing"),
    ("2.6亿元", "measure 260000000 [元]"),
    ("1.2万亩", "measure 12000 [亩]"),
    ("1346.0088万平方米", "measure 13460088 [平方米]"),
    ("2个亿以上", "measure ≥ 200000000 !unitMissing"),
    ("1万5千元", "measure 15000 [元]"),
    ("1亿2000万元", "measure 120000000 [元]"),
    ("3千万元", "measure 30000000 [元]"),
    ("5百人", "measure 500 [人]"),
    ("5千米", "measure 5 [千米]"),
    ("100千瓦时", "measure 100 [千瓦时]"),
    ("5万千瓦", "measure 50000 [千瓦]"),
    ("50多人", "measure ≈ 50 [人]"),
    ("3万余人", "measure ≈ 30000 [人]"),
    ("十五场", "measure 15 [场]"),
    ("三名", "measure 3 [人]"),
    ("一百二十人", "measure 120 [人]"),
    ("一千零五十户", "measure 1050 [户]"),
    ("两万三千", "measure 23000 !unitMissing"),
    ("三万五", "measure 35000 !unitMissing"),
    ("二十余人", "measure ≈ 20 [人]"),
    ("三点五", "measure 3.5 !unitMissing"),
    ("一百零八", "measure 108 !unitMissing"),
    ("一千零八十", "measure 1080 !unitMissing"),
    ("一百零五户", "measure 105 [户]"),
    ("壹万元", "measure 10000 [元]"),
    ("十二个", "measure 12 [个]"),
    ("超百万元", "measure > 1000000 [元]"),
    ("进一步", "qualitative"),
    ("一批", "qualitative"),
    ("数十场", "qualitative"),
    ("千方百计", "qualitative"),
    ("3:1:2", "text !notUnderstood"),
    ("3-5个", "measure between 3 ..5 [个]"),
    ("10至20场", "measure between 10 ..20 [场]"),
    ("5～8人", "measure between 5 ..8 [人]"),
    ("1-2万元", "measure between 10000 ..20000 [元]"),
    ("1万-2万元", "measure between 10000 ..20000 [元]"),
    ("100元-200元/人", "measure between 100 ..200 [元] /人"),
    ("95-100%", "measure between 95 ..100 [%]"),
    ("3—5天", "measure between 3 ..5 [天]"),
    ("5-3个", "measure between 5 ..3 [个] !rangeReversed"),
    ("≥80%且≤90%", "measure between 80 ..90 [%]"),
    ("80%≤X≤90%", "measure between 80 ..90 [%]"),
    ("大于80%小于90%", "measure between 80 ..90 [%]"),
    ("不低于80%，不高于90%", "measure between 80 ..90 [%]"),
    ("30人以上50人以下", "measure between 30 ..50 [人]"),
    ("1:18", "measure 1/18 [比例]"),
    ("1：18", "measure 1/18 [比例]"),
    ("师生比1:18", "measure 1/18 [比例] «师生比»"),
    ("1/3", "measure 1/3 [比例]"),
    ("三分之二以上", "measure ≥ 2/3 [比例]"),
  ]
}
