// Any file into a document: the format is told by content, then its reader reads it.
import OfficePackages
import PDFPages
import PlainText
import Spreadsheets
package import Tables
import WebPages
import WordDocuments

/// Reads a file of any supported format: docx, xlsx, web pages (also under the name of a workbook), plain
/// text.
///
/// Example: `try DocumentReader().read(bytes).blocks`; a failure's sentence is
/// `ReadingWording.sentence(for:)`.
package struct DocumentReader: Sendable {
  private let limits: ReadingLimits

  package init(limits: ReadingLimits = .init()) {
    self.limits = limits
  }

  /// What a file is, by its bytes.
  package static func format(of bytes: [UInt8]) -> FileFormat { FileFormat(of: bytes) }

  /// - Throws: whatever the format's reader throws; `.unsupported` for formats that are known and not read,
  ///   `.unknownFormat` for noise.
  package func read(_ bytes: [UInt8]) throws(ReadingError) -> Document {
    guard bytes.count <= limits.fileBytesMax else {
      throw .limit(name: .fileBytes, value: limits.fileBytesMax)
    }
    switch Self.format(of: bytes) {
    case .empty: throw .empty
    case .wordDocument, .workbook: return try readPackage(bytes)
    case .webPage: return try WebPageReader(limits: limits).read(bytes)
    case .spreadsheetXML: throw .unsupported(formatName: FormatNameWording.workbookXML)
    case .pdf: return try PDFDocumentReader(limits: limits).read(bytes)
    case .text: return try PlainTextReader(limits: limits).read(bytes)
    case .encrypted: throw .encrypted
    case .known(let name): throw .unsupported(formatName: name)
    case .unknown: throw .unknownFormat
    }
  }

  /// The package says itself what it is; one that does not is tried as both.
  private func readPackage(_ bytes: [UInt8]) throws(ReadingError) -> Document {
    try OfficePackage.reading(bytes, limits: limits) { (package) throws(ReadingError) -> Document in
      switch package.kind {
      case .wordDocument: return try WordDocumentReader(limits: limits).read(package)
      case .spreadsheet: return try SpreadsheetReader(limits: limits).read(package)
      case nil:
        do throws(ReadingError) {
          return try WordDocumentReader(limits: limits).read(package)
        } catch {
          guard error == .unknownFormat else { throw error }
        }
        return try SpreadsheetReader(limits: limits).read(package)
      }
    }
  }
}
