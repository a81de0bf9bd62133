// What machines and templates leave in a text: web page code, broken characters, slots nobody filled in.
import Quantities

/// One leftover in a text.
enum LeftoverMarks {
  /// What was left, by kind, with the piece as it stands.
  enum Leftover: Equatable {
    /// `<p>`, `&nbsp;`
    case webPageCode(String)
    /// U+FFFD, 锟斤拷, `#REF!`
    case broken(String)
    /// `**`, `XX`, `____`, 待补充, a lone ……
    case slot(String)

    var piece: String {
      switch self {
      case .webPageCode(let piece), .broken(let piece), .slot(let piece): piece
      }
    }
  }

  /// The first leftover of a text, which others may have read for its concepts.
  static func first(in text: String, read reading: ReviewText? = nil) -> Leftover? {
    guard reading?.speaks(of: .leftover) ?? mayHold(text) else { return nil }
    let cells = text.scalars
    if isDotsOnly(cells) { return .slot(text) }
    var place = 0
    while place < cells.count {
      switch cells[place] {
      case "<": if let tag = tag(at: place, in: cells) { return .webPageCode(tag) }
      case "&": if let entity = word(of: entities, at: place, in: cells) { return .webPageCode(entity) }
      case "\u{FFFD}": return .broken("\u{FFFD}")
      case "锟", "烫", "屯": if let piece = word(of: garbage, at: place, in: cells) { return .broken(piece) }
      case "#": if let piece = word(of: sheetErrors, at: place, in: cells) { return .broken(piece) }
      case "*", "＊", "_", "＿", "X", "x", "Ｘ", "×", "□", "○":
        if let slot = repeated(at: place, in: cells) { return .slot(slot) }
        place = runEnd(at: place, in: cells) - 1
      case "待", "请", "此":
        if let slot = word(of: hints, at: place, in: cells) { return .slot(slot) }
      default: break
      }
      place += 1
    }
    return nil
  }

  /// A quick look at the bytes: nearly every text holds no mark at all.
  private static func mayHold(_ text: String) -> Bool {
    text.utf8.withContiguousStorageIfAvailable { bytes in
      var place = 0
      while place < bytes.count {
        let byte = bytes[place]
        switch byte {
        case UInt8(ascii: "<"), UInt8(ascii: "&"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "#"),
          UInt8(ascii: "X"), UInt8(ascii: "x"), 0xC3:
          return true
        case UInt8(ascii: "."):
          // A cell of dots and nothing else is a slot.
          if place == 0 { return true }
          place += 1
        case 0xE2, 0xE3:
          let mark = UInt32(byte) << 16 | UInt32(bytes[place + 1]) << 8 | UInt32(bytes[place + 2])
          if isBox(mark) || place == 0 && isDot(mark) { return true }
          place += 3
        case 0xE4...0xEF:
          let pair = UInt32(byte) << 8 | UInt32(bytes[place + 1])
          // The first two bytes of few characters are those of a mark.
          switch pair {
          case 0xE5BE, 0xE8AF, 0xE6AD, 0xE994, 0xE783, 0xE5B1, 0xEFBC, 0xEFBF:
            if beginsMark(pair << 8 | UInt32(bytes[place + 2])) { return true }
          default: break
          }
          place += 3
        default: place += 1
        }
      }
      return false
    } ?? true
  }

  /// True for 待, 请, 此, 锟, 烫, 屯, ＊, ＿, Ｘ and the broken character in UTF-8.
  private static func beginsMark(_ bytes: UInt32) -> Bool {
    switch bytes {
    case 0xE5BE85, 0xE8AFB7, 0xE6ADA4, 0xE9949F, 0xE783AB, 0xE5B1AF, 0xEFBC8A, 0xEFBCBF, 0xEFBCB8, 0xEFBFBD:
      true
    default: false
    }
  }

  /// True for …, ⋯ and 。 in UTF-8.
  private static func isDot(_ bytes: UInt32) -> Bool {
    bytes == 0xE280A6 || bytes == 0xE28BAF || bytes == 0xE38082
  }

  /// True for □ and ○ in UTF-8.
  private static func isBox(_ bytes: UInt32) -> Bool { bytes == 0xE296A1 || bytes == 0xE2978B }

  /// The text without web page code and without slots behind a sign: `成活率（≥**%）` → `成活率（%）`; nil where
  /// only the writer can say what belongs there.
  static func removed(from text: String) -> String? { removed(from: text, of: text.scalars) }

  /// The same for a text that is taken apart already.
  static func removed(from text: ReviewText) -> String? {
    text.speaks(of: .leftover) ? removed(from: text.text, of: text.scalars) : nil
  }

  private static func removed(from text: String, of cells: [Unicode.Scalar]) -> String? {
    guard mayLose(cells) else { return nil }
    var kept: [Unicode.Scalar] = []
    var place = 0
    while place < cells.count {
      if cells[place] == "<", tag(at: place, in: cells) != nil,
        let end = cells[place...].firstIndex(of: ">")
      {
        place = end + 1
      } else if cells[place] == "&", let entity = word(of: entities, at: place, in: cells) {
        place += entity.unicodeScalars.count
      } else if slots.contains(cells[place]), let slot = repeated(at: place, in: cells),
        let last = kept.last, signs.contains(last)
      {
        kept.removeLast()
        place += slot.unicodeScalars.count
        // 人口数≥**人: without brackets the unit would run into the name
        if !kept.isEmpty, kept.last != "（", kept.last != "(", kept.last?.isIdeograph == true {
          let unit = cells[place...].prefix { $0.isIdeograph || $0 == "%" || $0 == "％" }
          if place + unit.count == cells.count, Unit(String(of: unit)).dimension != .unknown {
            kept += ["（"] + unit + ["）"]
            place = cells.count
          }
        }
      } else {
        kept.append(cells[place])
        place += 1
      }
    }
    let clean = String(String.UnicodeScalarView(kept)).without("（）").without("()")
    guard !clean.isSame(as: text), !clean.allSatisfy(\.isWhitespace), first(in: clean) == nil else {
      return nil
    }
    return clean
  }

  /// A quick look for what is taken away: code of web pages, slots, brackets around nothing.
  private static func mayLose(_ cells: [Unicode.Scalar]) -> Bool {
    cells.indices.contains { place in
      switch cells[place] {
      case "<", "&": true
      case "）": place > 0 && cells[place - 1] == "（"
      case ")": place > 0 && cells[place - 1] == "("
      default: slots.contains(cells[place])
      }
    }
  }

  private static let slots = ScalarSet("*＊_＿")
  private static let signs = ScalarSet("≥≤＞＜><=＝≧≦")

  /// A whole cell of dots: `……`, `...`.
  private static func isDotsOnly(_ cells: [Unicode.Scalar]) -> Bool {
    cells.count >= 2 && cells.allSatisfy { $0 == "…" || $0 == "." || $0 == "。" || $0 == "⋯" }
  }

  /// `<p>`, `</span>`, `<br/>`: a sign before a word of the web that is closed nearby. `<24小时` is none.
  private static func tag(at place: Int, in cells: [Unicode.Scalar]) -> String? {
    var next = place + 1
    if next < cells.count, cells[next] == "/" { next += 1 }
    var name = ""
    while next < cells.count, cells[next].isLetter || cells[next].isDigit, name.count < 8 {
      name.unicodeScalars.append(cells[next])
      next += 1
    }
    guard tags.contains(name.lowercased()), next < cells.count else { return nil }
    guard cells[next] == ">" || cells[next] == "/" || cells[next] == " " else { return nil }
    guard cells[next..<min(cells.count, next + 400)].contains(">") else { return nil }
    return "<\(name)>"
  }

  private static func word(of words: [String], at place: Int, in cells: [Unicode.Scalar]) -> String? {
    words.first { word in
      let length = word.unicodeScalars.count
      return place + length <= cells.count && cells[place..<place + length].elementsEqual(word.unicodeScalars)
    }
  }

  private static func runEnd(at place: Int, in cells: [Unicode.Scalar]) -> Int {
    var end = place + 1
    while end < cells.count, cells[end] == cells[place] { end += 1 }
    return end
  }

  /// Two or more of one mark. Letters count only by themselves: `XX项目`, not `XXL`; `×` only before a word.
  private static func repeated(at place: Int, in cells: [Unicode.Scalar]) -> String? {
    let end = runEnd(at: place, in: cells)
    guard end - place >= 2 else { return nil }
    let piece = String(String.UnicodeScalarView(cells[place..<end]))
    guard cells[place].isLetter || cells[place] == "Ｘ" else { return piece }
    let neighbours = [place > 0 ? cells[place - 1] : " ", end < cells.count ? cells[end] : " "]
    return neighbours.contains { $0.isLetter || $0.isDigit || $0 == "-" || $0 == "_" } ? nil : piece
  }

  private static let tags: Set<String> = [
    "p", "br", "span", "div", "b", "i", "u", "font", "strong", "em", "table", "tr", "td", "th", "ul", "ol",
    "li",
    "a", "img", "style", "script", "o", "h1", "h2", "h3", "h4", "sup", "sub", "pre", "tbody", "html", "body",
  ]
  private static let entities = [
    "&nbsp;", "&lt;", "&gt;", "&amp;", "&quot;", "&ldquo;", "&rdquo;", "&mdash;", "&hellip;", "&middot;",
    "&#160;",
    "&#xa0;", "&ge;", "&le;", "&times;",
  ]
  private static let garbage = ["锟斤拷", "烫烫烫", "屯屯屯"]
  private static let sheetErrors = ["#REF!", "#NAME?", "#VALUE!", "#DIV/0!", "#N/A", "#NUM!", "#NULL!"]
  /// What every text with a leftover or with brackets around nothing has at least one of, for those who look
  /// for words anyway.
  static let words =
    ["<", "&", "#", "\u{FFFD}", "**", "＊＊", "__", "＿＿", "XX", "xx", "ＸＸ", "××", "□□", "○○"]
    + ["…", "⋯", "..", ".。", "。.", "。。", "（）", "()"] + garbage + hints
  private static let hints = [
    "待补充", "待填写", "待填报", "待完善", "待录入", "请填写", "请输入", "请在此", "此处填写", "此处输入", "此处填报",
  ]
}
