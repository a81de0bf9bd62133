// The values of header fields: no value can end its line and begin another.

/// Why a text cannot stand in a header.
package enum HeaderFault: Error, Equatable {
  /// A line break, a zero or another control sign: what header injection is made of.
  case controlSign
  /// A sign outside ASCII; the caller encodes it first (see `ContentDisposition`).
  case foreignSign
}

/// The value of a header field: visible ASCII, blanks and tabs, and nothing that ends a line.
package struct HeaderValue: Hashable, Sendable, ExpressibleByStringLiteral {
  package let text: String

  /// - Throws: `HeaderFault` for a text that must not be sent.
  package init(_ text: String) throws(HeaderFault) {
    for byte in text.utf8 {
      if byte >= 0x80 { throw .foreignSign }
      guard byte == 0x09 || (byte >= 0x20 && byte != 0x7F) else { throw .controlSign }
    }
    self.text = text
  }

  /// A value that came in; other clients' signs outside ASCII are kept, control signs are not.
  package init?(received text: String) {
    guard text.utf8.allSatisfy({ $0 == 0x09 || ($0 >= 0x20 && $0 != 0x7F) }) else { return nil }
    self.text = text
  }

  /// A value written in the program; a literal cannot hold anything that comes from outside.
  package init(stringLiteral literal: StaticString) {
    let text = literal.description
    precondition(text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F }, "a header's value is visible ASCII")
    self.text = text
  }

  /// A number, which is always sound.
  package init(_ number: Int) { text = String(number) }

  /// A text that this room made of sound signs.
  init(sound text: String) {
    assert(text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F })
    self.text = text
  }
}
