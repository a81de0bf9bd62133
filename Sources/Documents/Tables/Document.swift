// The common currency of all readers: a document as paragraphs and tables, in reading order.
package import Findings

/// The formats a document can have; told by content, never by file name.
package enum DocumentFormat: String, Sendable, CaseIterable {
  case docx, xlsx, html, text, pdf, doc, xls, rtf, odt, ods, picture
}

/// One piece of a document, in reading order.
package enum Block: Sendable, Equatable {
  case paragraph(Paragraph)
  case table(Table)
}

/// A paragraph outside tables.
package struct Paragraph: Sendable, Equatable {
  /// The text; inner line breaks are `\n`; white space at the ends is gone.
  package var text: String
  /// 1…9 where the document marks the paragraph as a heading of that level.
  package var headingLevel: Int?
  /// Its running number (a line's number in plain text), from 1.
  package var line: Int
  /// Where it is printed, in formats with fixed places; of a paragraph over two pages, its beginning.
  package var frame: TableFrames.Frame?

  package init(text: String, headingLevel: Int? = nil, line: Int, frame: TableFrames.Frame? = nil) {
    self.text = text
    self.headingLevel = headingLevel
    self.line = line
    self.frame = frame
  }

  /// Its place: the line, with page and rectangle where they are fixed.
  package var place: Place { Place(page: frame?.page, line: line, box: frame?.box) }
}

/// What a reader makes of a file.
package struct Document: Sendable, Equatable {
  /// What kind of file it was, told by its content, and what it holds in reading order.
  package var format: DocumentFormat
  package var blocks: [Block]
  /// What the reader left out or guessed: hidden sheets, deleted text, unknown encodings, limits reached.
  package var findings: [Finding]
  /// How its pages lay, in formats with fixed places; empty for what was read before that was noted.
  package var turns: [PageTurn]

  package init(
    format: DocumentFormat, blocks: [Block], findings: [Finding] = [], turns: [PageTurn] = []
  ) {
    self.format = format
    self.blocks = blocks
    self.findings = findings
    self.turns = turns
  }

  /// What a picture can be cut out of at a place; nil for a place without page and box, and on a page of
  /// which nobody knows how it lay.
  package func part(at place: Place?) -> PagePart? {
    guard let page = place?.page, let box = place?.box,
      let turn = turns.first(where: { $0.page == page })
    else { return nil }
    return PagePart(box, on: turn)
  }

  /// True where texts were recognised in a picture, so that every one of them wants to be confirmed.
  package var isScanned: Bool {
    blocks.contains { block in
      switch block {
      case .paragraph(let paragraph): paragraph.frame?.confidence != nil
      case .table(let table): table.frames?.isScanned ?? false
      }
    }
  }
}
