// Reads tables with one project a row whose indicators stand as text in a cell, or in columns per level.
import Findings
import FormVocabulary
import Model

/// A list of projects: heads for the project's data, and the indicators in the cells below.
struct ListTable {
  /// How the indicators of a project stand in its row.
  private enum Holding {
    /// As text, in any cell that holds level labels.
    case text
    /// As names and values side by side under heads of level 1.
    case wide([(level1: GridCell, name: Int, value: Int?)])
    /// As text under heads of levels: 数量指标 | 质量指标 | 成本指标.
    case columns([GridCell])
  }

  private let headRows: Range<Int>
  private let fields: [(range: Range<Int>, field: FieldTerm, label: LabelText?, title: String)]
  private let holding: Holding
  /// The row behind the last one.
  let end: Int
  let scale: MoneyScale?

  /// The list whose head begins in a row: project columns beside each other, and indicators below as text or
  /// wide.
  static func find(in grid: Grid, row: Int, end: Int, scale: MoneyScale?) -> ListTable? {
    guard grid.textCount(startingInRow: row) >= 3, row + 1 < end else { return nil }
    let heads = grid.texts(startingInRow: row)
    guard
      heads.contains(where: { isProject($0) }) || heads.contains(where: { $0.level?.rank == 1 })
    else { return nil }
    // level 1 stands in the head's first row, or below one of blocks: 绩效指标
    var wide = wideColumns(grid, row: row)
    var headEnd = wide.isEmpty ? row + 1 : row + 2
    if wide.isEmpty, heads.contains(where: { $0.field == .group(.indicators) }) {
      wide = wideColumns(grid, row: row + 1)
      if !wide.isEmpty { headEnd = row + 3 }
    }
    let columns = wide.isEmpty ? levelColumns(grid, heads, row: row) : nil
    headEnd = columns?.headEnd ?? headEnd
    guard headEnd < end else { return nil }
    var fields: [(range: Range<Int>, field: FieldTerm, label: LabelText?, title: String)] = []
    var column = 0
    while column < grid.columnCount {
      let cell = (row..<headEnd).reversed().lazy.compactMap { grid.cell($0, column) }.first { !$0.isBlank }
      if let cell, let field = isProject(cell) ? .projectName : cell.field?.inList {
        fields.append((column..<max(cell.endColumn, column + 1), field, cell.label, cell.text))
      }
      column = max(cell?.endColumn ?? 0, column + 1)
    }
    guard fields.contains(where: { $0.field == .projectName }), fields.count >= 2 else { return nil }
    if wide.isEmpty, columns == nil {
      let labels = heads.filter { $0.field != nil || $0.columnTerm != nil || isProject($0) }
      // heads have values below them, not labels
      let isHead = fields.allSatisfy { field in
        grid.cell(headEnd, field.range.lowerBound).map { $0.field == nil || $0.isBlank } ?? true
      }
      guard isHead, labels.count * 3 >= heads.count * 2 else { return nil }
      let holds = (headEnd..<min(end, headEnd + 40)).contains { next in
        grid.texts(startingInRow: next).contains { holdsIndicators($0.text) }
      }
      guard holds || listsGoals(grid, fields.map { ($0.range, $0.field) }, headEnd..<end) else { return nil }
    }
    let holding = columns.map { Holding.columns($0.heads) } ?? (wide.isEmpty ? .text : .wide(wide))
    return ListTable(
      headRows: row..<headEnd, fields: fields, holding: holding, end: end,
      scale: scale)
  }

  /// Whether two projects or more stand below each other, each with its goal: a list without indicators.
  private static func listsGoals(
    _ grid: Grid, _ fields: [(range: Range<Int>, field: FieldTerm)], _ rows: Range<Int>
  ) -> Bool {
    guard let name = fields.first(where: { $0.field == .projectName })?.range,
      let goal = fields.first(where: { $0.field.isGoal })?.range
    else { return false }
    let projects = rows.prefix(40).filter { row in
      guard let project = grid.text(row, name), let text = grid.text(row, goal) else { return false }
      return project.row == row && text.row == row && project.field == nil && text.field == nil
        && project.endColumn <= name.upperBound && text.text.count > 4
    }
    return projects.count >= 2
  }

  private static func isProject(_ cell: GridCell) -> Bool {
    if cell.field == .projectName { return true }
    guard cell.text.holds("项目"), cell.text.holds("单位") else { return false }
    let folded = LabelText.folded(cell.text)
    return folded.count <= 24 && (folded.holds("/") || folded.holds("(项目名称)"))
  }

  /// Whether a cell's text has level labels with something behind them.
  static func holdsIndicators(_ text: String) -> Bool {
    guard text.holds("指标"), text.count > 8 else { return false }
    return !parse(text, spot: nil).indicators.isEmpty
  }

  private static func parse(_ text: String, spot: CellSpot?) -> IndicatorText {
    var reader = IndicatorText(spot: spot)
    for line in text.split(separator: "\n") { reader.read(String(line)) }
    return reader
  }

  /// Level-1 heads over pairs of name and value: 成本指标{三级指标 | 指标值} 产出指标{三级指标 | 指标值}.
  private static func wideColumns(_ grid: Grid, row: Int) -> [(level1: GridCell, name: Int, value: Int?)] {
    let tops = grid.texts(startingInRow: row).filter { $0.level?.rank == 1 }
    guard tops.count >= 2, row + 1 < grid.rowCount else { return [] }
    var result: [(level1: GridCell, name: Int, value: Int?)] = []
    for top in tops {
      var name: Int?
      var value: Int?
      for column in top.column..<top.endColumn {
        guard let sub = grid.cell(row + 1, column), sub.row == row + 1 else { continue }
        switch sub.columnTerm {
        case .name?, .content?: name = name ?? column
        case .value?: value = value ?? column
        default: continue
        }
      }
      if let name { result.append((top, name, value)) }
    }
    return result.count >= 2 ? result : []
  }

  /// Heads of levels, three or more, over texts of indicators: a project's name begins in the row below them.
  private static func levelColumns(
    _ grid: Grid, _ heads: [GridCell], row: Int
  ) -> (heads: [GridCell], headEnd: Int)? {
    let isBelow = heads.contains { $0.field == .group(.indicators) && $0.columnSpan > 2 }
    let levelRow = isBelow ? row + 1 : row
    let levels = grid.texts(startingInRow: levelRow).filter { $0.level != nil && $0.columnTerm == nil }
    guard levels.count >= 3, let project = heads.first(where: { isProject($0) }),
      let name = grid.cell(levelRow + 1, project.column), name.row == levelRow + 1, !name.isBlank,
      name.level == nil,
      levels.contains(where: { head in
        grid.cell(levelRow + 1, head.column)?.text.contains(where: \.isNumber) ?? false
      })
    else { return nil }
    return (levels, levelRow + 1)
  }

  // MARK: Rows

  /// One draft per project; totals are none.
  func forms(_ grid: Grid) -> [FormDraft] {
    var forms: [FormDraft] = []
    var unitTotal: GridCell?
    for row in headRows.upperBound..<end {
      guard let name = text(.projectName, grid, row) else {
        if case .wide = holding, let last = forms.indices.last { addIndicators(grid, row, to: &forms[last]) }
        continue
      }
      if ["合计", "总计", "小计"].contains(LabelText.folded(name.text)) { continue }
      if let first = grid.texts(startingInRow: row).first,
        ["合计", "总计", "小计"].contains(LabelText.folded(first.text))
      {
        continue
      }
      if name.row < row {
        if let last = forms.indices.last { addIndicators(grid, row, to: &forms[last]) }
        continue
      }
      if isUnitTotal(grid, name, row) {
        unitTotal = name
        continue
      }
      var form = draft(grid, row)
      addIndicators(grid, row, to: &form)
      if let unitTotal {
        form.set("unit/name", unitTotal.text, place: unitTotal.place, confidence: 85)
        if let code = text(.unitCode, grid, unitTotal.row) {
          form.set("unit/code", code.text, place: code.place, confidence: 85)
        }
      }
      forms.append(form)
    }
    return forms
  }

  private func text(_ field: FieldTerm, _ grid: Grid, _ row: Int) -> GridCell? {
    guard let found = fields.first(where: { $0.field == field }) else { return nil }
    return grid.text(row, found.range)
  }

  /// A row of a column that holds units and projects, without a project: the unit's own total.
  private func isUnitTotal(_ grid: Grid, _ name: GridCell, _ row: Int) -> Bool {
    guard let column = fields.first(where: { $0.field == .projectName }), column.title.holds("单位") else {
      return false
    }
    guard case .wide(let columns) = holding else { return !name.text.holds("/") }
    return !columns.contains { grid.cell(row, $0.name)?.isBlank == false }
      && text(.goal, grid, row) == nil && text(.annualGoal, grid, row) == nil
  }

  private func draft(_ grid: Grid, _ row: Int) -> FormDraft {
    var draft = FormDraft()
    draft.scale = scale
    draft.hasIndicatorTable = true
    draft.hasProjectLabel = true
    draft.labelCount = 3
    for (range, field, label, title) in fields {
      guard let cell = grid.text(row, range), let label = label ?? LabelText("项目名称") else { continue }
      if ListTable.holdsIndicators(cell.text) || cell.text.begins("【") { continue }
      if field == .projectName {
        FlatTable.setText(cell, path: "project/name", in: &draft)
      } else if field == .unitCode, title.holds("项目") {
        draft.set("project/code", cell.text, place: cell.place, confidence: 92)
      } else {
        let printed = grid.moneyScale(inHeads: headRows, column: range.lowerBound)
        draft.keep(field, label: label, text: cell.text, place: cell.place, confidence: 92, scale: printed)
      }
    }
    return draft
  }

  private func addIndicators(_ grid: Grid, _ row: Int, to draft: inout FormDraft) {
    switch holding {
    case .text:
      for cell in grid.texts(startingInRow: row) {
        addText(grid, cell, to: &draft)
      }
    case .columns(let levels):
      for level in levels {
        guard let cell = grid.text(row, level.column..<level.endColumn), cell.row == row else { continue }
        let label = CleanText.withoutSpace(level.text)
        let isFirst = level.level?.rank == 1
        var reader = IndicatorText(
          spot: cell.spot, level1: isFirst ? label : nil, level2: isFirst ? nil : label)
        for line in cell.text.split(separator: "\n") { reader.read(String(line)) }
        draft.indicators += reader.indicators
      }
    case .wide(let columns):
      for (level1, nameColumn, valueColumn) in columns {
        guard let name = grid.cell(row, nameColumn), !name.isBlank, name.row == row else { continue }
        var indicator = IndicatorDraft()
        indicator.confidence = 90
        indicator.indicator.level1 = CleanText.withoutSpace(level1.text)
        indicator.indicator.name = name.text
        indicator.places[.name] = name.spot
        indicator.places[.level1] = level1.spot
        if let valueColumn, let value = grid.cell(row, valueColumn), !value.isBlank {
          indicator.indicator.annualValue = value.text
          indicator.places[.annualValue] = value.spot
        }
        draft.indicators.append(indicator)
      }
    }
  }

  /// A cell of text: with its own level labels, or under the labels in the cell beside it.
  private func addText(_ grid: Grid, _ cell: GridCell, to draft: inout FormDraft) {
    let levels = IndicatorText.levelParts(cell.text)
    if levels.count == 2, let beside = grid.cell(cell.row, cell.endColumn), !beside.isBlank {
      var reader = IndicatorText(spot: beside.spot, level1: levels[0], level2: levels[1])
      for line in beside.text.split(separator: "\n") { reader.read(String(line)) }
      draft.indicators += reader.indicators
      return
    }
    guard ListTable.holdsIndicators(cell.text) || cell.text.begins("【") else { return }
    let reader = ListTable.parse(cell.text, spot: cell.spot)
    draft.indicators += reader.indicators
    for goal in reader.goals {
      guard let path = goal.field.path else { continue }
      draft.set(path, goal.text, place: cell.place, confidence: 88)
    }
  }
}
