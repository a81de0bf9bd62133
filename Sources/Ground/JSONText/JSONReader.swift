// Reads a JSON text (RFC 8259) strictly, with limits, and says where it breaks.

/// Why a text is no JSON.
package struct JSONFailure: Error, Sendable, Equatable {
  /// What is wrong.
  package enum Problem: String, Sendable, Equatable {
    case unexpectedEnd = "the text ends too early"
    case unexpectedByte = "this character cannot stand here"
    case wrongEscape = "this escape is not known"
    case wrongNumber = "this is no number"
    case notUTF8 = "these bytes are no UTF-8"
    case tooDeep = "the nesting is too deep"
    case trailingText = "there is text after the end"
  }

  package var problem: Problem
  /// From 1, and the byte within the line from 1.
  package var line: Int
  package var column: Int

  package init(problem: Problem, line: Int, column: Int) {
    self.problem = problem
    self.line = line
    self.column = column
  }
}

/// Reads JSON texts.
package enum JSONReader {
  /// Deepest nesting of lists and objects.
  package static let depthMax = 64

  /// - Parameter bytes: the whole text in UTF-8, with or without a byte order mark.
  package static func read(_ bytes: [UInt8]) throws(JSONFailure) -> JSONValue {
    var scan = JSONScan(bytes: bytes)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { scan.position = 3 }
    let value = try scan.value(depth: 0)
    scan.skipBlanks()
    guard scan.position == bytes.count else { throw scan.failure(.trailingText) }
    return value
  }
}

/// A position in a text and the productions that move it.
private struct JSONScan {
  let bytes: [UInt8]
  var position = 0

  private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  func failure(_ problem: JSONFailure.Problem) -> JSONFailure {
    let before = bytes[..<min(position, bytes.count)]
    let line = before.count { $0 == UInt8(ascii: "\n") } + 1
    let start = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    return JSONFailure(problem: problem, line: line, column: before.count - start + 1)
  }

  mutating func skipBlanks() {
    while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { position += 1 }
  }

  private mutating func take(_ byte: UInt8) throws(JSONFailure) {
    guard let next else { throw failure(.unexpectedEnd) }
    guard next == byte else { throw failure(.unexpectedByte) }
    position += 1
  }

  /// value = object | list | text | number | true | false | null
  mutating func value(depth: Int) throws(JSONFailure) -> JSONValue {
    guard depth <= JSONReader.depthMax else { throw failure(.tooDeep) }
    skipBlanks()
    switch next {
    case nil: throw failure(.unexpectedEnd)
    case UInt8(ascii: "{"): return try object(depth: depth)
    case UInt8(ascii: "["): return try list(depth: depth)
    case UInt8(ascii: "\""): return .text(try text())
    case UInt8(ascii: "t"): return try word("true", .truth(true))
    case UInt8(ascii: "f"): return try word("false", .truth(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return .number(try number())
    }
  }

  private mutating func word(_ word: StaticString, _ value: JSONValue) throws(JSONFailure) -> JSONValue {
    for index in 0..<word.utf8CodeUnitCount { try take(word.utf8Start[index]) }
    return value
  }

  private mutating func object(depth: Int) throws(JSONFailure) -> JSONValue {
    position += 1
    var members: [JSONValue.Member] = []
    skipBlanks()
    if next == UInt8(ascii: "}") {
      position += 1
      return .object([])
    }
    while true {
      skipBlanks()
      guard next == UInt8(ascii: "\"") else { throw failure(next == nil ? .unexpectedEnd : .unexpectedByte) }
      let key = try text()
      skipBlanks()
      try take(UInt8(ascii: ":"))
      members.append(.init(key: key, value: try value(depth: depth + 1)))
      skipBlanks()
      if next == UInt8(ascii: "}") {
        position += 1
        return .object(members)
      }
      try take(UInt8(ascii: ","))
    }
  }

  private mutating func list(depth: Int) throws(JSONFailure) -> JSONValue {
    position += 1
    var elements: [JSONValue] = []
    skipBlanks()
    if next == UInt8(ascii: "]") {
      position += 1
      return .list([])
    }
    while true {
      elements.append(try value(depth: depth + 1))
      skipBlanks()
      if next == UInt8(ascii: "]") {
        position += 1
        return .list(elements)
      }
      try take(UInt8(ascii: ","))
    }
  }

  /// number = "-"? ("0" | digit1 digit*) ("." digit+)? ([eE] [+-]? digit+)?
  private mutating func number() throws(JSONFailure) -> String {
    let start = position
    if next == UInt8(ascii: "-") { position += 1 }
    guard let first = next, isDigit(first) else { throw failure(.unexpectedByte) }
    position += 1
    if first != UInt8(ascii: "0") { skipDigits() }
    if next == UInt8(ascii: ".") {
      position += 1
      try digits()
    }
    if next == UInt8(ascii: "e") || next == UInt8(ascii: "E") {
      position += 1
      if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { position += 1 }
      try digits()
    }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  private mutating func skipDigits() {
    while let byte = next, isDigit(byte) { position += 1 }
  }

  private mutating func digits() throws(JSONFailure) {
    guard let byte = next, isDigit(byte) else { throw failure(.wrongNumber) }
    skipDigits()
  }

  private mutating func text() throws(JSONFailure) -> String {
    position += 1
    let start = position
    while let byte = next, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\"), byte >= 0x20 {
      position += 1
    }
    if next == UInt8(ascii: "\"") {
      let text = try decoded(bytes[start..<position])
      position += 1
      return text
    }
    var kept = Array(bytes[start..<position])
    while let byte = next {
      switch byte {
      case UInt8(ascii: "\""):
        let text = try decoded(kept[...])
        position += 1
        return text
      case UInt8(ascii: "\\"): try escape(into: &kept)
      case 0..<0x20: throw failure(.unexpectedByte)
      default:
        kept.append(byte)
        position += 1
      }
    }
    throw failure(.unexpectedEnd)
  }

  private func decoded(_ bytes: ArraySlice<UInt8>) throws(JSONFailure) -> String {
    guard let text = String(validating: bytes, as: UTF8.self) else { throw failure(.notUTF8) }
    return text
  }

  private mutating func escape(into kept: inout [UInt8]) throws(JSONFailure) {
    position += 1
    guard let byte = next else { throw failure(.unexpectedEnd) }
    position += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): kept.append(byte)
    case UInt8(ascii: "b"): kept.append(0x08)
    case UInt8(ascii: "f"): kept.append(0x0C)
    case UInt8(ascii: "n"): kept.append(0x0A)
    case UInt8(ascii: "r"): kept.append(0x0D)
    case UInt8(ascii: "t"): kept.append(0x09)
    case UInt8(ascii: "u"): kept += String(try scalar()).utf8
    default: throw failure(.wrongEscape)
    }
  }

  /// Four hexadecimal digits, or two times four for what lies beyond 16 bits; a half alone is U+FFFD.
  private mutating func scalar() throws(JSONFailure) -> Character {
    let first = try hexadecimal()
    if let scalar = Unicode.Scalar(first) { return Character(scalar) }
    if first < 0xDC00, bytes[position...].starts(with: Array("\\u".utf8)) {
      let mark = position
      position += 2
      let second = try hexadecimal()
      if (0xDC00..<0xE000).contains(second),
        let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
      {
        return Character(scalar)
      }
      position = mark
    }
    return "\u{FFFD}"
  }

  private mutating func hexadecimal() throws(JSONFailure) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = next else { throw failure(.unexpectedEnd) }
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { throw failure(.wrongEscape) }
      value = value << 4 | UInt32(digit)
      position += 1
    }
    return value
  }
}
