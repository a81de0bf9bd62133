// Names of worksheets: short, permitted, each once.

/// Gives out names as Excel takes them: 1 to 31 UTF-16 units, without `[ ] : * ? / \`, no apostrophe at the
/// ends, not "History", no two that differ in capitals only.
struct WorksheetNames {
  private var taken: Set<String> = ["history"]

  static let lengthMax = 31

  /// A name like the title, not given out before.
  mutating func name(for title: String) -> String {
    let wanted = Self.permitted(title)
    var name = wanted
    var number = 2
    while !taken.insert(name.lowercased()).inserted {
      let ending = "(\(number))"
      name = Self.cut(wanted, to: Self.lengthMax - ending.utf16.count) + ending
      number += 1
    }
    return name
  }

  private static func permitted(_ title: String) -> String {
    var name = ""
    for scalar in title.unicodeScalars {
      switch scalar {
      // Marks of writing direction would turn the names of the sheets beside it around.
      case "\u{200E}", "\u{200F}", "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}": continue
      case "[", "]", ":", "*", "?", "/", "\\", "\u{FFFD}", "\n", "\t": continue
      // An apostrophe has to be doubled wherever a formula names the sheet, and programs differ in it.
      case "'": name.unicodeScalars.append("’")
      case " " where name.isEmpty: continue
      default: name.unicodeScalars.append(scalar)
      }
    }
    name = cut(name, to: lengthMax - SheetFilesWording.worksheet.utf16.count)
    // "2026" or "R1C1" alone would have to be quoted where print areas name the sheet; the library does not.
    let isPlain = name.utf8.allSatisfy { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2E, 0x5F: true
      default: false
      }
    }
    return isPlain ? SheetFilesWording.worksheet + name : name
  }

  private static func cut(_ name: String, to length: Int) -> String {
    var cut = SoundSheets.cut(name, toUTF16: length) ?? name
    while cut.unicodeScalars.last == " " { cut.unicodeScalars.removeLast() }
    return cut
  }
}
