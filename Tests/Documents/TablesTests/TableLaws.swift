// The law of tables as a check, and a seeded source of randomness, for the tests of this room.
import Tables

extension Table {
  /// What of the law of `Table` does not hold; empty for a sound table.
  var brokenLaws: [String] {
    var broken: [String] = []
    var taken = Set<Int>()
    var previous = (-1, -1)
    for cell in cells {
      let here = (cell.row, cell.column)
      if here <= previous { broken.append("order at \(here)") }
      previous = here
      if cell.row < 0 || cell.column < 0 || cell.rowSpan < 1 || cell.columnSpan < 1 {
        broken.append("number at \(here)")
        continue
      }
      if cell.row + cell.rowSpan > rowCount || cell.column + cell.columnSpan > columnCount {
        broken.append("edge at \(here)")
        continue
      }
      for row in cell.row..<cell.row + cell.rowSpan {
        for column in cell.column..<cell.column + cell.columnSpan
        where !taken.insert(row * columnCount + column).inserted {
          broken.append("overlap at \(here)")
        }
      }
    }
    return broken
  }
}

/// SplitMix64: small, seeded, the same on every machine.
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
