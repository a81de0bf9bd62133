// A page as lines that people read: one tag or text a line, indented, without what is new each time.

/// The lines of a page.
struct PageText {
  private(set) var lines: [String] = []
  private var depth = 0

  /// Tags without an end.
  private static let single: Set<Substring> = [
    "input", "meta", "link", "br", "hr", "img", "col", "!doctype",
  ]

  init(_ html: String) {
    var rest = Self.masked(html)[...]
    while !rest.isEmpty {
      let isTag = rest.first == "<"
      let end = isTag ? rest.firstIndex(of: ">") : rest.firstIndex(of: "<")
      let piece = rest[..<(end.map { isTag ? rest.index(after: $0) : $0 } ?? rest.endIndex)]
      rest = rest[piece.endIndex...]
      if isTag { add(tag: piece) } else { add(text: piece) }
    }
  }

  private mutating func add(tag: Substring) {
    let name = tag.dropFirst().prefix { $0 != " " && $0 != ">" }.lowercased()[...]
    if name.first == "/" {
      depth = max(0, depth - 1)
      // The end of what has one line only says nothing.
      return
    }
    lines.append(String(repeating: " ", count: depth) + tag)
    if !Self.single.contains(name) { depth += 1 }
  }

  private mutating func add(text: Substring) {
    let words = text.split { $0 == "\n" || $0 == " " }.joined(separator: " ")
    if !words.isEmpty { lines.append(String(repeating: " ", count: depth) + words) }
  }

  /// What differs from run to run stands behind these marks, up to the next quotation mark or tag.
  private static let marks: [(mark: String, end: Set<Character>)] = [
    ("name=\"_token\" value=\"", ["\""]), ("data-token=\"", ["\""]),
    ("name=\"table\" value=\"", ["\""]),
    ("/assets/", ["\"", "#", ">"]),
    ("name=\"seen\" value=\"", ["\""]), ("name=\"secret\" value=\"", ["\""]), (" d=\"M", ["\""]),
    ("name=\"ticket\" value=\"", ["\""]), ("/set-up/", ["\"", "<"]), ("viewBox=\"0 0 ", ["\""]),
    ("name=\"end\" value=\"", ["\""]), ("<code class=\"keeps\" title=\"", ["<"]), ("<code>", ["<"]),
    ("请求编号\u{A0}", ["<"]), ("请求编号 ", ["<"]),
  ]

  private static func masked(_ html: String) -> String {
    var html = html
    for (mark, end) in marks {
      let pieces = html.split(separator: mark, omittingEmptySubsequences: false)
      guard let first = pieces.first, pieces.count > 1 else { continue }
      html =
        first + pieces.dropFirst().map { piece in mark + "…" + piece.drop { !end.contains($0) } }.joined()
    }
    return html
  }

  var text: String { lines.joined(separator: "\n") + "\n" }
}
