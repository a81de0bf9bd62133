// A form as it is printed: one value that screen, paper, Word and Excel are made from.

/// An official form ready for printing: paper, title and tables, with nothing left to decide about words.
///
/// All lengths are whole tenths of a millimetre. A sheet knows nothing of budgets; every word in it was
/// chosen by the layout that made it.
package struct FormSheet: Sendable, Equatable {
  /// What the document is called where formats keep a name (PDF, DOCX and XLSX properties, HTML title).
  package var title: String
  /// Who answers for it, for the same places.
  package var author: String?
  package var paper: Paper
  /// A word printed large and pale across every page, such as 草稿; nil on final papers.
  package var mark: String?
  /// Title, lines of text and tables from top to bottom.
  package var blocks: [SheetBlock]

  package init(
    title: String, author: String? = nil, paper: Paper = .portrait, mark: String? = nil,
    blocks: [SheetBlock]
  ) {
    self.title = title
    self.author = author
    self.paper = paper
    self.mark = mark
    self.blocks = blocks
  }
}

/// A part of a sheet, over the whole width between the margins.
package enum SheetBlock: Sendable, Equatable {
  case line(SheetLine)
  case grid(SheetGrid)
  /// What follows begins on a page of its own.
  case pageBreak
}

/// A paragraph outside of tables: title, unit and amount line above a table, note or signature below it.
package struct SheetLine: Sendable, Equatable {
  /// The parts, spread over the width: one alone stands where its alignment says; of several, each takes
  /// an equal share of the width (单位 on the left, 单位：万元 on the right).
  package var parts: [SheetText]

  package init(_ parts: [SheetText]) {
    self.parts = parts
  }
}

/// A text with the part that it plays and where it stands.
package struct SheetText: Sendable, Equatable {
  /// As printed; `\n` breaks the line.
  package var text: String
  package var role: TextRole
  package var alignment: TextAlignment
  /// How it is written into, for prose outside of tables.
  package var entry: SheetEntry?

  package init(_ text: String, role: TextRole = .body, alignment: TextAlignment = .start) {
    self.text = text
    self.role = role
    self.alignment = alignment
  }
}

/// What a text is to the form; fonts and sizes follow from it.
package enum TextRole: String, Sendable, CaseIterable {
  /// The form's title (小标宋).
  case title
  /// A line below the title (年度), or a heading between tables.
  case subtitle
  /// A head cell of columns (黑体).
  case head
  /// A printed label beside a value (黑体 or 仿宋 by font map).
  case label
  /// What people wrote (仿宋 or 宋).
  case body
  /// Notes below the table, in smaller print.
  case note
}

/// Where a text stands between the edges of its cell.
package enum TextAlignment: String, Sendable, CaseIterable {
  case start, center, end
}
