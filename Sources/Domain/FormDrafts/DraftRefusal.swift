// Why an edit of a draft cannot be made.

/// An edit that is not made; nothing is changed.
package enum DraftRefusal: Error, Sendable, Hashable {
  /// The kind of form has no such field, or the value is none.
  case unknownField(path: String)
  /// A row that is to be changed is not there; somebody may have removed it.
  case unknownRow(path: String)
  /// A text is longer than a field holds.
  case textTooLong(path: String, charactersMax: Int)
  /// A list would have more rows than it may.
  case tooManyRows(DraftList, rowsMax: Int)
  /// The whole form would be longer than it may.
  case formTooLong(bytesMax: Int)
  /// A record of another kind.
  case otherKind

  /// The draft path of the cell at which it is told; empty for the form as a whole.
  package var path: String {
    switch self {
    case .unknownField(let path), .unknownRow(let path), .textTooLong(let path, _): path
    case .tooManyRows(let list, _): list.rawValue
    case .formTooLong, .otherKind: ""
    }
  }
}
