// A PDF into a document: pages taken apart, laid out, joined.
import Findings
package import Tables

/// Reads the text and the tables of a PDF.
///
/// Example: `try PDFDocumentReader().read(bytes).blocks`.
package struct PDFDocumentReader: Sendable {
  private let limits: ReadingLimits

  package init(limits: ReadingLimits = .init()) {
    self.limits = limits
  }

  /// - Throws: `.missingTool` where no library for PDF is installed, `.encrypted`, `.damaged`, `.limit`.
  package func read(_ bytes: [UInt8]) throws(ReadingError) -> Document {
    guard !bytes.isEmpty else { throw .empty }
    let outcome = PDFLibrary.using { library -> Result<[PageLayout], ReadingError> in
      var pages: [PageLayout] = []
      do throws(ReadingError) {
        let extractor = PDFExtractor(library: library, limits: PDFLimits())
        try extractor.pages(of: bytes) { content in
          var layout = PageLayout(content)
          layout.isPicture = content.glyphs.isEmpty && content.pictureShare > 0.3
          pages.append(layout)
          return true
        }
        return .success(pages)
      } catch {
        return .failure(error)
      }
    }
    guard let outcome else { throw .missingTool(formatName: "PDF") }
    return try document(outcome.get())
  }

  private func document(_ pages: [PageLayout]) throws(ReadingError) -> Document {
    var assembly = DocumentAssembly(limits: limits)
    for page in PageFurniture.removed(from: pages) { try assembly.add(page) }
    var document = assembly.finish()
    for page in pages where page.isPicture { document.findings.append(PDFWording.picture(page: page.number)) }
    return document
  }
}
