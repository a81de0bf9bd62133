// What somebody does to a draft, before it is turned into changes of fields.
package import Model

/// One thing that is done to a draft: typing into a field, adding, removing and moving rows, pasting.
package enum DraftEdit: Sendable, Equatable {
  /// A text typed into a field; blank empties it. A row that is not there yet is added at the end.
  ///
  /// - Parameters:
  ///   - path: of a field, never of an order.
  ///   - scale: what a bare number means in a field of money: the unit that the sheet prints.
  case set(path: String, typed: String, scale: MoneyScale = .yuan)
  /// A further row.
  ///
  /// - Parameters:
  ///   - key: nil takes one by chance.
  ///   - cells: typed texts by column, such as `level1` and `level2`.
  case addRow(DraftList, at: RowPlace, key: RowKey? = nil, cells: [String: String] = [:])
  case removeRow(DraftList, RowKey)
  case moveRow(DraftList, RowKey, to: RowPlace)
  /// A block of cells copied from a table of another program.
  case paste(PastedBlock)
  /// Everything as in a record. Rows of the same name keep their keys.
  case takeOver(Form)
  /// Changes that are ready, such as those that undo others.
  case write([FieldChange])
}

/// Where a row is put.
package enum RowPlace: Sendable, Hashable {
  case first
  case last
  case after(RowKey)
  case before(RowKey)
}

/// What a bare number means in a field of money.
package enum MoneyScale: Sendable, Hashable {
  case yuan
  /// 万元
  case tenThousandYuan
}

/// A block of texts that is pasted into a list: over rows from one on, then as further rows behind them.
package struct PastedBlock: Sendable, Equatable {
  /// Where it begins.
  package enum Start: Sendable, Hashable {
    /// Over this row and those after it; rows are added behind the last where the block is longer.
    case over(RowKey)
    /// As new rows from here on.
    case insert(RowPlace)
  }

  package var list: DraftList
  package var start: Start
  /// The columns that the block fills, from left to right, as the sheet has them; cells of the block beyond
  /// them are left out.
  package var columns: [String]
  /// Typed texts, row by row; a blank empties the cell.
  package var texts: [[String]]
  /// Typed texts of every row that is added, by column, such as `level1` and `level2`.
  package var inherited: [String: String]
  package var scale: MoneyScale

  package init(
    list: DraftList, start: Start, columns: [String], texts: [[String]], inherited: [String: String] = [:],
    scale: MoneyScale = .yuan
  ) {
    self.list = list
    self.start = start
    self.columns = columns
    self.texts = texts
    self.inherited = inherited
    self.scale = scale
  }
}
