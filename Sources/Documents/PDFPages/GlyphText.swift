// Characters of PDF pages made sound: private signs, ligatures, characters printed twice.

enum GlyphText {
  /// A character as text; nil for what prints nothing or is not to be read.
  static func scalar(_ code: UInt32) -> Unicode.Scalar? {
    guard let scalar = Unicode.Scalar(code) else { return nil }
    switch code {
    // A font that does not say what its characters are: what is printed there is seen and not known.
    case 0, 0xFFFE, 0xFFFF: return "\u{FFFD}"
    case 1..<0x20, 0x7F..<0xA0, 0x200B...0x200F, 0xFEFF, 0xAD: return nil
    // Radicals that some fonts give for the characters they look like.
    case 0x2E80...0x2EF3: return KangxiRadicals.simplified(code) ?? scalar
    case 0x2F00...0x2FD5: return KangxiRadicals.character(code) ?? scalar
    default: return scalar
    }
  }
}

/// Drops characters that are printed a second time at the same place to look bold.
struct PrintedOnce {
  private var places: [Unicode.Scalar: [(x: Double, y: Double)]] = [:]

  /// True for a character that is not there yet.
  mutating func insert(_ glyph: Glyph) -> Bool {
    guard !glyph.isBlank else { return true }
    let (x, y) = (glyph.box.centerX, glyph.box.centerY)
    let near = glyph.size * 0.2
    if let known = places[glyph.scalar],
      known.contains(where: { abs($0.x - x) < near && abs($0.y - y) < near })
    {
      return false
    }
    places[glyph.scalar, default: []].append((x, y))
    return true
  }
}
