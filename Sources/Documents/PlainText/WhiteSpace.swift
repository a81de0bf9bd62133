// White space at the ends of texts: ASCII, no-break, ideographic and typographic spaces, and invisible marks.

/// How many bytes of white space stand at `index` of a UTF-8 text; 0 where none does.
package func spaceLength(_ bytes: Span<UInt8>, at index: Int, end: Int) -> Int {
  let byte = bytes[index]
  if byte <= 0x20 { return byte == 0x20 || isTextControl(byte) ? 1 : 0 }
  if byte < 0xC2 { return 0 }
  if byte == 0xC2 { return index + 1 < end && isNarrowSpace(bytes[index + 1]) ? 2 : 0 }
  guard byte >= 0xE2, byte <= 0xEF, index + 2 < end else { return 0 }
  return isWideSpace(byte, bytes[index + 1], bytes[index + 2]) ? 3 : 0
}

/// The part of a range without the white space at its ends.
package func trimmed(_ range: Range<Int>, in bytes: Span<UInt8>) -> Range<Int> {
  var start = range.lowerBound
  var end = range.upperBound
  while start < end {
    let length = spaceLength(bytes, at: start, end: end)
    if length == 0 { break }
    start += length
  }
  while start < end {
    let byte = bytes[end - 1]
    if byte <= 0x20 {
      guard byte == 0x20 || isTextControl(byte) else { break }
      end -= 1
    } else if byte < 0x80 {
      break
    } else if end - start >= 2, bytes[end - 2] == 0xC2, isNarrowSpace(byte) {
      end -= 2
    } else if end - start >= 3, isWideSpace(bytes[end - 3], bytes[end - 2], byte) {
      end -= 3
    } else {
      break
    }
  }
  return start..<end
}

/// The second byte of U+0080…00A0: controls and the no-break space.
private func isNarrowSpace(_ second: UInt8) -> Bool { second >= 0x80 && second <= 0xA0 }

/// U+2000…200B, 200E, 200F, 2028…202F, 205F, 2060, 3000, FEFF.
private func isWideSpace(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
  switch (first, second) {
  case (0xE3, 0x80): third == 0x80
  case (0xE2, 0x80):
    third >= 0x80 && third <= 0x8B || third == 0x8E || third == 0x8F || third >= 0xA8 && third <= 0xAF
  case (0xE2, 0x81): third == 0x9F || third == 0xA0
  case (0xEF, 0xBB): third == 0xBF
  default: false
  }
}
