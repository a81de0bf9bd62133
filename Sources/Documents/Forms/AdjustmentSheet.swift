// 绩效目标调整表: what an adjustment changes, 原值 beside 调整后, as a sheet for every format.
import FormSheets
package import Model

/// The paper of an adjustment: only what changed, row by row, with the reason and the numbers of both
/// approvals.
package struct AdjustmentSheet: Sendable {
  package var before: Form
  package var after: Form
  /// Why it was adjusted.
  package var reason: String
  /// The number of the approval that was in force; nil for none.
  package var numberBefore: String?
  /// The number of the approval of the adjustment; nil while there is none.
  package var numberAfter: String?
  /// The opinion on the adjustment; nil while there is none.
  package var opinion: String?
  /// True while the adjustment is not approved: the paper says so across the page.
  package var isDraft: Bool

  package init(
    before: Form, after: Form, reason: String, numberBefore: String? = nil, numberAfter: String? = nil,
    opinion: String? = nil, isDraft: Bool = false
  ) {
    self.before = before
    self.after = after
    self.reason = reason
    self.numberBefore = numberBefore
    self.numberAfter = numberAfter
    self.opinion = opinion
    self.isDraft = isDraft
  }

  /// Four columns: what, which cell, 原值, 调整后; the opinion is no change of the form's.
  package var laidOut: LaidOutForm {
    let fields = RecordFields(after)
    let comparison = RecordComparison(from: before, to: after)
    let who = fields["/unit/name"] ?? fields["/department/name"]
    var grid = SheetGrid(columns: [330, 290, 560, 560])
    grid.add([
      GridRow([
        .label(FormWords.projectName),
        .body(fields["/project/name"] ?? fields["/department/name"] ?? "", columns: 3),
      ]),
      GridRow([.label(FormWords.actingUnit), .body(who ?? "", columns: 3)]),
      GridRow([.label(FormWords.adjustmentReason), .body(reason, columns: 3, alignment: .start)]),
      GridRow(
        [
          .head(FormWords.adjustedPart), .head(FormWords.adjustedCell), .head(FormWords.valueBefore),
          .head(FormWords.valueAfter),
        ], isHead: true),
    ])
    for row in rows(of: comparison) { grid.add([row]) }
    if comparison.isEmpty { grid.add([GridRow([.body(FormWords.nothingAdjusted, columns: 4)])]) }
    if let opinion {
      grid.add([
        GridRow(
          [.label(FormWords.approvalOpinion), .body(opinion, columns: 3, alignment: .start)], height: 200)
      ])
    }
    grid.close()
    let title = FormWords.adjustmentTitle(fields["/fiscalYear"])
    let numbers = [
      numberBefore.map(FormWords.numberBefore), numberAfter.map(FormWords.numberAfter),
    ].compactMap(\.self)
    var blocks: [SheetBlock] = [
      .line(SheetLine([SheetText(title, role: .title, alignment: .center)])), .grid(grid),
    ]
    if !numbers.isEmpty {
      blocks.append(.line(SheetLine(numbers.map { SheetText($0, role: .note) })))
    }
    return LaidOutForm(
      layout: FormLayout.layouts(for: after).first ?? .nationalApplication,
      sheet: FormSheet(
        title: title, author: who, mark: isDraft ? FormWords.draft : nil, blocks: blocks),
      losses: [], printed: after)
  }

  private func rows(of comparison: RecordComparison) -> [GridRow] {
    let single = comparison.cells.filter { !$0.path.utf8.starts(with: "approval/".utf8) }.map { cell in
      row("", cell)
    }
    return single
      + comparison.rows.flatMap { changed -> [GridRow] in
        if changed.cells.isEmpty {
          return [
            GridRow([
              .label(changed.label), .body(FormWords.moved, columns: 3),
            ])
          ]
        }
        return changed.cells.enumerated().map { place, cell in
          row(place == 0 ? changed.label : "", cell)
        }
      }
  }

  private func row(_ part: String, _ cell: RecordComparison.Cell) -> GridRow {
    GridRow([
      .label(part), .label(cell.label), .body(cell.before ?? FormWords.blank, alignment: .start),
      .body(cell.after ?? FormWords.blank, alignment: .start),
    ])
  }
}

extension LaidOutForm {
  /// The form with a line below its tables: the number of its approval on the left, the day on the right.
  ///
  /// Read in again it is the same record: the line stands outside of the tables.
  ///
  /// - Parameter opinion: for kinds of form that have no cell for it; nil where the record holds it.
  package func signed(number: String?, day: String, opinion: String? = nil) -> LaidOutForm {
    var signed = self
    if let opinion {
      signed.sheet.blocks.append(.line(SheetLine([SheetText(FormWords.opinion(opinion), role: .note)])))
    }
    let texts = [
      SheetText(number.map(FormWords.approvalNumber) ?? "", role: .note),
      SheetText(FormWords.approvalDay(day), role: .note, alignment: .end),
    ]
    signed.sheet.blocks.append(.line(SheetLine(texts)))
    return signed
  }
}
