// UTF-16 with and without a byte order mark: telling it apart, and decoding it.

/// The byte order of UTF-16 text without a mark; nil where the bytes are something else.
///
/// Chinese forms in UTF-16 hold ASCII characters (digits, tabs, line ends), whose zero bytes stand on one
/// side, and nearly only characters that such forms use.
func utf16WithoutMark(_ bytes: Span<UInt8>) -> TextEncoding? {
  let unitCount = min(bytes.count / 2, 1 << 15)
  guard unitCount > 0 else { return nil }
  var zerosAtEven = 0
  var zerosAtOdd = 0
  var littleCount = 0
  var bigCount = 0
  for unit in 0..<unitCount {
    let first = bytes[unit * 2]
    let second = bytes[unit * 2 + 1]
    if first == 0 { zerosAtEven += 1 }
    if second == 0 { zerosAtOdd += 1 }
    if isUsual(UInt16(second) << 8 | UInt16(first)) { littleCount += 1 }
    if isUsual(UInt16(first) << 8 | UInt16(second)) { bigCount += 1 }
  }
  // A zero byte can also be the lower half of 一 (U+4E00); the share of usual characters settles the order.
  let zerosMin = max(1, unitCount / 200)
  if zerosAtOdd >= zerosMin, zerosAtOdd > zerosAtEven, littleCount * 10 >= unitCount * 9 {
    return .utf16LittleEndian
  }
  if zerosAtEven >= zerosMin, zerosAtEven > zerosAtOdd, bigCount * 10 >= unitCount * 9 {
    return .utf16BigEndian
  }
  return nil
}

/// Characters that Chinese forms consist of.
private func isUsual(_ unit: UInt16) -> Bool {
  switch unit {
  case 0x09, 0x0A, 0x0C, 0x0D, 0x20...0x7E, 0xA0...0xFF, 0x2010...0x203B, 0x2190...0x22FF, 0x2460...0x24FF:
    true
  case 0x2500...0x26FF, 0x3000...0x30FF, 0x3200...0x33FF, 0x4E00...0x9FFF, 0xD800...0xDFFF, 0xFF00...0xFFEF:
    true
  default: false
  }
}

/// Decodes UTF-16; lone surrogates and an odd last byte become U+FFFD, NULs and a leading mark go.
func decodedUTF16(_ bytes: Span<UInt8>, isBigEndian: Bool) -> (
  text: ConvertedText, nulCount: Int, controlCount: Int
) {
  var result = ConvertedText(utf8: [], replacedCount: 0)
  result.utf8.reserveCapacity(bytes.count + bytes.count / 2 + 3)
  var nulCount = 0
  var controlCount = 0
  var index = 0
  func unit(at index: Int) -> UInt32 {
    let first = UInt32(bytes[index])
    let second = UInt32(bytes[index + 1])
    return isBigEndian ? first << 8 | second : second << 8 | first
  }
  while index + 1 < bytes.count {
    let value = unit(at: index)
    index += 2
    switch value {
    case 0: nulCount += 1
    case 0xFEFF where index == 2: break
    case 1..<0x80:
      if value >= 0x20 || isTextControl(UInt8(value)) {
        result.utf8.append(UInt8(value))
      } else {
        controlCount += 1
      }
    case 0xD800..<0xDC00 where index + 1 < bytes.count && (0xDC00..<0xE000).contains(unit(at: index)):
      appendUTF8(0x10000 + (value - 0xD800) << 10 + (unit(at: index) - 0xDC00), to: &result.utf8)
      index += 2
    case 0xD800..<0xE000:
      result.utf8.append(contentsOf: replacementCharacter)
      result.replacedCount += 1
    default: appendUTF8(value, to: &result.utf8)
    }
  }
  if index < bytes.count {
    result.utf8.append(contentsOf: replacementCharacter)
    result.replacedCount += 1
  }
  return (result, nulCount, controlCount)
}

/// Appends a scalar value as UTF-8; what is no scalar value (a surrogate, beyond U+10FFFF) becomes U+FFFD.
package func appendUTF8(_ value: UInt32, to bytes: inout [UInt8]) {
  switch value {
  case ..<0x80: bytes.append(UInt8(value))
  case ..<0x800:
    bytes.append(UInt8(0xC0 | value >> 6))
    bytes.append(UInt8(0x80 | value & 0x3F))
  case 0xD800..<0xE000, 0x110000...: bytes.append(contentsOf: replacementCharacter)
  case ..<0x10000:
    bytes.append(UInt8(0xE0 | value >> 12))
    bytes.append(UInt8(0x80 | value >> 6 & 0x3F))
    bytes.append(UInt8(0x80 | value & 0x3F))
  default:
    bytes.append(UInt8(0xF0 | value >> 18))
    bytes.append(UInt8(0x80 | value >> 12 & 0x3F))
    bytes.append(UInt8(0x80 | value >> 6 & 0x3F))
    bytes.append(UInt8(0x80 | value & 0x3F))
  }
}
