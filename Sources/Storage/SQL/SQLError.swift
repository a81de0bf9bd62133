// What can go wrong between a statement and its engine.

/// Why a statement was not carried out. No case holds an argument: they may be personal.
package enum SQLError: Error, Sendable, Equatable {
  /// Somebody else holds what was needed, for longer than was waited.
  case busy
  /// Two transactions were in each other's way; run again, this one may pass.
  case serialization
  /// The disk, or the quota, is full.
  case full
  /// The database, or its folder, cannot be written.
  case readOnly
  /// The file or the server cannot be opened; why, in the engine's words.
  case cannotOpen(String)
  /// The connection broke. After a commit was sent nobody knows whether it was made.
  case connectionLost(duringCommit: Bool)
  /// The file is damaged, or is no database.
  case damaged(String)
  case constraint(Constraint, detail: String)
  /// A column holds another kind of value than was asked for.
  case unexpectedValue(column: Int)
  /// Text with a zero byte, which PostgreSQL cannot keep.
  case textHoldsZero
  /// Anything else, in the engine's words.
  case other(code: String, message: String)

  /// The kinds of constraints of a schema.
  package enum Constraint: String, Sendable {
    case unique, foreignKey, check, notNull, appendOnly
  }
}
