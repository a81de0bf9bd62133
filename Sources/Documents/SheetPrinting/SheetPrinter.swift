// Prints sheets as PDF.
import CPango
package import FormSheets

/// Prints sheets, one after another, into PDF documents.
///
/// A printer keeps what it learnt about fonts and labels and so is for many documents, but for one thread at
/// a time; other threads make their own from the same `PrintingFonts`. There is no state outside of it.
///
/// Example: `try SheetPrinter(fonts: PrintingFonts()).pdf([sheet], PDFProperties(created: moment)).bytes`.
package final class SheetPrinter {
  private let fonts: PrintingFonts
  private let setter: TextSetter

  /// - Throws: `.noFonts`.
  package init(fonts: PrintingFonts) throws(PrintingError) {
    self.fonts = fonts
    setter = try TextSetter(fonts: fonts)
  }

  /// Prints all sheets into one document; each begins on a page of its own and counts its own pages. Sheets
  /// are taken one by one, so a long sequence need not be in memory.
  ///
  /// - Throws: `.nothingToPrint`, `.unusablePaper`, `.drawing`.
  package func pdf(
    _ sheets: some Sequence<FormSheet>, _ properties: PDFProperties
  ) throws(PrintingError) -> PrintedSheets {
    var canvas: PDFCanvas?
    var printed = PrintedSheets(bytes: [], pageCounts: [], notices: [])
    var notices = NoticeCollection()
    for sheet in sheets {
      let number = printed.pageCounts.count
      guard let frame = PageFrame(sheet.paper) else { throw .unusablePaper(sheet: number) }
      let drawing: PDFCanvas
      if let canvas {
        drawing = canvas
      } else {
        drawing = try PDFCanvas(frame, properties, sheet, setter)
        canvas = drawing
      }
      var composer = SheetComposer(
        sheet, number: number, frame: frame, setter: setter, fonts: fonts, notices: notices)
      let pages = composer.composed()
      notices = composer.notices
      try drawing.draw(pages, title: sheet.title)
      printed.pageCounts.append(pages.count)
    }
    guard let canvas else { throw .nothingToPrint }
    printed.bytes = try canvas.finish()
    printed.notices = notices.notices
    return printed
  }

  /// The pages of a sheet before they are drawn.
  func pages(of sheet: FormSheet) throws(PrintingError) -> [PlacedPage] {
    guard let frame = PageFrame(sheet.paper) else { throw .unusablePaper(sheet: 0) }
    var composer = SheetComposer(
      sheet, number: 0, frame: frame, setter: setter, fonts: fonts, notices: NoticeCollection())
    return composer.composed()
  }
}
