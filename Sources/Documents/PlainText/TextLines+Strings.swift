// The text of cells and paragraphs: trimmed, with the spaces and line ends that other readers use too.

extension TextLines {
  /// The text in a range, trimmed; no-break spaces and tabs become blanks, vertical tabs line ends.
  func string(_ range: Range<Int>) -> String {
    let range = trimmed(range, in: bytes.span)
    for index in range where bytes[index] < 0x20 || bytes[index] == 0xC2 {
      return Self.plain(bytes[range])
    }
    return String(decoding: bytes[range], as: UTF8.self)
  }

  /// The same for bytes that stand apart; every line end becomes `\n`.
  static func plain(_ words: some Collection<UInt8>) -> String {
    var changed: [UInt8] = []
    changed.reserveCapacity(words.count)
    var last: UInt8 = 0
    for byte in words {
      switch byte {
      case 0x09: changed.append(0x20)
      case 0x0A:
        if last != 0x0D { changed.append(0x0A) }
      case 0x0B, 0x0D: changed.append(0x0A)
      case 0xA0 where last == 0xC2: changed[changed.count - 1] = 0x20
      default: changed.append(byte)
      }
      last = byte
    }
    let range = trimmed(0..<changed.count, in: changed.span)
    return String(decoding: changed[range], as: UTF8.self)
  }
}
