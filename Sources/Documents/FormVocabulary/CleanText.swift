// Cleans cell texts: ends trimmed, web residue taken out and told.

/// Small, total operations on printed text.
package enum CleanText {
  /// White space of any width at the ends goes; line breaks become `\n`.
  package static func trimmed(_ text: String) -> String {
    guard needsTrim(text) else { return text }
    var result = text
    if result.utf8.contains(0x0D) { result = withUnixBreaks(result) }
    result.unicodeScalars.trimEnds()
    return result
  }

  /// A name without the word for where its seal goes: 青山县水务局（盖章）.
  package static func withoutSealMark(_ text: String) -> String {
    for mark in ["（盖章）", "(盖章)", "（公章）", "(公章)", "（签章）", "(签章)"]
    where text.ends(mark) && text.count > mark.count {
      return trimmed(String(text.dropLast(mark.count)))
    }
    return text
  }

  /// Whether a text has a carriage return or begins or ends with a byte that can be white space.
  private static func needsTrim(_ text: String) -> Bool {
    text.utf8.withContiguousStorageIfAvailable { needsTrim($0) } ?? true
  }

  private static func needsTrim(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = bytes.first, let last = bytes.last else { return false }
    if first <= 0x20 || last <= 0x20 || first == 0xC2 || first == 0xE2 || first == 0xE3 || first == 0xEF {
      return true
    }
    // the last bytes of the wide blanks
    if last == 0x80 || last == 0xA0 || last == 0xAF || last == 0x9F || last == 0xBF
      || last <= 0x8F && last >= 0x80
    {
      return true
    }
    for byte in bytes where byte == 0x0D { return true }
    return false
  }

  /// Texts that stand for "nothing here" in number cells: —, -, / alone.
  package static func isDash(_ text: String) -> Bool {
    !text.isEmpty && text.unicodeScalars.allSatisfy { "-—–－―─ー_ ".unicodeScalars.contains($0) }
  }

  /// White space gone, for labels and titles.
  @inlinable
  package static func withoutSpace(_ text: some StringProtocol) -> String {
    let bare = text.utf8.withContiguousStorageIfAvailable { bytes -> String? in
      guard let first = bytes.indices.first(where: { spaceLength(bytes, at: $0) > 0 }) else { return nil }
      return withoutSpace(bytes, from: first)
    }
    if let bare { return bare ?? String(text) }
    return String(String.UnicodeScalarView(text.unicodeScalars.filter { !isSpace($0) }))
  }

  @usableFromInline
  static func withoutSpace(_ bytes: UnsafeBufferPointer<UInt8>, from first: Int) -> String {
    var kept: [UInt8] = []
    kept.reserveCapacity(bytes.count)
    kept.append(contentsOf: bytes[..<first])
    var index = first
    while index < bytes.count {
      let length = spaceLength(bytes, at: index)
      if length == 0 { kept.append(bytes[index]) }
      index += max(length, 1)
    }
    return String(decoding: kept, as: UTF8.self)
  }

  /// How many bytes a blank or a mark that prints nothing has in UTF-8; 0 where none begins.
  @usableFromInline
  static func spaceLength(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    switch bytes[index] {
    case 0x09...0x0D, 0x20: return 1
    case 0xC2: return index + 1 < bytes.count && bytes[index + 1] == 0xA0 ? 2 : 0
    case 0xE2, 0xE3, 0xEF:
      guard index + 2 < bytes.count else { return 0 }
      switch (bytes[index], bytes[index + 1], bytes[index + 2]) {
      case (0xE2, 0x80, 0x80...0x8F), (0xE2, 0x80, 0xAF), (0xE2, 0x81, 0x9F): return 3
      case (0xE3, 0x80, 0x80), (0xEF, 0xBB, 0xBF): return 3
      default: return 0
      }
    default: return 0
    }
  }

  /// Blanks of every width, and marks that print nothing.
  @inlinable
  package static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09...0x0D, 0x20, 0xA0, 0x3000, 0x2000...0x200F, 0x202F, 0x205F, 0xFEFF: true
    default: false
    }
  }

  private static func withUnixBreaks(_ text: String) -> String {
    var bytes: [UInt8] = []
    var wasReturn = false
    for byte in text.utf8 {
      if byte == 0x0D {
        bytes.append(0x0A)
      } else if !(byte == 0x0A && wasReturn) {
        bytes.append(byte)
      }
      wasReturn = byte == 0x0D
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension String.UnicodeScalarView {
  fileprivate mutating func trimEnds() {
    guard let first, let last, CleanText.isSpace(first) || CleanText.isSpace(last) else { return }
    let start = firstIndex { !CleanText.isSpace($0) } ?? endIndex
    guard start < endIndex else {
      self = .init()
      return
    }
    var end = endIndex
    while end > start, CleanText.isSpace(self[index(before: end)]) { end = index(before: end) }
    self = .init(self[start..<end])
  }
}
