// What the layouts print: the tree's empty places, labels with the year, money in its unit, the draft mark.
import FormSheets
import Model
import Quantities
import RuleSets
import Testing

@testable import Forms

@Suite struct LayoutTests {
  /// A small invented project.
  static func project(_ change: (inout ProjectTarget) -> Void = { _ in }) -> Form {
    var form = ProjectTarget()
    form.title = "云岭镇财政项目支出绩效目标批复表"
    form.fiscalYear = 2025
    form.project.name = "河道清淤"
    form.budget.total = Money(fen: 34_125_050)
    form.goals.annual = "清淤河道12公里。"
    var indicator = Indicator()
    indicator.level1 = "产出指标"
    indicator.level2 = "质量指标"
    indicator.name = "验收合格率"
    indicator.annualValue = "100%"
    form.indicators = [indicator]
    change(&form)
    return .projectTarget(form)
  }

  private func texts(_ sheet: FormSheet) -> [String] {
    sheet.blocks.flatMap { block -> [String] in
      switch block {
      case .line(let line): line.parts.map(\.text)
      case .grid(let grid): grid.cells.map(\.content.text)
      case .pageBreak: []
      }
    }
  }

  private func grid(_ sheet: FormSheet) -> SheetGrid? {
    for case .grid(let grid) in sheet.blocks { return grid }
    return nil
  }

  @Test func `places of the tree without an indicator are printed in the tree's order`() {
    let sheet = FormLayout.townApproval.layOut(Self.project()).sheet
    let levels = texts(sheet).filter { $0.hasSuffix("指标") && $0.count > 4 || $0 == "数量指标" || $0 == "质量指标" }
    #expect(levels.contains("可持续影响指标"))
    let cells = grid(sheet)?.cells.filter { $0.column == 2 }.map(\.content.text) ?? []
    let places = cells.filter { $0.hasSuffix("指标") }
    #expect(
      places == [
        "二级指标", "数量指标", "质量指标", "时效指标", "成本指标", "经济效益指标", "社会效益指标", "生态效益指标", "可持续影响指标", "服务对象满意度指标",
      ])
  }

  @Test func `a record of the other generation brings its own tree`() {
    let form = Self.project {
      $0.indicators[0].level1 = "成本指标"; $0.indicators[0].level2 = "社会成本指标"
    }
    let sheet = FormLayout.townApproval.layOut(form).sheet
    #expect(texts(sheet).contains("生态环境成本指标"))
    #expect(!texts(sheet).contains("可持续影响指标"))
  }

  @Test func `labels with the year say it once`() {
    let all = texts(FormLayout.townApproval.layOut(Self.project()).sheet)
    #expect(all.contains("2025年度目标"))
    #expect(all.contains("2025年预算金额"))
    #expect(!all.contains { $0.contains("2025年年") })
  }

  @Test(arguments: [
    (FormLayout.townApproval, "341250.50"), (.townTarget, "341,250.50"), (.nationalApplication, "34.12505"),
    (.sichuanFlat, "341250.50"),
  ])
  func `money stands in the layout's unit, exact to the cent`(layout: FormLayout, wanted: String) {
    #expect(texts(layout.layOut(Self.project()).sheet).contains(wanted))
  }

  @Test(arguments: [
    (Int64(0), "0", "0.00", "0.00"), (1, "0.01", "0.01", "0.000001"), (-150, "-1.50", "-1.50", "-0.00015"),
    (100_000_000, "1000000", "1,000,000.00", "100.00"),
    (.min, "-92233720368547758.08", "-92,233,720,368,547,758.08", "-9223372036854.775808"),
  ])
  func `amounts are never rounded`(fen: Int64, plain: String, grouped: String, tenThousand: String) {
    let money = Money(fen: fen)
    #expect(MoneyUnit.yuan.text(money) == plain)
    #expect(MoneyUnit.groupedYuan.text(money) == grouped)
    #expect(MoneyUnit.tenThousandYuan.text(money) == tenThousand)
  }

  @Test func `only drafts carry the mark`() {
    #expect(FormLayout.townTarget.layOut(Self.project(), options: .init(isDraft: true)).sheet.mark == "草稿")
    #expect(FormLayout.townTarget.layOut(Self.project()).sheet.mark == nil)
  }

  @Test func `a value in parts is printed whole where the layout has one column, and that is told`() {
    let form = Self.project {
      $0.indicators[0].operator = "≥"
      $0.indicators[0].annualValue = "95"
      $0.indicators[0].unit = "%"
    }
    let laidOut = FormLayout.townApproval.layOut(form)
    #expect(texts(laidOut.sheet).contains("≥95%"))
    #expect(laidOut.losses.map(\.path) == ["indicators/0/operator", "indicators/0/unit"])
    #expect(laidOut.losses.first?.label == "第 1 项指标“验收合格率”的计算符号")
    #expect(FormLayout.losses(of: form, in: .sichuanFlat) == [])
  }

  @Test func `what a layout has no place for is listed with path, words and text`() {
    let form = Self.project {
      $0.fundUse = "购买清淤服务"; $0.project.tier = "二级项目"
    }
    let losses = FormLayout.losses(of: form, in: .nationalApplication)
    #expect(losses.map(\.path) == ["project/tier", "fundUse"])
    #expect(losses.map(\.label) == ["项目等级", "资金用途"])
    #expect(losses.map(\.text) == ["二级项目", "购买清淤服务"])
  }

  @Test func `every cell that shows a field names one that the record has`() throws {
    for kind in FormKind.allCases {
      let records = InventedRecords(seed: 3)
      for _ in 0..<20 {
        let form = records.form(kind)
        let fields = RecordFields(form)
        for layout in FormLayout.layouts(for: form) {
          for case .grid(let grid) in layout.layOut(form).sheet.blocks {
            for cell in grid.cells where !cell.content.text.isEmpty {
              guard let path = cell.path else { continue }
              #expect(fields[path] != nil, "\(path) in \(layout.rawValue)")
            }
          }
        }
      }
    }
  }

  @Test func `cells cover every square once`() {
    for kind in FormKind.allCases {
      let records = InventedRecords(seed: 11)
      for _ in 0..<20 {
        let form = records.form(kind)
        for layout in FormLayout.allCases {
          for case .grid(let grid) in layout.layOut(form).sheet.blocks {
            var covered = Array(repeating: 0, count: grid.rows.count * grid.columns.count)
            for cell in grid.cells {
              for row in cell.row..<min(cell.row + cell.rowSpan, grid.rows.count) {
                for column in cell.column..<(cell.column + cell.columnSpan) {
                  covered[row * grid.columns.count + column] += 1
                }
              }
            }
            #expect(covered.allSatisfy { $0 == 1 }, "\(layout.rawValue)")
          }
        }
      }
    }
  }

  @Test func `a blank record is printed as the blank form`() {
    let sheet = FormLayout.nationalApplication.layOut(.projectTarget(ProjectTarget())).sheet
    #expect(texts(sheet).first == "项目支出绩效目标申报表")
    #expect(texts(sheet).contains("服务对象满意度指标"))
  }

  @Test func `months of a monitoring form are printed where they are known`() {
    let form = Form.projectMonitoring(SelfEvaluation())
    #expect(texts(FormLayout.monitoring.layOut(form).sheet).contains("执行情况"))
    let known = FormLayout.monitoring.layOut(form, options: .init(monitoredMonths: 7))
    #expect(texts(known.sheet).contains("1—7月执行情况"))
  }

  @Test(arguments: [
    ("云岭镇财政项目支出绩效目标批复表", FormLayout.townApproval), ("项目支出绩效目标申报表", .nationalApplication),
    ("项目绩效目标表", .nationalApplication),
  ])
  func `of layouts that hold as much, the one that the title names is chosen`(
    title: String, wanted: FormLayout
  ) {
    #expect(FormLayout.choice(for: Self.project { $0.title = title }) == wanted)
  }

  @Test func `a layout that holds more is chosen before one with the title`() {
    let form = Self.project {
      $0.fundUse = "购买清淤服务"; $0.spendingPlan = [PlannedShare(month: 6, percent: "40")]
    }
    #expect(FormLayout.choice(for: form) == .hebeiProject)
  }
}
