// Plain text into a document: lines become paragraphs, tabbed, barred and ruled lines become tables.
import Findings
package import Tables

/// Reads plain text in any encoding that Chinese offices use.
///
/// Lines without tabs are paragraphs with their line number. Runs of lines with tabs are one ragged table;
/// where lines are cells parted by commas (CSV), the whole text is one. Where a converter printed each cell
/// on a line of its own, led by a tab, the rows are put together again.
/// Tables drawn with bars (Markdown) or ruling characters are tables too. Lines split by blanks stay
/// paragraphs: only who knows the forms' vocabulary can cut them.
///
/// Example: `"项目名称\t道路养护\t\n"` is a table of one row with three cells, the last one blank.
package struct PlainTextReader: Sendable {
  private let limits: ReadingLimits

  package init(limits: ReadingLimits = .init()) {
    self.limits = limits
  }

  /// - Throws: `.empty`, `.limit` beyond the limits, `.unknownFormat` for bytes that are no text.
  package func read(_ bytes: [UInt8]) throws(ReadingError) -> Document {
    guard !bytes.isEmpty else { throw .empty }
    guard bytes.count <= limits.fileBytesMax else {
      throw .limit(name: .fileBytes, value: limits.fileBytesMax)
    }
    guard let text = TextDecoder().decode(bytes) else { throw .unknownFormat }
    return try document(of: text)
  }

  /// The document of a text that is decoded already.
  package func document(of text: DecodedText) throws(ReadingError) -> Document {
    if let (table, findings) = try SeparatedValuesReader(limits: limits).table(of: text) {
      return Document(format: .text, blocks: [.table(table)], findings: text.findings + findings)
    }
    var blocks = TextBlocks(try TextLines(text.utf8, limits: limits), limits: limits)
    try blocks.build()
    return Document(format: .text, blocks: blocks.blocks, findings: text.findings + blocks.findings)
  }
}
