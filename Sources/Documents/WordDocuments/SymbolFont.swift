// Symbol fonts: what their glyphs mean in Unicode, as far as forms use them.
internal import OfficePackages

/// The fonts whose letters are pictures; their codes stand at U+F000 + position.
enum SymbolFont: Equatable {
  case symbol, wingdings, wingdings2, other

  /// Tells the font by its name; nil for a font of letters.
  init?(name: UnsafeBufferPointer<UInt8>) {
    if name.isEqual("Symbol") {
      self = .symbol
    } else if name.isEqual("Wingdings") {
      self = .wingdings
    } else if name.isEqual("Wingdings 2") {
      self = .wingdings2
    } else if name.isEqual("Wingdings 3") || name.isEqual("Webdings") {
      self = .other
    } else {
      return nil
    }
  }

  /// The character for a code of `w:sym`; "•" for a glyph that has no sensible one.
  static func character(_ code: UInt32, in font: SymbolFont?) -> String {
    let position = code >= 0xF000 && code <= 0xF0FF ? code - 0xF000 : code
    if let font {
      guard position <= 0xFF else { return "•" }
      return String(font.meaning(UInt8(position)))
    }
    guard let scalar = Unicode.Scalar(position), position >= 0x20, position != 0x7F else { return "" }
    return String(Character(scalar))
  }

  /// The character at a position of the font.
  func meaning(_ position: UInt8) -> Character {
    switch self {
    case .symbol: Self.symbolGlyphs[position] ?? Self.plain(position)
    case .wingdings: Self.wingdingsGlyphs[position] ?? "•"
    case .wingdings2: Self.wingdings2Glyphs[position] ?? "•"
    case .other: "•"
    }
  }

  /// Rewrites private-use characters U+F020…U+F0FF of a text in this font (EF 80 A0 … EF 83 BF) as what they
  /// mean.
  func respell(_ bytes: inout [UInt8], from start: Int) {
    guard bytes[start...].contains(0xEF) else { return }
    var respelled: [UInt8] = []
    var index = start
    while index < bytes.count {
      if bytes[index] == 0xEF, index + 2 < bytes.count, bytes[index + 1] >= 0x80, bytes[index + 1] <= 0x83 {
        let position = (bytes[index + 1] & 0x3) << 6 | bytes[index + 2] & 0x3F
        respelled.append(contentsOf: String(meaning(position)).utf8)
        index += 3
      } else {
        respelled.append(bytes[index])
        index += 1
      }
    }
    bytes.replaceSubrange(start..., with: respelled)
  }

  /// Digits, signs and brackets of the Symbol font are the ordinary ones.
  private static func plain(_ position: UInt8) -> Character {
    position >= 0x20 && position < 0x7F ? Character(Unicode.Scalar(position)) : "•"
  }

  private static let symbolGlyphs: [UInt8: Character] = [
    0xA3: "≤", 0xB3: "≥", 0xB1: "±", 0xB4: "×", 0xB8: "÷", 0xB9: "≠", 0xBB: "≈", 0xBA: "≡", 0xB0: "°",
    0xA5: "∞",
    0xB7: "•", 0xD6: "√", 0xE5: "∑", 0xD5: "∏", 0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓", 0xAB: "↔",
    0xB2: "″",
    0xA2: "′", 0xBC: "…", 0xCE: "∈", 0xC7: "∩", 0xC8: "∪", 0xDE: "⇒", 0x2D: "−", 0x40: "≅", 0x7E: "∼",
    0x61: "α", 0x62: "β", 0x67: "γ", 0x64: "δ", 0x65: "ε", 0x71: "θ", 0x6C: "λ", 0x6D: "μ", 0x70: "π",
    0x72: "ρ",
    0x73: "σ", 0x6A: "ϕ", 0x66: "φ", 0x77: "ω", 0x44: "Δ", 0x53: "Σ", 0x57: "Ω",
  ]

  private static let wingdingsGlyphs: [UInt8: Character] = [
    0xFE: "☑", 0xFD: "☒", 0xFC: "√", 0xFB: "×", 0xA8: "□", 0x6F: "□", 0x70: "□", 0x71: "□", 0x72: "□",
    0x6E: "■",
    0xA7: "▪", 0x6C: "●", 0xA1: "○", 0xA6: "○", 0x75: "◆", 0x76: "❖", 0xAB: "★", 0xB6: "☆", 0xD8: "➢",
    0xE0: "→",
    0xDF: "←", 0xE1: "↑", 0xE2: "↓", 0xE8: "→", 0xF0: "→", 0x20: " ",
    0x80: "⓪", 0x81: "①", 0x82: "②", 0x83: "③", 0x84: "④", 0x85: "⑤", 0x86: "⑥", 0x87: "⑦", 0x88: "⑧",
    0x89: "⑨",
    0x8A: "⑩", 0x8C: "❶", 0x8D: "❷", 0x8E: "❸", 0x8F: "❹", 0x90: "❺", 0x91: "❻", 0x92: "❼", 0x93: "❽",
    0x94: "❾",
    0x95: "❿",
  ]

  private static let wingdings2Glyphs: [UInt8: Character] = [
    0x52: "☑", 0x53: "☒", 0x54: "☒", 0x50: "√", 0x4F: "×", 0xA3: "□", 0x2A: "□", 0x30: "□", 0xA2: "■",
    0x98: "●",
    0x99: "◉", 0x81: "○", 0x20: " ",
    0x6A: "①", 0x6B: "②", 0x6C: "③", 0x6D: "④", 0x6E: "⑤", 0x6F: "⑥", 0x70: "⑦", 0x71: "⑧", 0x72: "⑨",
    0x73: "⑩",
  ]
}
