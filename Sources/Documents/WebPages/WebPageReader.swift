// A web page into a document: paragraphs, tables, tables in cells, as a browser would print them.
import Findings
package import PlainText
package import Tables

/// Reads HTML pages of any make: offices' content systems, Word and Excel exports, hand-written tables.
///
/// Nothing is refused for being malformed: what browsers make of faulty markup is the rule. Style sheets
/// and scripts are not followed; elements hidden by their own attributes are left out and told (finding
/// R03).
///
/// Example: `<table><tr><td rowspan=2>产出<td>数量</table>` is a table of one row with two cells.
package struct WebPageReader: Sendable {
  private let limits: ReadingLimits

  package init(limits: ReadingLimits = .init()) {
    self.limits = limits
  }

  /// - Throws: `.empty`, `.limit` beyond the limits (more than `depthMax` tables in each other among them),
  ///   `.unknownFormat` for bytes that are no text.
  /// - Parameter charset: what was said of the page's encoding from outside; counts before its own word.
  package func read(_ bytes: [UInt8], charset: TextEncoding? = nil) throws(ReadingError) -> Document {
    try read([(bytes, charset)])
  }

  /// Reads pages that follow one another as one.
  func read(_ pages: [(bytes: [UInt8], charset: TextEncoding?)]) throws(ReadingError) -> Document {
    guard pages.contains(where: { !$0.bytes.isEmpty }) else { throw .empty }
    guard pages.reduce(0, { $0 + $1.bytes.count }) <= limits.fileBytesMax else {
      throw .limit(name: .fileBytes, value: limits.fileBytesMax)
    }
    var text: [UInt8] = []
    var findings: [Finding] = []
    for page in pages {
      let declared = page.charset ?? DeclaredCharset.encoding(in: page.bytes)
      guard let decoded = TextDecoder().decode(page.bytes, declared: declared) else { throw .unknownFormat }
      text = text.isEmpty ? decoded.utf8 : text + decoded.utf8
      findings += decoded.findings
    }
    var builder = PageBuilder(text, limits: limits)
    try builder.build()
    builder.closeGaps()
    findings += builder.tally.findings(limits, isEmpty: builder.blocks.isEmpty)
    return Document(format: .html, blocks: builder.blocks, findings: findings)
  }
}
