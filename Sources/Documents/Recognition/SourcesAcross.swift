// Reads funds in one row: every source in a column of its own, then their total and what was spent of it.
import Findings
import FormVocabulary
import Model
import Tables

/// 中央（万元） | 本级（万元） | 合计（万元） | 执行数（万元） | 执行率, and below them one row of amounts.
struct SourcesAcross {
  private let sources: [GridCell]
  private let total: GridCell
  private let outcomes: [GridCell]
  private let scale: MoneyScale?
  /// The row of the amounts.
  private let row: Int

  /// The row behind the amounts.
  var end: Int { row + 1 }

  /// The block whose heads stand in a row: two sources or more, their total behind them, the spending behind
  /// that, and below them numbers.
  static func find(in grid: Grid, row: Int, scale: MoneyScale?) -> SourcesAcross? {
    guard grid.mayHeadFunds(row), row + 1 < grid.rowCount else { return nil }
    let heads = grid.texts(startingInRow: row)
    guard
      let total = heads.first(where: { ["合计", "总计", "资金合计", "资金总额"].contains($0.label?.key) }),
      heads.contains(where: { $0.columnTerm == .executed && $0.column > total.column })
    else { return nil }
    let sources = heads.filter {
      $0.column < total.column && $0.rowSpan == 1 && $0.columnTerm == nil
        && ($0.label?.moneyScale != nil || $0.field?.sort == .money)
    }
    let outcomes = heads.filter {
      $0.column > total.column && [.executed, .rate, .weight, .score].contains($0.columnTerm)
    }
    let columns = sources + [total] + outcomes
    guard sources.count >= 2,
      columns.allSatisfy({ head in
        grid.cell(row + 1, head.column).map { $0.isBlank || Amount.looksNumeric($0.text) } ?? true
      })
    else { return nil }
    let block = heads.first { $0.column < total.column && $0.rowSpan > 1 && $0.label?.moneyScale != nil }
    return SourcesAcross(
      sources: sources, total: total, outcomes: outcomes, scale: block?.label?.moneyScale ?? scale,
      row: row + 1)
  }

  /// The sources that have an amount, then their total with what was spent.
  func read(_ grid: Grid) -> [(row: FundRow, place: Place?)] {
    (sources + [total]).compactMap { source in
      var fund = FundRow()
      fund.source = FundTable.source(source.text)
      let isTotal = source.column == total.column
      for (head, term) in [(source, ColumnTerm.budget)]
        + (isTotal ? outcomes.compactMap { head in head.columnTerm.map { (head, $0) } } : [])
      {
        guard let cell = grid.cell(row, head.column), !cell.isBlank, cell.row == row else { continue }
        fund.set(term, cell.text, scale: head.label?.moneyScale ?? scale)
      }
      return fund.adjusted == nil ? nil : (fund, source.place)
    }
  }
}
