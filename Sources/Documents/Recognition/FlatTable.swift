// Reads one flat table for many projects: the project's data in the left columns, its indicators to the
// right.
import Findings
import FormVocabulary
import Model

/// A table whose head names project columns beside indicator columns.
struct FlatTable {
  let grid: Grid
  let head: IndicatorHead
  /// The row behind the last one.
  let end: Int
  let scale: MoneyScale?

  /// One draft per project, in order; totals of departments and units are none. Then the places of rows
  /// with indicators of which it does not show whose they are.
  func read() -> (forms: [FormDraft], unplaced: [Place]) {
    var forms: [FormDraft] = []
    var unplaced: [Place] = []
    var key: String?
    var department: GridCell?
    // as every project begins; looking at all rows for it once is enough
    let start = IndicatorRows(grid: grid, head: head, end: end, stackHorizon: nil)
    var rows = start
    for row in head.rows.upperBound..<max(end, head.rows.upperBound) {
      let name = text(.projectName, row)
      let indicators = rows.read(row)
      if let name, let next = identity(row) {
        if isTotal(name.text) { continue }
        if next != key {
          if indicators.isEmpty, isUnit(name, row) {
            department = name
            key = nil
            continue
          }
          key = next
          forms.append(form(row, name: name, department: department))
          rows = start
          forms[forms.count - 1].indicators += rows.read(row)
          continue
        }
      } else if name == nil, column(.projectName) != nil, indicators.isEmpty {
        if let unit = text(.unit, row) ?? text(.department, row) {
          department = unit
          key = nil
        }
        continue
      } else if column(.projectName) == nil, let next = identity(row), next != key {
        key = next
        if let unit = text(.unit, row) ?? text(.departmentName, row), isTotal(unit.text) { continue }
        forms.append(form(row, name: nil, department: department))
      }
      guard !forms.isEmpty, key != nil else {
        if !indicators.isEmpty, let place = grid.firstText(startingInRow: row)?.place {
          unplaced.append(place)
        }
        continue
      }
      forms[forms.count - 1].indicators += indicators
    }
    return (forms, unplaced)
  }

  private func column(_ field: FieldTerm) -> IndicatorHead.Column? {
    head.columns.first { $0.role == .field(field) }
  }

  private func text(_ field: FieldTerm, _ row: Int) -> GridCell? {
    guard let column = column(field) else { return nil }
    return grid.text(row, column.range)
  }

  /// What tells one project from the next: the texts of its name and unit cells, and where merged, the cell.
  private func identity(_ row: Int) -> String? {
    var parts: [String] = []
    for field in [FieldTerm.projectCode, .projectName, .unit] {
      if let cell = text(field, row) { parts.append(cell.text) }
    }
    guard let cell = text(.projectName, row) ?? text(.unit, row) ?? text(.departmentName, row) else {
      return nil
    }
    if cell.rowSpan > 1 { parts.append("\(cell.row)") }
    return parts.joined(separator: "\u{1F}")
  }

  private func isTotal(_ text: String) -> Bool {
    ["合计", "总计", "小计", "金额合计"].contains(LabelText.folded(text))
  }

  /// The unit of the projects below it, in their column: alone in its row where only projects are expected,
  /// and no project's name where the head names both. A project has a goal or rows of indicators.
  private func isUnit(_ name: GridCell, _ row: Int) -> Bool {
    guard name.rowSpan == 1, !hasGoal(row), !leadsIndicators(row) else { return false }
    let isComposite = head.columns.contains {
      $0.role == .field(.projectName) && LabelText.folded($0.title).holds("单位")
    }
    if isComposite { return !name.text.holds("/") && !name.text.contains("\n") }
    return grid.textCount(startingInRow: row) == 1 && CodedName.isOrganisation(name.text)
      && text(.unit, row) == nil
  }

  private func hasGoal(_ row: Int) -> Bool {
    head.columns.contains { column in
      if case .field(let field) = column.role, field.isGoal {
        grid.text(row, column.range) != nil
      } else {
        false
      }
    }
  }

  /// Whether the next rows have levels or indicators and name no other project.
  private func leadsIndicators(_ row: Int) -> Bool {
    let levels = head.columns.filter { $0.role.isLevel || $0.role == .term(.name) }
    guard let next = grid.rowWithText(from: row + 1, end: end) else { return false }
    return text(.projectName, next) == nil && levels.contains { grid.text(next, $0.range) != nil }
  }

  private func form(_ row: Int, name: GridCell?, department: GridCell?) -> FormDraft {
    var draft = FormDraft()
    draft.scale = scale
    draft.hasIndicatorTable = true
    draft.labelCount = 3
    draft.hasProjectLabel = column(.projectName) != nil
    for column in head.columns {
      guard case .field(let field) = column.role, let path = field.path,
        let cell = grid.text(row, column.range)
      else { continue }
      let label = LabelText(column.title)
      if let year = label?.year {
        let place = grid.text(head.rows.upperBound - 1, column.range)?.place
        draft.labelYear = draft.labelYear ?? PrintedYear(year, place: place)
      }
      switch field.sort {
      case .money:
        // the head's own rows, and the one of its blocks above: 项目预算（万元）
        let heads = max(0, head.rows.lowerBound - 1)..<head.rows.upperBound
        let printed = grid.moneyScale(inHeads: heads, column: column.range.lowerBound)
        let money = draft.money(cell.text, scale: printed ?? scale, place: cell.place)
        draft.setAmount(path, money, place: cell.place, confidence: 96)
      case .year where field != .fiscalYear:
        draft.setNumber(path, Amount.years(in: cell.text).first, place: cell.place, confidence: 96)
      case .year:
        let year = Amount.years(in: cell.text).first
        draft.labelYear = year.map { PrintedYear($0, place: cell.place) } ?? draft.labelYear
      case .number: continue
      case .text: FlatTable.setText(cell, path: path, in: &draft)
      }
    }
    if let department {
      let who = draft.text("unit/name") == nil ? "unit" : "department"
      if draft.text("\(who)/name") == nil {
        draft.set("\(who)/name", department.text, place: department.place, confidence: 85)
        if let code = text(.unitCode, department.row) {
          draft.set("\(who)/code", code.text, place: code.place, confidence: 85)
        }
      }
    }
    return draft
  }

  /// 特定目标类/某项目 holds category and name; everything else is as printed.
  static func setText(_ cell: GridCell, path: String, in draft: inout FormDraft) {
    if path == "project/name", let slash = cell.text.firstIndex(of: "/") {
      let front = String(cell.text[..<slash])
      if front.ends("类"), front.count <= 12 {
        draft.set("project/category", front, place: cell.place, confidence: 92)
        let name = CleanText.trimmed(String(cell.text[cell.text.index(after: slash)...]))
        draft.set(path, name, place: cell.place, confidence: 92)
        return
      }
    }
    draft.set(path, cell.text, place: cell.place, confidence: 96)
  }
}
