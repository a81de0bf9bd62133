// Where a table's cells are printed: page and rectangle by cell, and how sure their recognition is.
package import Findings

/// The printed places of a table's cells; a table that was joined over pages has cells on several.
package struct TableFrames: Sendable, Equatable {
  /// The page (from 1) and rectangle of a cell or paragraph; how sure its text is, 0…100, where it was
  /// recognised in a picture.
  package struct Frame: Sendable, Equatable {
    package var page: Int
    package var box: Box
    package var confidence: Int?

    package init(page: Int, box: Box, confidence: Int? = nil) {
      self.page = page
      self.box = box
      self.confidence = confidence
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

  /// True where the text of a cell was recognised in a picture.
  package var isScanned: Bool { frames.values.contains { $0.confidence != nil } }

  /// Notes where a cell is printed.
  package mutating func set(_ frame: Frame, row: Int, column: Int) {
    frames[Corner(row: row, column: column)] = frame
  }
}
