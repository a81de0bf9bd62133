// 部门整体预算绩效目标批复表 of Dongguan's towns.
import FormSheets
import Model
import RuleSets

/// Six columns: label, two levels, name, period value, annual value; tasks take them otherwise.
struct TownDepartmentForm {
  func write(to draft: inout SheetDraft) {
    let opinion = draft.opinionLabel()
    draft.addTitle()
    // without an opinion the authority has a line of its own, as the form prints it
    if let line = opinion?.line { draft.add(line: SheetText(line)) }
    var grid = SheetGrid(columns: [250, 290, 250, 330, 280, 340])
    grid.add([
      GridRow([.label(FormWords.departmentName), draft.party("/department", columns: 5)]),
      GridRow([
        .label(FormWords.basics), .label(FormWords.staff), draft.field("/staff"),
        .label(FormWords.subordinateUnits), draft.field("/subordinateUnits", columns: 2),
      ]),
    ])
    grid.addSection(FormWords.budgetOverview, budgetRows(&draft))
    addGoals(to: &grid, &draft)
    grid.addSection(FormWords.tasks, taskRows(&draft))
    var table = IndicatorTable(columns: [
      .init(field: .name, head: FormWords.level3),
      .init(field: .periodValue, head: FormWords.periodValue),
      .init(field: .annualValue, head: FormWords.annualValue),
    ])
    table.tree =
      draft.options.tree
      ?? FormTrees.tree(of: draft.layout, for: draft.form, year: draft.year.flatMap { Int($0) })
    grid.addSection(FormWords.indicators, [table.headRow()] + table.rows(&draft))
    if let opinion, draft.fields["/approval/opinion"] != nil {
      grid.add([
        GridRow([
          .label(opinion.label), draft.field("/approval/opinion", columns: 5, alignment: .start),
        ])
      ])
    }
    draft.add(grid)
  }

  private func budgetRows(_ draft: inout SheetDraft) -> [GridRow] {
    func heads(_ left: String, _ right: String) -> GridRow {
      GridRow(
        [
          .label(left), .label(FormWords.budgetInTenThousand), .label(right),
          .label(FormWords.budgetInTenThousand, columns: 2),
        ], keepsWithNext: true)
    }
    func amounts(_ left: (String, String), _ right: (String, String)) -> GridRow {
      GridRow([
        .label(left.0), draft.money("/budget/" + left.1, in: .tenThousandYuan), .label(right.0),
        draft.money("/budget/" + right.1, in: .tenThousandYuan, columns: 2),
      ])
    }
    return [
      heads(FormWords.departmentSpending, FormWords.incomeSource),
      amounts((FormWords.basicSpending, "basic"), (FormWords.fiscalIncome, "fiscal")),
      amounts((FormWords.projectSpending, "project"), (FormWords.otherFunds, "other")),
      heads(FormWords.developmentSpending, FormWords.byLevel),
      amounts((FormWords.specialFunds, "specialFunds"), (FormWords.cityLevel, "cityLevel")),
      amounts((FormWords.otherDevelopment, "otherDevelopment"), (FormWords.transfers, "transfers")),
    ]
  }

  private func addGoals(to grid: inout SheetGrid, _ draft: inout SheetDraft) {
    guard draft.options.isForWriting || draft.fields["/goals/period"] != nil else {
      grid.add([
        GridRow([
          .label(FormWords.overallGoals), draft.field("/goals/annual", columns: 5, alignment: .start),
        ])
      ])
      return
    }
    grid.addSection(
      FormWords.overallGoals,
      [
        GridRow([.label(FormWords.periodGoal, columns: 5)], keepsWithNext: true),
        GridRow([draft.field("/goals/period", columns: 5, alignment: .start)]),
        GridRow([.label(FormWords.annualGoal, columns: 5)], keepsWithNext: true),
        GridRow([draft.field("/goals/annual", columns: 5, alignment: .start)]),
      ])
  }

  private func taskRows(_ draft: inout SheetDraft) -> [GridRow] {
    guard case .departmentTarget(let form) = draft.form else { return [] }
    var rows = [
      GridRow(
        [
          .head(FormWords.taskName), .head(FormWords.taskContent, columns: 2),
          .head(FormWords.taskFundsInYuan),
          .head(FormWords.taskExpected),
        ], isHead: true)
    ]
    for index in form.tasks.indices {
      let path = "/tasks/\(index)"
      rows.append(
        GridRow([
          draft.field(path + "/name"), draft.field(path + "/content", columns: 2, alignment: .start),
          draft.money(path + "/funds", in: .groupedYuan), draft.field(path + "/expected", alignment: .start),
        ]))
    }
    var further = SheetPiece.body(FormWords.furtherTasks)
    further.entry = SheetEntry(list: "/tasks")
    rows.append(GridRow([further, .body("", columns: 2), .body(""), .body("")]))
    return rows
  }
}
