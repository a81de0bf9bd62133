// What a PDF says about itself.

/// Title, author and date of a document; printing the same sheets with the same properties gives the same
/// bytes.
package struct PDFProperties: Sendable, Equatable {
  /// The document's name; nil for that of its first sheet.
  package var title: String?
  /// Nil for that of the first sheet.
  package var author: String?
  /// When it was made.
  package var created: PrintingMoment
  /// Whether the structure (headings, tables, head cells) is written for screen readers; such files are
  /// larger.
  package var isTagged: Bool

  package init(
    title: String? = nil, author: String? = nil, created: PrintingMoment, isTagged: Bool = true
  ) {
    self.title = title
    self.author = author
    self.created = created
    self.isTagged = isTagged
  }
}

/// A printed document.
package struct PrintedSheets: Sendable, Equatable {
  /// The PDF.
  package var bytes: [UInt8]
  /// The number of pages of each sheet.
  package var pageCounts: [Int]
  /// What was printed otherwise than written, each sign once.
  package var notices: [PrintingNotice]
}
