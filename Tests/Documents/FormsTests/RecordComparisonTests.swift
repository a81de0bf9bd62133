// Records held against each other: rows are known again wherever they stand.
import Model
import Quantities
import Testing

@testable import Forms

struct RecordComparisonTests {
  private func target(_ rows: [(level2: String, name: String?, value: String)], goal: String? = "清淤") -> Form
  {
    var target = ProjectTarget()
    target.goals.annual = goal
    target.indicators = rows.map { row in
      var indicator = Indicator()
      indicator.level2 = row.level2
      indicator.name = row.name
      indicator.annualValue = row.value
      return indicator
    }
    return .projectTarget(target)
  }

  private func lines(_ comparison: RecordComparison) -> [String] {
    comparison.cells.map { "\($0.path): \($0.before ?? "–") > \($0.after ?? "–")" }
      + comparison.rows.map { row in
        let cells = row.cells.map { "\($0.label) \($0.before ?? "–") > \($0.after ?? "–")" }
        return "\(row.before.map(String.init) ?? "+")→\(row.after.map(String.init) ?? "-") "
          + cells.joined(separator: ", ")
      }
  }

  private let three: [(level2: String, name: String?, value: String)] = [
    ("数量", "长度", "20"), ("质量", "合格率", "95"), ("时效", "完工", "5月"),
  ]

  @Test func `a record is the same as itself`() {
    let comparison = RecordComparison(from: target(three), to: target(three))
    #expect(comparison.isEmpty && comparison.count == 0)
  }

  @Test func `cells outside of lists are told with both texts, blank ones too`() {
    let changed = RecordComparison(from: target([], goal: "清淤"), to: target([], goal: nil))
    #expect(lines(changed) == ["goals/annual: 清淤 > –"])
    #expect(changed.cells.map(\.label) == ["年度目标"])
    #expect(lines(RecordComparison(from: target([], goal: nil), to: target([]))) == ["goals/annual: – > 清淤"])
  }

  @Test func `a row that was put in leaves the others alone`() {
    let more = [("成本", "单价", "2000") as (level2: String, name: String?, value: String)] + three
    #expect(
      lines(RecordComparison(from: target(three), to: target(more)))
        == ["+→0 二级指标 – > 成本, 三级指标 – > 单价, 年度指标值 – > 2000"])
    #expect(
      lines(RecordComparison(from: target(more), to: target(three)))
        == ["0→- 二级指标 成本 > –, 三级指标 单价 > –, 年度指标值 2000 > –"])
  }

  @Test func `a row that only moved is told once, without cells`() {
    let moved = RecordComparison(from: target(three), to: target([three[2], three[0], three[1]]))
    #expect(lines(moved) == ["2→0 "])
    #expect(moved.count == 1)
  }

  @Test func `a row that got another name is still itself among its group`() {
    var renamed = three
    renamed[1] = ("质量", "验收合格率", "98")
    #expect(
      lines(RecordComparison(from: target(three), to: target(renamed)))
        == ["1→1 三级指标 合格率 > 验收合格率, 年度指标值 95 > 98"])
  }

  @Test func `another row of another group is another row`() {
    var other = three
    other[1] = ("社会效益", "受益人数", "300")
    #expect(
      lines(RecordComparison(from: target(three), to: target(other))) == [
        "+→1 二级指标 – > 社会效益, 三级指标 – > 受益人数, 年度指标值 – > 300",
        "1→- 二级指标 质量 > –, 三级指标 合格率 > –, 年度指标值 95 > –",
      ])
  }

  @Test func `spending plans are compared month by month`() {
    var (old, new) = (ProjectTarget(), ProjectTarget())
    old.spendingPlan = [PlannedShare(month: 6, percent: "50"), PlannedShare(month: 12, percent: "100")]
    new.spendingPlan = [
      PlannedShare(month: 3, percent: "20"), PlannedShare(month: 6, percent: "60"),
      PlannedShare(month: 12, percent: "100"),
    ]
    #expect(
      lines(RecordComparison(from: .projectTarget(old), to: .projectTarget(new)))
        == ["+→0 月份 – > 3, 比例 – > 20", "0→1 比例 50 > 60"])
  }

  /// Whatever is compared, every field of both records is accounted for: the same, or told.
  @Test(arguments: 0..<40) func `no difference is kept quiet, and none is invented`(seed: UInt64) {
    var state = seed &* 6_364_136_223_846_793_005 &+ 1
    func draw(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % count
    }
    func some() -> [(level2: String, name: String?, value: String)] {
      (0..<draw(7)).map { _ in
        (["数量", "质量"][draw(2)], [nil, "甲", "乙", "丙", "丁"][draw(5)], ["1", "2"][draw(2)])
      }
    }
    let (old, new) = (some(), some())
    let comparison = RecordComparison(from: target(old), to: target(new))
    let befores = comparison.rows.compactMap(\.before)
    let afters = comparison.rows.compactMap(\.after)
    #expect(Set(befores).count == befores.count && Set(afters).count == afters.count)
    // What is not told stands in the same number on both sides, with the same texts.
    let keptOld = old.enumerated().filter { !befores.contains($0.offset) }.map { "\($0.element)" }
    let keptNew = new.enumerated().filter { !afters.contains($0.offset) }.map { "\($0.element)" }
    #expect(keptOld.sorted() == keptNew.sorted())
    for row in comparison.rows {
      for cell in row.cells { #expect(cell.before != cell.after) }
    }
  }
}
