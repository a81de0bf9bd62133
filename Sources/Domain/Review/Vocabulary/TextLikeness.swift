// How alike two texts are, by their pairs of neighbouring characters.

enum TextLikeness {
  /// Shared pairs of characters as a percentage of all pairs (Dice), white space and punctuation ignored.
  static func percent(_ left: String, _ right: String) -> Int {
    if left.isSame(as: right) { return 100 }
    let mine = pairs(left)
    let other = pairs(right)
    guard !mine.isEmpty, !other.isEmpty else { return 0 }
    var shared = 0
    var (i, j) = (0, 0)
    while i < mine.count, j < other.count {
      if mine[i] == other[j] {
        shared += 1
        i += 1
        j += 1
      } else if mine[i] < other[j] {
        i += 1
      } else {
        j += 1
      }
    }
    return 200 * shared / (mine.count + other.count)
  }

  /// True from 95 percent on.
  static func isNearlySame(_ left: String, _ right: String) -> Bool {
    if left.isSame(as: right) { return true }
    return mayShare(95, left, right) && percent(left, right) >= 95
  }

  /// True where both have the same pairs.
  static func isSame(_ left: String, _ right: String) -> Bool {
    left.isSame(as: right) || mayShare(100, left, right) && percent(left, right) == 100
  }

  private static func mayShare(_ percent: Int, _ left: String, _ right: String) -> Bool {
    // Texts of other lengths cannot share so many.
    let mine = left.count(of: { !isSilent($0) }) - 1
    let other = right.count(of: { !isSilent($0) }) - 1
    return 200 * min(mine, other) >= percent * (mine + other)
  }

  private static func pairs(_ text: String) -> [UInt64] {
    var pairs: [UInt64] = []
    var last: UInt32?
    for scalar in text.unicodeScalars where !isSilent(scalar) {
      if let last { pairs.append(UInt64(last) << 32 | UInt64(scalar.value)) }
      last = scalar.value
    }
    return pairs.sorted()
  }

  private static func isSilent(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value <= 0x2F || (0x3000...0x303F).contains(scalar.value)
      || (0xFF00...0xFF0F).contains(scalar.value)
      || scalar == "：" || scalar == "；"
  }
}
