// A web page into a document: paragraphs, tables, tables in cells, as a browser would print them.
import Findings
import PlainText
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
  package func read(_ bytes: [UInt8]) throws(ReadingError) -> Document {
    guard !bytes.isEmpty else { throw .empty }
    guard bytes.count <= limits.fileBytesMax else {
      throw .limit(name: .fileBytes, value: limits.fileBytesMax)
    }
    guard let text = TextDecoder().decode(bytes, declared: DeclaredCharset.encoding(in: bytes)) else {
      throw .unknownFormat
    }
    var builder = PageBuilder(text.utf8, limits: limits)
    try builder.build()
    builder.closeGaps()
    let findings = builder.tally.findings(limits, isEmpty: builder.blocks.isEmpty)
    return Document(format: .html, blocks: builder.blocks, findings: text.findings + findings)
  }
}
