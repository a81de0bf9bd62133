// How long a draft may become; what is longer is no form.

/// The limits of a draft, far above what forms need.
package enum DraftLimits {
  /// Signs of one text.
  package static let charactersMax = 10_000
  /// Signs of a number, however it is typed.
  package static let numberCharactersMax = 200
  /// Rows of one list.
  package static let rowsMax = 300
  /// Links of one list of entries; those of rows that are gone count too.
  package static let linksMax = 600
  /// Bytes of all texts together.
  package static let bytesMax = 1_000_000
  /// Cells of one pasted block, and edits at once.
  package static let cellsMax = 20_000
}
