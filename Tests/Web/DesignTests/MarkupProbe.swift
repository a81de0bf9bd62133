// Markup taken apart into its tags, for laws about pages.

/// The tags of a page in their order.
struct MarkupProbe {
  /// A start tag.
  struct Tag {
    let name: String
    let attributes: [String: String]
  }

  let tags: [Tag]
  /// False where an end tag does not close what was opened last.
  let isBalanced: Bool

  private static let empty: Set<String> = [
    "meta", "link", "input", "br", "hr", "img", "rect", "path", "use", "circle",
  ]

  init(_ markup: String) {
    var tags: [Tag] = []
    var open: [String] = []
    var isBalanced = true
    for piece in markup.split(separator: "<").dropFirst() {
      let inside = piece.prefix { $0 != ">" }
      if inside.hasPrefix("!") { continue }
      if inside.hasPrefix("/") {
        if Self.empty.contains(String(inside.dropFirst())) { continue }
        isBalanced = isBalanced && open.popLast() == String(inside.dropFirst())
        continue
      }
      let name = String(inside.prefix { $0 != " " && $0 != "/" })
      tags.append(Tag(name: name, attributes: Self.attributes(inside.dropFirst(name.count))))
      if !Self.empty.contains(name) { open.append(name) }
    }
    self.tags = tags
    self.isBalanced = isBalanced && open.isEmpty
  }

  private static func attributes(_ text: Substring) -> [String: String] {
    var attributes: [String: String] = [:]
    var rest = text
    while let start = rest.firstIndex(where: { $0 != " " && $0 != "/" }) {
      let name = rest[start...].prefix { $0 != "=" && $0 != " " }
      rest = rest[name.endIndex...]
      guard rest.hasPrefix("=\"") else {
        attributes[String(name)] = ""
        continue
      }
      let value = rest.dropFirst(2).prefix { $0 != "\"" }
      attributes[String(name)] = String(value)
      rest = rest[value.endIndex...].dropFirst()
    }
    return attributes
  }
}
