// Attributes of the element that has just begun; their values live until the next event.
package import Tables

extension XMLScanner {
  /// The value of the first attribute with that local name, as it stands in the file; nil where there is
  /// none.
  ///
  /// Prefixes do not count: the attributes that readers ask for have one namespace each. Character codes in
  /// the value are not resolved; use `text(of:)` where it may have them.
  package func attribute(_ name: StaticString) -> UnsafeBufferPointer<UInt8>? {
    let bytes = UnsafePointer(window.bytes)
    let length = name.utf8CodeUnitCount
    for index in 0..<attributeCount {
      let attribute = attributes[index]
      let local = Int(attribute.nameEnd) &- length
      guard local >= Int(attribute.name) else { continue }
      var offset = 0
      while offset < length, bytes[local &+ offset] == name.utf8Start[offset] { offset &+= 1 }
      guard offset == length, local == Int(attribute.name) || bytes[local - 1] == 0x3A else { continue }
      if !isDeclaration(attribute) { return value(attribute) }
    }
    return nil
  }

  /// The value of an attribute as text, character codes resolved.
  ///
  /// - Throws: `.damaged` for codes that XML forbids.
  package func text(of name: StaticString) throws(ReadingError) -> String? {
    guard let value = attribute(name) else { return nil }
    guard value.contains(where: { $0 == 0x26 || $0 < 0x20 }) else {
      return String(decoding: value, as: UTF8.self)
    }
    var bytes: [UInt8] = []
    try XMLText.append(value, to: &bytes, isLiteral: false, breaksAsBlanks: true, partName: partName)
    return String(decoding: bytes, as: UTF8.self)
  }

  func value(_ attribute: Attribute) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(
      start: UnsafePointer(window.bytes) + Int(attribute.value),
      count: Int(attribute.valueEnd - attribute.value))
  }
}
