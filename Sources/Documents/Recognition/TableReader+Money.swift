// Finds what an amount's surroundings say: its unit, and whether it belongs to the whole period.
import FormVocabulary
import Quantities

extension TableReader {
  /// Whether a source is not the year's: it stands under the whole period's total while the year has a total
  /// of its own, or the same source stands twice in the row and nothing says which one is the year's.
  func isNotOfYear(_ label: GridCell) -> Bool {
    switch total(above: label) {
    case .budgetWhole?: return hasYearTotal(near: label) && !sumsToYear(label.row)
    case .budgetTotal?: return false
    default:
      guard label.label?.isYearly != true else { return false }
      let twins = grid.texts(startingInRow: label.row).filter {
        $0.label?.key == label.label?.key && $0.column != label.column
      }
      return twins.contains { total(above: $0) != .budgetWhole }
    }
  }

  /// The total above a source in its own column: the year's or the whole period's.
  private func total(above label: GridCell) -> FieldTerm? {
    for row in stride(from: label.row - 1, through: max(0, label.row - 8), by: -1) {
      guard let above = grid.cell(row, label.column), !above.isBlank, let field = above.field else {
        continue
      }
      if field == .budgetWhole || field == .budgetTotal { return field }
    }
    return nil
  }

  /// Whether the sources of a row are together what the year has: they stand below both totals then.
  private func sumsToYear(_ row: Int) -> Bool {
    func amount(_ cell: GridCell) -> Money? {
      grid.cell(cell.row, cell.endColumn).flatMap { Amount.money($0.text, scale: cell.label?.moneyScale) }
    }
    let sources = grid.texts(startingInRow: row).filter { $0.field == .fiscal || $0.field == .other }
    guard sources.count >= 2 else { return false }
    let shares = sources.compactMap { amount($0) }
    guard shares.count == sources.count else { return false }
    let sum = shares.dropFirst().reduce(shares.first) { $0?.adding($1) }
    return (max(0, row - 8)..<row).contains { above in
      grid.texts(startingInRow: above).contains { $0.field == .budgetTotal && amount($0) == sum }
    }
  }

  private func hasYearTotal(near label: GridCell) -> Bool {
    (max(0, label.row - 8)..<min(label.row + 6, grid.rowCount)).contains { row in
      grid.texts(startingInRow: row).contains {
        // 资金金额 at the left of them all is the block's label
        $0.field == .budgetTotal && !($0.endColumn <= label.column && $0.endRow > label.row)
      }
    }
  }

  /// In texts the block's label stands some rows above: 项目资金（万元） in the first row of its block.
  private func raggedBlockScale(_ label: GridCell) -> MoneyScale? {
    for row in stride(from: label.row, through: max(0, label.row - 8), by: -1) {
      for cell in grid.texts(startingInRow: row) where row < label.row || cell.column < label.column {
        if let scale = cell.label?.moneyScale,
          cell.field?.sort == .money || cell.field?.isGroup == true || cell.field == nil
        {
          return scale
        }
      }
      let opens = grid.texts(startingInRow: row).contains {
        $0.field?.opensForm == true || $0.field?.isGoal == true
      }
      if row < label.row, opens { return nil }
    }
    return nil
  }

  /// The unit of a block's label that is not merged: it stands in the first row, with blanks below.
  private func openBlockScale(_ row: Int, _ column: Int) -> MoneyScale? {
    for above in stride(from: row - 1, through: max(0, row - 12), by: -1) {
      guard let cell = grid.cell(above, column), !cell.isBlank else { continue }
      let isMoney = cell.field.map { $0 == .group(.funds) || $0.sort == .money } ?? true
      return isMoney ? cell.label?.moneyScale : nil
    }
    return nil
  }

  /// 部门预算总额（万元）, and the sources below it without a unit of their own.
  private func scale(above label: GridCell) -> MoneyScale? {
    for row in stride(from: label.row - 1, through: max(0, label.row - 8), by: -1) {
      guard let above = grid.cell(row, label.column),
        above.field?.sort == .money || above.field?.isGroup == true || LabelText.folded(above.text).ends(":")
      else { return nil }
      if let scale = above.label?.moneyScale { return scale }
    }
    return nil
  }

  /// The unit that the heads above an amount or the labels beside it print: 预算金额（万元）, 项目资金（万元）.
  func moneyScale(of value: GridCell, label: GridCell) -> MoneyScale? {
    for row in stride(from: value.row - 1, through: max(0, value.row - 12), by: -1) {
      guard let above = grid.cell(row, value.column), !above.isBlank else { continue }
      if let scale = above.label?.moneyScale, above.field != nil || above.columnTerm != nil { return scale }
    }
    if let scale = scale(above: label) { return scale }
    if grid.isRagged, let scale = raggedBlockScale(label) { return scale }
    var column = label.column - 1
    while column >= 0 {
      guard let left = grid.cell(label.row, column), !left.isBlank else {
        if let scale = openBlockScale(label.row, column) { return scale }
        column -= 1
        continue
      }
      if let scale = left.label?.moneyScale { return scale }
      // 其中：财政拨款 80 其他资金 6.4 below 资金总额（万元）
      if left.field?.sort == .money, let scale = scale(above: left) { return scale }
      column = left.column - 1
    }
    return nil
  }
}
