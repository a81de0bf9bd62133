// Several indicators in one row, line by line, and texts that are only broken over lines.
import Testing

@Suite struct PackedIndicatorTests {
  private func indicators(_ name: String, _ value: String, _ score: String = "20") throws -> [String] {
    try Reading(
      """
      项目支出绩效目标表
      项目名称 | 河道清淤 | < | < | <
      一级指标 | 二级指标 | 三级指标 | 指标值 | 分值
      产出指标 | 数量指标 | \(name) | \(value) | \(score)
      """
    ).indicators("name annualValue weight")
  }

  @Test(
    arguments: [
      (
        "指标1：清淤长度⏎指标2：护坡面积", "≥12公里⏎≥300平方米", "20⏎10",
        ["指标1：清淤长度 | ≥12公里 | 20", "指标2：护坡面积 | ≥300平方米 | 10"]
      ),
      ("1.水质⏎2.水位", "1.改善⏎2.稳定", "20", ["1.水质 | 1.改善 | 20", "2.水位 | 2.稳定 | 20"]),
      ("清淤长度⏎发放手册数", "≥12公里⏎≥500册", "20", ["清淤长度 | ≥12公里 | 20", "发放手册数 | ≥500册 | 20"]),
      ("清淤长度；⏎发放手册数", "12公里；⏎500册", "20", ["清淤长度 | 12公里 | 20", "发放手册数 | 500册 | 20"]),
      (
        "①清淤长度⏎（干渠）⏎②开工时间", "≥12公里⏎2025年3月", "20",
        ["①清淤长度\n（干渠） | ≥12公里 | 20", "②开工时间 | 2025年3月 | 20"]
      ),
    ])
  func `names and values with as many lines are as many indicators`(
    name: String, value: String, score: String, expected: [String]
  ) throws {
    #expect(try indicators(name, value, score) == expected)
  }

  @Test(
    arguments: [
      ("清淤⏎长度", "≥12⏎公里"), ("清淤长度⏎（干渠）", "≥12公里⏎≤15公里"), ("指标1：清淤长度⏎（干渠）", "≥12公里⏎（含支渠）"),
      ("项目完成⏎时间", "2025年⏎12月底前"), ("每人每天⏎补助标准", "≥50元⏎≤80元"), ("村民⏎满意度", "有效⏎提升"), ("清淤长度⏎护坡面积", "≥12公里"),
      ("清淤长度", "≥12公里⏎≥300平方米"), ("指标1：清淤长度⏎指标2：护坡面积", "≥12公里"), ("清淤长度⏎护坡面积", "≥12公里⏎，其中⏎干渠8公里"),
      ("指标1：清淤长度⏎指标2：护坡面积", "≥500⏎米"),
    ])
  func `a text that is broken over lines stays one`(name: String, value: String) throws {
    let line = "\(name) | \(value) | 20".replacing("⏎", with: "\n")
    #expect(try indicators(name, value) == [line])
  }
}
