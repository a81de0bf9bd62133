// What name and level 2 settle.

import Testing

@testable import IndicatorValues

@Suite struct ContextTests {
  @Test(arguments: rows)
  func `the context settles only what the value leaves open`(line: String, expected: String) {
    #expect(ValueSummary.of(line: line) == expected)
  }

  /// What is written (name and level 2 behind tabs), and what it means as `ValueSummary` puts it.
  static let rows: [(String, String)] = [
    ("6070\t项目总投入（≥**万元）", "measure 60700000 [元] !unitFromName,nameSaysMore"),
    ("320万亩\t防火面积（万亩）", "measure 3200000 [亩]"),
    ("15\t项目活动场次", "measure 15 [场次] !unitFromName"),
    ("120\t参加培训人数（含线上）", "measure 120 [人] !unitFromName"),
    ("≥95\t资金支付及时率(%)", "measure ≥ 95 [%] !unitFromName"),
    ("80\t造林面积【亩】", "measure 80 [亩] !unitFromName"),
    ("6\t采伐监管（万立方米）", "measure 60000 [立方米] !unitFromName"),
    ("≤28.40/株\t苗木补助成本（≤**元/株）", "measure ≤ 28.4 [元] /株 !unitFromName,nameSaysMore"),
    ("2个亿以上\t技术交易额", "measure ≥ 200000000 [元] !moneyUnderstood"),
    ("2个亿以上\t访问量", "measure ≥ 200000000 !unitMissing"),
    ("≤10万\t改造\t成本指标", "measure ≤ 100000 [元] !moneyUnderstood"),
    ("2025.6\t项目完成时间", "deadline –→2025-06-30 month"),
    ("2025.6\t项目完成投资", "measure 2025.6 !unitMissing"),
    ("0.97\t在线率", "measure 0.97 !bareRatio"),
    ("1\t覆盖比例", "measure 1 !bareRatio"),
    ("≥85\t宣传覆盖率", "measure ≥ 85 !percentProbable"),
    ("12\t采购数量", "measure 12 !unitMissing"),
    ("470人/天\t劳务费", "measure 470 [人] /天 !feeProbable"),
    ("470人/天\t接待量", "measure 470 [人] /天"),
    ("80M\t无人机射程", "measure 80 [M] !unitAmbiguous"),
    ("80M\t网络带宽", "measure 80 [M] !unitAmbiguous"),
    ("无\t安全事故数", "measure 0 !noneByName"),
    ("无\t是否有违规", "yesNo no !noneByName"),
    ("未发生\t责任事故", "measure 0 !noneByName"),
    ("无\t备注", "placeholder !blank"),
    ("3人\t培训场次", "measure 3 [人]"),
  ]
}
