// Takes web mark-up that was left in a text out again: <p>, </span>, &nbsp;, <br/>.

/// Texts that went through a web editor keep its tags; the record must not, and the reader must be told.
package enum WebResidue {
  /// - Returns: the text without tags and entities, and the first residue found; nil where there is none.
  package static func removed(from text: String) -> (clean: String, residue: String)? {
    let mayHold = text.utf8.withContiguousStorageIfAvailable { bytes in
      for byte in bytes where byte == UInt8(ascii: "<") || byte == UInt8(ascii: "&") { return true }
      return false
    }
    guard mayHold ?? true else { return nil }
    var result = ""
    var residue: String?
    var rest = text[...]
    while let next = rest.first {
      if next == "<", let tag = tag(at: rest) {
        residue = residue ?? String(rest.prefix(tag.length))
        if tag.breaksLine, !result.isEmpty, !result.ends("\n") { result.append("\n") }
        rest = rest.dropFirst(tag.length)
      } else if next == "&", let entity = entity(at: rest) {
        residue = residue ?? String(rest.prefix(entity.length))
        result.append(contentsOf: entity.text)
        rest = rest.dropFirst(entity.length)
      } else {
        result.append(next)
        rest = rest.dropFirst()
      }
    }
    guard let residue else { return nil }
    return (CleanText.trimmed(result), residue)
  }

  private static let inlineTags: Set<String> = [
    "span", "font", "strong", "b", "i", "em", "u", "a", "sup", "sub", "o:p", "img", "st1", "label",
  ]
  private static let blockTags: Set<String> = [
    "p", "div", "br", "table", "tbody", "tr", "td", "th", "ul", "ol", "li", "h1", "h2", "h3", "h4", "section",
  ]

  /// A tag of a known name at the front: its length in characters, and whether it breaks the line.
  private static func tag(at rest: Substring) -> (length: Int, breaksLine: Bool)? {
    let window = rest.prefix(400)
    guard let close = window.firstIndex(of: ">") else { return nil }
    let inside = window[window.index(after: window.startIndex)..<close]
    let isClosing = inside.begins("/")
    let name = inside.drop { $0 == "/" }.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == ":") }
      .lowercased()
    let length = window.distance(from: window.startIndex, to: close) + 1
    if inlineTags.contains(name) { return (length, false) }
    guard blockTags.contains(name) else { return nil }
    return (length, isClosing || name == "br")
  }

  private static let entities: [(String, String)] = [
    ("&nbsp;", " "), ("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&ldquo;", "“"),
    ("&rdquo;", "”"), ("&ge;", "≥"), ("&le;", "≤"), ("&mdash;", "—"), ("&middot;", "·"), ("&hellip;", "…"),
    ("&emsp;", " "), ("&ensp;", " "), ("&times;", "×"), ("&#160;", " "), ("&#39;", "'"), ("&permil;", "‰"),
  ]

  private static func entity(at rest: Substring) -> (length: Int, text: String)? {
    for (name, text) in entities where rest.begins(name) { return (name.count, text) }
    return nil
  }
}
