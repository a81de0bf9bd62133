// Lines of comma-separated values for Excel and WPS (RFC 4180).
import PlainText

/// A line of cells. A cell that a spreadsheet would run as a formula gets an apostrophe before it.
enum TableLine {
  /// One line with its end.
  static func bytes(_ cells: [String]) -> [UInt8] {
    SeparatedLine.bytes(cells) { cell in
      // Excel looks past blanks before the sign.
      cell.first { $0 != 0x20 }.map(dangerous.contains) ?? false
    }
  }

  /// `=`, `+`, `-`, `@`, tab and carriage return begin formulas.
  private static let dangerous = Set("=+-@\t\r".utf8)
}
