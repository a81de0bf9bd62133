// One row of an answer.

/// The values of a row, in the order of the statement's columns.
package struct Row: Sendable, Equatable {
  package var values: [SQLValue]

  package init(_ values: [SQLValue]) { self.values = values }

  /// The whole number of a column, counted from 0; throws `.unexpectedValue` for anything else.
  package func whole(_ column: Int) throws(SQLError) -> Int64 {
    guard case .integer(let value) = try value(column) else { throw .unexpectedValue(column: column) }
    return value
  }

  /// The same, for numbers that fit the machine's word.
  package func count(_ column: Int) throws(SQLError) -> Int {
    guard let count = Int(exactly: try whole(column)) else { throw .unexpectedValue(column: column) }
    return count
  }

  /// The text of a column.
  package func text(_ column: Int) throws(SQLError) -> String {
    guard case .text(let value) = try value(column) else { throw .unexpectedValue(column: column) }
    return value
  }

  /// The bytes of a column.
  package func bytes(_ column: Int) throws(SQLError) -> [UInt8] {
    guard case .bytes(let value) = try value(column) else { throw .unexpectedValue(column: column) }
    return value
  }

  /// Whether 1 or 0 stands in a column.
  package func truth(_ column: Int) throws(SQLError) -> Bool {
    switch try whole(column) {
    case 0: false
    case 1: true
    default: throw .unexpectedValue(column: column)
    }
  }

  /// The whole number of a column that may be empty.
  package func wholeIfAny(_ column: Int) throws(SQLError) -> Int64? {
    try value(column) == .null ? nil : try whole(column)
  }

  /// The text of a column that may be empty.
  package func textIfAny(_ column: Int) throws(SQLError) -> String? {
    try value(column) == .null ? nil : try text(column)
  }

  /// The bytes of a column that may be empty.
  package func bytesIfAny(_ column: Int) throws(SQLError) -> [UInt8]? {
    try value(column) == .null ? nil : try bytes(column)
  }

  private func value(_ column: Int) throws(SQLError) -> SQLValue {
    guard values.indices.contains(column) else { throw .unexpectedValue(column: column) }
    return values[column]
  }
}
