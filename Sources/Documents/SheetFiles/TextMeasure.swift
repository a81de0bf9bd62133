// How many lines a text takes in a width, estimated without the font.

/// Lays text into lines as office programs do: Chinese breaks between characters, Latin between words,
/// closing marks never begin a line. Letters are taken a little wider than most fonts have them, so that what
/// is reserved is enough.
enum TextMeasure {
  /// Widths are counted in hundredths of the size of letters.
  static let em = 100

  /// - Parameter width: the width of the lines, in hundredths of the letters' size.
  static func lineCount(_ text: String, width: Int) -> Int {
    let width = max(width, em)
    var lines = 1
    var used = 0
    // What cannot be parted from the character before it.
    var piece = 0
    var isPieceOfWords = false
    var isJoinedToNext = false
    func close() {
      guard piece > 0 else { return }
      if used > 0, used + piece > width {
        lines += 1
        used = 0
      }
      used += piece
      while used > width {
        lines += 1
        used -= width
      }
      piece = 0
    }
    for scalar in text.unicodeScalars {
      let kind = Kind(scalar)
      switch kind {
      case .lineEnd:
        close()
        lines += 1
        used = 0
        isJoinedToNext = false
        continue
      case .blank:
        close()
        used = min(width, used + 35)
        isJoinedToNext = false
        continue
      case .closing: break
      case .word: if !(isPieceOfWords || isJoinedToNext) { close() }
      case .wide, .opening: if !isJoinedToNext { close() }
      case .mark: continue
      }
      piece += kind.width(scalar)
      isPieceOfWords = kind == .word
      isJoinedToNext = kind == .opening
    }
    close()
    return lines
  }

  private enum Kind {
    case lineEnd, blank, word, wide, opening, closing
    /// Marks of direction and what sits on the letter before it.
    case mark

    init(_ scalar: Unicode.Scalar) {
      switch scalar.value {
      case 0x0A: self = .lineEnd
      case 0x20, 0x09: self = .blank
      case 0x21, 0x25, 0x29, 0x2C, 0x2E, 0x3A, 0x3B, 0x3F, 0x5D, 0x7D: self = .closing
      case 0x00B7, 0x2019, 0x201D, 0x2026, 0x2030, 0x3001, 0x3002, 0x3009, 0x300B, 0x300D, 0x300F, 0x3011,
        0x3015, 0x3017, 0xFF01, 0xFF05, 0xFF09, 0xFF0C, 0xFF0E, 0xFF1A, 0xFF1B, 0xFF1F, 0xFF3D, 0xFF5D:
        self = .closing
      case 0x2018, 0x201C, 0x3008, 0x300A, 0x300C, 0x300E, 0x3010, 0x3014, 0x3016, 0xFF08, 0xFF3B, 0xFF5B:
        self = .opening
      case 0x0300...0x036F, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFE00...0xFE0F, 0xFEFF:
        self = .mark
      case ..<0x2010: self = .word
      default: self = .wide
      }
    }

    func width(_ scalar: Unicode.Scalar) -> Int {
      guard scalar.value < 0x2010 else { return TextMeasure.em }
      return switch scalar.value {
      case 0x41...0x5A: 75
      case 0x25, 0x26, 0x40, 0x6D, 0x77: 90
      case 0x2E, 0x2C, 0x3A, 0x3B, 0x69, 0x6A, 0x6C, 0x7C: 40
      default: 60
      }
    }
  }
}
