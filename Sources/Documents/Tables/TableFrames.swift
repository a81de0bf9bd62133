// Where a table's cells are printed: page and rectangle by cell.
package import Findings

/// The printed places of a table's cells; a table that was joined over pages has cells on several.
package struct TableFrames: Sendable, Equatable {
  /// One cell's page (from 1) and rectangle.
  package struct Frame: Sendable, Equatable {
    package var page: Int
    package var box: Box

    package init(page: Int, box: Box) {
      self.page = page
      self.box = box
    }
  }

  private struct Corner: Hashable {
    let row: Int
    let column: Int
  }

  private var frames: [Corner: Frame] = [:]

  package init() {}

  /// The frame of the cell whose upper left corner is at row and column, from 0.
  package func frame(row: Int, column: Int) -> Frame? {
    frames[Corner(row: row, column: column)]
  }

  /// Notes where a cell is printed.
  package mutating func set(_ frame: Frame, row: Int, column: Int) {
    frames[Corner(row: row, column: column)] = frame
  }
}
