// The main story of a Word document: lines, tables and sections, sheet by sheet.
internal import FormSheets
internal import HTML

struct WordStoryWriter {
  let sheets: [FormSheet]
  let edges: WordEdges
  private var xml = MarkupWriter.part(capacity: 65_536)
  /// The next block begins on a new page.
  private var breaksPage = false
  /// A table was written last: another one, or the end of a section, needs a paragraph between.
  private var isAfterTable = false
  /// The section has a paragraph or a table.
  private var hasText = false

  init(sheets: [FormSheet], edges: WordEdges) {
    self.sheets = sheets
    self.edges = edges
  }

  /// The part `document.xml`.
  consuming func document() -> [UInt8] {
    xml.markup("<w:document xmlns:w=\"")
    xml.markup(MarkupWriter.wordNamespace)
    xml.markup("\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><w:body>")
    for (index, sheet) in sheets.enumerated() {
      write(sheet, isLast: index == sheets.count - 1)
    }
    xml.markup("</w:body></w:document>")
    return xml.bytes
  }

  private mutating func write(_ sheet: FormSheet, isLast: Bool) {
    breaksPage = false
    isAfterTable = false
    hasText = false
    for block in sheet.blocks {
      switch block {
      case .line(let line):
        guard !line.parts.isEmpty else { continue }
        write(line, on: sheet.paper)
        isAfterTable = false
        hasText = true
        breaksPage = false
      case .grid(let grid):
        guard !grid.rows.isEmpty else { continue }
        if isAfterTable || breaksPage { Self.gap(&xml, breaksPage: breaksPage) }
        breaksPage = false
        write(grid, on: sheet.paper)
        isAfterTable = true
        hasText = true
      case .pageBreak: breaksPage = true
      }
    }
    // A section ends with the paragraph that tells its properties; the last one's stand behind all others.
    if isLast {
      // Behind a line the gap could begin a page of its own.
      if isAfterTable || breaksPage || !hasText { Self.gap(&xml, breaksPage: breaksPage) }
      section(of: sheet)
    } else {
      xml.markup("<w:p><w:pPr><w:pStyle w:val=\"SheetGap\"/>")
      if breaksPage { xml.markup("<w:pageBreakBefore/>") }
      section(of: sheet)
      xml.markup("</w:pPr></w:p>")
    }
  }

  /// A paragraph of a point's height, which no table can do without: after it, and before another.
  private static func gap(_ xml: inout MarkupWriter, breaksPage: Bool) {
    xml.markup("<w:p><w:pPr><w:pStyle w:val=\"SheetGap\"/>")
    if breaksPage { xml.markup("<w:pageBreakBefore/>") }
    xml.markup("</w:pPr></w:p>")
  }

  private mutating func section(of sheet: FormSheet) {
    let paper = sheet.paper
    xml.markup("<w:sectPr><w:headerReference w:type=\"default\" r:id=\"header")
    xml.number(edges.header(of: sheet))
    xml.markup("\"/><w:footerReference w:type=\"default\" r:id=\"footer")
    xml.number(edges.footer(of: sheet))
    xml.markup("\"/><w:type w:val=\"nextPage\"/><w:pgSz")
    xml.attribute("w:w", Twips.of(tenths: paper.width))
    xml.attribute("w:h", Twips.of(tenths: paper.height))
    if paper.width > paper.height { xml.markup(" w:orient=\"landscape\"") }
    xml.markup("/><w:pgMar")
    xml.attribute("w:top", Twips.of(tenths: paper.top))
    xml.attribute("w:right", Twips.of(tenths: paper.side))
    xml.attribute("w:bottom", Twips.of(tenths: paper.bottom))
    xml.attribute("w:left", Twips.of(tenths: paper.side))
    xml.attribute("w:header", Twips.of(tenths: paper.top) / 2)
    xml.attribute("w:footer", Twips.of(tenths: paper.bottom) / 2)
    xml.markup(" w:gutter=\"0\"/>")
    if !edges.isAlone { xml.markup("<w:pgNumType w:start=\"1\"/>") }
    xml.markup("</w:sectPr>")
  }

  // MARK: Lines

  private mutating func write(_ line: SheetLine, on paper: Paper) {
    guard let first = line.parts.first else { return }
    let style = SheetStyle(first.role)
    xml.markup("<w:p><w:pPr><w:pStyle w:val=\"")
    xml.markup(style.identifier)
    xml.markup("\"/>")
    if breaksPage { xml.markup("<w:pageBreakBefore/>") }
    if line.parts.count > 1 { writeStops(line.parts, width: Twips.of(tenths: paper.innerWidth)) }
    xml.markup("<w:spacing")
    xml.attribute("w:before", style.spacing.before)
    xml.attribute("w:after", style.spacing.after)
    xml.markup("/>")
    if line.parts.count > 1 {
      xml.markup("<w:jc w:val=\"left\"/></w:pPr>")
      for (index, part) in line.parts.enumerated() {
        // The first part needs no stop where it begins at the edge.
        if index > 0 || part.alignment != .start { xml.markup("<w:r><w:tab/></w:r>") }
        xml.wordRun(part.text, keepsLines: false)
      }
    } else {
      if first.alignment != .center { xml.alignment(first.alignment) }
      xml.markup("</w:pPr>")
      xml.wordRun(first.text)
    }
    xml.markup("</w:p>")
  }

  /// Tab stops for parts that share a line: each in its share of the width, where its alignment says.
  private mutating func writeStops(_ parts: [SheetText], width: Int) {
    xml.markup("<w:tabs>")
    for (index, part) in parts.enumerated() where index > 0 || part.alignment != .start {
      let start = width * index / parts.count
      let end = width * (index + 1) / parts.count
      switch part.alignment {
      case .start: xml.markup("<w:tab w:val=\"left\"")
      case .center: xml.markup("<w:tab w:val=\"center\"")
      case .end: xml.markup("<w:tab w:val=\"right\"")
      }
      switch part.alignment {
      case .start: xml.attribute("w:pos", start)
      case .center: xml.attribute("w:pos", (start + end) / 2)
      case .end: xml.attribute("w:pos", end)
      }
      xml.markup("/>")
    }
    xml.markup("</w:tabs>")
  }

  private mutating func write(_ grid: SheetGrid, on paper: Paper) {
    WordTableWriter(grid: grid, paper: paper).write(to: &xml) { Self.gap(&$0, breaksPage: false) }
  }
}

extension MarkupWriter {
  mutating func alignment(_ alignment: TextAlignment) {
    switch alignment {
    case .start: markup("<w:jc w:val=\"left\"/>")
    case .center: markup("<w:jc w:val=\"center\"/>")
    case .end: markup("<w:jc w:val=\"right\"/>")
    }
  }

  /// A run of text with its line ends and tabs.
  ///
  /// - Parameter keepsLines: false writes a blank for a line's end, where parts share a line.
  mutating func wordRun(_ text: String, keepsLines: Bool = true) {
    guard !text.isEmpty else { return }
    markup("<w:r><w:t xml:space=\"preserve\">")
    var rest = Substring(text).utf8
    while let index = rest.firstIndex(where: { $0 == 0x0A || $0 == 0x09 }) {
      self.text(Substring(rest[..<index]))
      let isLineEnd = rest[index] == 0x0A
      if isLineEnd, !keepsLines {
        markup(" ")
      } else {
        markup(
          isLineEnd
            ? "</w:t><w:br/><w:t xml:space=\"preserve\">" : "</w:t><w:tab/><w:t xml:space=\"preserve\">")
      }
      rest = rest[rest.index(after: index)...]
    }
    self.text(Substring(rest))
    markup("</w:t></w:r>")
  }
}
