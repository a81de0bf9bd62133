// Reads a department's table of tasks: name, content, money, expected result.
import Findings
import FormVocabulary
import Model

/// The head of a task table and its columns.
struct TaskTable {
  var rows: Range<Int>
  private var name: Range<Int>
  private var content: Range<Int>?
  private var funds: (range: Range<Int>, scale: MoneyScale?)?
  private var expected: Range<Int>?
  /// Sources of the money in columns of their own: 总额 | 财政拨款 | 其他资金.
  private var shares: [(column: Int, path: String)] = []

  /// The task table whose head begins in a row: a name column beside at least one of content, money, result.
  static func find(in grid: Grid, row: Int) -> TaskTable? {
    guard grid.mayHeadTasks(row) else { return nil }
    let cells = grid.cells(inRow: row).filter { !$0.isBlank && $0.row == row }
    guard cells.count >= 2, !cells.contains(where: { $0.columnTerm?.isIndicatorAnchor == true }) else {
      return nil
    }
    var roles: [ColumnTerm: GridCell] = [:]
    for cell in cells {
      guard let term = taskTerm(cell) else { continue }
      // the block's own label heads the name column only where no other cell does
      if let earlier = roles[term], !(term == .taskName && earlier.field == .group(.tasks)) { continue }
      roles[term] = cell
    }
    guard let name = roles[.taskName], roles.count >= 2,
      roles[.taskContent] != nil || (roles[.taskExpected] != nil && roles[.taskFunds] != nil)
    else { return nil }
    var end = row + 1
    var table = TaskTable(rows: row..<end, name: name.column..<name.endColumn)
    if let cell = roles[.taskContent] { table.content = cell.column..<cell.endColumn }
    if let cell = roles[.taskExpected] { table.expected = cell.column..<cell.endColumn }
    if let cell = roles[.taskFunds] {
      var range = cell.column..<cell.endColumn
      if row + 1 < grid.rowCount, let under = grid.cell(row + 1, cell.column), under.row == row + 1,
        under.field?.sort == .money || under.columnTerm == .taskFunds
      {
        range = under.column..<under.endColumn
        end = row + 2
        table.shares = (cell.column..<cell.endColumn).compactMap { column in
          guard let head = grid.cell(row + 1, column), head.column == column, let path = head.field?.path
          else { return nil }
          return head.field == .fiscal || head.field == .other ? (column, path) : nil
        }
      }
      table.funds = (range, cell.label?.moneyScale)
    }
    table.rows = row..<max(end, name.endRow)
    return table
  }

  private init(rows: Range<Int>, name: Range<Int>) {
    self.rows = rows
    self.name = name
  }

  private static func taskTerm(_ cell: GridCell) -> ColumnTerm? {
    switch cell.columnTerm {
    case .taskName?, .taskContent?, .taskFunds?, .taskExpected?: return cell.columnTerm
    case .value(.only)? where cell.text.holds("目标"): return .taskExpected
    case .budget?: return .taskFunds
    default: break
    }
    if cell.field?.sort == .money || cell.label?.moneyScale != nil { return .taskFunds }
    if cell.field == .expectedGoal || cell.field == .goal || cell.field == .annualGoal {
      return .taskExpected
    }
    return nil
  }

  /// The task of a row; nil where the row holds none.
  func read(_ grid: Grid, row: Int, scale: MoneyScale?) -> (task: DepartmentTask, place: Place?)? {
    guard let cell = grid.cell(row, name.lowerBound), !cell.isBlank, cell.row == row else { return nil }
    if Self.isTotal(cell) { return nil }
    var task = DepartmentTask(name: cell.text)
    task.content = text(grid, row, content)
    task.expected = text(grid, row, expected)
    if let funds, let printed = text(grid, row, funds.range) {
      task.funds = Amount.money(printed, scale: funds.scale ?? scale)
    }
    guard task.content != nil || task.expected != nil || task.funds != nil else { return nil }
    return (task, cell.place)
  }

  private static func isTotal(_ cell: GridCell) -> Bool {
    ["合计", "金额合计", "总计", "小计", "资金合计"].contains(LabelText.folded(cell.text))
  }

  /// What a row of totals says of the department's sources of money, by their path in the record.
  func totalShares(_ grid: Grid, row: Int) -> [(path: String, cell: GridCell, scale: MoneyScale?)] {
    guard let name = grid.cell(row, name.lowerBound), name.row == row, Self.isTotal(name) else { return [] }
    return shares.compactMap { share in
      guard let cell = grid.cell(row, share.column), !cell.isBlank else { return nil }
      return (share.path, cell, funds?.scale)
    }
  }

  /// Whether a row leaves the table: it opens another block, left of the names or across the whole table.
  func ends(_ grid: Grid, at row: Int) -> Bool {
    guard let first = grid.cells(inRow: row).first(where: { !$0.isBlank && $0.row == row }) else {
      return false
    }
    if first.column < name.lowerBound { return true }
    guard first.column < name.upperBound else { return false }
    if let lone = grid.loneText(inRow: row), lone.columnSpan * 2 > grid.columnCount, grid.columnCount > 2 {
      return true
    }
    guard name.lowerBound == 0, let field = first.field else { return false }
    return field != .basicSpending && field != .projectSpending && field.sort != .money
  }

  private func text(_ grid: Grid, _ row: Int, _ range: Range<Int>?) -> String? {
    guard let range, let cell = grid.cell(row, range.lowerBound), !cell.isBlank else { return nil }
    return cell.text
  }
}
