// 绩效评价指标评分表: each indicator with its points, what it means, by what it is judged, score and reason.
import FormSheets
import Model

/// Eight columns: two levels, name, points, explanation, standard, score, reason.
struct EvaluationScoreTable {
  func write(to draft: inout SheetDraft) {
    draft.paper = .landscape
    draft.addTitle()
    var grid = SheetGrid(columns: [200, 240, 360, 110, 480, 480, 110, 480])
    if draft.form.kind == .departmentSelfEvaluation {
      grid.add([
        GridRow([.label(FormWords.departmentName, columns: 2), draft.party("/department", columns: 6)])
      ])
    } else {
      grid.add(EvaluatedGoals.projectRows(&draft, columns: 8))
    }
    let table = IndicatorTable(columns: [
      .init(field: .name, head: FormWords.level3), .init(field: .weight, head: FormWords.points),
      .init(field: .description, head: FormWords.explanation),
      .init(field: .basis, head: FormWords.standard), .init(field: .score, head: FormWords.score),
      .init(field: .deviation, head: FormWords.scoreReason),
    ])
    grid.add([table.headRow()] + table.rows(&draft))
    grid.add([
      GridRow([
        .label(FormWords.totalScore, columns: 3), .body(FormWords.hundred), .body(""), .body(""),
        draft.field("/totalScore"), draft.field("/grade"),
      ])
    ])
    grid.add(EvaluatedGoals.closingRows(&draft, columns: 8))
    draft.add(grid)
  }
}
