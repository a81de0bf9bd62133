// The words that `pdftotext -bbox` prints, as characters with boxes.

enum WordBoxes {
  /// The pages with their words' characters; a word's width is shared out among its characters.
  static func pages(in bytes: [UInt8]) -> [PageContent] {
    var tags = MarkupTags(bytes)
    var pages: [PageContent] = []
    while let tag = tags.next() {
      if tag.name == "page", let width = number(tag, "width"), let height = number(tag, "height") {
        pages.append(PageContent(number: pages.count + 1, width: width, height: height))
      } else if tag.name == "word", !pages.isEmpty, let left = number(tag, "xMin"),
        let top = number(tag, "yMin"),
        let right = number(tag, "xMax"), let bottom = number(tag, "yMax")
      {
        let box = PageBox(left: left, top: top, right: right, bottom: bottom)
        pages[pages.count - 1].glyphs += glyphs(of: tag.text, in: box)
      }
    }
    return pages
  }

  private static func number(_ tag: MarkupTags.Tag, _ key: String) -> Double? {
    // Far off the page there is nothing to see, and places become whole numbers later.
    tag.attributes[key].flatMap { Double($0) }.flatMap { abs($0) < 40_000 ? $0 : nil }
  }

  private static func glyphs(of word: String, in box: PageBox) -> [Glyph] {
    let scalars = word.unicodeScalars.compactMap { GlyphText.scalar($0.value) }.filter {
      !$0.properties.isWhitespace
    }
    guard !scalars.isEmpty, box.height > 0.5 else { return [] }
    // Chinese is twice as wide as the rest.
    let widths = scalars.map { $0.value < 0x2E80 ? 1.0 : 2.0 }
    let unit = box.width / widths.reduce(0, +)
    var left = box.left
    return zip(scalars, widths).map { scalar, width in
      defer { left += width * unit }
      return Glyph(
        scalar: scalar,
        box: PageBox(left: left, top: box.top, right: left + width * unit, bottom: box.bottom),
        size: box.height)
    }
  }
}
