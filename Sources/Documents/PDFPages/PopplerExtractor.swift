// Takes the pages of a PDF apart with poppler's programs, where libpdfium is not installed.
import Programs
import Scans
import Tables

/// Reads the pages of one document through `pdftotext` (words with boxes) and `pdftocairo` (lines as SVG).
struct PopplerExtractor {
  private let text: ChildProgram
  private let drawing: ChildProgram
  private let painting: ChildProgram?
  let limits: PDFLimits

  /// - Returns: nil where poppler is not installed.
  init?(limits: PDFLimits) {
    guard let text = ChildProgram(variable: "PLUMBLINE_PDFTOTEXT", places: ["pdftotext"]),
      let drawing = ChildProgram(variable: "PLUMBLINE_PDFTOCAIRO", places: ["pdftocairo"])
    else { return nil }
    self.text = text
    self.drawing = drawing
    painting = ChildProgram(variable: "PLUMBLINE_PDFTOPPM", places: ["pdftoppm"])
    self.limits = limits
  }

  private static let seconds = 60
  private static let bytesMax = 128 << 20

  /// Hands every page to the body in order, with what draws it as a picture.
  func pages(of bytes: [UInt8], _ body: (PageContent, () -> Raster?) -> Void) throws(ReadingError) {
    let folder = try folder(with: bytes)
    defer { folder.remove() }
    var pages = try words([], in: folder)
    guard !pages.isEmpty else { throw .damaged(detail: "pdf: has no pages") }
    guard pages.count <= limits.pagesMax else { throw .limit(name: .pageCount, value: limits.pagesMax) }
    for index in pages.indices {
      let name = "page-\(index).svg"
      let number = "\(index + 1)"
      let words = ["-svg", "-f", number, "-l", number, folder.path("input.pdf"), folder.path(name)]
      if drawing.run(words, seconds: Self.seconds) == .done,
        let svg = folder.read(name, bytesMax: Self.bytesMax)
      {
        SVGLines(svg).add(to: &pages[index])
      }
      body(pages[index]) { picture(of: pages[index], in: folder) }
    }
  }

  /// One page drawn in grey, to have a part of it shown.
  ///
  /// - Parameter number: from 1.
  func picture(_ number: Int, of bytes: [UInt8]) throws(ReadingError) -> Raster {
    let folder = try folder(with: bytes)
    defer { folder.remove() }
    // Pages behind the last one are passed over without a word, and then there is none.
    guard number > 0, number <= limits.pagesMax,
      var page = try words(["-f", "\(number)", "-l", "\(number)"], in: folder).first
    else { throw PDFDocumentReader.noPage(number) }
    page.number = number
    guard let picture = picture(of: page, in: folder, usual: PageDrawing.forShowing) else {
      throw .damaged(detail: "pdftoppm: page \(number)")
    }
    return picture
  }

  private func folder(with bytes: [UInt8]) throws(ReadingError) -> WorkFolder {
    guard let folder = WorkFolder("pdf") else { throw .damaged(detail: "no temporary folder") }
    guard folder.write(bytes, as: "input.pdf") else {
      folder.remove()
      throw .damaged(detail: "the temporary folder is full")
    }
    return folder
  }

  /// The pages with their words.
  private func words(_ choice: [String], in folder: WorkFolder) throws(ReadingError) -> [PageContent] {
    let ending = text.run(
      choice + ["-bbox", folder.path("input.pdf"), folder.path("words.html")], seconds: Self.seconds)
    switch ending {
    case .done: break
    case .late: throw .timeout(seconds: Self.seconds)
    // Of a page that is not there it says "wrong page range given" and ends with 99.
    case .failed(99) where !choice.isEmpty: return []
    case .failed(let code): throw code == 1 ? .damaged(detail: "pdftotext: 1") : .encrypted
    case .notStarted: throw .missingTool(formatName: "PDF")
    }
    guard let words = folder.read("words.html", bytesMax: Self.bytesMax) else {
      throw .damaged(detail: "pdftotext wrote nothing")
    }
    return WordBoxes.pages(in: words)
  }

  /// A page drawn in grey.
  private func picture(
    of page: PageContent, in folder: WorkFolder, usual: Double = PageDrawing.forReading
  ) -> Raster? {
    let scale = PageDrawing.pixelsPerPoint(width: page.width, height: page.height, usual: usual)
    guard scale > 0.2, let painting else { return nil }
    let words = [
      "-gray", "-r", "\(Int(scale * 72))", "-f", "\(page.number)", "-l", "\(page.number)", "-singlefile",
      folder.path("input.pdf"), folder.path("picture"),
    ]
    guard painting.run(words, seconds: Self.seconds) == .done,
      let bytes = folder.read("picture.pgm", bytesMax: Raster.pixelsMax + 100)
    else { return nil }
    return Raster(portableGrey: bytes, pixelsPerPoint: Double(Int(scale * 72)) / 72)
  }
}
