// Edits become changes of fields; what changes nothing is left out.

extension FormDraft {
  /// The changes that make an edit, without those that change nothing.
  ///
  /// - Parameter chance: where keys of new rows come from.
  /// - Throws: why the edit cannot be made.
  package func changes(
    for edit: DraftEdit, using chance: inout some RandomNumberGenerator
  ) throws(DraftRefusal) -> [FieldChange] {
    throw .unknownField(path: "")
  }

  /// The changes that make several edits, one after the other.
  package func changes(
    for edits: [DraftEdit], using chance: inout some RandomNumberGenerator
  ) throws(DraftRefusal) -> [FieldChange] {
    throw .unknownField(path: "")
  }
}
