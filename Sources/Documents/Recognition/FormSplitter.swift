// Parts the rows of one table where a second form begins: worksheets and pages often hold several.
import FormVocabulary

enum FormSplitter {
  /// The row ranges of the forms in a grid, in order; one range where there is one form or none.
  static func sections(of grid: Grid) -> [Range<Int>] {
    var starts = [0]
    var hasIndicators = false
    var hasOtherRows = false
    var row = 0
    while row < grid.rowCount {
      if let head = IndicatorHead.find(in: grid, row: row) {
        if head.isFlat { hasIndicators = false } else { hasIndicators = true }
        row = head.rows.upperBound
        continue
      }
      if grid.textCount(startingInRow: row) >= 3 { hasOtherRows = true }
      if hasIndicators && opens(grid, row) || hasOtherRows && !hasIndicators && headsWholeForm(grid, row) {
        var start = row
        while start > 0, isPreamble(grid, start - 1) { start -= 1 }
        if start > (starts.last ?? 0) {
          starts.append(start)
          hasIndicators = false
          hasOtherRows = false
        }
      }
      row += 1
    }
    return starts.indices.map { starts[$0]..<($0 + 1 < starts.count ? starts[$0 + 1] : grid.rowCount) }
  }

  /// Whether a row after indicators opens the next form: a title, or a head label with a form behind it.
  private static func opens(_ grid: Grid, _ row: Int) -> Bool {
    if let lone = grid.loneText(inRow: row), lone.row == row, FormTitle.strength(lone.text) >= 2 {
      if FormTitle.isSection(lone.text), let next = grid.rowWithText(from: row + 1, end: grid.rowCount),
        IndicatorHead.find(in: grid, row: next) != nil
      {
        return false
      }
      return hasForm(grid, after: row)
    }
    let texts = grid.texts(startingInRow: row)
    guard let first = texts.first, first.column == 0 || texts.count >= 2 else { return false }
    let opening = texts.contains { cell in
      if cell.level != nil { return false }
      if let field = cell.field {
        return field == .projectName || field == .projectCode || field == .departmentName
      }
      if let pair = LabelledPairs.pair(cell.text), let field = pair.meaning.field {
        return field == .projectName || field == .departmentName
      }
      return false
    }
    guard opening, first.level == nil else { return false }
    // a cell of an open indicator block that reads 项目 is no opening
    if grid.cells(inRow: row).contains(where: { $0.row < row && $0.level != nil }) { return false }
    return hasForm(grid, after: row)
  }

  /// Whether a form with its title and its head begins below a table of something else: whom money goes to,
  /// figures of the department.
  private static func headsWholeForm(_ grid: Grid, _ row: Int) -> Bool {
    guard let lone = grid.loneText(inRow: row), lone.row == row, FormTitle.strength(lone.text) == 3,
      !FormTitle.isSection(lone.text),
      let head = (row..<min(grid.rowCount, row + 60)).first(where: {
        IndicatorHead.find(in: grid, row: $0) != nil
      })
    else { return false }
    return (row..<head).contains { next in
      grid.firstText(startingInRow: next)?.field?.opensForm ?? false
    }
  }

  private static func hasForm(_ grid: Grid, after row: Int) -> Bool {
    var next = row + 1
    while next < min(grid.rowCount, row + 60) {
      if IndicatorHead.find(in: grid, row: next) != nil { return true }
      next += 1
    }
    return false
  }

  /// Rows that belong to the form below: its title, year and unit lines, a code and name without a label.
  private static func isPreamble(_ grid: Grid, _ row: Int) -> Bool {
    guard let lone = grid.loneText(inRow: row) else {
      let texts = grid.texts(startingInRow: row)
      return !texts.isEmpty && texts.count <= 3
        && texts.contains { FormTitle.unitLine($0.text) != nil }
        && !texts.contains { $0.level != nil }
    }
    guard lone.row == row, lone.level == nil else { return false }
    return FormTitle.strength(lone.text) >= 1 || FormTitle.yearLine(lone.text) != nil
      || FormTitle.unitLine(lone.text) != nil
  }
}
