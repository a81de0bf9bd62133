// The elements that matter for reading a page, and how their names are told apart.

/// What an element means to the reader.
enum Tag: UInt8, Sendable {
  /// Elements that change nothing: text inside joins the text around.
  case inline
  /// Elements that stand on lines of their own.
  case block
  case heading1, heading2, heading3, heading4, heading5, heading6
  case lineBreak, rule, paragraph, preformatted
  case table, caption, tableGroup, row, cell, columns
  case input, select, option, optionGroup, textArea
  /// Elements without content that say nothing (`img`, `meta`, `link`).
  case void
  /// Elements whose content is no text of the page (`script`, `style`, `title`), skipped up to their end tag.
  case skipped

  var headingLevel: Int? {
    rawValue >= Tag.heading1.rawValue && rawValue <= Tag.heading6.rawValue
      ? Int(rawValue - Tag.heading1.rawValue) + 1 : nil
  }

  /// Elements that begin and end lines, and so close an open paragraph.
  var breaksLines: Bool {
    switch self {
    case .block, .heading1, .heading2, .heading3, .heading4, .heading5, .heading6, .rule, .paragraph,
      .preformatted:
      true
    default: false
    }
  }

  var isTablePart: Bool {
    switch self {
    case .table, .caption, .tableGroup, .row, .cell, .columns: true
    default: false
    }
  }

  /// Elements without end tags.
  var isVoid: Bool {
    self == .void || self == .lineBreak || self == .rule || self == .input || self == .columns
  }
}

/// A name in lower case: its first eight bytes and its length, which tell all names apart that matter.
struct PackedName: Hashable {
  var letters: UInt64 = 0
  var length: UInt8 = 0

  mutating func append(_ byte: UInt8) {
    let lower = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
    if length < 8 { letters |= UInt64(lower) << (UInt64(length) * 8) }
    if length < 255 { length += 1 }
  }

  init() {}

  init(_ name: String) {
    for byte in name.utf8 { append(byte) }
  }
}

/// A small hash table from names to tags, made once a page.
struct TagTable {
  private var names = [PackedName](repeating: PackedName(), count: 512)
  private var tags = [Tag](repeating: .inline, count: 512)

  static let shared = TagTable()

  private init() {
    let blocks =
      "address article aside blockquote body center dd details dir div dl dt fieldset figcaption figure "
      + "footer form frameset header hgroup html legend li listing main menu nav ol section summary ul"
    for name in blocks.split(separator: " ") { insert(String(name), .block) }
    for name in "area base basefont bgsound embed frame img link meta param source track".split(
      separator: " ")
    {
      insert(String(name), .void)
    }
    let skipped = "script style title noscript template iframe noembed noframes xml svg"
    for name in skipped.split(separator: " ") { insert(String(name), .skipped) }
    let others: [(String, Tag)] = [
      ("h1", .heading1), ("h2", .heading2), ("h3", .heading3), ("h4", .heading4), ("h5", .heading5),
      ("h6", .heading6), ("br", .lineBreak), ("hr", .rule), ("p", .paragraph), ("pre", .preformatted),
      ("xmp", .preformatted), ("table", .table), ("caption", .caption), ("tbody", .tableGroup),
      ("thead", .tableGroup), ("tfoot", .tableGroup), ("tr", .row), ("td", .cell), ("th", .cell),
      ("col", .columns), ("colgroup", .columns), ("input", .input), ("select", .select), ("option", .option),
      ("optgroup", .optionGroup), ("textarea", .textArea),
    ]
    for (name, tag) in others { insert(name, tag) }
  }

  func tag(_ name: PackedName) -> Tag {
    var slot = Self.slot(name)
    while names[slot].length > 0 {
      if names[slot] == name { return tags[slot] }
      slot = (slot + 1) & 511
    }
    return .inline
  }

  private mutating func insert(_ name: String, _ tag: Tag) {
    let name = PackedName(name)
    var slot = Self.slot(name)
    while names[slot].length > 0 { slot = (slot + 1) & 511 }
    names[slot] = name
    tags[slot] = tag
  }

  private static func slot(_ name: PackedName) -> Int {
    let mixed = (name.letters ^ UInt64(name.length)) &* 0x9E37_79B9_7F4A_7C15
    return Int(mixed >> 55)
  }
}
