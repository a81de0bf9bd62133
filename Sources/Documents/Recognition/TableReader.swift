// Reads one form out of the rows of a grid: head fields, funds, goals, tasks, indicators, foot.
import Findings
import FormVocabulary
import Model
import Tables

/// Walks down the rows of a form; each block found is read by its own type.
struct TableReader {
  let grid: Grid
  var draft = FormDraft()
  /// Forms of a flat table; then the draft itself holds only what stands above it.
  var flatForms: [FormDraft] = []
  /// Where rows of indicators stand of which a flat table does not show whose they are.
  var unplaced: [Place] = []
  /// Cells that have been taken as values and so are no labels.
  var consumed: Set<Int> = []
  /// The head of the last indicator block, to go on with it in the next table.
  var lastHead: IndicatorHead?
  /// The horizon that the last indicator block's label gave.
  var lastHorizon: ColumnTerm.Horizon?

  init(grid: Grid, scale: MoneyScale?) {
    self.grid = grid
    draft.scale = scale
  }

  mutating func read(_ rows: Range<Int>) {
    var row = rows.lowerBound
    while row < rows.upperBound {
      if let next = readBlock(row, end: rows.upperBound) {
        row = max(next, row + 1)
      } else {
        readLabels(row)
        row += 1
      }
    }
  }

  /// Reads the block that begins in a row.
  /// - Returns: the row behind the block; nil where none begins here.
  private mutating func readBlock(_ row: Int, end: Int) -> Int? {
    if let head = IndicatorHead.find(in: grid, row: row) {
      return readIndicators(head, end: end)
    }
    if let list = ListTable.find(in: grid, row: row, end: end, scale: draft.scale) {
      flatForms += list.forms(grid)
      draft.hasIndicatorTable = true
      return list.end
    }
    if let transposed = TransposedTable.find(in: grid, row: row, end: end) {
      flatForms += transposed.forms(grid)
      draft.hasIndicatorTable = true
      return transposed.end
    }
    if let across = SourcesAcross.find(in: grid, row: row, scale: draft.scale) {
      readLabels(row, only: { $0.isGroup })
      draft.funds += across.read(grid)
      draft.labelCount += 1
      return across.end
    }
    if let table = FundTable.find(in: grid, row: row, scale: draft.scale) {
      var next = row + 1
      readLabels(row, only: { $0.isGroup })
      while let row = grid.rowWithText(from: next, end: end),
        IndicatorHead.find(in: grid, row: row) == nil, let found = table.read(grid, row: row)
      {
        draft.funds.append(found)
        draft.findings += table.brokenCells(grid, row: row).map {
          RecognitionWording.brokenAmount($0.text, place: $0.place)
        }
        next = row + 1
      }
      guard next > row + 1 else { return nil }
      draft.labelCount += 1
      return next
    }
    if let table = PairedFunds.find(in: grid, row: row, end: end, scale: draft.scale) {
      readLabels(row, only: { $0.isGroup })
      draft.funds += table.read(grid)
      draft.labelCount += 1
      return table.end
    }
    if let table = TransposedFunds.find(in: grid, row: row, end: end, scale: draft.scale) {
      readLabels(row, only: { $0.isGroup })
      draft.funds += table.read(grid)
      draft.labelCount += 1
      return table.end
    }
    if let table = TaskTable.find(in: grid, row: row) {
      return readTasks(table, end: end)
    }
    // behind rows that are no indicators: 其他需要说明的事项
    if let head = lastHead, !head.isFlat, let total = TotalRow.find(in: grid, row: row, head: head),
      total.reach == .result, grid.textCount(startingInRow: row) > 2
    {
      keep([total], under: head)
      return row + 1
    }
    return nil
  }

  private mutating func readTasks(_ table: TaskTable, end: Int) -> Int {
    var row = table.rows.upperBound
    while row < end, !table.ends(grid, at: row), IndicatorHead.find(in: grid, row: row) == nil {
      if let found = table.read(grid, row: row, scale: draft.scale) { draft.tasks.append(found) }
      for share in table.totalShares(grid, row: row) {
        let money = draft.money(share.cell.text, scale: share.scale ?? draft.scale, place: share.cell.place)
        draft.setAmount(share.path, money, place: share.cell.place, confidence: 92)
      }
      row += 1
    }
    draft.labelCount += 1
    return row
  }

  // MARK: Indicators

  private mutating func readIndicators(_ head: IndicatorHead, end: Int) -> Int {
    draft.hasIndicatorTable = true
    draft.labelCount += 1
    lastHead = head
    lastHorizon = horizon(of: head)
    if head.isFlat {
      let blockEnd = indicatorsEnd(head, from: head.rows.upperBound, end: end)
      let flat = FlatTable(grid: grid, head: head, end: blockEnd, scale: draft.scale).read()
      flatForms += flat.forms
      unplaced += flat.unplaced
      return blockEnd
    }
    return readIndicators(head, from: head.rows.upperBound, end: end)
  }

  /// Reads the rows under a head, which may stand in an earlier table.
  mutating func readIndicators(_ head: IndicatorHead, from start: Int, end: Int) -> Int {
    draft.hasActualColumn = draft.hasActualColumn || head.has(.actual) || head.has(.score)
    draft.hasForecastColumn = draft.hasForecastColumn || head.has(.forecast) || head.has(.likelihood)
    let blockEnd = indicatorsEnd(head, from: start, end: end)
    let units = UnitColumn.find(in: grid, head: head)
    if units.count >= 2 {
      let hasAmounts = units.contains { $0.amount?.row == start }
      readUnits(head, units, from: hasAmounts ? start + 1 : start, end: blockEnd)
      return blockEnd
    }
    var rows = IndicatorRows(grid: grid, head: head, end: blockEnd, stackHorizon: lastHorizon)
    var totals: [TotalRow] = []
    for row in start..<max(blockEnd, start) {
      if let total = TotalRow.find(in: grid, row: row, head: head) {
        totals.append(total)
      } else if !isNote(row) {
        draft.indicators += rows.read(row)
      }
    }
    keep(totals, under: head)
    let sums = totals.map(\.row)
    readGoals(beside: head, rows: (start..<max(blockEnd, start)).filter { !sums.contains($0) })
    return blockEnd
  }

  /// One value column per unit: one form per unit, with that unit's amount.
  private mutating func readUnits(_ head: IndicatorHead, _ units: [UnitColumn], from start: Int, end: Int) {
    draft.hasIndicatorTable = true
    for unit in units {
      var form = FormDraft()
      form.set("unit/name", CleanText.withoutSpace(unit.name.text), place: unit.name.place, confidence: 90)
      form.hasIndicatorTable = true
      if let amount = unit.amount {
        let money = Amount.money(amount.text, scale: unit.scale ?? draft.scale)
        form.setAmount("budget/total", money, place: amount.place, confidence: 90)
      }
      var rows = IndicatorRows(grid: grid, head: head, end: end, stackHorizon: nil)
      rows.valueColumns = unit.range
      for row in start..<end {
        if let label = moneyLabel(row), let cell = grid.text(row, unit.range) {
          let money = Amount.money(cell.text, scale: label.label?.moneyScale ?? draft.scale)
          form.setAmount("budget/total", money, place: cell.place, confidence: 90)
        } else {
          form.indicators += rows.read(row)
        }
      }
      flatForms.append(form)
    }
  }

  private func moneyLabel(_ row: Int) -> GridCell? {
    grid.texts(startingInRow: row).first { $0.field == .budgetTotal && $0.level == nil }
  }

  private func horizon(of head: IndicatorHead) -> ColumnTerm.Horizon? {
    guard let row = head.rows.first else { return nil }
    var texts = grid.cells(inRow: row).filter {
      $0.field == .group(.indicators) || $0.columnTerm == nil && LabelText.folded($0.text).ends("绩效指标")
    }.map(\.text)
    if row > 0, let above = grid.loneText(inRow: row - 1) { texts.append(above.text) }
    for text in texts {
      let folded = LabelText.folded(text)
      guard folded.count <= 24, folded.holds("指标") || FormTitle.isSection(text) else { continue }
      for word in ["长期", "中期", "实施期", "实施周期", "中长期", "总目标"] where folded.holds(word) { return .period }
      if folded.holds("年度") || folded.holds("当年") { return .annual }
    }
    return nil
  }

  /// The row behind the last indicator row: a new head, or a label that opens something else.
  private func indicatorsEnd(_ head: IndicatorHead, from start: Int, end: Int) -> Int {
    let nameStart = head.name?.range.lowerBound ?? 0
    var row = start
    while row < end {
      if IndicatorHead.find(in: grid, row: row) != nil { return row }
      if !head.isFlat, TotalRow.find(in: grid, row: row, head: head) != nil {
        guard goesOn(behind: row, head: head, end: end) else { return row + 1 }
      } else if let first = grid.firstText(startingInRow: row),
        leaves(first, row: row, nameStart: nameStart, head: head)
      {
        return row
      }
      row += 1
    }
    return end
  }

  private func leaves(_ first: GridCell, row: Int, nameStart: Int, head: IndicatorHead) -> Bool {
    if first.level != nil { return false }
    if head.isFlat { return isFoot(first) }
    if isBehindBlock(first, row: row, head: head) { return true }
    // a goal at the left of its indicators may look like a label with its value
    if head.hasLevel(grid, row: row) || isUnderLevel(row, head) { return false }
    if let lone = grid.loneText(inRow: row), FormTitle.strength(lone.text) >= 2 { return true }
    let isLeft = first.column < max(nameStart, 1)
    guard isLeft else { return false }
    if let field = first.field, field != .group(.indicators) {
      if field == .other || field.sort == .money {
        return grid.texts(startingInRow: row).count == 2 && nameStart > 1
      }
      return true
    }
    if let pair = LabelledPairs.pair(first.text), pair.meaning.field != .group(.indicators) { return true }
    return isFoot(first) || TaskTable.find(in: grid, row: row) != nil
      || FundTable.find(in: grid, row: row, scale: nil) != nil
  }

  /// A label over the block's own column and that of the levels, behind the last row of the block's label:
  /// 保障措施 under 绩效指标 | 一级指标.
  private func isBehindBlock(_ first: GridCell, row: Int, head: IndicatorHead) -> Bool {
    guard let level = head.columns.first(where: { $0.role.isLevel })?.range.lowerBound,
      first.column < level, first.endColumn > level,
      let block = grid.cell(head.rows.lowerBound, level - 1), !block.isBlank
    else { return false }
    return block.endRow > head.rows.upperBound && block.endRow <= row
  }

  /// Whether a merged cell of a level goes on in a row: what stands beside it is one of that level's.
  private func isUnderLevel(_ row: Int, _ head: IndicatorHead) -> Bool {
    head.columns.contains { column in
      guard column.role.isLevel, let cell = grid.cell(row, column.range.lowerBound) else { return false }
      return cell.row < row && cell.row >= head.rows.upperBound && !cell.isBlank
    }
  }

  private func isFoot(_ cell: GridCell) -> Bool {
    let folded = LabelText.folded(cell.text)
    for lead in ["注:", "注1", "注：", "填表说明", "填报说明", "填报人", "填表人", "说明:", "备注:", "单位负责人", "审核人", "制表", "联系人"]
    where folded.begins(lead) { return true }
    return false
  }

  /// A row that is one text across the whole table: a note, no indicator.
  private func isNote(_ row: Int) -> Bool {
    guard let lone = grid.loneText(inRow: row), lone.row == row else { return false }
    return lone.columnSpan > 2 && lone.columnSpan * 2 > grid.columnCount && lone.level == nil
  }
}

/// 优、良、中、差 as forms print them, alone or ticked among the others.
enum Grades {
  static func grade(_ text: String) -> String? {
    let folded = LabelText.folded(CheckBoxes.chosen(in: text) ?? text)
    return ["优", "良", "中", "差", "优秀", "良好", "合格", "不合格", "较差"].contains(folded) ? folded : nil
  }
}
