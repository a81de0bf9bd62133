// Splits Swift source into code, comments and literals, so that a wall never trips over a word in a sentence.

/// One Swift text in three layers of the same shape: what belongs to another layer is blank in this one.
struct SwiftText {
  /// The code; the inside of strings and back-ticked names is blank, the quotes stay.
  private(set) var code: [UInt8]
  /// The comments without their code, slashes included.
  private(set) var comments: [UInt8]
  /// The inside of string literals, interpolations excepted.
  private(set) var literals: [UInt8]

  private enum Mode {
    case code
    case interpolation(depth: Int)
    case string(hashes: Int, quotes: Int)
  }

  init(_ text: String) {
    let bytes = Array(text.utf8)
    let blank = bytes.map { $0 == 0x0A ? $0 : 0x20 }
    code = blank
    comments = blank
    literals = blank
    var modes: [Mode] = [.code]
    var index = 0
    while index < bytes.count {
      switch modes.last ?? .code {
      case .string(let hashes, let quotes):
        index = readLiteral(bytes, at: index, hashes: hashes, quotes: quotes, modes: &modes)
      case .code, .interpolation:
        index = readCode(bytes, at: index, modes: &modes)
      }
    }
  }

  private mutating func readCode(_ bytes: [UInt8], at start: Int, modes: inout [Mode]) -> Int {
    let byte = bytes[start]
    switch byte {
    case UInt8(ascii: "/") where bytes.starts(with: "//", at: start):
      return copy(bytes, from: start, to: bytes.index(of: 0x0A, from: start), into: \.comments)
    case UInt8(ascii: "/") where bytes.starts(with: "/*", at: start):
      return copy(bytes, from: start, to: endOfBlockComment(bytes, from: start), into: \.comments)
    case UInt8(ascii: "`"):
      code[start] = byte
      let end = bytes.index(of: byte, from: start + 1)
      if end < bytes.count { code[end] = byte }
      return end + 1
    case UInt8(ascii: "\""), UInt8(ascii: "#"):
      let hashes = bytes.count(of: UInt8(ascii: "#"), from: start)
      let quotes = bytes.count(of: UInt8(ascii: "\""), from: start + hashes)
      guard quotes > 0 else { return copy(bytes, from: start, to: start + hashes, into: \.code) }
      let opening = quotes >= 3 ? 3 : 1
      modes.append(.string(hashes: hashes, quotes: opening))
      return copy(bytes, from: start, to: start + hashes + opening, into: \.code)
    default:
      code[start] = byte
      follow(byte, modes: &modes)
      return start + 1
    }
  }

  /// Counts brackets inside an interpolation; the last one closed leads back into its string.
  private func follow(_ byte: UInt8, modes: inout [Mode]) {
    guard case .interpolation(let depth) = modes.last else { return }
    if byte == UInt8(ascii: "(") { modes[modes.count - 1] = .interpolation(depth: depth + 1) }
    if byte == UInt8(ascii: ")") {
      if depth == 1 { modes.removeLast() } else { modes[modes.count - 1] = .interpolation(depth: depth - 1) }
    }
  }

  private mutating func readLiteral(
    _ bytes: [UInt8], at start: Int, hashes: Int, quotes: Int, modes: inout [Mode]
  ) -> Int {
    let hash = UInt8(ascii: "#")
    if bytes[start] == UInt8(ascii: "\\"), bytes.count(of: hash, from: start + 1) >= hashes {
      let next = start + 1 + hashes
      guard next < bytes.count, bytes[next] == UInt8(ascii: "(") else { return next + 1 }
      modes.append(.interpolation(depth: 1))
      return copy(bytes, from: next, to: next + 1, into: \.code)
    }
    let closes =
      bytes.count(of: UInt8(ascii: "\""), from: start) >= quotes
      && bytes.count(of: hash, from: start + quotes) >= hashes
    if closes || (quotes == 1 && bytes[start] == 0x0A) {
      modes.removeLast()
      return copy(bytes, from: start, to: start + (closes ? quotes + hashes : 1), into: \.code)
    }
    literals[start] = bytes[start]
    return start + 1
  }

  private func endOfBlockComment(_ bytes: [UInt8], from start: Int) -> Int {
    var depth = 0
    var index = start
    while index < bytes.count {
      if bytes.starts(with: "/*", at: index) {
        depth += 1
        index += 2
      } else if bytes.starts(with: "*/", at: index) {
        depth -= 1
        index += 2
        if depth == 0 { return index }
      } else {
        index += 1
      }
    }
    return index
  }

  private mutating func copy(
    _ bytes: [UInt8], from start: Int, to end: Int, into layer: WritableKeyPath<SwiftText, [UInt8]>
  ) -> Int {
    let end = min(end, bytes.count)
    for index in start..<end { self[keyPath: layer][index] = bytes[index] }
    return end
  }
}

extension [UInt8] {
  fileprivate func starts(with text: StaticString, at start: Int) -> Bool {
    start + text.utf8CodeUnitCount <= count
      && text.withUTF8Buffer { self[start..<start + $0.count].elementsEqual($0) }
  }

  fileprivate func index(of byte: UInt8, from start: Int) -> Int {
    var index = start
    while index < count, self[index] != byte { index += 1 }
    return index
  }

  fileprivate func count(of byte: UInt8, from start: Int) -> Int {
    var index = start
    while index < count, self[index] == byte { index += 1 }
    return Swift.max(0, index - start)
  }
}
