// The attributes of one element, as the parser hands them over: bytes that live until the call returns.
package import CXML

/// Attributes in the parser's own layout: five pointers each (name, prefix, namespace, value, end of value).
package struct XMLAttributes {
  @usableFromInline let pointers: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  /// How many attributes there are, namespace declarations left out.
  package let count: Int

  @inlinable
  package init(_ pointers: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, count: Int32) {
    self.pointers = pointers
    self.count = pointers == nil ? 0 : Int(count)
  }

  /// The interned local name of an attribute.
  @inlinable
  package func name(_ index: Int) -> UnsafePointer<xmlChar>? {
    pointers?[index * 5]
  }

  /// The interned namespace of an attribute; nil where it has no prefix.
  @inlinable
  package func namespace(_ index: Int) -> UnsafePointer<xmlChar>? {
    pointers?[index * 5 + 2]
  }

  /// The value's bytes, in UTF-8, entities resolved.
  @inlinable
  package func value(_ index: Int) -> UnsafeBufferPointer<UInt8> {
    guard let start = pointers?[index * 5 + 3], let end = pointers?[index * 5 + 4] else {
      return UnsafeBufferPointer(start: nil, count: 0)
    }
    return UnsafeBufferPointer(start: start, count: max(0, end - start))
  }

  /// The value of the first attribute with that code.
  @inlinable
  package func value(_ code: UInt8, in names: XMLNames) -> UnsafeBufferPointer<UInt8>? {
    for index in 0..<count where names.code(name(index)) == code { return value(index) }
    return nil
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The value as text.
  package var text: String { String(decoding: self, as: UTF8.self) }

  /// Whether the value is exactly these letters.
  @inlinable
  package func isEqual(_ letters: StaticString) -> Bool {
    guard count == letters.utf8CodeUnitCount else { return false }
    for index in 0..<count where self[index] != letters.utf8Start[index] { return false }
    return true
  }

  /// The whole number it says, blanks around it allowed; nil for anything else. What is beyond `Int` becomes the
  /// nearest `Int`, because a number that large only asks for a limit.
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
