// References such as B12 and A1:C3, as numbers from 0.

/// A square of a sheet.
struct CellReference: Equatable {
  var row: Int
  var column: Int

  /// What a sheet can have at most.
  static let rowCountMax = 1_048_576
  static let columnCountMax = 16_384

  init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }

  /// Reads `B12` (`$B$12` too); nil for anything else, and for squares that no sheet has.
  init?(_ text: UnsafeBufferPointer<UInt8>) {
    var column = 0
    var row = 0
    var digitCount = 0
    for byte in text {
      switch byte {
      case 0x41...0x5A, 0x61...0x7A:
        guard digitCount == 0 else { return nil }
        column = column * 26 + Int(byte & 0x1F)
        guard column <= Self.columnCountMax else { return nil }
      case 0x30...0x39:
        digitCount += 1
        row = row * 10 + Int(byte - 0x30)
        guard row <= Self.rowCountMax else { return nil }
      case 0x24: continue
      default: return nil
      }
    }
    guard column > 0, row > 0 else { return nil }
    self.row = row - 1
    self.column = column - 1
  }
}

/// A rectangle of squares.
struct CellRange: Equatable {
  var rows: Range<Int>
  var columns: Range<Int>

  /// Reads `A1:C3`, corners in any order; nil for anything else.
  init?(_ text: UnsafeBufferPointer<UInt8>) {
    guard let colon = text.firstIndex(of: 0x3A),
      let first = CellReference(UnsafeBufferPointer(rebasing: text[..<colon])),
      let second = CellReference(UnsafeBufferPointer(rebasing: text[(colon + 1)...]))
    else { return nil }
    rows = min(first.row, second.row)..<max(first.row, second.row) + 1
    columns = min(first.column, second.column)..<max(first.column, second.column) + 1
  }
}
