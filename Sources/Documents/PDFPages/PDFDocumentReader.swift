// A PDF or a picture into a document: pages taken apart, laid out, joined.
import Findings
import Scans
package import Tables

/// Reads the text and the tables of a PDF.
///
/// Example: `try PDFDocumentReader().read(bytes).blocks`.
package struct PDFDocumentReader: Sendable {
  private let limits: ReadingLimits

  /// What takes the pages apart.
  package enum Extractor: Sendable {
    /// libpdfium where it is installed, else poppler.
    case any
    case pdfium
    case poppler
  }

  let extractor: Extractor
  private let readsPictures: Bool

  /// - Parameter readsPictures: whether the text of scanned pages is recognised.
  package init(limits: ReadingLimits = .init(), extractor: Extractor = .any, readsPictures: Bool = false) {
    self.limits = limits
    self.extractor = extractor
    self.readsPictures = readsPictures
  }

  /// Reads a PDF.
  ///
  /// - Throws: `.missingTool` where neither libpdfium nor poppler is installed, `.encrypted`, `.damaged`,
  ///   `.limit`.
  package func read(_ bytes: [UInt8]) throws(ReadingError) -> Document {
    guard !bytes.isEmpty else { throw .empty }
    var pages = PageIntake(readsPictures: readsPictures)
    if extractor != .poppler {
      let outcome = PDFLibrary.using { library -> Result<Void, ReadingError> in
        do throws(ReadingError) {
          return .success(
            try PDFExtractor(library: library, limits: PDFLimits()).pages(of: bytes) { pages.take($0, $1) })
        } catch {
          return .failure(error)
        }
      }
      if let outcome {
        try outcome.get()
        return try document(pages, format: .pdf)
      }
    }
    guard extractor != .pdfium, let poppler = PopplerExtractor(limits: PDFLimits()) else {
      throw .missingTool(formatName: "PDF")
    }
    try poppler.pages(of: bytes) { pages.take($0, $1) }
    return try document(pages, format: .pdf)
  }

  /// Recognises the text of a picture file.
  ///
  /// - Throws: `.missingTool` where tesseract is not installed, `.damaged` for what is no picture of a page.
  package func readPicture(_ bytes: [UInt8]) throws(ReadingError) -> Document {
    guard let recognizer = TextRecognizer() else { throw .missingTool(formatName: PDFWording.scan) }
    guard let picture = Raster(file: bytes),
      let content = ScannedPage.content(of: picture, number: 1, recognizer)
    else { throw .damaged(detail: "no picture of a page") }
    var pages = PageIntake(readsPictures: true)
    pages.take(content) { nil }
    return try document(pages, format: .picture)
  }

  private func document(_ intake: PageIntake, format: DocumentFormat) throws(ReadingError) -> Document {
    var assembly = DocumentAssembly(limits: limits)
    for page in PageFurniture.removed(from: intake.pages) { try assembly.add(page) }
    var document = assembly.finish()
    document.format = format
    document.findings += intake.findings
    return document
  }
}

/// Lays pages out as they come, scanned ones after their text was recognised.
private struct PageIntake {
  let readsPictures: Bool
  private(set) var pages: [PageLayout] = []
  /// About pages that could not be read.
  private(set) var findings: [Finding] = []
  /// Opened for the first page that needs it.
  private lazy var recognizer = TextRecognizer()

  init(readsPictures: Bool) {
    self.readsPictures = readsPictures
  }

  mutating func take(_ content: PageContent, _ picture: () -> Raster?) {
    guard content.isPicture else { return pages.append(PageLayout(content)) }
    guard readsPictures else { return leaveOut(content, PDFWording.notAsked(page: content.number)) }
    guard let recognizer else { return leaveOut(content, PDFWording.noRecognizer(page: content.number)) }
    guard let scanned = picture().flatMap({ ScannedPage.content(of: $0, number: content.number, recognizer) })
    else { return leaveOut(content, PDFWording.unreadable(page: content.number)) }
    pages.append(PageLayout(scanned))
  }

  private mutating func leaveOut(_ content: PageContent, _ finding: Finding) {
    pages.append(PageLayout(content))
    findings.append(finding)
  }
}
