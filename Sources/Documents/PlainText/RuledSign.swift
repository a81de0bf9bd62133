// The characters that tables are drawn with: ASCII bars and rules, and the box drawing block of Unicode.

/// One character of a line, seen as part of a drawn table.
struct RuledSign {
  enum Kind {
    /// A vertical line between cells: `|`, `│`, `┃`, `║`.
    case bar
    /// A piece of a horizontal line: `-`, `=`, `─`, `━`, `═`, and `:` of a Markdown rule.
    case rule
    /// Where lines meet: `+`, `┼`, `├`.
    case joint
    case blank
    case other
  }

  let kind: Kind
  /// Its length in bytes.
  let length: Int
  /// How many columns of a fixed-pitch print it takes: 2 for Chinese and full-width characters.
  let width: Int

  init(_ bytes: Span<UInt8>, at index: Int, end: Int) {
    let byte = bytes[index]
    switch byte {
    case 0x7C: self.init(.bar, 1, 1)
    case 0x2D, 0x3D, 0x3A: self.init(.rule, 1, 1)
    case 0x2B: self.init(.joint, 1, 1)
    case 0x20, 0x09: self.init(.blank, 1, 1)
    case ..<0x80: self.init(.other, 1, 1)
    case 0xE2 where index + 2 < end && (bytes[index + 1] == 0x94 || bytes[index + 1] == 0x95):
      self.init(Self.boxKind(UInt16(bytes[index + 1] & 0x3F) << 6 | UInt16(bytes[index + 2] & 0x3F)), 3, 1)
    case 0xE3 where index + 2 < end && bytes[index + 1] == 0x80 && bytes[index + 2] == 0x80:
      self.init(.blank, 3, 2)
    case 0xC2..<0xE0: self.init(.other, min(2, end - index), 1)
    case 0xE0..<0xF0:
      self.init(.other, min(3, end - index), Self.isNarrow(bytes, at: index, end: end) ? 1 : 2)
    default: self.init(.other, min(4, end - index), 2)
    }
  }

  private init(_ kind: Kind, _ length: Int, _ width: Int) {
    self.kind = kind
    self.length = length
    self.width = width
  }

  /// - Parameter low: the character's low 12 bits; box drawing is U+2500…257F.
  private static func boxKind(_ low: UInt16) -> Kind {
    switch low {
    case 0x500, 0x501, 0x504, 0x505, 0x508, 0x509, 0x54C, 0x54D, 0x550: .rule
    case 0x502, 0x503, 0x506, 0x507, 0x50A, 0x50B, 0x54E, 0x54F, 0x551: .bar
    case 0x50C...0x54B, 0x552...0x57F: .joint
    default: .other
    }
  }

  /// Punctuation and signs below U+2E80 take one column where the font is not Chinese.
  private static func isNarrow(_ bytes: Span<UInt8>, at index: Int, end: Int) -> Bool {
    bytes[index] < 0xE2 || bytes[index] == 0xE2 && index + 1 < end && bytes[index + 1] < 0xBA
  }
}
