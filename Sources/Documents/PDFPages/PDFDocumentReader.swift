// A PDF into a document: pages taken apart, laid out, joined.
import Findings
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

  private let extractor: Extractor

  package init(limits: ReadingLimits = .init(), extractor: Extractor = .any) {
    self.limits = limits
    self.extractor = extractor
  }

  /// - Throws: `.missingTool` where neither libpdfium nor poppler is installed, `.encrypted`, `.damaged`,
  ///   `.limit`.
  package func read(_ bytes: [UInt8]) throws(ReadingError) -> Document {
    guard !bytes.isEmpty else { throw .empty }
    var pages: [PageLayout] = []
    func take(_ content: PageContent) {
      var layout = PageLayout(content)
      layout.isPicture = content.glyphs.isEmpty && content.pictureShare > 0.3
      pages.append(layout)
    }
    if extractor != .poppler {
      let outcome = PDFLibrary.using { library -> Result<Void, ReadingError> in
        do throws(ReadingError) {
          return .success(try PDFExtractor(library: library, limits: PDFLimits()).pages(of: bytes, take))
        } catch {
          return .failure(error)
        }
      }
      if let outcome {
        try outcome.get()
        return try document(pages)
      }
    }
    guard extractor != .pdfium, let poppler = PopplerExtractor(limits: PDFLimits()) else {
      throw .missingTool(formatName: "PDF")
    }
    try poppler.pages(of: bytes, take)
    return try document(pages)
  }

  private func document(_ pages: [PageLayout]) throws(ReadingError) -> Document {
    var assembly = DocumentAssembly(limits: limits)
    for page in PageFurniture.removed(from: pages) { try assembly.add(page) }
    var document = assembly.finish()
    for page in pages where page.isPicture { document.findings.append(PDFWording.picture(page: page.number)) }
    return document
  }
}
