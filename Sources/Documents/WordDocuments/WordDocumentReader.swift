// Reads Word documents (DOCX): paragraphs and tables of the main story, in reading order.
internal import Archives
package import OfficePackages
package import Tables

/// Reads the main story of a WordprocessingML package, transitional or strict.
///
/// Read: paragraphs, tables with merged cells and nested tables, text boxes (after the paragraph they hang
/// on), content controls, results of fields, insertions, formulas as their characters. Left out: headers,
/// footers, notes, comments; and with a finding: hidden text, tracked deletions, placeholders, text under
/// merged cells.
/// Source: ECMA-376 part 1 (WordprocessingML), part 3 (alternate content).
///
/// Example: `try WordDocumentReader().read(bytes).blocks`.
package struct WordDocumentReader: Sendable {
  private let limits: ReadingLimits

  package init(limits: ReadingLimits = .init()) {
    self.limits = limits
  }

  /// - Throws: `.empty`, `.unknownFormat` (no zip, or a package of another kind), `.damaged`, `.encrypted`,
  ///   `.refused` (DOCTYPE), `.limit` (bytes, entries, ratio, depth), `.unsupported`.
  package func read(_ bytes: [UInt8]) throws(ReadingError) -> Document {
    try OfficePackage.reading(bytes, limits: limits) { (office) throws(ReadingError) -> Document in
      try read(office)
    }
  }

  /// The same for a package that is already open.
  package func read(_ office: OfficePackage) throws(ReadingError) -> Document {
    guard office.kind != .spreadsheet else { throw .unknownFormat }
    let name = office.mainPart.text
    guard let entry = try office.archive.entry(named: name) else {
      throw .damaged(detail: "docx: \(name) is missing")
    }
    var xml = try XMLScanner(
      entry, partName: name, names: WordName.spellings, namespaces: WordNamespace.spellings, limits: limits)
    var story = WordStory(limits: limits)
    reading: while true {
      switch try xml.next() {
      case .start: try story.start(xml)
      case .end: story.end(xml)
      case .text: try story.text(xml)
      case .finished: break reading
      }
    }
    var blocks = story.finish()
    try markHeadings(in: &blocks, of: &story, office)
    story.notes.hasDuplicateParts = office.archive.hasDuplicateNames
    return Document(format: .docx, blocks: blocks, findings: story.notes.findings(limits: limits))
  }

  /// Gives paragraphs their heading levels. The styles are read only where a paragraph of the body has one:
  /// they are often several times as large as the story.
  private func markHeadings(
    in blocks: inout [Block], of story: inout WordStory, _ office: OfficePackage
  ) throws(ReadingError) {
    guard !story.headings.isEmpty else { return }
    var levels: [Int?] = story.styleIDs.map { _ in nil }
    if !story.styleIDs.isEmpty {
      do throws(ReadingError) {
        if let styles = try styles(of: office) {
          levels = story.styleIDs.map { styles.headingLevel(of: $0) }
        }
      } catch {
        // A story without heading levels is still the story; only what is refused on principle ends the
        // reading.
        guard case .damaged = error else { throw error }
        story.notes.hasBrokenStyles = true
      }
    }
    for heading in story.headings {
      guard case .paragraph(var paragraph) = blocks[heading.block] else { continue }
      if let outline = heading.outlineLevel {
        paragraph.headingLevel = (0...8).contains(outline) ? outline + 1 : nil
      } else if let style = heading.style {
        paragraph.headingLevel = levels[style]
      }
      blocks[heading.block] = .paragraph(paragraph)
    }
  }

  private func styles(of office: OfficePackage) throws(ReadingError) -> WordStyles? {
    let relationships = try office.relationships(of: office.mainPart)
    guard let name = relationships.first(where: { $0.kind == "styles" })?.target?.text,
      let entry = try office.archive.entry(named: name)
    else { return nil }
    return try WordStyles(entry, name: name, limits: limits)
  }
}
