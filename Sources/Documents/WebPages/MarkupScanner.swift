// Cuts a web page into text and tags as browsers do, in one pass and without copying.

/// A piece of a page.
enum MarkupToken: Equatable {
  /// Text up to the next tag, in bytes of the page; character references are not resolved.
  case text(Range<Int>)
  /// A start tag; its attributes are in `MarkupScanner.attributes` until the next token.
  case start(Tag)
  case end(Tag)
  case endOfPage
}

/// An attribute of a start tag: its name and where its raw value stands.
struct MarkupAttribute {
  let name: PackedName
  let value: Range<Int>
}

/// The tokenizer of the HTML Standard (13.2.5), without what no reader needs: comments, declarations and
/// processing instructions are passed over, `<` before anything but a name is text, a tag cut off by the
/// end of the page goes.
struct MarkupScanner {
  let bytes: [UInt8]
  private(set) var index = 0
  private(set) var attributes: [MarkupAttribute] = []
  /// The name of the last start tag, for the search for its end tag.
  private(set) var startName = PackedName()
  private(set) var endName = PackedName()
  /// True when a tag, a comment or a script without an end took the rest of the page.
  private(set) var isCutShort = false
  private let tagTable = TagTable.shared
  /// Names whose end tag was looked for up to the page's end in vain: looking once is enough.
  private var unclosed: Set<PackedName> = []

  /// Attributes of one tag that are kept; browsers' first of a name wins, so later ones matter little.
  private static let attributeCountMax = 64

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  mutating func next() -> MarkupToken {
    let count = bytes.count
    while index < count {
      if bytes[index] != 0x3C || !beginsMarkup(index) {
        let start = index
        index = endOfText(from: index)
        return .text(start..<index)
      }
      switch bytes[index + 1] {
      case 0x21: skipDeclaration()
      case 0x3F: index = placePast(0x3E, from: index + 2)
      case 0x2F:
        if let token = endTag() { return token }
      default:
        if let token = startTag() { return token }
      }
    }
    return .endOfPage
  }

  /// `<` begins markup before a letter, `!`, `?`, or `/` with anything behind it.
  private func beginsMarkup(_ index: Int) -> Bool {
    guard index + 1 < bytes.count else { return false }
    let byte = bytes[index + 1]
    return isLetter(byte) || byte == 0x21 || byte == 0x3F || byte == 0x2F && index + 2 < bytes.count
  }

  private func endOfText(from start: Int) -> Int {
    let span = bytes.span
    var index = start + 1
    while index < span.count {
      if span[index] == 0x3C, beginsMarkup(index) { return index }
      index += 1
    }
    return index
  }

  private func placePast(_ byte: UInt8, from start: Int) -> Int {
    let span = bytes.span
    var place = start
    while place < span.count, span[place] != byte { place += 1 }
    return min(place + 1, span.count)
  }

  /// A comment up to `-->` or `--!>`; everything else that begins with `<!` up to the next `>`.
  private mutating func skipDeclaration() {
    let start = index + 2
    guard start + 1 < bytes.count, bytes[start] == 0x2D, bytes[start + 1] == 0x2D else {
      index = placePast(0x3E, from: start)
      return
    }
    if let end = endOfComment(start) {
      index = end
    } else {
      index = bytes.count
      isCutShort = true
    }
  }

  /// The place after a comment's `>`; nil where it has no end.
  ///
  /// - Parameter start: the place of the first `-`; `<!-->` and `<!--->` are whole comments.
  private func endOfComment(_ start: Int) -> Int? {
    let span = bytes.span
    var place = start + 2
    while place < span.count {
      if span[place] == 0x3E {
        if place == start + 2 || span[place - 1] == 0x2D && (place == start + 3 || span[place - 2] == 0x2D) {
          return place + 1
        }
        if place >= start + 5, span[place - 1] == 0x21, span[place - 2] == 0x2D, span[place - 3] == 0x2D {
          return place + 1
        }
      }
      place += 1
    }
    return nil
  }

  private mutating func endTag() -> MarkupToken? {
    guard isLetter(bytes[index + 2]) else {
      // `</>` is nothing, `</` before anything else a faulty comment.
      index = placePast(0x3E, from: index + 2)
      return nil
    }
    (endName, index) = name(from: index + 2)
    readAttributes()
    return .end(tagTable.tag(endName))
  }

  private mutating func startTag() -> MarkupToken? {
    (startName, index) = name(from: index + 1)
    return readAttributes() ? .start(tagTable.tag(startName)) : nil
  }

  private func name(from start: Int) -> (PackedName, Int) {
    let span = bytes.span
    var name = PackedName()
    var place = start
    while place < span.count {
      let byte = span[place]
      if byte == 0x3E || byte == 0x2F || isSpace(byte) { break }
      name.append(byte)
      place += 1
    }
    return (name, place)
  }

  /// Reads up to the tag's `>`; false where the page ends before it.
  @discardableResult
  private mutating func readAttributes() -> Bool {
    attributes.removeAll(keepingCapacity: true)
    let count = bytes.count
    var place = index
    while place < count {
      let byte = bytes[place]
      if byte == 0x3E {
        index = place + 1
        return true
      }
      if isSpace(byte) || byte == 0x2F {
        place += 1
        continue
      }
      let (attribute, next) = attribute(from: place)
      if attributes.count < Self.attributeCountMax { attributes.append(attribute) }
      place = next
    }
    index = count
    isCutShort = true
    return false
  }

  private func attribute(from start: Int) -> (MarkupAttribute, Int) {
    let span = bytes.span
    var name = PackedName()
    var place = start
    // A `=` at the start belongs to the name.
    repeat {
      name.append(span[place])
      place += 1
    } while place < span.count && isNameByte(span[place]) && span[place] != 0x3D
    var next = place
    while next < span.count, isSpace(span[next]) { next += 1 }
    guard next < span.count, span[next] == 0x3D else {
      return (MarkupAttribute(name: name, value: place..<place), place)
    }
    next += 1
    while next < span.count, isSpace(span[next]) { next += 1 }
    var valueStart = next
    if next < span.count, span[next] == 0x22 || span[next] == 0x27 {
      let mark = span[next]
      valueStart = next + 1
      next = valueStart
      while next < span.count, span[next] != mark { next += 1 }
      return (MarkupAttribute(name: name, value: valueStart..<next), min(next + 1, span.count))
    }
    while next < span.count, span[next] != 0x3E, !isSpace(span[next]) { next += 1 }
    return (MarkupAttribute(name: name, value: valueStart..<next), next)
  }

  /// The content of the element whose start tag was read last, taken as it stands up to its end tag
  /// (`script`, `textarea`).
  ///
  /// Without an end tag a script or a style sheet takes the rest of the page, as in browsers; other
  /// elements are taken as empty, so that a page with a forgotten `</title>` can still be read.
  mutating func rawContent() -> Range<Int> {
    let start = index
    if !unclosed.contains(startName), let (content, next) = contentBeforeEndTag() {
      index = next
      return content
    }
    unclosed.insert(startName)
    guard startName == PackedName("script") || startName == PackedName("style") else { return start..<start }
    isCutShort = true
    index = bytes.count
    return start..<index
  }

  private func contentBeforeEndTag() -> (content: Range<Int>, next: Int)? {
    let span = bytes.span
    var place = index
    while place + 1 < span.count {
      guard span[place] == 0x3C, span[place + 1] == 0x2F else {
        place += 1
        continue
      }
      var name = PackedName()
      var end = place + 2
      while end < span.count, name.length <= startName.length, isNameByte(span[end]) {
        name.append(span[end])
        end += 1
      }
      if name == startName, end < span.count, !isNameByte(span[end]) {
        return (index..<place, placePast(0x3E, from: end))
      }
      place += 2
    }
    return nil
  }

  /// The raw value of an attribute of the last tag.
  func value(_ name: String) -> ArraySlice<UInt8>? {
    let name = PackedName(name)
    return attributes.first { $0.name == name }.map { bytes[$0.value] }
  }

  /// True where the last tag has a value that is not empty.
  var hasValue: Bool { value("value").map { !$0.isEmpty } ?? false }

  private func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A }
  private func isNameByte(_ byte: UInt8) -> Bool { byte != 0x3E && byte != 0x2F && !isSpace(byte) }
  private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte >= 0x09 && byte <= 0x0D && byte != 0x0B }
}
