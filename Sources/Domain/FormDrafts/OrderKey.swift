// Where a row stands among the others, as a text that sorts: a row moves by one field.

/// A text of digits and lower-case letters, read as a fraction: between any two there is another.
///
/// It never ends in `0`, so that there is one before each, and has at most 48 signs.
struct OrderKey: Hashable, Comparable {
  let text: String

  /// Nil for what is no order key.
  init?(_ text: String) {
    let bytes = text.utf8
    guard (1...Self.lengthMax).contains(bytes.count), bytes.last != 0x30,
      bytes.allSatisfy({ Self.digit($0) != nil })
    else { return nil }
    self.text = text
  }

  private init(digits: [Int]) { text = String(decoding: digits.map { Self.signs[$0] }, as: UTF8.self) }

  static let lengthMax = 48
  private static let signs = Array("0123456789abcdefghijklmnopqrstuvwxyz".utf8)
  private static let radix = 36
  /// The first rows stand here, so that as many can be put before them.
  private static let start = 1296
  /// Places that `initial` has.
  private static let places = 36 * 36 * 36

  private static func digit(_ byte: UInt8) -> Int? {
    switch byte {
    case 0x30...0x39: Int(byte) - 0x30
    case 0x61...0x7A: Int(byte) - 0x61 + 10
    default: nil
    }
  }

  private var digits: [Int] { text.utf8.compactMap(Self.digit) }

  /// The key of the row at a place of a list that is numbered anew.
  static func initial(_ index: Int) -> OrderKey { numbered(min(start + index, places - 1)) }

  private static func numbered(_ number: Int) -> OrderKey {
    OrderKey(digits: [number / 1296, number / 36 % 36, number % 36, 18])
  }

  /// A key between two others (nil for the ends); nil where they leave no place.
  static func between(_ left: OrderKey?, _ right: OrderKey?) -> OrderKey? {
    if let left, let right, left >= right { return nil }
    switch (left, right) {
    case (nil, nil): return initial(0)
    case (let left?, nil):
      let number = left.number
      if number < places - 1 { return numbered(number + 1) }
    case (nil, let right?):
      let number = right.number
      if number > 0 { return numbered(number - 1) }
    case (_?, _?): break
    }
    let middle = OrderKey(digits: middle(left?.digits ?? [], right?.digits))
    return OrderKey(middle.text)
  }

  /// The first three digits as a number.
  private var number: Int {
    let digits = digits
    return (0..<3).reduce(0) { $0 * 36 + ($1 < digits.count ? digits[$1] : 0) }
  }

  /// The digits of a fraction between two others, the right one nil for 1.
  private static func middle(_ left: [Int], _ right: [Int]?) -> [Int] {
    var result: [Int] = []
    var right = right
    var index = 0
    while true {
      let low = index < left.count ? left[index] : 0
      let high = right.map { index < $0.count ? $0[index] : 0 } ?? radix
      if high - low > 1 { return result + [(low + high) / 2] }
      result.append(low)
      // Below a digit that is smaller already, everything on the right is free.
      if high > low { right = nil }
      index += 1
    }
  }

  static func < (left: OrderKey, right: OrderKey) -> Bool {
    left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
  }
}
