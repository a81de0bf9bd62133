// A ruled table of a sheet: a grid whose cells cover one or more squares.

/// A table with all its squares covered: every square belongs to exactly one cell.
package struct SheetGrid: Sendable, Equatable {
  /// Widths of the columns, in tenths of a millimetre; renderers scale them to the paper's inner width.
  package var columns: [Int]
  /// The rows' behaviour from top to bottom.
  package var rows: [SheetRow]
  /// Sorted by row, then column.
  package var cells: [SheetCell]

  package init(columns: [Int], rows: [SheetRow] = [], cells: [SheetCell] = []) {
    self.columns = columns
    self.rows = rows
    self.cells = cells
  }

  /// Adds a row at the end; its cells stand side by side and take the squares that cells from above leave.
  ///
  /// - Parameter pieces: the cells' contents with their spans, from left to right. Pieces beyond the last
  ///   column, and spans that would cover another cell, are cut to the squares that are there; squares that
  ///   no piece reaches become blank cells.
  package mutating func addRow(_ pieces: [SheetPiece], row: SheetRow = SheetRow()) {
    let number = rows.count
    rows.append(row)
    var isCovered = Array(repeating: false, count: columns.count)
    for cell in cells where cell.row + cell.rowSpan > number {
      for column in cell.column..<(cell.column + cell.columnSpan) { isCovered[column] = true }
    }
    var column = 0
    func skipCovered() {
      while column < columns.count, isCovered[column] { column += 1 }
    }
    for piece in pieces {
      skipCovered()
      guard column < columns.count else { break }
      var span = 1
      while span < piece.columnSpan, column + span < columns.count, !isCovered[column + span] { span += 1 }
      cells.append(SheetCell(piece, row: number, column: column, columnSpan: span))
      column += span
    }
    skipCovered()
    while column < columns.count {
      cells.append(SheetCell(SheetPiece(""), row: number, column: column, columnSpan: 1))
      column += 1
      skipCovered()
    }
  }

  /// Cuts spans that reach below the last row; to be called when all rows are there.
  package mutating func close() {
    for index in cells.indices {
      cells[index].rowSpan = min(cells[index].rowSpan, rows.count - cells[index].row)
    }
  }
}

/// How a row behaves when pages end.
package struct SheetRow: Sendable, Equatable {
  /// True for head rows at the table's top or before a group, which every further page repeats: a page
  /// repeats the last unbroken run of head rows above it.
  package var isHead: Bool
  /// True where the row must not be the last on a page.
  package var keepsWithNext: Bool
  /// The least height, in tenths of a millimetre; rows grow with their text.
  package var height: Int

  package init(isHead: Bool = false, keepsWithNext: Bool = false, height: Int = 80) {
    self.isHead = isHead
    self.keepsWithNext = keepsWithNext
    self.height = height
  }
}

/// What stands in a cell, before it has its place.
package struct SheetPiece: Sendable, Equatable {
  package var content: SheetText
  package var rowSpan: Int
  package var columnSpan: Int
  /// For the accessible table and the editor: what the cell is head of.
  package var scope: CellScope
  /// The field of the record that it shows, as a JSON pointer into the record (`/indicators/3/value`);
  /// nil for printed words and for values made of several fields.
  package var path: String?
  /// How it is written into, where that is more than `path` says.
  package var entry: SheetEntry?

  package init(
    _ text: String, role: TextRole = .body, alignment: TextAlignment = .center, rows: Int = 1,
    columns: Int = 1, scope: CellScope = .none, path: String? = nil
  ) {
    self.content = SheetText(text, role: role, alignment: alignment)
    self.rowSpan = max(1, rows)
    self.columnSpan = max(1, columns)
    self.scope = scope
    self.path = path
  }
}

/// What a cell is head of.
package enum CellScope: String, Sendable, CaseIterable {
  case none
  case row
  case column
  /// The rows that its own rows span (一级指标, 二级指标).
  case rowGroup
}

/// A cell in its place.
package struct SheetCell: Sendable, Equatable {
  package var row: Int
  package var column: Int
  package var rowSpan: Int
  package var columnSpan: Int
  package var content: SheetText
  package var scope: CellScope
  package var path: String?
  package var entry: SheetEntry?

  package init(_ piece: SheetPiece, row: Int, column: Int, columnSpan: Int) {
    self.row = row
    self.column = column
    self.rowSpan = piece.rowSpan
    self.columnSpan = columnSpan
    self.content = piece.content
    self.scope = piece.scope
    self.path = piece.path
    self.entry = piece.entry
  }
}
