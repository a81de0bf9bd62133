// Cleans cell texts: ends trimmed, web residue taken out and told.

/// Small, total operations on printed text.
enum CleanText {
  /// White space of any width at the ends goes; line breaks become `\n`.
  static func trimmed(_ text: String) -> String {
    guard needsTrim(text) else { return text }
    var result = text
    if result.utf8.contains(0x0D) { result = withUnixBreaks(result) }
    result.unicodeScalars.trimEnds()
    return result
  }

  /// Whether a text has a carriage return or begins or ends with a byte that can be white space.
  private static func needsTrim(_ text: String) -> Bool {
    guard let first = text.utf8.first, let last = text.utf8.last else { return false }
    if first <= 0x20 || last <= 0x20 || first == 0xC2 || first == 0xE2 || first == 0xE3 || first == 0xEF {
      return true
    }
    // the last bytes of the wide blanks
    if last == 0x80 || last == 0xA0 || last == 0xAF || last == 0x9F || last == 0xBF
      || last <= 0x8F && last >= 0x80
    {
      return true
    }
    return text.utf8.contains(0x0D)
  }

  /// Texts that stand for "nothing here" in number cells: —, -, / alone.
  static func isDash(_ text: String) -> Bool {
    !text.isEmpty && text.unicodeScalars.allSatisfy { "-—–－―─ー_ ".unicodeScalars.contains($0) }
  }

  /// White space gone, for labels and titles.
  static func withoutSpace(_ text: some StringProtocol) -> String {
    // blanks begin with one of these bytes; most texts have none
    guard text.utf8.contains(where: { $0 <= 0x20 || $0 == 0xC2 || $0 == 0xE2 || $0 == 0xE3 || $0 == 0xEF })
    else {
      return String(text)
    }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where !isSpace(scalar) { result.append(scalar) }
    return String(result)
  }

  /// Blanks of every width, and marks that print nothing.
  static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
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
