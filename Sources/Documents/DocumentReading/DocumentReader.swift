// Any file into a document: the format is told by content, then its reader reads it.
import OfficePackages
import PDFPages
import PlainText
import Spreadsheets
package import Tables
import WebPages
import WordDocuments

/// Reads a file of any supported format: docx, xlsx, web pages (also under the name of a workbook, and with
/// their parts in one file), plain text, and whatever the foreign readers that it is given read.
///
/// Example: `try DocumentReader().read(bytes).blocks`; a failure's sentence is
/// `ReadingWording.sentence(for:)`.
package struct DocumentReader: Sendable {
  private let limits: ReadingLimits
  private let foreignReaders: [any ForeignReader]

  /// - Parameter foreignReaders: asked in order; the first that reads a format gets the file.
  package init(limits: ReadingLimits = .init(), foreignReaders: [any ForeignReader] = []) {
    self.limits = limits
    self.foreignReaders = foreignReaders
  }

  /// What a file is, by its bytes.
  package static func format(of bytes: [UInt8]) -> FileFormat { FileFormat(of: bytes) }

  /// - Throws: whatever the format's reader throws; `.unsupported` for formats that are known and not read,
  ///   `.unknownFormat` for noise.
  package func read(
    _ bytes: [UInt8], options: ReadingOptions = .init()
  ) throws(ReadingError) -> Document {
    var document = try readAny(bytes, options)
    document.tellReplacedCharacters()
    return document
  }

  private func readAny(_ bytes: [UInt8], _ options: ReadingOptions) throws(ReadingError) -> Document {
    guard bytes.count <= limits.fileBytesMax else {
      throw .limit(name: .fileBytes, value: limits.fileBytesMax)
    }
    let format = Self.format(of: bytes)
    switch format {
    case .empty: throw .empty
    case .wordDocument, .workbook: return try readPackage(bytes)
    case .webPage: return try WebPageReader(limits: limits).read(bytes)
    case .webArchive: return try WebArchiveReader(limits: limits).read(bytes)
    case .pdf: return try PDFDocumentReader(limits: limits, readsPictures: options.readsPictures).read(bytes)
    case .picture where options.readsPictures: return try PDFDocumentReader(limits: limits).readPicture(bytes)
    case .text: return try PlainTextReader(limits: limits).read(bytes)
    case .encrypted: throw .encrypted
    case .damaged: throw .damaged(detail: "the compound file has no directory")
    case .unknown: throw .unknownFormat
    case .legacyWord, .legacyWorkbook, .binaryWorkbook, .wordXML, .spreadsheetXML, .richText, .openText,
      .openSpreadsheet, .picture, .known:
      return try readForeign(bytes, format: format, options: options)
    }
  }

  /// Cuts a part of a page out as a picture, in the formats whose pages have fixed places.
  ///
  /// - Throws: what reading throws; `.refused` for a page that is not there and a part beyond its page;
  ///   `.unsupported` for formats without pages.
  package func cutOut(_ part: PagePart, of bytes: [UInt8]) throws(ReadingError) -> PagePicture {
    guard bytes.count <= limits.fileBytesMax else {
      throw .limit(name: .fileBytes, value: limits.fileBytesMax)
    }
    let format = Self.format(of: bytes)
    switch format {
    case .empty: throw .empty
    case .pdf: return try PDFDocumentReader(limits: limits).cutOut(part, of: bytes)
    case .picture: return try PDFDocumentReader(limits: limits).cutOut(part, ofPicture: bytes)
    default:
      guard let name = format.usualName else { throw .unknownFormat }
      throw .unsupported(formatName: name)
    }
  }

  private func readForeign(
    _ bytes: [UInt8], format: FileFormat, options: ReadingOptions
  ) throws(ReadingError) -> Document {
    for reader in foreignReaders where reader.reads(format) {
      return try reader.read(bytes, format: format, options: options)
    }
    guard let name = format.usualName else { throw .unknownFormat }
    throw .unsupported(formatName: name)
  }

  private func readPackage(_ bytes: [UInt8]) throws(ReadingError) -> Document {
    try OfficePackage.reading(bytes, limits: limits) { (package) throws(ReadingError) -> Document in
      var document = try read(package)
      document.tellPicturesAlone(of: package)
      return document
    }
  }

  /// The package says itself what it is; one that does not is tried as both.
  private func read(_ package: OfficePackage) throws(ReadingError) -> Document {
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
