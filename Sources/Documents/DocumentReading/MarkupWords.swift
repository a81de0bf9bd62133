// Whether the start of a text is that of a web page.

/// The start of a text, searched for tags in any case.
struct MarkupWords {
  private let bytes: [UInt8]
  /// Where `<` stands.
  private let tagStarts: [Int]

  init(_ head: [UInt8]) {
    let hasMark = head.starts(with: [0xEF, 0xBB, 0xBF])
    bytes = Array(head.dropFirst(hasMark ? 3 : 0).drop { $0 <= 0x20 })
    var tagStarts: [Int] = []
    for index in bytes.indices where bytes[index] == 0x3C { tagStarts.append(index) }
    self.tagStarts = tagStarts
  }

  func begins(with word: StaticString) -> Bool { matches(word, at: 0) }

  /// True for a message with parts; browsers put other headers in front.
  var isWebArchive: Bool {
    if begins(with: "mime-version:") || begins(with: "content-type: multipart/") { return true }
    guard begins(with: "from:") || begins(with: "subject:") || begins(with: "date:") else { return false }
    return bytes.indices.contains { bytes[$0] == 0x0A && matches("mime-version:", at: $0 + 1) }
  }

  /// Whether a tag stands anywhere; its name with `<` in front.
  func containsTag(_ tag: StaticString) -> Bool {
    tagStarts.contains { matches(tag, at: $0) && endsTag($0 + tag.utf8CodeUnitCount) }
  }

  /// True for a text that begins with a tag of web pages, or holds the frame of a page or a table somewhere.
  ///
  /// A form in plain text can hold leftovers such as `<p>`; they make no page.
  var isWebPage: Bool {
    if begins(with: "<!doctype html") || containsTag("<html") || containsTag("<body")
      || containsTag("<table") && containsTag("<tr")
    {
      return true
    }
    guard begins(with: "<") else { return false }
    if begins(with: "<!--") || begins(with: "<?xml") { return hasClosingTag || tagStarts.count == 1 }
    return hasClosingTag && Self.openingTags.contains { matches($0, at: 0) && endsTag($0.utf8CodeUnitCount) }
  }

  /// Tags that fragments of pages begin with.
  private static let openingTags: [StaticString] = [
    "<head", "<meta", "<title", "<style", "<script", "<link", "<div", "<table", "<center", "<form",
    "<section",
    "<article", "<h1", "<h2", "<h3", "<h4", "<p", "<span", "<font", "<ul", "<ol", "<pre", "<tbody", "<tr",
    "<br",
    "<b", "<strong", "<main", "<header",
  ]

  private var hasClosingTag: Bool {
    tagStarts.contains { $0 + 1 < bytes.count && bytes[$0 + 1] == 0x2F }
  }

  /// A tag's name ends before white space, `/`, `>` or the end.
  private func endsTag(_ index: Int) -> Bool {
    guard index < bytes.count else { return true }
    return bytes[index] <= 0x20 || bytes[index] == 0x3E || bytes[index] == 0x2F
  }

  private func matches(_ word: StaticString, at start: Int) -> Bool {
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
