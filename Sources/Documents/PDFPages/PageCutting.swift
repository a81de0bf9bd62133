// A part of a page as a picture, for the eyes of whoever compares what was read with what stands there.
import Findings
import Scans
package import Tables

extension PDFDocumentReader {
  /// Cuts a part out of a page of a PDF.
  ///
  /// - Throws: `.missingTool` where neither libpdfium nor poppler is installed, `.encrypted`, `.damaged`;
  ///   `.refused` for a page that is not there and a part beyond its page.
  package func cutOut(_ part: PagePart, of bytes: [UInt8]) throws(ReadingError) -> PagePicture {
    guard !bytes.isEmpty else { throw .empty }
    let page = part.turn.page
    if extractor != .poppler {
      let outcome = PDFLibrary.using { library -> Result<Raster, ReadingError> in
        do throws(ReadingError) {
          return .success(try PDFExtractor(library: library, limits: PDFLimits()).picture(page, of: bytes))
        } catch {
          return .failure(error)
        }
      }
      if let outcome { return try Self.cutOut(part, of: try outcome.get()) }
    }
    guard extractor != .pdfium, let poppler = PopplerExtractor(limits: PDFLimits()) else {
      throw .missingTool(formatName: "PDF")
    }
    return try Self.cutOut(part, of: try poppler.picture(page, of: bytes))
  }

  /// Cuts a part out of a picture file, whose one page is the first.
  ///
  /// - Throws: `.damaged` for what is no picture of a page; `.refused` for another page and a part beyond it.
  package func cutOut(_ part: PagePart, ofPicture bytes: [UInt8]) throws(ReadingError) -> PagePicture {
    guard part.turn.page == 1 else { throw Self.noPage(part.turn.page) }
    guard let picture = Raster(file: bytes) else { throw .damaged(detail: "no picture of a page") }
    return try Self.cutOut(part, of: picture)
  }

  static func noPage(_ page: Int) -> ReadingError { .refused(detail: "there is no page \(page)") }

  private static func cutOut(_ part: PagePart, of picture: Raster) throws(ReadingError) -> PagePicture {
    let area = part.area
    let (left, top) = (Double(area.left) / 10, Double(area.top) / 10)
    let box = ScanBox(
      left: left, top: top, right: left + Double(area.width) / 10, bottom: top + Double(area.height) / 10)
    let shades = picture.shades(
      in: box, quarters: part.turn.quarters, skew: Double(part.turn.skew) / 1000, columns: part.width,
      rows: part.height)
    guard let shades,
      let cut = PagePicture(width: part.width, height: part.height, shades: shades.map { $0 >> 4 })
    else { throw .refused(detail: "the part lies beyond page \(part.turn.page)") }
    return cut
  }
}
