// Reads funds whose budget and spending stand beside each other, each amount behind a label of its own.
import Findings
import FormVocabulary
import Model
import Tables

/// 预算数： 100 | 执行数： 95.5, and below both 其中：财政拨款 and 其他资金 with theirs.
struct PairedFunds {
  private let budget: GridCell
  private let spending: GridCell
  private let scale: MoneyScale?
  /// The row behind the last one.
  private(set) var end: Int

  /// The block that begins in a row: a budget's label and a spending's, an amount behind either, and below
  /// them the same sources on both sides.
  static func find(in grid: Grid, row: Int, end: Int, scale: MoneyScale?) -> PairedFunds? {
    let texts = grid.texts(startingInRow: row)
    func label(_ wanted: Set<ColumnTerm>) -> GridCell? {
      texts.first { cell in cell.columnTerm.map { wanted.contains($0) } ?? false }
    }
    guard let budget = label([.budget, .initialBudget]), let spending = label([.executed]),
      budget.endColumn < spending.column, hasAmount(grid, budget, row), hasAmount(grid, spending, row)
    else { return nil }
    let block = grid.cells(inRow: row).first { $0.column < budget.column && $0.label?.moneyScale != nil }
    var funds = PairedFunds(
      budget: budget, spending: spending, scale: block?.label?.moneyScale ?? scale, end: row + 1)
    while funds.end < end, funds.isShare(grid, funds.end) { funds.end += 1 }
    return funds.end > row + 1 ? funds : nil
  }

  /// Whether an amount stands behind a label in its row, or nothing in its place.
  private static func hasAmount(_ grid: Grid, _ label: GridCell, _ row: Int) -> Bool {
    guard let cell = grid.cell(row, label.endColumn), cell.row == row else { return false }
    return cell.isBlank || Amount.looksNumeric(cell.text)
  }

  private func isShare(_ grid: Grid, _ row: Int) -> Bool {
    guard let left = grid.cell(row, budget.column), let right = grid.cell(row, spending.column),
      left.row == row, right.row == row, left.field?.sort == .money, left.label?.key == right.label?.key
    else { return false }
    return Self.hasAmount(grid, left, row) && Self.hasAmount(grid, right, row)
  }

  /// One entry a row: the total under the label of its budget, then its sources.
  func read(_ grid: Grid) -> [(row: FundRow, place: Place?)] {
    (budget.row..<end).compactMap { row in
      guard let label = grid.cell(row, budget.column), let other = grid.cell(row, spending.column) else {
        return nil
      }
      var fund = FundRow()
      fund.source = FundTable.source(label.text)
      let terms = [(label, budget.columnTerm), (other, ColumnTerm.executed)]
      for case (let cell, let term?) in terms {
        guard let amount = grid.cell(row, cell.endColumn), !amount.isBlank else { continue }
        fund.set(term, amount.text, scale: cell.label?.moneyScale ?? scale)
      }
      return (fund, label.place)
    }
  }
}
