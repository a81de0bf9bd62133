// The code of a rule as a number.

/// `M05` as one number in the order of the texts; codes have three letters, eight would do.
struct RuleCode: Equatable, Comparable {
  private var number: UInt64 = 0

  init(_ code: String) {
    var room = 64
    for byte in code.utf8 where room > 0 {
      room -= 8
      number |= UInt64(byte) << UInt64(room)
    }
  }

  static func < (left: RuleCode, right: RuleCode) -> Bool { left.number < right.number }
}
