// Reads the funds table of self-evaluation and monitoring forms: sources down, amounts across.
import Findings
import FormVocabulary
import Model
import Quantities

/// The head of a funds table and the columns under it.
struct FundTable {
  var headRow: Int
  private var columns: [(range: Range<Int>, term: ColumnTerm, scale: MoneyScale?)]
  private var labelEnd: Int
  private var scale: MoneyScale?

  /// The funds table whose head is in a row: two or more columns of amounts, none of indicators.
  static func find(in grid: Grid, row: Int, scale: MoneyScale?) -> FundTable? {
    guard grid.mayHeadFunds(row) else { return nil }
    let cells = grid.cells(inRow: row).filter { $0.row == row && !$0.isBlank }
    var columns: [(range: Range<Int>, term: ColumnTerm, scale: MoneyScale?)] = []
    var seen: [ColumnTerm] = []
    var titles: [String] = []
    let plansMonths = cells.contains { if case .planMonth? = $0.field { true } else { false } }
    for cell in cells {
      guard let term = cell.columnTerm else { continue }
      if term.isIndicatorAnchor { return nil }
      switch term {
      case .initialBudget, .budget, .executed, .rate, .forecastSpending, .weight, .score, .deviation, .note,
        .actual:
        // 支出进度 may also head a plan of months
        guard term != .rate || cell.field?.isGroup != true || !plansMonths else { continue }
        // 实际到位数 beside 全年预算数 is what came of it
        if term == .budget, let earlier = seen.firstIndex(of: .budget) {
          if cell.text.holds("到位") { continue }
          if titles[earlier].holds("到位") {
            columns.remove(at: earlier)
            seen.remove(at: earlier)
            titles.remove(at: earlier)
          }
        }
        columns.append((cell.column..<cell.endColumn, term, cell.label?.moneyScale))
        seen.append(term)
        titles.append(cell.text)
      default: continue
      }
    }
    // 年度预算数（万元） above the names of sources heads these
    while columns.count > 2, let first = columns.first, !below(grid, row, first.range.lowerBound) {
      columns.removeFirst()
      seen.removeFirst()
      titles.removeFirst()
    }
    if let initial = initialBudget(seen, titles) { columns[initial].term = .initialBudget }
    let amounts = columns.filter { $0.term.isFundAnchor && $0.term != .rate }
    let hasExecuted = seen.contains(.executed) || seen.contains(.rate)
    guard hasExecuted, amounts.count >= 1, columns.count >= 2, let first = columns.first else { return nil }
    guard below(grid, row, first.range.lowerBound) else { return nil }
    var table = FundTable(headRow: row, columns: columns, labelEnd: first.range.lowerBound)
    table.scale =
      cells.first { $0.field?.isGroup == true && $0.label?.moneyScale != nil }?.label?.moneyScale
      ?? grid.cells(inRow: row).compactMap { $0.label?.moneyScale }.first
      // 二、预算执行情况（万元） across the row above
      ?? grid.loneText(inRow: row - 1)?.label?.moneyScale ?? scale
    return table
  }

  private init(
    headRow: Int, columns: [(range: Range<Int>, term: ColumnTerm, scale: MoneyScale?)], labelEnd: Int
  ) {
    self.headRow = headRow
    self.columns = columns
    self.labelEnd = labelEnd
  }

  /// 批复预算数 beside 调整后预算数: of two budgets without a word for the beginning, the one approved first.
  private static func initialBudget(_ terms: [ColumnTerm], _ titles: [String]) -> Int? {
    let budgets = terms.indices.filter { terms[$0] == .budget }
    guard budgets.count == 2, !terms.contains(.initialBudget) else { return nil }
    return budgets.first { titles[$0].holdsAny(["批复", "申报", "下达"]) && !titles[$0].holds("调整") }
  }

  /// Whether amounts stand below the head's first column (not behind each label in its own row).
  private static func below(_ grid: Grid, _ row: Int, _ column: Int) -> Bool {
    guard let under = grid.cell(row + 1, column), under.row == row + 1 else { return row + 1 < grid.rowCount }
    return under.isBlank || Amount.looksNumeric(under.text)
  }

  /// The entry of a row; nil where the row no longer belongs to the table.
  func read(_ grid: Grid, row: Int) -> (row: FundRow, place: Place?)? {
    guard let label = sourceLabel(grid, row) else { return nil }
    var fund = FundRow()
    fund.source = FundTable.source(label.text)
    for column in columns {
      guard let cell = grid.cell(row, column.range.lowerBound), !cell.isBlank, cell.row == row else {
        continue
      }
      fund.set(column.term, cell.text, scale: column.scale ?? label.label?.moneyScale ?? scale)
    }
    return (fund, label.place)
  }

  /// The cells of a row that should be numbers and are none: 详见附件2.
  func brokenCells(_ grid: Grid, row: Int) -> [GridCell] {
    columns.filter { $0.term != .deviation && $0.term != .note }.compactMap { column in
      guard let cell = grid.cell(row, column.range.lowerBound), cell.row == row, Amount.isBroken(cell.text)
      else { return nil }
      return cell
    }
  }

  /// A row of a text without sure columns, its amounts moved under the heads by the shift that fits best.
  func aligned(_ cells: [GridCell]) -> [GridCell] {
    guard
      let label = cells.last(where: { !$0.isBlank && $0.field != nil && $0.field?.isGroup != true })
        ?? cells.first(where: { !$0.isBlank })
    else { return cells }
    let amounts = cells.filter { $0.column > label.column }
    guard let first = columns.first, amounts.contains(where: { !$0.isBlank }) else { return cells }
    func fit(_ shift: Int) -> Int {
      var fit = shift == 0 ? 1 : 0
      for cell in amounts where !cell.isBlank {
        guard let column = columns.first(where: { $0.range.contains(cell.column + shift) }) else {
          fit -= 4
          continue
        }
        let hasPercent = cell.text.ends("%") || cell.text.ends("％")
        fit += hasPercent == (column.term == .rate) ? 3 : -2
      }
      return fit
    }
    let best = (-3...3).max { fit($0) < fit($1) } ?? 0
    guard best != 0 else { return cells }
    return cells.compactMap { cell in
      var moved = cell
      if cell.column > label.column {
        moved.column += best
        if moved.column < first.range.lowerBound { return nil }
      } else if cell.column == label.column {
        moved.column = max(0, first.range.lowerBound - 1)
      } else {
        return nil
      }
      return moved
    }
  }

  /// The cell that names the source: the last text left of the amounts that belongs to this row.
  private func sourceLabel(_ grid: Grid, _ row: Int) -> GridCell? {
    let cells = grid.cells(inRow: row).filter { !$0.isBlank && $0.column < labelEnd && $0.row == row }
    guard let label = cells.last, label.endColumn <= labelEnd else { return nil }
    if label.columnTerm?.isIndicatorAnchor == true { return nil }
    switch label.field {
    case .some(let field) where field.sort == .money: return label
    case .group?, .none: break
    default: return nil
    }
    let folded = LabelText.folded(label.text)
    guard folded.count <= 40 else { return nil }
    for word in [
      "资金", "拨款", "预算", "收入", "结转", "经费", "财政", "专户", "基金", "支出", "债券", "总额", "金额", "合计", "小计", "其他", "其它",
      "补助",
      "配套", "贷款", "投入", "自筹",
    ]
    where folded.holds(word) && !folded.holds("目标") && !folded.holds("情况") {
      return label
    }
    return nil
  }

  /// The printed source without 其中：, enumeration, colon at the end and bracketed money unit.
  static func source(_ text: String) -> String? {
    var rest = CleanText.withoutSpace(text)[...]
    for lead in ["其中：", "其中:", "其中"] where rest.begins(lead) && rest.count > lead.count {
      rest = rest.dropFirst(lead.count)
      break
    }
    while let last = rest.last, "：:".contains(last) { rest = rest.dropLast() }
    for (open, close) in [("（", "）"), ("(", ")")] as [(Character, Character)] {
      if rest.last == close, let start = rest.lastIndex(of: open) {
        if MoneyScale(unitNote: LabelText.folded(rest[rest.index(after: start)...].dropLast())) != nil {
          rest = rest[..<start]
        }
      }
    }
    while let last = rest.last, "：:".contains(last) { rest = rest.dropLast() }
    return rest.isEmpty ? nil : String(rest)
  }
}

extension FundRow {
  /// Takes what a cell prints of a source.
  mutating func set(_ term: ColumnTerm, _ text: String, scale: MoneyScale?) {
    switch term {
    case .initialBudget: initial = Amount.money(text, scale: scale)
    case .budget: adjusted = Amount.money(text, scale: scale)
    case .executed, .actual: executed = Amount.money(text, scale: scale)
    case .forecastSpending: forecast = Amount.money(text, scale: scale)
    case .rate: rate = Amount.decimal(text)
    case .weight: weight = Amount.decimal(text)
    case .score: score = Amount.decimal(text)
    case .deviation, .note: note = CleanText.isDash(text) ? nil : text
    default: break
    }
  }
}
