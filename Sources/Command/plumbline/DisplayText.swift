// Text as a terminal shows it: how wide it is, where it breaks, and nothing in it that could command the
// terminal.

/// Widths are in columns: Chinese characters take two, marks that sit on others none.
enum DisplayText {
  static func width(of text: String) -> Int { text.unicodeScalars.reduce(0) { $0 + width(of: $1) } }

  /// Columns of one scalar, after East Asian Width (UAX 11), ambiguous ones narrow as terminals show them.
  static func width(of scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0..<0x300: 1
    case 0x300...0x36F, 0x200B...0x200F, 0xFE00...0xFE0F: 0
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF: 2
    case 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD: 2
    default: 1
    }
  }

  /// Control characters and marks that turn the direction of writing are shown as `�`: a text out of a
  /// document must not move the cursor, change the title of the window or hide what stands beside it.
  static func harmless(_ text: String) -> String {
    var clean = ""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x0A: clean.unicodeScalars.append(scalar)
      case 0x09, 0x0D, 0xA0: clean.append(" ")
      case 0..<0x20, 0x7F..<0xA0, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: clean.append("�")
      default: clean.unicodeScalars.append(scalar)
      }
    }
    return clean
  }

  /// The text in lines of at most `columns`; line feeds break too. At least one line, perhaps empty.
  static func wrapped(_ text: String, columns: Int) -> [String] {
    let columns = max(2, columns)
    var lines: [String] = []
    for paragraph in text.split(separator: "\n", omittingEmptySubsequences: false) {
      var line = ""
      var used = 0
      for character in paragraph {
        let width = width(of: String(character))
        if used + width > columns {
          lines.append(line)
          line = ""
          used = 0
          if character == " " { continue }
        }
        line.append(character)
        used += width
      }
      lines.append(line)
    }
    return lines
  }

  /// The text and as many blanks as fill the columns.
  static func padded(_ text: String, columns: Int) -> String {
    text + String(repeating: " ", count: max(0, columns - width(of: text)))
  }
}
