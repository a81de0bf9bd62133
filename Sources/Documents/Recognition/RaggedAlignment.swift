// Puts the cells of texts without sure columns under the heads they belong to.
import FormVocabulary
import Model

/// Tab-separated and space-separated texts drop or shift merged cells; the head says what may stand in each
/// column,
/// and the best order-keeping assignment of a row's texts to the columns is taken.
struct RaggedAlignment {
  private let grid: Grid
  private var rows: [[GridCell]] = []

  /// The grid with the rows under heads aligned; other rows stay as they are.
  static func aligned(_ grid: Grid) -> Grid {
    guard grid.isRagged else { return grid }
    var alignment = RaggedAlignment(grid: grid)
    alignment.run()
    let width = alignment.rows.lazy.flatMap { $0 }.map(\.endColumn).max() ?? 1
    return Grid(rows: alignment.rows, columnCount: max(width, grid.columnCount), isRagged: true)
  }

  private init(grid: Grid) {
    self.grid = grid
  }

  private mutating func run() {
    var row = 0
    while row < grid.rowCount {
      if let head = IndicatorHead.find(in: grid, row: row) {
        row = alignIndicators(head)
      } else if let table = FundTable.find(in: grid, row: row, scale: nil) {
        rows.append(grid.cells(inRow: row))
        row += 1
        while row < grid.rowCount, table.read(grid, row: row) != nil || isFundRow(row) {
          rows.append(table.aligned(grid.cells(inRow: row)))
          row += 1
        }
      } else {
        rows.append(grid.cells(inRow: row))
        row += 1
      }
    }
  }

  /// A row under a funds head whose label moved: it begins with a source and holds amounts only.
  private func isFundRow(_ row: Int) -> Bool {
    let texts = grid.texts(startingInRow: row)
    guard let label = texts.first(where: { $0.field?.sort == .money }), let first = texts.first,
      first.column == label.column || first.field?.isGroup == true
    else { return false }
    return texts.filter { $0.column > label.column }.allSatisfy {
      Amount.looksNumeric($0.text) || $0.text.ends("%")
    }
  }

  // MARK: Indicators

  private mutating func alignIndicators(_ head: IndicatorHead) -> Int {
    for row in head.rows { rows.append(grid.cells(inRow: row)) }
    var row = head.rows.upperBound
    var solver = RowSolver(head: head)
    while row < grid.rowCount {
      let texts = grid.texts(startingInRow: row)
      if IndicatorHead.find(in: grid, row: row) != nil || leaves(texts, head: head) { return row }
      // sub-heads that name years or grades are no indicators
      let isSubhead =
        !texts.isEmpty
        && texts.allSatisfy { FormTitle.yearLine($0.text) != nil || Grades.grade($0.text) != nil }
      rows.append(isSubhead ? [] : solver.aligned(texts))
      row += 1
    }
    return row
  }

  private func leaves(_ texts: [GridCell], head: IndicatorHead) -> Bool {
    guard let first = texts.first, first.level == nil else { return false }
    if texts.count == 1, FormTitle.strength(first.text) >= 2 { return true }
    if head.isFlat { return false }
    if first.field == .totalScore { return true }
    if let field = first.field, field != .group(.indicators), first.column <= 1 {
      if field.sort == .money || field.sort == .year || field == .other { return false }
      return true
    }
    return texts.count <= 2 && LabelledPairs.pair(first.text) != nil
  }
}

/// Assigns the texts of one row to the columns of a head.
struct RowSolver {
  private let columns: [IndicatorHead.Column]
  /// The level-1 branch that the rows above opened: under 产出指标 a 成本指标 is level 2.
  private var openBranch: LevelTerm.Branch?

  /// False for texts whose cells have an order but no columns: blanks between words tell no place.
  private let hasPlaces: Bool

  init(head: IndicatorHead, hasPlaces: Bool = true) {
    self.hasPlaces = hasPlaces
    // blank heads at the end are the rest of dropped merges; those between are part of the head before them
    let last = head.columns.lastIndex { $0.role != .unknown || !$0.title.isEmpty } ?? 0
    columns = Array(head.columns.prefix(last + 1))
  }

  /// The most columns a row is assigned to.
  private static let columnsMax = 64

  /// The row's cells moved under their columns.
  mutating func aligned(_ texts: [GridCell]) -> [GridCell] {
    let cells = assigned(texts)
    if let first = columns.first(where: { $0.role == .term(.level1) })?.range.lowerBound,
      let cell = cells.first(where: { $0.column == first })
    {
      openBranch = cell.level?.branch
    }
    return cells
  }

  private func assigned(_ texts: [GridCell]) -> [GridCell] {
    guard !texts.isEmpty else { return [] }
    // no form has so many columns; the assignment would cost more than it tells
    guard columns.count <= RowSolver.columnsMax else { return texts }
    guard texts.count <= columns.count else { return spread(texts) }
    let rowsCount = texts.count
    let width = columns.count
    // best[i][j]: the best score of texts i… in columns j…; every text takes a column
    var best = Array(repeating: Array(repeating: Int.min / 4, count: width + 1), count: rowsCount + 1)
    for j in 0...width { best[rowsCount][j] = 0 }
    var takes = Array(repeating: Array(repeating: false, count: width + 1), count: rowsCount + 1)
    for i in stride(from: rowsCount - 1, through: 0, by: -1) {
      for j in stride(from: width - 1, through: 0, by: -1) {
        let skip = best[i][j + 1] - skipCost(columns[j].role)
        let take =
          best[i + 1][j + 1] + score(texts[i], columns[j], before: i + 1 < rowsCount ? texts[i + 1] : nil)
        takes[i][j] = take >= skip
        best[i][j] = max(take, skip)
      }
    }
    var result: [GridCell] = []
    var j = 0
    for i in 0..<rowsCount {
      while j < width, !takes[i][j] { j += 1 }
      guard j < width else { break }
      var cell = texts[i]
      cell.column = columns[j].range.lowerBound
      cell.columnSpan = 1
      cell.rowSpan = 1
      result.append(cell)
      j += 1
    }
    return result
  }

  /// More texts than columns: names were cut at blanks; the surplus is joined to the name.
  private func spread(_ texts: [GridCell]) -> [GridCell] {
    var texts = texts
    if texts.count > columns.count + RowSolver.columnsMax {
      let rest = texts[columns.count...].map(\.text).joined(separator: " ")
      texts.removeLast(texts.count - columns.count)
      texts[texts.count - 1].text += " " + rest
    }
    while texts.count > columns.count {
      guard
        let index = texts.indices.dropLast().first(where: {
          texts[$0].level == nil && texts[$0 + 1].level == nil
            && !RowSolver.looksLikeValue(texts[$0 + 1].text)
        }) ?? texts.indices.dropLast().last
      else { break }
      texts[index].text += " " + texts[index + 1].text
      texts.remove(at: index + 1)
    }
    return assigned(texts)
  }

  private func skipCost(_ role: IndicatorHead.Role) -> Int {
    switch role {
    case .term(.name): 4
    case .term(.value), .term(.actual): 2
    default: 0
    }
  }

  // MARK: How well a text suits a column

  private func score(_ cell: GridCell, _ column: IndicatorHead.Column, before next: GridCell?) -> Int {
    let distance = abs(cell.column - column.range.lowerBound)
    let place = !hasPlaces ? 0 : distance == 0 ? 10 : -2 * min(distance, 3)
    switch column.role {
    case .section: return cell.field == .group(.indicators) ? 30 : -30
    case .field: return cell.column == column.range.lowerBound ? 6 : -20
    case .likelihoodChoice: return (cell.text.count <= 2 ? 8 : -16) + place
    case .valueOfUnit: return (RowSolver.looksLikeValue(cell.text) ? 10 : 0) + place
    case .unknown: return place
    case .term(let term):
      if let level = cell.level, level.isCost, openBranch == .output || openBranch == .other,
        term == .level1 || term == .level2
      {
        // it opens a branch of its own only where a level-2 cost stands behind it
        let opens = next?.level.map { $0.rank == 2 && $0.branch == .cost } ?? false
        return (opens == (term == .level1) ? 26 : -16) + place
      }
      if term == .level1 || term == .level2, let next, RowSolver.looksLikeValue(next.text),
        !cell.text.holds("指标")
      {
        return -16 + place  // what stands before a value is its name: 社会满意度 100%
      }
      return score(cell, term) + place
    }
  }

  private func score(_ cell: GridCell, _ term: ColumnTerm) -> Int {
    let text = cell.text
    let isValue = RowSolver.looksLikeValue(text)
    switch term {
    case .level1:
      guard let level = cell.level else { return text.count <= 10 && !isValue ? -6 : -24 }
      return level.branch == .other ? 12 : level.rank == 1 ? 26 : level.mayBeEitherLevel ? 10 : -10
    case .level2:
      guard let level = cell.level else { return text.count <= 12 && !isValue ? -5 : -24 }
      return level.branch == .other ? 10 : level.rank == 2 ? 26 : level.mayBeEitherLevel ? 16 : -20
    case .name, .content: return isLevelLabel(cell) ? -16 : isValue ? -8 : 12
    case .value, .actual, .forecast: return cell.level != nil ? -16 : isValue ? 12 : text.count > 24 ? -4 : 3
    case .nature: return RowSolver.isOperator(text) ? 20 : text.holds("向") ? 14 : -16
    case .unit:
      return text.count <= 8 && text.first?.isDigit != true && !RowSolver.isOperator(text) ? 8 : -12
    case .weight, .score: return isPlainNumber(text) ? 12 : -16
    case .direction: return text.holds("向") ? 20 : RowSolver.isOperator(text) ? 14 : -12
    case .likelihood: return text.holds("能") ? 16 : -10
    default: return isPlainNumber(text) ? -4 : 2
    }
  }

  /// 群众满意度 is a name as well as a label; with 指标 behind it, it is a label.
  private func isLevelLabel(_ cell: GridCell) -> Bool {
    guard let level = cell.level else { return false }
    return level.branch != .satisfaction || cell.text.holds("指标") || level.rank == 1
  }

  private func isPlainNumber(_ text: String) -> Bool {
    let folded = LabelText.folded(text)
    return !folded.isEmpty && folded.count <= 8
      && folded.allSatisfy { $0.isASCII && ($0.isNumber || ".%-".contains($0)) }
  }

  static func isOperator(_ text: String) -> Bool {
    let folded = LabelText.folded(text)
    return ["≥", "≤", ">", "<", "=", ">=", "<=", "≧", "≦", "═", "定性", "大于等于", "小于等于", "等于", "大于", "小于"]
      .contains(folded)
  }

  /// Whether a text reads like an indicator value: a sign, a number, or a short word of quality.
  static func looksLikeValue(_ text: String) -> Bool {
    let folded = LabelText.folded(text)
    guard let first = folded.first, folded.count <= 40 else { return false }
    if "≥≤><=≧≦═±约".contains(first) { return true }
    if first.isDigit, let last = folded.last, !folded.holds("、") {
      return last != ":" && folded.count <= 24
    }
    // 十场, 三名; 三公经费控制率 and 万元 are none
    if first.isNumber, !"万亿".contains(first), folded.drop(while: \.isNumber).count <= 2 { return true }
    if folded.count <= 8, words.contains(folded) { return true }
    for lead in ["不少于", "不低于", "不超过", "不高于", "大于", "小于", "等于", "达到", "控制在", "至少"] where folded.begins(lead) {
      return true
    }
    return false
  }

  private static let words: Set<String> = [
    "是", "否", "有", "无", "优", "良", "中", "差", "优良", "良好", "满意", "完成", "已完成", "长期", "长期性", "可持续", "及时", "按时",
    "合格", "达标", "提高", "提升",
    "下降", "减少", "降低", "增强", "改善", "有效", "有效提升", "有效提高", "有效改善", "有效减轻", "有效保障", "有利于", "明显提升", "明显改善", "明显提高",
    "显著提升", "显著改善", "显著提高",
    "持续提升", "持续改善", "不断提升", "逐步提升", "全覆盖", "全镇", "全县", "全市", "全区", "全年", "健全", "较高", "稳步提升", "持续增强", "有所提高",
    "有所提升", "同比下降", "春节前", "按月", "按季", "有效丰富", "持续发挥",
    "长期有效", "进一步提升", "进一步提高", "基本满意", "非常满意", "有效控制", "充分", "完善", "规范", "保障", "有效发挥", "持续培养",
  ]
}
