// Writes small PDF files for the tests: lines, and texts in a font that carries only what each code means.

/// A PDF with texts and lines at given places.
struct TinyPDF {
  /// One text: its left end and base line in points from the lower left corner of the page.
  struct Line {
    var text: String
    var x: Double
    var y: Double
    var size: Double
    /// The rectangle outside of which it is not seen: left, bottom, width, height.
    var window: (Double, Double, Double, Double)?

    init(_ text: String, x: Double, y: Double, size: Double = 10) {
      self.text = text
      self.x = x
      self.y = y
      self.size = size
    }
  }

  /// One page.
  struct Page {
    var lines: [Line] = []
    /// Strokes from one point to another.
    var rules: [(Double, Double, Double, Double)] = []
    /// More of a content stream.
    var raw = ""
    var rotation = 0
    var mediaBox = "0 0 595 842"

    init() {}

    /// Draws a grid with texts in its cells.
    mutating func addTable(left: Double, top: Double, widths: [Double], height: Double, rows: [[String]]) {
      let right = left + widths.reduce(0, +)
      let bottom = top - height * Double(rows.count)
      for row in 0...rows.count {
        rules.append((left, top - height * Double(row), right, top - height * Double(row)))
      }
      var x = left
      rules.append((x, top, x, bottom))
      for (column, width) in widths.enumerated() {
        for (row, texts) in rows.enumerated() where column < texts.count {
          lines.append(Line(texts[column], x: x + 4, y: top - height * Double(row) - height / 2 - 4))
        }
        x += width
        rules.append((x, top, x, bottom))
      }
    }
  }

  var pages: [Page]
  /// Objects of one's own, from number 100: `<< /Type /Catalog … >>`.
  var extra: [String] = []
  /// How far the font says that it reaches above and below the line.
  var reach = (above: 800, below: -200)
  /// Characters of which the font does not say what they are.
  var nameless: Set<Unicode.Scalar> = []
  /// More entries of the catalogue.
  var catalogue = ""

  init(_ pages: [Page]) {
    self.pages = pages
  }

  var bytes: [UInt8] {
    var codes: [Unicode.Scalar: Int] = [:]
    for page in pages {
      for line in page.lines {
        for scalar in line.text.unicodeScalars where codes[scalar] == nil { codes[scalar] = codes.count + 1 }
      }
    }
    var objects: [(Int, String)] = []
    let kids = pages.indices.map { "\(10 + $0 * 2) 0 R" }.joined(separator: " ")
    objects.append((1, "<< /Type /Catalog /Pages 2 0 R \(catalogue) >>"))
    objects.append((2, "<< /Type /Pages /Kids [\(kids)] /Count \(pages.count) >>"))
    objects.append(
      (
        3,
        "<< /Type /Font /Subtype /Type0 /BaseFont /Tiny /Encoding /Identity-H "
          + "/DescendantFonts [4 0 R] /ToUnicode 5 0 R >>"
      ))
    objects.append(
      (
        4,
        "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Tiny /CIDSystemInfo << /Registry (Adobe) "
          + "/Ordering (Identity) /Supplement 0 >> /DW 1000 /FontDescriptor 6 0 R >>"
      ))
    objects.append((5, Self.stream(Self.map(codes.filter { !nameless.contains($0.key) }))))
    objects.append(
      (
        6,
        "<< /Type /FontDescriptor /FontName /Tiny /Flags 4 /FontBBox [0 -200 1000 800] /ItalicAngle 0 "
          + "/Ascent \(reach.above) /Descent \(reach.below) /CapHeight 700 /StemV 80 >>"
      ))
    for (index, page) in pages.enumerated() {
      objects.append(
        (
          10 + index * 2,
          "<< /Type /Page /Parent 2 0 R /MediaBox [\(page.mediaBox)] /Rotate \(page.rotation) /Contents "
            + "\(11 + index * 2) 0 R /Resources << /Font << /F 3 0 R >> >> >>"
        ))
      objects.append((11 + index * 2, Self.stream(Self.content(page, codes))))
    }
    for (index, text) in extra.enumerated() { objects.append((100 + index, text)) }
    return Self.file(objects)
  }

  private static func content(_ page: Page, _ codes: [Unicode.Scalar: Int]) -> String {
    var text = "0.5 w\n"
    for rule in page.rules { text += "\(rule.0) \(rule.1) m \(rule.2) \(rule.3) l S\n" }
    for line in page.lines {
      let hex = line.text.unicodeScalars.map { hexadecimal(codes[$0] ?? 0) }.joined()
      if let window = line.window {
        text += "q \(window.0) \(window.1) \(window.2) \(window.3) re W n\n"
      }
      text += "BT /F \(line.size) Tf \(line.x) \(line.y) Td <\(hex)> Tj ET\n"
      if line.window != nil { text += "Q\n" }
    }
    return text + page.raw
  }

  private static func map(_ codes: [Unicode.Scalar: Int]) -> String {
    let lines = codes.map { "<\(hexadecimal($0.value))> <\(hexadecimal(Int($0.key.value)))>" }
    return
      "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Tiny def /CMapType 2 def\n"
      + "1 begincodespacerange <0000> <FFFF> endcodespacerange\n\(lines.count) beginbfchar\n"
      + lines.joined(separator: "\n") + "\nendbfchar endcmap end end"
  }

  private static func hexadecimal(_ number: Int) -> String {
    let text = String(number, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - text.count)) + text
  }

  private static func stream(_ text: String) -> String {
    "<< /Length \(text.utf8.count) >>\nstream\n\(text)\nendstream"
  }

  private static func file(_ objects: [(Int, String)]) -> [UInt8] {
    var text = "%PDF-1.7\n"
    var offsets: [Int: Int] = [:]
    for (number, object) in objects {
      offsets[number] = text.utf8.count
      text += "\(number) 0 obj\n\(object)\nendobj\n"
    }
    let start = text.utf8.count
    text += "xref\n0 1\n0000000000 65535 f \n"
    for (number, offset) in offsets.sorted(by: { $0.key < $1.key }) {
      let digits = String(offset)
      text += "\(number) 1\n" + String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n"
    }
    return Array((text + "trailer << /Size 1000 /Root 1 0 R >>\nstartxref\n\(start)\n%%EOF\n").utf8)
  }
}
