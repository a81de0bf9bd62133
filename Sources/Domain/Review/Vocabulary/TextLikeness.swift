// How alike two texts are, by their pairs of neighbouring characters.

enum TextLikeness {
  /// Shared pairs of characters as a percentage of all pairs (Dice), white space and punctuation ignored.
  static func percent(_ left: String, _ right: String) -> Int {
    left.isSame(as: right) ? 100 : percent(left.withScalars(spoken), right.withScalars(spoken))
  }

  /// True from 95 percent on.
  static func isNearlySame(_ left: String, _ right: String) -> Bool {
    left.isSame(as: right) || reaches(95, left.withScalars(spoken), right.withScalars(spoken))
  }

  /// True from 95 percent on, for texts that are taken apart already.
  static func isNearlySame(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Bool {
    left == right
      || reaches(95, left.withUnsafeBufferPointer(spoken), right.withUnsafeBufferPointer(spoken))
  }

  /// True where both have the same pairs.
  static func isSame(_ left: String, _ right: String) -> Bool {
    left.isSame(as: right) || reaches(100, left.withScalars(spoken), right.withScalars(spoken))
  }

  private static func reaches(_ least: Int, _ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Bool {
    let (mine, other) = (left.count - 1, right.count - 1)
    // Texts of other lengths cannot share so many.
    return 200 * min(mine, other) >= least * (mine + other) && percent(left, right) >= least
  }

  private static func percent(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    guard left.count > 1, right.count > 1 else { return 0 }
    // Where both begin and end alike their pairs are shared; only what lies between is counted out.
    let shorter = min(left.count, right.count)
    var start = 0
    while start < shorter, left[start] == right[start] { start += 1 }
    var end = 0
    while end < shorter - start, left[left.count - 1 - end] == right[right.count - 1 - end] { end += 1 }
    (start, end) = (max(0, start - 1), max(0, end - 1))
    let between = shared(
      pairs(left[start..<(left.count - end)]), pairs(right[start..<(right.count - end)]))
    return 200 * (start + end + between) / (left.count + right.count - 2)
  }

  /// How many of two sorted lists are in both.
  private static func shared(_ mine: [UInt64], _ other: [UInt64]) -> Int {
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
    return shared
  }

  private static func pairs(_ text: ArraySlice<Unicode.Scalar>) -> [UInt64] {
    guard text.count > 1 else { return [] }
    return zip(text, text.dropFirst()).map { UInt64($0.value) << 32 | UInt64($1.value) }.sorted()
  }

  /// The characters that count.
  private static func spoken(_ text: UnsafeBufferPointer<Unicode.Scalar>) -> [Unicode.Scalar] {
    var kept: [Unicode.Scalar] = []
    kept.reserveCapacity(text.count)
    for scalar in text where !isSilent(scalar) { kept.append(scalar) }
    return kept
  }

  private static func isSilent(_ scalar: Unicode.Scalar) -> Bool {
    if (0x3040..<0xFF00).contains(scalar.value) { return false }
    return scalar.value <= 0x2F || (0x3000...0x303F).contains(scalar.value)
      || (0xFF00...0xFF0F).contains(scalar.value)
      || scalar == "：" || scalar == "；"
  }
}
