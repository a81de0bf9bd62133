// UTF-16, the other encoding that parts of a package may have, turned into UTF-8 piece by piece.

/// Remembers what a piece of the text left over: half a unit, half a pair.
struct UTF16Decoder {
  private let isBigEndian: Bool
  private var oddByte: UInt8?
  private var highSurrogate: UInt32?

  /// Tells UTF-16 by its byte order mark or by how `<` stands at the beginning; nil for any other text.
  init?(startingWith bytes: UnsafeBufferPointer<UInt8>) {
    guard bytes.count >= 2 else { return nil }
    switch (bytes[0], bytes[1]) {
    case (0xFE, 0xFF), (0x00, 0x3C): isBigEndian = true
    case (0xFF, 0xFE), (0x3C, 0x00): isBigEndian = false
    default: return nil
    }
  }

  /// Decodes a piece.
  ///
  /// - Returns: how many bytes of UTF-8 were written; nil where a surrogate stands alone or the text ends
  ///   within a unit.
  mutating func decode(
    _ raw: ArraySlice<UInt8>, isLast: Bool, into target: UnsafeMutablePointer<UInt8>
  ) -> Int? {
    var written = 0
    for byte in raw {
      guard let first = oddByte else {
        oddByte = byte
        continue
      }
      oddByte = nil
      let unit = isBigEndian ? UInt32(first) << 8 | UInt32(byte) : UInt32(byte) << 8 | UInt32(first)
      guard let code = scalar(unit) else {
        if highSurrogate == nil { return nil }
        continue
      }
      highSurrogate = nil
      guard let encoded = UTF8.encode(code) else { return nil }
      for byte in encoded {
        target[written] = byte
        written += 1
      }
    }
    return isLast && (oddByte != nil || highSurrogate != nil) ? nil : written
  }

  /// The character that a unit completes; nil after the first half of a pair, and for a broken pair (then no
  /// half is remembered).
  private mutating func scalar(_ unit: UInt32) -> Unicode.Scalar? {
    if let high = highSurrogate {
      guard unit >= 0xDC00, unit <= 0xDFFF else {
        highSurrogate = nil
        return nil
      }
      return Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (unit - 0xDC00))
    }
    if unit >= 0xD800, unit <= 0xDBFF {
      highSurrogate = unit
      return nil
    }
    return Unicode.Scalar(unit)
  }
}
