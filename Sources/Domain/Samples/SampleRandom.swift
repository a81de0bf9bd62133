// Numbers that look drawn by lot and come again: the same seed and keys give the same numbers everywhere.

/// SplitMix64 (Steele, Lea, Flood 2014), begun from a seed and the numbers of what is drawn for.
struct SampleRandom: Sendable {
  private var state: UInt64

  /// The same keys begin the same row of numbers; the order of the keys counts.
  init(seed: UInt64, _ first: Int, _ second: Int = 0, _ third: Int = 0) {
    var state = Self.mixed(seed &+ 0x9E37_79B9_7F4A_7C15)
    for key in [first, second, third] {
      state = Self.mixed(state ^ UInt64(bitPattern: Int64(key)) &* 0xD1B5_4A32_D192_ED03)
    }
    self.state = state
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    return Self.mixed(state)
  }

  /// A whole number of a range.
  mutating func number(in range: ClosedRange<Int>) -> Int {
    let width = UInt64(range.upperBound - range.lowerBound) &+ 1
    return range.lowerBound + Int(next().multipliedFullWidth(by: width).high)
  }

  /// True in so many of a hundred cases.
  mutating func happens(inHundred share: Int) -> Bool { number(in: 1...100) <= share }

  /// One of the elements; nil where there is none.
  mutating func element<Elements: RandomAccessCollection>(of elements: Elements) -> Elements.Element? {
    guard !elements.isEmpty else { return nil }
    return elements[elements.index(elements.startIndex, offsetBy: number(in: 0...elements.count - 1))]
  }

  private static func mixed(_ number: UInt64) -> UInt64 {
    var mixed = number
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
