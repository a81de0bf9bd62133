// What a character is written as where it cannot stand in markup as it is.

/// The escape at one place of a text.
struct MarkupEscape {
  /// What is written instead.
  let literal: StaticString
  /// Bytes of the text that it stands for.
  let length: Int
  let kind: Kind

  enum Kind {
    /// The character stands there, spelled as markup wants it.
    case spelling
    /// A line's end, as a line feed.
    case lineEnd
    /// The character is lost.
    case replacement
  }

  /// Whether a byte can begin a character that needs an escape; false for nearly all.
  @inline(__always)
  static func mayNeedOne(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x09, 0x0A: false
    case ..<0x20, 0x22, 0x26, 0x3C, 0x3E, 0x7F, 0xC2, 0xEF...0xFF: true
    default: false
    }
  }

  /// The escape for the character that begins at an index; nil where it can stand as it is.
  ///
  /// Replaced are U+0000–U+001F (but for tab, LF and CR), U+007F–U+009F, U+FDD0–U+FDEF and U+nFFFE, U+nFFFF:
  /// what XML 1.0 (2.2) forbids or discourages and what HTML (13.2.3.5) calls errors of the input.
  init?(_ text: UnsafeBufferPointer<UInt8>, at index: Int) {
    func byte(_ offset: Int) -> UInt8 { index + offset < text.count ? text[index + offset] : 0 }
    switch text[index] {
    case 0x22: self.init(spelling: "&quot;")
    case 0x26: self.init(spelling: "&amp;")
    case 0x3C: self.init(spelling: "&lt;")
    case 0x3E: self.init(spelling: "&gt;")
    case 0x0D where byte(1) == 0x0A: self.init(lineEnd: 2)
    case 0x0D: self.init(lineEnd: 1)
    case 0x09, 0x0A: return nil
    case ..<0x20, 0x7F: self.init(replacing: 1)
    case 0xC2 where (0x80...0x9F).contains(byte(1)): self.init(replacing: 2)
    case 0xEF where byte(1) == 0xB7 && (0x90...0xAF).contains(byte(2)): self.init(replacing: 3)
    case 0xEF where byte(1) == 0xBF && byte(2) >= 0xBE: self.init(replacing: 3)
    case 0xF0... where byte(1) & 0x0F == 0x0F && byte(2) == 0xBF && byte(3) >= 0xBE: self.init(replacing: 4)
    default: return nil
    }
  }

  private init(spelling: StaticString) {
    self.literal = spelling
    self.length = 1
    self.kind = .spelling
  }

  private init(lineEnd length: Int) {
    self.literal = "\n"
    self.length = length
    self.kind = .lineEnd
  }

  private init(replacing length: Int) {
    self.literal = "\u{FFFD}"
    self.length = length
    self.kind = .replacement
  }
}
