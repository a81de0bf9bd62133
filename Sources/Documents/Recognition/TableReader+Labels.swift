// Reads labels and their values outside the indicator table: to the right, or below.
import Findings
import FormVocabulary
import Model
import Tables

extension TableReader {
  /// Reads every label that begins in a row.
  mutating func readLabels(_ row: Int, only isWanted: (FieldTerm) -> Bool = { _ in true }) {
    if let lone = grid.loneText(inRow: row), lone.row == row, readLoneText(lone, row: row) { return }
    for cell in grid.texts(startingInRow: row) {
      guard let index = grid.index(row, cell.column), !consumed.contains(index) else { continue }
      if let field = cell.field, let label = cell.label {
        guard isWanted(field) else { continue }
        read(field, label: label, cell: cell)
      } else if isWanted(.unkept) {
        readPair(in: cell)
      }
    }
  }

  /// A row with one text: title, year line, unit line, pairs, or an amount's use.
  private mutating func readLoneText(_ cell: GridCell, row: Int) -> Bool {
    if draft.labelCount == 0, readTitleLines(cell) { return true }
    if let year = FormTitle.yearLine(in: cell.text) {
      draft.year = draft.year ?? PrintedYear(year, place: cell.place)
      draft.scale = draft.scale ?? FormTitle.unitLine(cell.text)
      return true
    }
    if FormTitle.strength(cell.text) >= 2, draft.labelCount == 0 {
      let title = FormTitle.withoutAnnex(CleanText.withoutSpace(cell.text))
      draft.title = Located(text: title, place: cell.place, confidence: 95)
      return true
    }
    if let scale = FormTitle.unitLine(cell.text) { draft.scale = draft.scale ?? scale }
    return false
  }

  /// A title cell of several lines: what a line says by itself is no part of the title, the rest is.
  private mutating func readTitleLines(_ cell: GridCell) -> Bool {
    let lines = cell.text.split(separator: "\n").map {
      Paragraph(text: CleanText.trimmed(String($0)), line: cell.row + 1)
    }
    let ownLines = lines.filter { saysItsOwn($0.text) }
    let title = lines.filter { !saysItsOwn($0.text) }.map { CleanText.withoutSpace($0.text) }.joined()
    guard lines.count > 1, FormTitle.strength(title) >= 2 else { return false }
    draft.title = Located(text: title, place: cell.place, confidence: 95)
    let beside = Preamble(ownLines)
    draft.year = beside.year.map { PrintedYear($0.year, place: cell.place) } ?? draft.year
    draft.scale = draft.scale ?? beside.scale
    beside.applyPairs(to: &draft)
    return true
  }

  /// Years, units of money, labelled values and the number of the annex, each on its line.
  private func saysItsOwn(_ line: String) -> Bool {
    let folded = LabelText.folded(line)
    if folded.count < 8, folded.begins("附件") || folded.begins("附表") { return true }
    return FormTitle.yearLine(in: line) != nil || FormTitle.unitLine(line) != nil
      || !LabelledPairs.all(in: line).isEmpty
  }

  /// A cell that holds label and value together, or a code and a name without a label.
  private mutating func readPair(in cell: GridCell) {
    if let scale = FormTitle.unitLine(cell.text) { draft.scale = draft.scale ?? scale }
    if draft.labelCount == 0, let year = FormTitle.yearLine(in: cell.text) {
      draft.year = draft.year ?? PrintedYear(year, place: cell.place)
    }
    let pairs = LabelledPairs.all(in: cell.text)
    if pairs.count > 1 || (pairs.count == 1 && cell.text.utf8.count < 200) {
      for pair in pairs { read(pair, cell: cell) }
      return
    }
    if let pair = LabelledPairs.pair(cell.text) {
      read(pair, cell: cell)
      return
    }
    readUnlabelled(cell)
  }

  private mutating func read(_ pair: LabelledPair, cell: GridCell) {
    guard let field = pair.meaning.field else { return }
    if pair.value.isEmpty {
      read(field, label: pair.label, cell: cell)
    } else {
      draft.labelCount += 1
      let scale = field.sort == .money ? moneyScale(of: cell, label: cell) : nil
      draft.keep(field, label: pair.label, text: pair.value, place: cell.place, confidence: 95, scale: scale)
    }
  }

  /// Texts that official layouts print without a label: the use of the money, the unit above the table.
  private mutating func readUnlabelled(_ cell: GridCell) {
    if isBesideUse(cell), cell.text.count > 4, !Amount.looksNumeric(cell.text) {
      draft.set("fundUse", cell.text, place: cell.place, confidence: 92)
      return
    }
    if cell.row <= 2 || draft.labelCount == 0, let party = CodedName.party(cell.text), party.code != nil,
      cell.text.count <= 40
    {
      draft.set("unit/name", cell.text, place: cell.place, confidence: 85)
    }
  }

  /// Whether the block beside a cell, or above it in texts, is the one for amount and use: 预算规模及资金用途.
  private func isBesideUse(_ cell: GridCell) -> Bool {
    if grid.isRagged {
      return cell.row > 0
        && grid.texts(startingInRow: cell.row - 1).first.map {
          $0.field == .group(.funds) && $0.text.holds("用途")
        } ?? false
    }
    guard let left = grid.cell(cell.row, cell.column - 1) else { return false }
    return left.field == .group(.funds) && left.row < cell.row && left.text.holds("用途")
  }

  // MARK: One label

  private mutating func read(_ field: FieldTerm, label: LabelText, cell: GridCell) {
    if field != .unkept { draft.labelCount += 1 }
    if field.isGroup {
      readGroup(field, label: label, cell: cell)
      return
    }
    if field == .moneyUnit {
      draft.scale = draft.scale ?? FormTitle.unitLine(cell.text)
      return
    }
    if case .planMonth(let month) = field {
      readPlan(month, cell: cell)
      return
    }
    if field.isGoal, grid.texts(startingInRow: cell.row).contains(where: { $0.columnTerm == .taskName }) {
      return
    }
    draft.note(field, year: nil)
    guard let value = value(of: cell, field: field) else { return }
    for index in value.indices { consumed.insert(index) }
    if field == .fiscal || field == .fiscalPart || field == .other, isNotOfYear(cell) { return }
    let scale = field.sort == .money ? moneyScale(of: value.cell, label: cell) : nil
    draft.keep(
      field, label: label, text: value.text, place: value.cell.place, confidence: value.confidence,
      scale: scale)
  }

  /// A group's own value, where it is no group after all: 实施周期 | 2022—2025, 绩效目标 | prose.
  private mutating func readGroup(_ field: FieldTerm, label: LabelText, cell: GridCell) {
    if field == .group(.funds) { draft.fundsScale = draft.fundsScale ?? label.moneyScale }
    guard field == .group(.funds), let right = grid.cell(cell.row, cell.endColumn), right.field == nil,
      cell.rowSpan == 1, !right.isBlank
    else { return }
    let isSentence = LabelledPairs.amount(right.text) != nil
    guard isSentence || right.text.first?.isDigit == true else { return }
    draft.keep(
      isSentence ? field : .budgetTotal, label: label, text: right.text, place: right.place, confidence: 85)
    if let index = grid.index(cell.row, cell.endColumn) { consumed.insert(index) }
  }

  private mutating func readPlan(_ month: Int, cell: GridCell) {
    let row = grid.cells(inRow: cell.row)
    guard row.contains(where: { $0.field == .group(.spendingPlan) }) else { return }
    guard cell.endRow < grid.rowCount, !draft.plan.contains(where: { $0.share.month == month }) else {
      return
    }
    // worksheets leave blank cells out
    let below = grid.cell(cell.endRow, cell.column)
    guard below?.field == nil else { return }
    if let index = grid.index(cell.endRow, cell.column) { consumed.insert(index) }
    let percent = below.flatMap { Amount.decimal($0.text) }
    draft.plan.append((PlannedShare(month: month, percent: percent), below?.place ?? cell.place))
  }

  // MARK: Where the value stands

  struct Value {
    var text: String
    var cell: GridCell
    var indices: [Int]
    var confidence: Int
  }

  func isLabel(_ cell: GridCell) -> Bool {
    guard !cell.isBlank else { return false }
    if let field = cell.field, field != .unkept || (cell.label?.endsInColon ?? false) || cell.text.count <= 8
    {
      return true
    }
    return cell.columnTerm?.isIndicatorAnchor == true
  }

  private func value(of cell: GridCell, field: FieldTerm) -> Value? {
    let right = grid.isRagged ? raggedRight(of: cell) : rightOf(cell, field)
    let below = grid.isRagged ? raggedBelow(cell) : grid.cell(cell.endRow, cell.column)
    let belowIsOpen =
      below.map {
        $0.row == cell.endRow && !$0.isBlank && (!isLabel($0) || field.sort == .year && field.claims($0.text))
          && (field.isGoal || LabelledPairs.pair($0.text) == nil)
      } ?? false
    if field.sort == .money, !belowIsOpen, let sum = sumBelow(cell) { return sum }
    guard let right, right.column >= cell.endColumn else {
      guard belowIsOpen, let below else { return nil }
      guard field.sort == .text else { return numericBelow(below, true, field) }
      return field.isGoal ? joined(below, under: cell) : one(below, confidence: 92)
    }
    switch field.sort {
    case .money, .year, .number:
      if isLabel(right) && !field.claims(right.text) || LabelledPairs.pair(right.text) != nil {
        return numericBelow(below, belowIsOpen, field)
      }
      if right.isBlank {
        return isHeadRow(cell) ? numericBelow(below, belowIsOpen, field) : nil
      }
      if right.text.contains(where: \.isNumber) || !belowIsOpen { return one(right, confidence: 98) }
      return numericBelow(below, belowIsOpen, field) ?? one(right, confidence: 80)
    case .text:
      if field.isGoal, let head = goalHead(cell, right) {
        guard let below = grid.cell(head.endRow, head.column), below.row == head.endRow, !below.isBlank,
          !isLabel(below)
        else { return nil }
        return joined(below, under: head)
      }
      // beside several rows of labels it is the block's own, and what stands below it is the next block
      if field.isGoal, isLabel(right), cell.rowSpan > right.rowSpan || hasValue(right) { return nil }
      if right.isBlank { return nil }
      if isLabel(right), !field.claims(right.text), !isPlainlyValue(right, of: field, below: below) {
        guard belowIsOpen, let below else { return nil }
        return one(below, confidence: 94)
      }
      return field.isGoal ? joined(right, beside: cell) : one(right, confidence: 98)
    }
  }

  /// The cell to the right. Blank ones are passed over where nothing at all stands in their columns (hidden
  /// ones are such), and before an amount that is the only text behind its label.
  private func rightOf(_ cell: GridCell, _ field: FieldTerm) -> GridCell? {
    let right = grid.cell(cell.row, cell.endColumn)
    guard right?.isBlank != false, let next = raggedRight(of: cell), next.row == cell.row else {
      return right
    }
    if grid.rowCount <= 400, (cell.endColumn..<next.column).allSatisfy(isUnused) { return next }
    let behind = grid.texts(startingInRow: cell.row).filter { $0.column >= cell.endColumn }
    guard field.sort == .money, behind.count == 1, Amount.looksNumeric(next.text), cell.row > 0 else {
      return right
    }
    // under a head of its own it may be another year's
    let above = grid.cell(cell.row - 1, next.column)
    return above?.columnTerm != nil || above?.field?.sort == .money ? right : next
  }

  /// Whether no text begins in a column.
  private func isUnused(_ column: Int) -> Bool {
    (0..<grid.rowCount).allSatisfy { row in
      guard let cell = grid.cell(row, column) else { return true }
      return cell.isBlank || cell.column != column
    }
  }

  /// 财政拨款 above 小计, 一般公共预算 and 政府性基金: its amount is the one below its 小计.
  private func sumBelow(_ cell: GridCell) -> Value? {
    guard cell.columnSpan > 1, let sum = grid.cell(cell.endRow, cell.column), sum.row == cell.endRow,
      sum.columnSpan < cell.columnSpan, ["小计", "合计"].contains(sum.label?.key),
      let index = grid.index(sum.row, sum.column),
      let amount = grid.cell(sum.endRow, sum.column), amount.row == sum.endRow, !amount.isBlank,
      Amount.looksNumeric(amount.text)
    else { return nil }
    var value = one(amount, confidence: 95)
    value.indices.append(index)
    return value
  }

  /// In texts without sure columns blank cells may be the rest of a merged label: the next text counts.
  private func raggedRight(of cell: GridCell) -> GridCell? {
    for column in cell.endColumn..<max(cell.endColumn, grid.columnCount) {
      if let next = grid.cell(cell.row, column), !next.isBlank { return next }
    }
    return nil
  }

  /// In texts without sure columns the value below a label is the text with the same number in its row.
  private func raggedBelow(_ cell: GridCell) -> GridCell? {
    guard cell.endRow < grid.rowCount else { return nil }
    if let below = grid.cell(cell.endRow, cell.column), !below.isBlank { return below }
    let labels = grid.texts(startingInRow: cell.row).filter { $0.field != nil && $0.field?.isGroup != true }
    let texts = grid.texts(startingInRow: cell.endRow)
    guard labels.count == texts.count, let index = labels.firstIndex(where: { $0.column == cell.column })
    else {
      return nil
    }
    return texts[index]
  }

  private func numericBelow(_ below: GridCell?, _ isOpen: Bool, _ field: FieldTerm) -> Value? {
    guard isOpen, let below else { return nil }
    guard Amount.looksNumeric(below.text) || field.sort == .year && field.claims(below.text) else {
      return nil
    }
    return one(field == .budgetTotal ? totalOfColumn(below) ?? below : below, confidence: 95)
  }

  /// The amount beside 合计 in a column of amounts, where there is one.
  private func totalOfColumn(_ first: GridCell) -> GridCell? {
    var row = first.row
    while row < grid.rowCount, let cell = grid.cell(row, first.column), cell.columnSpan == first.columnSpan,
      cell.isBlank || Amount.looksNumeric(cell.text)
    {
      let lead = grid.texts(startingInRow: row).last { $0.column < cell.column }
      if ["合计", "总计", "金额合计"].contains(lead.map { LabelText.folded($0.text) }) { return cell }
      row = cell.endRow
    }
    return nil
  }

  /// A row of labels only: their values stand below.
  private func isHeadRow(_ cell: GridCell) -> Bool {
    let texts = grid.texts(startingInRow: cell.row)
    return texts.count >= 2 && texts.allSatisfy { $0.field != nil || $0.columnTerm != nil }
  }

  /// 项目名称 | 人员经费: the words of a label, and yet the value, as nothing below could be it.
  private func isPlainlyValue(_ right: GridCell, of field: FieldTerm, below: GridCell?) -> Bool {
    switch field {
    case .projectName, .category, .fundUse, .projectParentName: break
    default: return false
    }
    guard right.field?.sort == .money || right.field == .unkept || right.field?.isGroup == true,
      !(right.label?.endsInColon ?? false)
    else { return false }
    return below.map { $0.isBlank || isLabel($0) } ?? true
  }

  func one(_ cell: GridCell, confidence: Int) -> Value {
    let index = grid.index(cell.row, cell.column)
    return Value(text: cell.text, cell: cell, indices: index.map { [$0] } ?? [], confidence: confidence)
  }
}
