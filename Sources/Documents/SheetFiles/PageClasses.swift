// The names of classes in pages, and the steps of widths and heights.
internal import FormSheets

enum PageClasses {
  /// Widths are told in half per cents of the table.
  static let widthSteps = 200
  /// Heights are told in whole millimetres; rows without a class have the usual one.
  static let heightMax = 60
  static let usualHeight = 8

  static func role(_ role: TextRole) -> StaticString {
    switch role {
    case .title: "sheet-title"
    case .subtitle: "sheet-subtitle"
    case .head: "sheet-head"
    case .label: "sheet-label"
    case .body: "sheet-body"
    case .note: "sheet-note"
    }
  }

  static func alignment(_ alignment: TextAlignment) -> StaticString {
    switch alignment {
    case .start: "sheet-start"
    case .center: "sheet-center"
    case .end: "sheet-end"
    }
  }

  /// The columns' shares of the width, in steps; together all of them.
  static func widths(of grid: SheetGrid) -> [Int] {
    let edges = ColumnEdges(grid.columns, whole: max(widthSteps, grid.columns.count))
    return grid.columns.indices.map { min(edges.width($0), widthSteps) }
  }

  /// The height of a row, in steps.
  static func height(of row: Int, _ estimate: GridEstimate) -> Int {
    // A millimetre has 1440 / 25.4 twips.
    min((estimate.leastHeight(row) * 254 + 7_200) / 14_400, heightMax)
  }
}
