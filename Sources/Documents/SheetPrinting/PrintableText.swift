// Texts made safe for paper: what cannot be seen is left out or shown by its number.

/// A text as it goes to the page.
///
/// Line ends of all kinds become `\n`, tabs blanks. Control characters and what is no character are shown as
/// `〔U+0007〕`. Signs that only turn, join or hide others are left out: on paper they could make a text say
/// something else than the record does.
struct PrintableText {
  private(set) var text: String
  /// True where every character is of the usual kinds whose glyphs keep within their line.
  private(set) var isPlain = true
  private(set) var changes: [TextChange] = []

  init(_ raw: String) {
    text = raw
    var isClean = true
    for scalar in raw.unicodeScalars {
      switch Kind(scalar) {
      case .plain, .lineFeed: break
      case .other, .mark: (isPlain, isClean) = (false, isClean && Kind(scalar) != .mark)
      default: isClean = false
      }
    }
    if !isClean { text = cleaned(raw) }
    while text.utf8.last == 0x0A { text.removeLast() }
  }

  /// `〔U+1F600〕`.
  static func shown(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "〔U+\(String(repeating: "0", count: max(0, 4 - digits.count)))\(digits)〕"
  }

  /// The same text with the characters that no font has shown by number.
  func showing(missing: Set<Unicode.Scalar>) -> PrintableText {
    var copy = self
    copy.text = ""
    for scalar in text.unicodeScalars {
      if missing.contains(scalar) {
        copy.changes.note(.missingGlyph, scalar)
        copy.text += Self.shown(scalar)
      } else {
        copy.text.unicodeScalars.append(scalar)
      }
    }
    return copy
  }

  /// More marks than any script sets on one letter.
  private static let marksMax = 8

  private mutating func cleaned(_ raw: String) -> String {
    var cleaned = String.UnicodeScalarView()
    var marks = 0
    var wasReturn = false
    for scalar in raw.unicodeScalars {
      let kind = Kind(scalar)
      marks = kind == .mark ? marks + 1 : 0
      switch kind {
      case .plain, .other: cleaned.append(scalar)
      case .mark where marks <= Self.marksMax: cleaned.append(scalar)
      case .lineFeed:
        if !wasReturn { cleaned.append("\n") }
      case .lineEnd: cleaned.append("\n")
      case .tab: cleaned.append(" ")
      case .unprintable:
        changes.note(.unprintable, scalar)
        cleaned.append(contentsOf: Self.shown(scalar).unicodeScalars)
      case .mark, .invisible: changes.note(.leftOut, scalar)
      }
      wasReturn = scalar == "\r"
    }
    return String(cleaned)
  }

  /// What is done with a character.
  private enum Kind: Equatable {
    case plain, other, mark, lineFeed, lineEnd, tab, unprintable, invisible

    init(_ scalar: Unicode.Scalar) {
      switch scalar.value {
      case 0x20...0x7E, 0xA0...0xAC, 0xAE...0x17F, 0x2010...0x2027, 0x2030...0x205E, 0x2100...0x24FF,
        0x25A0...0x25FF, 0x3000...0x30FF, 0x3200...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
        0xFF01...0xFF60:
        self = .plain
      case 0x0A: self = .lineFeed
      case 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029: self = .lineEnd
      case 0x09: self = .tab
      case 0x00...0x1F, 0x7F...0x9F, 0xFDD0...0xFDEF, 0xFFFC, 0xFFFD: self = .unprintable
      case 0xAD, 0x034F, 0x061C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B...0x180F, 0x200B, 0x200E, 0x200F,
        0x202A...0x202E, 0x2060...0x206F, 0x3164, 0xFEFF, 0xFFA0, 0xFFF0...0xFFFB, 0xE0000...0xE00FF,
        0xE01F0...0xE0FFF:
        self = .invisible
      case let value where value & 0xFFFE == 0xFFFE: self = .unprintable
      default:
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark: self = .mark
        case .control: self = .unprintable
        default: self = .other
        }
      }
    }
  }
}
