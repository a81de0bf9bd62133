// Hidden elements of a page: left out with all they hold, and counted.

/// Whether an element is printed.
enum Visibility: Equatable {
  case visible
  /// Takes its place and prints nothing (`visibility: hidden`).
  case unseen
  /// Takes no place (`display: none`, `hidden`, a hidden field).
  case gone
  /// Crossed out; takes its place, as all cells of a table do.
  case struck

  /// What the attributes of the scanner's start tag say; style sheets are not read.
  init(_ scanner: MarkupScanner, isInput: Bool) {
    self = .visible
    var isArticle = false
    for attribute in scanner.attributes {
      let value = scanner.bytes.span.extracting(attribute.value)
      if attribute.name == Self.style {
        if Self.declares(value, "display", ["none"]) { self = .gone }
        if self == .visible, Self.declares(value, "visibility", ["hidden", "collapse"]) { self = .unseen }
        if self == .visible, Self.declares(value, "text-decoration", ["line-through"]) { self = .struck }
      } else if attribute.name == Self.hidden {
        if !Self.matches(value, at: 0, "until-found") { self = .gone }
      } else if attribute.name == Self.id {
        isArticle = Self.matches(value, at: 0, "js_content")
      } else if isInput, attribute.name == Self.type, Self.matches(value, at: 0, "hidden") {
        self = .gone
      }
    }
    // The body of a WeChat article is unseen until its script has run, which a saved page shows to nobody.
    if isArticle, self == .unseen { self = .visible }
  }

  private static let style = PackedName("style")
  private static let hidden = PackedName("hidden")
  private static let type = PackedName("type")
  private static let id = PackedName("id")

  /// Whether a style attribute gives a property one of some values.
  private static func declares(_ style: Span<UInt8>, _ property: StaticString, _ values: [StaticString])
    -> Bool
  {
    let length = property.utf8CodeUnitCount
    guard style.count > length else { return false }
    let first = property.utf8Start[0]
    var index = 0
    while index + length < style.count {
      guard style[index] | 0x20 == first, matches(style, at: index, property),
        index == 0 || style[index - 1] <= 0x20 || style[index - 1] == 0x3B
      else {
        index += 1
        continue
      }
      index += length
      while index < style.count, style[index] <= 0x20 { index += 1 }
      guard index < style.count, style[index] == 0x3A else { continue }
      index += 1
      while index < style.count, style[index] <= 0x20 { index += 1 }
      if values.contains(where: { matches(style, at: index, $0) }) { return true }
    }
    return false
  }

  /// Whether lower-case letters stand at a place, in any case.
  private static func matches(_ bytes: Span<UInt8>, at start: Int, _ word: StaticString) -> Bool {
    let length = word.utf8CodeUnitCount
    guard start + length <= bytes.count else { return false }
    for offset in 0..<length {
      let byte = bytes[start + offset]
      let lower = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
      if lower != word.utf8Start[offset] { return false }
    }
    return true
  }
}

/// The hidden element that is being passed over.
struct HiddenElement {
  let tag: Tag
  let name: PackedName
  let isStruck: Bool
  /// Open elements of the same name, itself included.
  var sameCount = 1
  /// Blocks and tables opened inside.
  var blockCount = 0
  var tableCount = 0
  var hasText = false
}

extension PageBuilder {
  /// Begins to pass over the element whose start tag was read last.
  mutating func hide(_ tag: Tag, _ visibility: Visibility) {
    switch tag {
    case .input: tally.hiddenCount += scanner.hasValue ? 1 : 0
    case .void, .lineBreak, .rule, .columns: break
    case .skipped, .textArea: _ = scanner.rawContent()
    default:
      hidden = HiddenElement(
        tag: tag, name: scanner.startName, isStruck: visibility == .struck, tableCount: tag == .table ? 1 : 0)
    }
  }

  /// Passes over a token of a hidden element; false where the element ends before it and it has to be read.
  ///
  /// An element without an end tag ends with what must hold it: a span with its block, anything with its
  /// cell.
  mutating func consumesHidden(_ token: MarkupToken) -> Bool {
    guard var element = hidden else { return false }
    var isConsumed = true
    var hasEnded = false
    switch token {
    case .text(let range):
      if !element.hasText { element.hasText = hasWords(range) }
    case .start(let tag):
      (hasEnded, isConsumed) = element.start(tag, name: scanner.startName, isInTable: !tables.isEmpty)
      if !hasEnded, tag == .skipped || tag == .textArea { _ = scanner.rawContent() }
    case .end(let tag):
      (hasEnded, isConsumed) = element.end(tag, name: scanner.endName, isInTable: !tables.isEmpty)
    case .endOfPage: (hasEnded, isConsumed) = (true, false)
    }
    if hasEnded, element.hasText {
      if element.isStruck { tally.hasStruckText = true } else { tally.hiddenCount += 1 }
    }
    hidden = hasEnded ? nil : element
    return isConsumed
  }

  /// True for what is crossed out.
  static func isStruck(_ name: PackedName) -> Bool {
    name == struck.0 || name == struck.1 || name == struck.2
  }

  private static let struck = (PackedName("del"), PackedName("s"), PackedName("strike"))

  private func hasWords(_ range: Range<Int>) -> Bool {
    scanner.bytes[range].contains { $0 > 0x20 }
  }
}

extension HiddenElement {
  fileprivate mutating func start(_ tag: Tag, name: PackedName, isInTable: Bool) -> (
    ends: Bool, isConsumed: Bool
  ) {
    if tag == .table {
      if tableCount == 0, self.tag == .paragraph { return (true, false) }
      tableCount += 1
      return (false, true)
    }
    if tableCount > 0 { return (false, true) }
    if tag.isTablePart, isInTable, self.tag != .table {
      // Inside a hidden row its cells come, inside a hidden group its rows; anything else ends with its cell.
      let holds = self.tag == .row && tag == .cell || self.tag == .tableGroup && (tag == .row || tag == .cell)
      return holds ? (false, true) : (true, false)
    }
    if self.tag == .paragraph, tag.breaksLines, blockCount == 0 { return (true, false) }
    if name == self.name, !tag.isVoid {
      sameCount += 1
    } else if tag.breaksLines, !tag.isVoid {
      blockCount += 1
    }
    return (false, true)
  }

  fileprivate mutating func end(_ tag: Tag, name: PackedName, isInTable: Bool) -> (
    ends: Bool, isConsumed: Bool
  ) {
    if tag == .table {
      if tableCount > 0 {
        tableCount -= 1
        return (self.tag == .table && tableCount == 0, true)
      }
      if isInTable { return (true, false) }
    }
    if tableCount > 0 { return (false, true) }
    if name == self.name {
      sameCount -= 1
      return (sameCount == 0, !tag.isTablePart)
    }
    if tag.isTablePart, isInTable {
      let holds = self.tag == .row && tag == .cell || self.tag == .tableGroup && (tag == .row || tag == .cell)
      return holds ? (false, true) : (true, false)
    }
    if tag.breaksLines {
      if blockCount > 0 {
        blockCount -= 1
      } else if self.tag == .inline {
        return (true, false)
      }
    }
    return (false, true)
  }
}
