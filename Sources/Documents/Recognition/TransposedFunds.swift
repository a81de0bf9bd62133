// Reads a funds table that is turned: sources across, budget and spending down.
import Findings
import FormVocabulary
import Model
import Quantities

/// Sources side by side, and below them a row each for 年初预算数, 全年预算数, 执行数, 执行率.
struct TransposedFunds {
  private let sources: [GridCell]
  private var rows: [(row: Int, term: ColumnTerm, scale: MoneyScale?)] = []
  private let scale: MoneyScale?

  /// The row behind the last one.
  var end: Int { (rows.last?.row ?? 0) + 1 }

  /// The turned table whose sources stand in a row: two or more, nothing else behind the first, and two or
  /// more rows of amounts below, the spending among them.
  static func find(in grid: Grid, row: Int, end: Int, scale: MoneyScale?) -> TransposedFunds? {
    let texts = grid.texts(startingInRow: row)
    guard let first = texts.first(where: { $0.field?.sort == .money }) else { return nil }
    let sources = texts.filter { $0.column >= first.column }
    guard sources.count >= 2, sources.allSatisfy({ $0.field?.sort == .money && $0.rowSpan == 1 }) else {
      return nil
    }
    let block = texts.first { $0.column < first.column && $0.label?.moneyScale != nil }
    var table = TransposedFunds(sources: sources, scale: block?.label?.moneyScale ?? scale)
    for below in (row + 1)..<max(end, row + 1) {
      let labels = grid.texts(startingInRow: below).filter { $0.column < first.column }
      guard let label = labels.last, let term = label.columnTerm, isKept(term) else { break }
      table.rows.append((below, term, label.label?.moneyScale))
    }
    guard table.rows.count >= 2, table.rows.contains(where: { $0.term == .executed || $0.term == .rate })
    else {
      return nil
    }
    return table
  }

  private static func isKept(_ term: ColumnTerm) -> Bool {
    switch term {
    case .initialBudget, .budget, .executed, .forecastSpending, .rate, .weight, .score: true
    default: false
    }
  }

  /// One entry a source.
  func read(_ grid: Grid) -> [(row: FundRow, place: Place?)] {
    sources.map { source in
      var fund = FundRow()
      fund.source = FundTable.source(source.text)
      for (row, term, ownScale) in rows {
        guard let cell = grid.cell(row, source.column), !cell.isBlank, cell.row == row else { continue }
        fund.set(term, cell.text, scale: source.label?.moneyScale ?? ownScale ?? scale)
      }
      return (fund, source.place)
    }
  }
}
