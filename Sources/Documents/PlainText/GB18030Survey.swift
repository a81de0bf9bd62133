// One look over bytes as GB18030: how many characters stand there, and how many of them are everyday ones.

/// Counts that tell whether bytes are Chinese text in GB2312, GBK or GB18030.
struct GB18030Survey: Equatable {
  /// Two-byte and four-byte characters.
  var characterCount = 0
  /// Those of the GB2312 square, which holds all everyday characters and punctuation.
  var everydayCount = 0
  /// Bytes that begin no character.
  var invalidCount = 0

  /// True where at most one in ten places is broken and half of the characters are everyday ones; random
  /// bytes have one in three.
  var isPlausible: Bool {
    characterCount > 0 && invalidCount * 10 <= characterCount && everydayCount * 2 >= characterCount
  }

  init(_ bytes: Span<UInt8>) {
    var index = 0
    let count = bytes.count
    while index < count {
      let lead = bytes[index]
      if lead < 0x80 {
        index += 1
        continue
      }
      guard lead > 0x80, lead < 0xFF, index + 1 < count else {
        // 0x80 alone is the euro sign of GBK.
        if lead != 0x80 { invalidCount += 1 }
        index += 1
        continue
      }
      let trail = bytes[index + 1]
      if trail >= 0x40, trail != 0x7F, trail != 0xFF {
        characterCount += 1
        if lead >= 0xA1, lead <= 0xF7, trail >= 0xA1 { everydayCount += 1 }
        index += 2
      } else if trail >= 0x30, trail <= 0x39, index + 3 < count, bytes[index + 2] > 0x80,
        bytes[index + 3] >= 0x30, bytes[index + 3] <= 0x39
      {
        characterCount += 1
        index += 4
      } else {
        invalidCount += 1
        index += 1
      }
    }
  }
}
