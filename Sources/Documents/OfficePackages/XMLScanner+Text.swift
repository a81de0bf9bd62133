// Text, comments and instructions for the XML scanner, and how text becomes bytes without codes.
package import Tables

extension XMLScanner {
  /// Adds the last text event to a buffer: character codes resolved, line ends as `\n`.
  ///
  /// - Throws: `.damaged` for characters and codes that XML forbids (a lone surrogate, an unknown entity).
  package func appendText(to buffer: inout [UInt8]) throws(ReadingError) {
    let bytes = UnsafePointer(window.bytes)
    let start = textStart
    let count = textEnd - start
    let text = UnsafeBufferPointer(start: bytes + start, count: count)
    guard isPlain(text) else {
      try XMLText.append(
        text, to: &buffer, isLiteral: isTextLiteral, breaksAsBlanks: false, partName: partName)
      return
    }
    buffer.append(contentsOf: text)
  }

  /// Whether bytes can be taken as they are: no `&`, no control character but tab and line feed.
  private func isPlain(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    for byte in text where byte == 0x26 || byte < 0x20 {
      if byte != 0x0A && byte != 0x09 { return false }
    }
    return true
  }

  /// Reads text up to the next tag; false when the window had to move.
  mutating func text() throws(ReadingError) -> Bool {
    let bytes = UnsafePointer(window.bytes)
    let raw = UnsafeRawPointer(bytes)
    var at = position
    while true {
      let word = raw.loadUnaligned(fromByteOffset: at, as: UInt64.self)
      let found = Self.zeros(word) | Self.zeros(word ^ 0x3C3C_3C3C_3C3C_3C3C)
      at &+= found == 0 ? 8 : found.trailingZeroBitCount / 8
      if found != 0 { break }
    }
    if bytes[at] == 0, at >= window.count, !window.isExhausted {
      try needMore(from: position, at: at)
      return false
    }
    guard bytes[at] == 0x3C || at >= window.count else { throw damaged("is not well-formed") }
    if depth == 0 {
      for offset in position..<at where bytes[offset] > 0x20 { throw damaged("has text outside its root") }
      position = at
      return false
    }
    textStart = position
    textEnd = at
    isTextLiteral = false
    position = at
    return true
  }

  /// Reads what begins with `<!`: true for a CDATA section, which is text.
  mutating func markup() throws(ReadingError) -> Bool {
    if starts(with: "<!--") {
      guard let end = find("-->", from: position + 4) else {
        try needMore(from: position, at: window.count)
        return false
      }
      position = end + 3
      return false
    }
    if starts(with: "<![CDATA[") {
      guard let end = find("]]>", from: position + 9) else {
        try needMore(from: position, at: window.count)
        return false
      }
      guard depth > 0 else { throw damaged("has text outside its root") }
      textStart = position + 9
      textEnd = end
      isTextLiteral = true
      position = end + 3
      return true
    }
    if starts(with: "<!DOCTYPE") { throw .refused(detail: "xml: \(partName) has a DOCTYPE") }
    guard window.count - position < 9 else { throw damaged("is not well-formed") }
    try needMore(from: position, at: window.count)
    return false
  }

  /// Passes over `<?…?>`; the declaration at the beginning must not name an encoding that packages do not
  /// allow.
  mutating func instruction() throws(ReadingError) {
    guard let end = find("?>", from: position + 2) else {
      return try needMore(from: position, at: window.count)
    }
    if starts(with: "<?xml"), window.bytes[position + 5] <= 0x20 {
      let text = UnsafeBufferPointer(start: window.bytes + position + 5, count: end - position - 5)
      guard XMLText.isEncodingAllowed(inDeclaration: text) else {
        throw damaged("has an encoding that is neither UTF-8 nor UTF-16")
      }
    }
    position = end + 2
  }

  private func starts(with letters: StaticString) -> Bool {
    guard window.count - position >= letters.utf8CodeUnitCount else { return false }
    for index in 0..<letters.utf8CodeUnitCount
    where window.bytes[position + index] != letters.utf8Start[index] {
      return false
    }
    return true
  }

  /// Where letters begin at or after an offset of the window.
  private func find(_ letters: StaticString, from start: Int) -> Int? {
    let length = letters.utf8CodeUnitCount
    var at = start
    while at + length <= window.count {
      var index = 0
      while index < length, window.bytes[at + index] == letters.utf8Start[index] { index += 1 }
      if index == length { return at }
      at += 1
    }
    return nil
  }
}
