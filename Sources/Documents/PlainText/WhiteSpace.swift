// White space at the ends of texts: ASCII, no-break, ideographic and typographic spaces, and invisible marks.
import Tables

/// How many bytes of white space stand at `index` of a UTF-8 text; 0 where none does.
package func spaceLength(_ bytes: Span<UInt8>, at index: Int, end: Int) -> Int {
  let byte = bytes[index]
  if byte <= 0x20 { return byte == 0x20 || isTextControl(byte) ? 1 : 0 }
  if byte < 0xC2 { return 0 }
  if byte == 0xC2 { return index + 1 < end && BlankBytes.isNarrow(bytes[index + 1]) ? 2 : 0 }
  guard byte >= 0xE2, byte <= 0xEF, index + 2 < end else { return 0 }
  return BlankBytes.isWide(byte, bytes[index + 1], bytes[index + 2]) ? 3 : 0
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
    } else if end - start >= 2, bytes[end - 2] == 0xC2, BlankBytes.isNarrow(byte) {
      end -= 2
    } else if end - start >= 3, BlankBytes.isWide(bytes[end - 3], bytes[end - 2], byte) {
      end -= 3
    } else {
      break
    }
  }
  return start..<end
}
