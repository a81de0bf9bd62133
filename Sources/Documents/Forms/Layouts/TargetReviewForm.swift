// 绩效目标审核表: eight points with what each asks, grade and points, and room for the reviewer's opinion.
import FormSheets
import Model
import Quantities
import Review

/// Six columns: part, point, what is asked, points of, grade, points.
struct TargetReviewForm {
  func write(to draft: inout SheetDraft) {
    let subject = draft.fields["/project/name"] ?? draft.fields["/department/name"] ?? ""
    draft.add(line: SheetText(draft.layout.title(for: draft.form.kind), role: .title, alignment: .center))
    if let year = draft.year {
      draft.add(line: SheetText(FormWords.yearLine(year), role: .subtitle, alignment: .center))
    }
    var grid = SheetGrid(columns: [170, 200, 790, 200, 190, 190])
    let isProject = draft.form.kind == .projectTarget
    grid.add([
      GridRow([
        .label(isProject ? FormWords.projectName : FormWords.departmentName, columns: 2),
        .body(subject, columns: 4),
      ])
    ])
    if isProject {
      grid.add([
        GridRow([
          .label(FormWords.department, columns: 2), .body(draft.partyText("/department")),
          .label(FormWords.actingUnit), .body(draft.partyText("/unit"), columns: 2),
        ])
      ])
    }
    grid.add([
      GridRow(
        [
          .head(FormWords.reviewPart), .head(FormWords.reviewPoint), .head(FormWords.reviewQuestion),
          .head(FormWords.points), .head(FormWords.reviewGrade), .head(FormWords.score),
        ], isHead: true)
    ])
    let points = ReviewSheet.Point.allCases
    for (index, point) in points.enumerated() {
      var pieces: [SheetPiece] = []
      if index == 0 || points[index - 1].partLabel != point.partLabel {
        let count = points.filter { $0.partLabel == point.partLabel }.count
        pieces.append(.label(point.partLabel, rows: count, scope: .rowGroup))
      }
      let line = draft.options.review?.lines.first { $0.point == point }
      pieces += [
        .label(point.label), .body(FormWords.question(point), alignment: .start),
        .body(point.most.description), .body(line?.grade.label ?? ""),
        .body(line?.points.description ?? ""),
      ]
      grid.add([GridRow(pieces, height: 140)])
    }
    let review = draft.options.review
    grid.add([
      GridRow([
        .label(FormWords.total, columns: 3), .body(FormWords.hundred), .body(review?.grade.label ?? ""),
        .body(review?.total.description ?? ""),
      ]),
      GridRow([.label(FormWords.reviewOpinion, columns: 2), .body("", columns: 4)], height: 300),
    ])
    draft.add(grid)
    draft.add(
      line: SheetText(FormWords.reviewer, role: .note),
      SheetText(FormWords.reviewDay, role: .note, alignment: .end))
  }
}
