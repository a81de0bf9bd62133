// The rows of an answer in the server's binary form.
internal import CPostgreSQL
internal import SQL

/// Reads rows; kinds of columns that this system never makes are errors.
enum ResultRow {
  static func row(_ index: Int32, of result: OpaquePointer?, columns: Int32) throws(SQLError) -> Row {
    var values: [SQLValue] = []
    values.reserveCapacity(Int(columns))
    for column in 0..<columns {
      guard PQgetisnull(result, index, column) == 0 else {
        values.append(.null)
        continue
      }
      let bytes = UnsafeRawBufferPointer(
        start: PQgetvalue(result, index, column), count: Int(PQgetlength(result, index, column)))
      guard let value = value(bytes, type: PQftype(result, column)) else {
        throw .unexpectedValue(column: Int(column))
      }
      values.append(value)
    }
    return Row(values)
  }

  /// By the number of the type in the server's catalogue.
  private static func value(_ bytes: UnsafeRawBufferPointer, type: UInt32) -> SQLValue? {
    switch type {
    case 20, 21, 23: whole(bytes).map { .integer($0) }
    case 16: .integer(bytes.first == 1 ? 1 : 0)
    case 17: .bytes(Array(bytes))
    // The answer of a function that has none.
    case 2278: .null
    case 19, 25, 1042, 1043: .text(String(decoding: bytes, as: UTF8.self))
    default: nil
    }
  }

  /// A number of 2, 4 or 8 bytes, the highest first.
  private static func whole(_ bytes: UnsafeRawBufferPointer) -> Int64? {
    guard [2, 4, 8].contains(bytes.count), let first = bytes.first else { return nil }
    return bytes.reduce(first >= 0x80 ? -1 : 0) { $0 << 8 | Int64($1) }
  }
}
