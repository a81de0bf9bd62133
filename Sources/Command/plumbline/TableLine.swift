// Lines of comma-separated values for Excel and WPS (RFC 4180).

/// A line of cells. A cell that a spreadsheet would run as a formula gets an apostrophe before it.
enum TableLine {
  /// One line with its end.
  static func bytes(_ cells: [String]) -> [UInt8] {
    var line: [UInt8] = []
    for (column, cell) in cells.enumerated() {
      if column > 0 { line.append(UInt8(ascii: ",")) }
      append(cell, to: &line)
    }
    return line + [0x0D, 0x0A]
  }

  private static func append(_ cell: String, to line: inout [UInt8]) {
    var bytes = Array(cell.utf8)
    // Excel looks past blanks before the sign.
    let first = bytes.first { $0 != 0x20 }
    if let first, dangerous.contains(first) { bytes.insert(UInt8(ascii: "'"), at: 0) }
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

  /// `=`, `+`, `-`, `@`, tab and carriage return begin formulas.
  private static let dangerous = Set("=+-@\t\r".utf8)
}
