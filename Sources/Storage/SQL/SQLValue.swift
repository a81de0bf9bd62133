// A value as both engines know it: no binary fractions, no dates, no booleans.

/// What stands in a column or is bound to a statement.
///
/// Money is whole 分 and points in time are whole milliseconds, both as `integer`; a day is text
/// (`2025-12-31`), which sorts as it should; a truth is 0 or 1.
package enum SQLValue: Sendable, Hashable {
  case null
  case integer(Int64)
  case text(String)
  case bytes([UInt8])
}
