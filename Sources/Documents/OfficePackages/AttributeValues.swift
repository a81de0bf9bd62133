// What the bytes of an attribute's value say: letters, whole numbers, on or off.

extension UnsafeBufferPointer<UInt8> {
  /// Whether the value is exactly these letters.
  @inlinable
  package func isEqual(_ letters: StaticString) -> Bool {
    guard count == letters.utf8CodeUnitCount else { return false }
    for index in 0..<count where self[index] != letters.utf8Start[index] { return false }
    return true
  }

  /// The whole number it says, blanks around it allowed; nil for anything else. What is beyond `Int` becomes
  /// the nearest `Int`, because a number that large only asks for a limit.
  package var wholeNumber: Int? {
    var index = 0
    var end = count
    while index < end, self[index] <= 0x20 { index += 1 }
    while end > index, self[end - 1] <= 0x20 { end -= 1 }
    let isNegative = index < end && self[index] == 0x2D
    if index < end, isNegative || self[index] == 0x2B { index += 1 }
    guard index < end else { return nil }
    var number = 0
    while index < end {
      let digit = Int(self[index]) - 0x30
      guard digit >= 0, digit <= 9 else { return nil }
      let (tenfold, isOver) = number.multipliedReportingOverflow(by: 10)
      let (sum, isOverToo) = tenfold.addingReportingOverflow(digit)
      number = isOver || isOverToo || number == Int.max ? Int.max : sum
      index += 1
    }
    return isNegative ? -number : number
  }

  /// An on-off value of office documents: absent text, `1`, `true`, `on` are on; `0`, `false`, `off` are off.
  package var isOn: Bool {
    !(isEqual("0") || isEqual("false") || isEqual("off"))
  }
}
