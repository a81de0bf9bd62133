// A page that is a picture, read like a printed one: its rules and texts as a page's content.
import Scans

/// How characters that were recognised are placed: the recognizer tells lines, not characters.
enum ScannedPage {
  /// The content of a scanned page, the way up in which it can be read.
  ///
  /// - Returns: nil for a picture too small for a page.
  static func content(of picture: Raster, number: Int, _ recognizer: TextRecognizer) -> PageContent? {
    guard var best = View(picture, recognizer) else { return nil }
    if best.legibility < legibleMin {
      // Sheets are put on the glass sideways too.
      var turned = picture
      for quarters in 1...3 {
        turned = turned.turnedOnce()
        guard let taste = View(turned, recognizer, countMax: 40), taste.legibility > best.legibility + 10,
          var view = View(turned, recognizer)
        else { continue }
        view.content.quarters = quarters
        best = view
      }
    }
    var content = best.content
    content.number = number
    for text in best.texts { content.glyphs += glyphs(of: text) }
    return content
  }

  /// Surer than this, in percent, a page stands upright.
  private static let legibleMin = 65

  /// One way up of a page.
  private struct View {
    var content: PageContent
    var texts: [ScannedText]

    init?(_ picture: Raster, _ recognizer: TextRecognizer, countMax: Int = .max) {
      guard let scan = Scan(picture) else { return nil }
      content = PageContent(number: 1, width: scan.width, height: scan.height)
      content.horizontal = scan.level.map { Rule(position: $0.position, from: $0.from, to: $0.to) }
      content.vertical = scan.upright.map { Rule(position: $0.position, from: $0.from, to: $0.to) }
      content.pictureShare = 1
      content.isScanned = true
      content.skew = scan.skew
      let tables = PageLayout.ruledTables(of: content)
      let cells = tables.flatMap { table in table.regions.map { ScannedPage.box(table.box(of: $0)) } }
      texts = scan.texts(
        cells: cells, tables: tables.map { ScannedPage.box($0.box) }, recognizer, countMax: countMax)
    }

    /// How sure the recognizer is of the texts, by their length, in percent.
    var legibility: Int {
      let count = texts.reduce(0) { $0 + $1.text.unicodeScalars.count }
      return texts.reduce(0) { $0 + $1.confidence * $1.text.unicodeScalars.count } / max(1, count)
    }
  }

  private static func box(_ box: PageBox) -> ScanBox {
    ScanBox(left: box.left, top: box.top, right: box.right, bottom: box.bottom)
  }

  /// The characters of a text, spread over its width by how wide such characters are.
  private static func glyphs(of text: ScannedText) -> [Glyph] {
    let scalars = Array(text.text.unicodeScalars)
    let widths = scalars.map(\.usualWidth)
    let total = widths.reduce(0, +)
    guard total > 0 else { return [] }
    let (width, height) = (text.box.right - text.box.left, text.box.bottom - text.box.top)
    let unit = width / total
    // Ink is a little lower than the type, and short texts say little about their size by their width.
    let size = scalars.count >= 4 ? min(max(unit, 0.8 * height), 1.3 * height) : 1.08 * height
    let middle = (text.box.top + text.box.bottom) / 2
    var left = text.box.left
    return zip(scalars, widths).map { scalar, width in
      defer { left += width * unit }
      return Glyph(
        scalar: scalar,
        box: PageBox(
          left: left, top: middle - size / 2, right: left + width * unit, bottom: middle + size / 2),
        size: size, confidence: text.confidence)
    }
  }
}

extension Unicode.Scalar {
  /// The width of a character in parts of its size.
  fileprivate var usualWidth: Double {
    if !isASCII { return 1 }
    return properties.isWhitespace ? 0.3 : 0.55
  }
}
