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
    guard 200 * min(mine, other) >= least * (mine + other) else { return false }
    return mayShare((least * (mine + other) + 199) / 200, left, right) && percent(left, right) >= least
  }

  /// A look before the pairs are put in order: false where the other text lacks so many pairs of one that
  /// they cannot share as many as wanted. Pairs that fall on one bit pass for the same.
  private static func mayShare(_ wanted: Int, _ text: [Unicode.Scalar], _ other: [Unicode.Scalar]) -> Bool {
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: 64) { bits in
      bits.initialize(repeating: 0)
      for (first, second) in zip(other, other.dropFirst()) {
        let place = bit(of: first, second)
        bits[place >> 6] |= 1 << UInt64(place & 63)
      }
      var shared = 0
      for (first, second) in zip(text, text.dropFirst()) {
        let place = bit(of: first, second)
        shared += Int(bits[place >> 6] >> UInt64(place & 63) & 1)
      }
      return shared >= wanted
    }
  }

  /// Where a pair stands among 4,096 bits.
  private static func bit(of first: Unicode.Scalar, _ second: Unicode.Scalar) -> Int {
    Int((first.value &* 0x9E37_79B1 ^ second.value &* 0x85EB_CA6B) >> 20)
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
    Array(unsafeUninitializedCapacity: text.count) { kept, count in
      for scalar in text where !isSilent(scalar) {
        kept.initializeElement(at: count, to: scalar)
        count += 1
      }
    }
  }

  private static func isSilent(_ scalar: Unicode.Scalar) -> Bool {
    if (0x3040..<0xFF00).contains(scalar.value) { return false }
    return scalar.value <= 0x2F || (0x3000...0x303F).contains(scalar.value)
      || (0xFF00...0xFF0F).contains(scalar.value)
      || scalar == "：" || scalar == "；"
  }
}
