// Lines and rows on the standard output.
import Glibc

/// Writes at once, so that a long run shows how far it is.
struct BenchOutput {
  private static let columnWidths = [8, 14, 16, 14, 30]

  func line(_ text: String) {
    let bytes = Array((text + "\n").utf8)
    _ = write(STDOUT_FILENO, bytes, bytes.count)
  }

  /// Cells of a table whose columns have fixed widths.
  func row(_ cells: String...) {
    var text = "  "
    for (column, cell) in cells.enumerated() {
      let width = column < Self.columnWidths.count ? Self.columnWidths[column] : 0
      text += cell + String(repeating: " ", count: max(1, width - cell.count))
    }
    line(text)
  }
}

/// Numbers as people read them.
enum Figures {
  /// `1234567.8` → `1,234,568`.
  static func count(_ number: Double) -> String {
    var digits = Array(String(Int(number.rounded())))
    var position = digits.count - 3
    while position > 0 {
      digits.insert(",", at: position)
      position -= 3
    }
    return String(digits)
  }

  /// One digit behind the point.
  static func decimal(_ number: Double) -> String {
    let tenths = Int((number * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }

  static func bytes(_ count: Int) -> String {
    count >= 1_000_000 ? "\(decimal(Double(count) / 1e6)) MB" : "\(decimal(Double(count) / 1e3)) kB"
  }
}
