// One look over bytes as UTF-8: what is well formed, what is not, and how many control characters there are.

/// Counts that tell whether bytes are UTF-8 text.
struct UTF8Survey: Equatable {
  /// Places where no well-formed sequence stands.
  var invalidCount = 0
  /// Well-formed sequences of two bytes, and those of them that are Latin-1 (`·`, `×`, `°`).
  var shortCount = 0
  var shortLatinCount = 0
  /// Well-formed sequences of three or four bytes: Chinese, full-width signs.
  var longCount = 0
  /// Control characters that no text needs, NUL apart.
  var controlCount = 0
  var nulCount = 0

  var isClean: Bool { invalidCount == 0 && controlCount == 0 && nulCount == 0 }
  var isASCII: Bool { invalidCount == 0 && shortCount == 0 && longCount == 0 }

  init(_ bytes: Span<UInt8>) {
    var index = 0
    let count = bytes.count
    while index < count {
      if index + 8 <= count,
        Self.isPlain(bytes.bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self))
      {
        index += 8
        continue
      }
      let byte = bytes[index]
      if byte < 0x80 {
        if byte < 0x20 { countControl(byte) }
        index += 1
        continue
      }
      let step = utf8Step(bytes, at: index)
      index += step.length
      if !step.isWellFormed {
        invalidCount += 1
      } else if step.length == 2 {
        shortCount += 1
        if byte <= 0xC3 { shortLatinCount += 1 }
      } else {
        longCount += 1
      }
    }
  }

  /// True for eight bytes of ASCII without controls: no byte has its high bit, none is below 0x20.
  private static func isPlain(_ word: UInt64) -> Bool {
    (word | (word &- 0x2020_2020_2020_2020)) & 0x8080_8080_8080_8080 == 0
  }

  private mutating func countControl(_ byte: UInt8) {
    if byte == 0 {
      nulCount += 1
    } else if !isTextControl(byte) {
      controlCount += 1
    }
  }
}

/// Tab, line feed, vertical tab, form feed and carriage return are part of texts; other controls are not.
func isTextControl(_ byte: UInt8) -> Bool { byte >= 0x09 && byte <= 0x0D }

/// The sequence at `index`, whose byte is 0x80 or more: how many bytes to step, and whether they are well
/// formed.
///
/// A broken sequence steps over its lead and the continuation bytes that belong to it, so that an encoded
/// surrogate or a cut-off character counts once. Source: Unicode Standard, table 3-7.
@inline(__always)
func utf8Step(_ bytes: Span<UInt8>, at index: Int) -> (length: Int, isWellFormed: Bool) {
  let lead = bytes[index]
  let wanted: Int
  var low: UInt8 = 0x80
  var high: UInt8 = 0xBF
  switch lead {
  case 0xC2...0xDF: wanted = 2
  case 0xE0: (wanted, low) = (3, 0xA0)
  case 0xED: (wanted, high) = (3, 0x9F)
  case 0xE1...0xEF: wanted = 3
  case 0xF0: (wanted, low) = (4, 0x90)
  case 0xF4: (wanted, high) = (4, 0x8F)
  case 0xF1...0xF3: wanted = 4
  default: return (1, false)
  }
  var length = 1
  var isWellFormed = true
  while length < wanted {
    guard index + length < bytes.count else { return (length, false) }
    let byte = bytes[index + length]
    guard byte & 0xC0 == 0x80 else { return (length, false) }
    if length == 1, byte < low || byte > high { isWellFormed = false }
    length += 1
  }
  return (length, isWellFormed)
}
