// Texts of cells and paragraphs: made from UTF-8 bytes once, without the white space at the ends.

extension String {
  /// The text of UTF-8 bytes without white space at its ends; repairs what is not UTF-8.
  ///
  /// White space is what a reader of a printed form cannot see: blanks of every width (U+3000 too), tabs,
  /// line breaks, control characters, no-break and zero-width blanks, direction marks, the byte order mark.
  package init(trimming bytes: UnsafeBufferPointer<UInt8>) {
    var start = 0
    while start < bytes.count, let width = blankWidth(at: start, in: bytes) { start += width }
    var end = bytes.count
    while end > start, let width = blankWidth(before: end, in: bytes, from: start) { end -= width }
    self = String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<end]), as: UTF8.self)
  }
}

/// How many bytes the blank that begins at an offset has; nil where none begins.
private func blankWidth(at start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
  let first = bytes[start]
  if first <= 0x20 || first == 0x7F { return 1 }
  if first == 0xC2 {
    return start + 1 < bytes.count && BlankBytes.isNarrow(bytes[start + 1]) ? 2 : nil
  }
  guard first == 0xE2 || first == 0xE3 || first == 0xEF, start + 2 < bytes.count else { return nil }
  return BlankBytes.isWide(first, bytes[start + 1], bytes[start + 2]) ? 3 : nil
}

/// How many bytes the blank that ends before an offset has; nil where none ends.
private func blankWidth(
  before end: Int, in bytes: UnsafeBufferPointer<UInt8>, from start: Int
) -> Int? {
  let last = bytes[end - 1]
  if last <= 0x20 || last == 0x7F { return 1 }
  if last < 0x80 { return nil }
  if end - start >= 2, bytes[end - 2] == 0xC2 { return BlankBytes.isNarrow(last) ? 2 : nil }
  guard end - start >= 3 else { return nil }
  return BlankBytes.isWide(bytes[end - 3], bytes[end - 2], last) ? 3 : nil
}
