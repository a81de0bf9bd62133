// Rows: pasted under their level 2, removed with every field, opened cell by cell.
import Model
import Testing
import Workflow

@testable import FormDrafts

@Suite struct RowTests {
  private static let draft: FormDraft = {
    var target = ProjectTarget()
    target.indicators = [
      ("产出指标", "数量指标", "场次"), ("产出指标", "数量指标", "人次"), ("产出指标", "质量指标", "合格率"),
    ].map { level1, level2, name in
      var indicator = Indicator()
      indicator.level1 = level1
      indicator.level2 = level2
      indicator.name = name
      return indicator
    }
    return FormDraft(record: .projectTarget(target))
  }()

  private func edited(_ edit: DraftEdit) throws -> [[String]] {
    var random = DraftRandom(seed: 3)
    let after = Self.draft.applying(try Self.draft.changes(for: edit, using: &random))
    return after.record.indicators.map { [$0.level2, $0.name, $0.annualValue].map { $0 ?? "" } }
  }

  private func key(_ text: String) throws -> RowKey { try #require(RowKey(text)) }

  @Test func `a block goes over the rows of its level 2, and adds the rest there`() throws {
    let block = PastedBlock(
      list: .indicators, start: .over(try key("k2")), columns: ["name", "annualValue"],
      texts: [["听课人次", "≥300人次"], ["发放资料", "≥500份", "多余"], ["", "≥2次"]])
    #expect(
      try edited(.paste(block)) == [
        ["数量指标", "场次", ""], ["数量指标", "听课人次", "≥300人次"], ["数量指标", "发放资料", "≥500份"], ["数量指标", "", "≥2次"],
        ["质量指标", "合格率", ""],
      ])
  }

  @Test func `a block that brings its levels goes over all rows, merged cells count for those below`() throws
  {
    let block = PastedBlock(
      list: .indicators, start: .over(try key("k2")), columns: ["level2", "name"],
      texts: [["时效指标", "按时"], ["", "及时"], ["成本指标", "总价"]])
    #expect(
      try edited(.paste(block)) == [
        ["数量指标", "场次", ""], ["时效指标", "按时", ""], ["时效指标", "及时", ""], ["成本指标", "总价", ""],
      ])
  }

  @Test func `a row that is removed empties even what was blank`() throws {
    var random = DraftRandom(seed: 3)
    let key = try key("k1")
    let changes = try Self.draft.changes(for: .removeRow(.indicators, key), using: &random)
    #expect(changes.count == Indicator.Field.allCases.count + 1)
    #expect(changes.allSatisfy { $0.value == nil })
    let after = Self.draft.applying(changes)
    #expect(try after.changes(for: .removeRow(.indicators, key), using: &random).isEmpty)
    #expect(throws: DraftRefusal.unknownRow(path: "indicators/k1")) {
      try after.changes(for: .moveRow(.indicators, key, to: .last), using: &random)
    }
  }

  @Test func `a place behind a row that somebody removed is the end`() throws {
    let gone = try key("gone")
    #expect(try edited(.addRow(.indicators, at: .after(gone), cells: ["name": "末"])).last?[1] == "末")
    #expect(
      try edited(.moveRow(.indicators, try key("k1"), to: .before(gone))).map { $0[1] } == [
        "人次", "合格率", "场次",
      ])
  }

  @Test func `typing into a row that is not there makes it, at the end`() throws {
    #expect(try edited(.set(path: "indicators/fresh/name", typed: "新")).last?[1] == "新")
    #expect(try edited(.set(path: "indicators/fresh/name", typed: " ")).count == 3)
  }

  // MARK: Open cells

  @Test func `named cells alone are open, by place or by path`() {
    let open = OpenFields(
      .only(["indicators/1/annualValue", "goals/annual", "indicators/k3", "nowhere/7"]), in: Self.draft)
    for path in ["indicators/k2/annualValue", "goals/annual", "indicators/k3/name", "indicators/k3/level2"] {
      #expect(open.contains(path), "\(path)")
    }
    for path in [
      "indicators/k2/name", "indicators/k1/annualValue", "goals/period", "indicators/k3/order",
      "indicators/k9/name", "fiscalYear", "approval/opinion",
    ] {
      #expect(!open.contains(path), "\(path)")
    }
    #expect(!open.allowsRows(of: .indicators))
    #expect(!open.isEverything && !open.isEmpty)
  }

  @Test func `a list or part that is named is open with all in it`() {
    let open = OpenFields(.only(["indicators", "budget"]), in: Self.draft)
    #expect(open.contains("indicators/fresh/name") && open.contains("indicators/k1/order"))
    #expect(open.contains("budget/total") && !open.contains("goals/annual"))
    #expect(open.allowsRows(of: .indicators) && !open.allowsRows(of: .spendingPlan))
  }

  @Test func `everything and nothing`() {
    let all = OpenFields(.all, in: Self.draft)
    #expect(all.contains("goals/annual") && all.allowsRows(of: .tasks) && all.isEverything)
    #expect(!all.contains("fiscalYear") && !all.contains("approval/authority"))
    let none = OpenFields(.none, in: Self.draft)
    #expect(none.isEmpty && !none.contains("goals/annual") && !none.allowsRows(of: .indicators))
    #expect(OpenFields(.only([]), in: Self.draft).isEmpty)
  }
}
