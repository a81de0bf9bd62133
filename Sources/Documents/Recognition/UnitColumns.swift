// Finds the value columns of a table that promises for several units at once: one column a unit.
import FormVocabulary

/// A column of values that belongs to one unit, with the cells above it that name the unit and its money.
struct UnitColumn {
  var range: Range<Int>
  var name: GridCell
  var amount: GridCell?
  var scale: MoneyScale?

  /// The unit columns under a head: sub-heads named after units, or values under a row of units above the
  /// head.
  static func find(in grid: Grid, head: IndicatorHead) -> [UnitColumn] {
    let named = head.columns.filter { $0.role == .valueOfUnit }
    if named.count >= 2 {
      // the money of each may stand right below its name: 分配资金（万元）
      let label = grid.texts(startingInRow: head.rows.upperBound).first
      let money = label?.field?.sort == .money ? label : nil
      return named.compactMap { column in
        guard let cell = grid.text(head.rows.upperBound - 1, column.range) else { return nil }
        let amount = money.flatMap { grid.text($0.row, column.range) }
        return UnitColumn(range: column.range, name: cell, amount: amount, scale: money?.label?.moneyScale)
      }
    }
    guard let value = head.columns.first(where: \.isValue) else { return [] }
    let values = head.columns.filter(\.isValue)
    let span = value.range.lowerBound..<(values.last?.range.upperBound ?? value.range.upperBound)
    guard span.count >= 2, values.count == 1 || Set(values.map(\.title)).count == 1 else { return [] }
    var names: [GridCell] = []
    var columns: [UnitColumn] = []
    let top = max(0, head.rows.lowerBound - 40)
    for row in stride(from: head.rows.lowerBound - 1, through: top, by: -1) {
      let inSpan = grid.texts(startingInRow: row).filter {
        $0.column >= span.lowerBound && $0.endColumn <= span.upperBound
      }
      guard inSpan.count >= 2, let label = grid.texts(startingInRow: row).first,
        label.endColumn <= span.lowerBound
      else {
        continue
      }
      if label.field == .unit, names.isEmpty {
        names = inSpan
        columns = inSpan.map { UnitColumn(range: $0.column..<$0.endColumn, name: $0) } + []
      }
    }
    guard !names.isEmpty else { return [] }
    for row in top..<head.rows.lowerBound {
      guard let label = grid.texts(startingInRow: row).first,
        label.field?.sort == .money || label.field == .group(.funds)
      else { continue }
      for index in columns.indices {
        guard let cell = grid.text(row, columns[index].range), cell.column >= span.lowerBound else {
          continue
        }
        columns[index].amount = cell
        columns[index].scale = label.label?.moneyScale
      }
    }
    return columns
  }
}
