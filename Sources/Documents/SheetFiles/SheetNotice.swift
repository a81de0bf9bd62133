// What a written file does not show as the sheet has it.

/// One loss, with its place in the sheets that were written.
package struct SheetNotice: Sendable, Equatable {
  /// What was lost.
  package enum Loss: Sendable, Equatable {
    /// Characters that no document may hold were replaced by U+FFFD: how many.
    case replacedCharacters(count: Int)
    /// A text was cut because the format takes no more: how many UTF-16 units were left.
    case cutText(length: Int)
  }

  package var loss: Loss
  /// Sheet and block (line or table), from 1.
  package var sheet: Int
  package var block: Int
  /// The cell's row and column, from 1; nil outside of tables.
  package var row: Int?
  package var column: Int?

  package init(_ loss: Loss, sheet: Int, block: Int, row: Int? = nil, column: Int? = nil) {
    self.loss = loss
    self.sheet = sheet
    self.block = block
    self.row = row
    self.column = column
  }

  /// The sentence for people.
  package var message: String { SheetFilesWording.notice(self) }
}
