// How a place of a sheet is written into: what an editor needs to know and printers leave alone.

/// The fields of the record behind a cell or a line, and what can be added there.
package struct SheetEntry: Sendable, Equatable {
  /// JSON pointers into the record, from left to right as they are printed: code and name of a unit in one
  /// cell are two.
  package var fields: [String]
  /// What stands printed behind the number, in the cell or at the head: 元, 万元, %, 月底; nil for texts.
  package var unit: String?
  /// Where an indicator that is begun here belongs; nil elsewhere.
  package var place: SheetPlace?
  /// The list of the record that can get one more entry here: `/tasks`.
  package var list: String?

  package init(
    _ fields: [String] = [], unit: String? = nil, place: SheetPlace? = nil, list: String? = nil
  ) {
    self.fields = fields
    self.unit = unit
    self.place = place
    self.list = list
  }
}

/// An empty place of the tree of indicators, as printed.
package struct SheetPlace: Sendable, Equatable {
  package var level1: String?
  package var level2: String?
  /// The number in the record of the indicator printed before the place; nil where none is.
  package var after: Int?

  package init(level1: String?, level2: String?, after: Int? = nil) {
    self.level1 = level1
    self.level2 = level2
    self.after = after
  }
}

extension SheetCell {
  /// The fields of the record that stand in the cell.
  package var fields: [String] { entry?.fields ?? path.map { [$0] } ?? [] }
}
