// Finds the rows of an indicator table that sum up others: 合计, 小计, 总分.
import FormVocabulary

/// A row that sums up rows above or below it, and no indicator.
struct TotalRow {
  /// How much a total sums up.
  enum Reach: Comparable {
    /// Some rows: 小计, 产出指标小计.
    case part
    /// The whole table: 合计, 权重合计.
    case whole
    /// The form's result: 总分, 自评得分.
    case result
  }

  let row: Int
  let reach: Reach
  /// True for a word that says no more than that it is a total.
  let isPlain: Bool

  /// The total in a row; nil where the row is none.
  static func find(in grid: Grid, row: Int, head: IndicatorHead) -> TotalRow? {
    // beside a level's label, its own or one that goes on from above, stands what the row is
    guard let label = grid.texts(startingInRow: row).first(where: { $0.level == nil }) else { return nil }
    let isFirst = grid.firstText(startingInRow: row)?.column == label.column
    if isFirst, label.field == .totalScore { return TotalRow(row: row, reach: .result, isPlain: true) }
    guard label.text.holds("计") || label.text.holds("总"), let key = LabelText(label.text)?.key else {
      return nil
    }
    let nameStart = head.name?.range.lowerBound ?? 0
    let isLeft = label.column < nameStart || label.columnSpan > 1
    guard let reach = reach(key, isLeft: isLeft) else { return nil }
    // a name among the names of a level is an indicator's
    let isBelowLevel = grid.cells(inRow: row).contains { $0.level != nil && $0.column > 0 }
    guard isLeft || isFirst && !isBelowLevel else { return nil }
    let isPlain = plainWords.contains(key)
    guard isPlain || hasFiguresOnly(grid, row: row, behind: label) else { return nil }
    return TotalRow(row: row, reach: reach, isPlain: isPlain)
  }

  private static let plainWords = ["合计", "总计", "总分", "小计", "分值合计", "得分合计"]

  /// What a total's label sums up: words of the table in front of it, or of its levels; any where names do
  /// not stand.
  private static func reach(_ key: String, isLeft: Bool) -> Reach? {
    if key == "总分" { return .result }
    guard let word = ["小计", "合计", "总计"].first(where: { key.ends($0) }) else { return nil }
    let front = String(key.dropLast(word.count))
    if word == "小计", front.isEmpty || isLeft { return .part }
    if front.isEmpty || ["权重", "分值", "得分", "分数", "指标", "绩效指标"].contains(front) {
      return word == "小计" ? .part : .whole
    }
    if LevelTerm(label: front) != nil { return .part }
    return isLeft ? .whole : nil
  }

  /// Whether only figures, grades and dashes stand behind a label.
  private static func hasFiguresOnly(_ grid: Grid, row: Int, behind label: GridCell) -> Bool {
    grid.texts(startingInRow: row).filter { $0.column > label.column }.allSatisfy {
      Amount.looksNumeric($0.text) || $0.text.ends("%") || $0.text.ends("％")
        || CleanText.isDash($0.text) || Grades.grade($0.text) != nil
    }
  }

  /// The score that the row reaches: in the score's column, else the last figure that is not the full score.
  func score(_ grid: Grid, _ head: IndicatorHead) -> Located? {
    if let column = head.column(.score), let cell = grid.cell(row, column.range.lowerBound), cell.row == row,
      let score = Amount.decimal(cell.text)
    {
      return Located(text: score, place: cell.place, confidence: 97)
    }
    guard head.has(.actual) || head.has(.score) else { return nil }
    let numbers = figures(grid).filter { Amount.looksNumeric($0.text) }
    guard let cell = numbers.count >= 2 ? numbers.last : numbers.first(where: { $0.text != "100" }),
      let score = Amount.decimal(cell.text)
    else { return nil }
    return Located(text: score, place: cell.place, confidence: 80)
  }

  /// What stands where the score should, and is no number: 详见附件3.
  func brokenScore(_ grid: Grid) -> GridCell? { figures(grid).first { Amount.isBroken($0.text) } }

  /// The grade that the row prints.
  func grade(_ grid: Grid) -> Located? {
    for cell in figures(grid) {
      if let grade = Grades.grade(cell.text) {
        return Located(text: grade, place: cell.place, confidence: 96)
      }
    }
    return nil
  }

  private func figures(_ grid: Grid) -> ArraySlice<GridCell> {
    grid.texts(startingInRow: row).dropFirst()
  }
}

extension TableReader {
  /// Keeps the score and grade of a block: of the form's result where it has one, else of the last total;
  /// those of a part only where a plain 小计 is all there is.
  mutating func keep(_ totals: [TotalRow], under head: IndicatorHead) {
    draft.labelCount += totals.count
    let wholes = totals.filter { $0.reach > .part || totals.count == 1 && $0.isPlain }
    let results = wholes.filter { $0.reach == .result }
    for total in results.reversed() + wholes.filter({ $0.reach != .result }).reversed() {
      if let score = total.score(grid, head) {
        draft.set("totalScore", score.text, place: score.place, confidence: score.confidence)
      } else if total.reach == .result, let cell = total.brokenScore(grid) {
        draft.findings.append(RecognitionWording.brokenScore(cell.text, place: cell.place))
      }
      if let grade = total.grade(grid) {
        draft.set("grade", grade.text, place: grade.place, confidence: grade.confidence)
      }
    }
  }

  /// Whether rows of indicators follow a total: it is no end of the block then.
  func goesOn(behind row: Int, head: IndicatorHead, end: Int) -> Bool {
    guard let next = grid.rowWithText(from: row + 1, end: end), let name = head.name,
      IndicatorHead.find(in: grid, row: next) == nil
    else { return false }
    let texts = grid.texts(startingInRow: next)
    if TotalRow.find(in: grid, row: next, head: head) != nil {
      return texts.filter { $0.field != nil }.count <= 1
    }
    let levels = head.columns.filter(\.role.isLevel).compactMap { grid.text(next, $0.range) }
    if levels.contains(where: { $0.level != nil }) { return true }
    // without a known level: every text under a head of its own, a name and a figure among them
    let isInColumns = texts.allSatisfy { cell in
      head.columns.contains { $0.range.contains(cell.column) && cell.endColumn <= $0.range.upperBound }
    }
    guard isInColumns, texts.count >= 3, let cell = grid.text(next, name.range), cell.row == next else {
      return false
    }
    return texts.contains { $0.column > cell.column && Amount.looksNumeric($0.text) }
  }
}
