// A line of comma-separated values for Excel and WPS (RFC 4180).

/// Writes cells side by side.
package enum SeparatedLine {
  /// One line with its end.
  ///
  /// - Parameter isDangerous: true for the bytes of a cell that gets an apostrophe before it, because a
  ///   spreadsheet would run it as a formula.
  package static func bytes(_ cells: [String], where isDangerous: (ArraySlice<UInt8>) -> Bool) -> [UInt8] {
    var line: [UInt8] = []
    for (column, cell) in cells.enumerated() {
      if column > 0 { line.append(UInt8(ascii: ",")) }
      append(cell, where: isDangerous, to: &line)
    }
    return line + [0x0D, 0x0A]
  }

  private static func append(
    _ cell: String, where isDangerous: (ArraySlice<UInt8>) -> Bool, to line: inout [UInt8]
  ) {
    var bytes = Array(cell.utf8)
    if isDangerous(bytes[...]) { bytes.insert(UInt8(ascii: "'"), at: 0) }
    guard bytes.contains(where: { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }) else {
      line += bytes
      return
    }
    line.append(0x22)
    for byte in bytes {
      if byte == 0x22 { line.append(0x22) }
      line.append(byte)
    }
    line.append(0x22)
  }
}
