// 项目绩效目标表 of Hebei's budget texts: head with funds and spending plan, then the indicators.
import FormSheets
import FormVocabulary
import Model

/// Two tables below a title: seven columns for the head, six for the indicators.
struct HebeiProjectForm {
  func write(to draft: inout SheetDraft) {
    draft.addTitle()
    var head = SheetGrid(columns: [250, 290, 290, 270, 190, 210, 190])
    head.add([
      GridRow([
        unitCell(&draft), .body(FormWords.unitIsTenThousand, columns: 3, alignment: .end),
      ]),
      GridRow([
        .label(FormWords.projectCode), draft.field("/project/code", columns: 2),
        .label(FormWords.projectName),
        draft.field("/project/name", columns: 3),
      ]),
    ])
    head.addSection(
      FormWords.scaleAndUse,
      [
        GridRow([
          .label(FormWords.budgetNumber), draft.money("/budget/total", in: .tenThousandYuan),
          .label(FormWords.ofWhichFiscal), draft.money("/budget/fiscal", in: .tenThousandYuan),
          .label(FormWords.otherFunds), draft.money("/budget/other", in: .tenThousandYuan),
        ]),
        GridRow([useCell(&draft)]),
      ])
    addPlan(to: &head, &draft)
    head.add([
      GridRow([.label(FormWords.goal), draft.field("/goals/annual", columns: 6, alignment: .start)])
    ])
    draft.add(head)
    draft.add(line: SheetText(""))
    var table = IndicatorTable(columns: [
      .init(field: .name, head: FormWords.level3),
      .init(field: .description, head: FormWords.descriptionHead),
      .init(field: .annualValue, head: FormWords.onlyValue),
      .init(field: .basis, head: FormWords.basis),
    ])
    // the form prints only the places that are used; a blank form prints them all
    if draft.form.indicators.isEmpty {
      table.tree =
        draft.options.tree
        ?? FormTrees.tree(of: draft.layout, for: draft.form, year: draft.year.flatMap { Int($0) })
    }
    var grid = SheetGrid(columns: [210, 250, 280, 440, 270, 260])
    grid.add([table.headRow()] + table.rows(&draft))
    draft.add(grid)
  }

  /// 713001某单位 alone where the code makes it plain what it is, else with a label.
  private func unitCell(_ draft: inout SheetDraft) -> SheetPiece {
    let text = draft.partyText("/unit")
    let isPlain = CodedName.party(text)?.code != nil && text.count <= 40 || text.isEmpty
    var piece = SheetPiece.body(isPlain ? text : FormWords.unitLine(text), columns: 4, alignment: .start)
    piece.entry = SheetEntry(["/unit/code", "/unit/name"])
    return piece
  }

  /// The use of the money, which the form prints without a label; texts that would not be known for it get
  /// one.
  private func useCell(_ draft: inout SheetDraft) -> SheetPiece {
    var piece = draft.field("/fundUse", columns: 6, alignment: .start)
    let text = piece.content.text
    let isPlain =
      text.count > 4 && !Amount.looksNumeric(text) && LabelReading.of(text)?.meaning.field == nil
      && LabelledPairs.pair(text) == nil && LabelledPairs.all(in: text).isEmpty
    if !isPlain, !text.isEmpty, !draft.options.isForWriting {
      piece.content.text = FormWords.fundUseLine(text)
    }
    return piece
  }

  /// Months above percentages, six at most side by side.
  private func addPlan(to grid: inout SheetGrid, _ draft: inout SheetDraft) {
    guard case .projectTarget(let form) = draft.form else { return }
    if form.spendingPlan.isEmpty, draft.options.isForWriting {
      var blank = SheetPiece.body("", columns: 6)
      blank.entry = SheetEntry(list: "/spendingPlan")
      grid.addSection(FormWords.spendingPlan, [GridRow([blank])])
    }
    let plan = Array(form.spendingPlan.enumerated())
    var known: Set<Int> = []
    var start = 0
    while start < plan.count {
      let part = plan[start..<min(start + 6, plan.count)]
      let widths = Self.widths(part.count)
      var months: [SheetPiece] = []
      var shares: [SheetPiece] = []
      for (column, (index, share)) in part.enumerated() {
        var month = SheetPiece.label(
          FormWords.endOfMonth(share.month), columns: widths[column], scope: .column)
        month.entry = SheetEntry(["/spendingPlan/\(index)/month"], unit: FormWords.monthEnd)
        months.append(month)
        let isFirst = known.insert(share.month).inserted
        if isFirst { draft.hold("/spendingPlan/\(index)/month") }
        shares.append(
          isFirst
            ? draft.percent("/spendingPlan/\(index)/percent", columns: widths[column])
            : .body(share.percent.map { $0 + "%" } ?? "", columns: widths[column]))
        shares[column].entry = SheetEntry(["/spendingPlan/\(index)/percent"], unit: FormWords.percentSign)
      }
      grid.addSection(FormWords.spendingPlan, [GridRow(months, keepsWithNext: true), GridRow(shares)])
      start += 6
    }
  }

  /// Six squares for so many cells: one, two, two, one for four.
  private static func widths(_ count: Int) -> [Int] {
    switch count {
    case 1: [6]
    case 2: [3, 3]
    case 3: [2, 2, 2]
    case 4: [1, 2, 2, 1]
    case 5: [1, 1, 1, 2, 1]
    default: Array(repeating: 1, count: count)
    }
  }
}
