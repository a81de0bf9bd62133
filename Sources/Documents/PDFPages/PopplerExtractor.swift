// Takes the pages of a PDF apart with poppler's programs, where libpdfium is not installed.
import Programs
import Tables

/// Reads the pages of one document through `pdftotext` (words with boxes) and `pdftocairo` (lines as SVG).
struct PopplerExtractor {
  private let text: ChildProgram
  private let drawing: ChildProgram
  let limits: PDFLimits

  /// - Returns: nil where poppler is not installed.
  init?(limits: PDFLimits) {
    guard let text = ChildProgram(variable: "PLUMBLINE_PDFTOTEXT", places: ["pdftotext"]),
      let drawing = ChildProgram(variable: "PLUMBLINE_PDFTOCAIRO", places: ["pdftocairo"])
    else { return nil }
    self.text = text
    self.drawing = drawing
    self.limits = limits
  }

  private static let seconds = 60
  private static let bytesMax = 128 << 20

  /// Hands every page to the body in order.
  func pages(of bytes: [UInt8], _ body: (PageContent) -> Void) throws(ReadingError) {
    guard let folder = WorkFolder("pdf") else { throw .damaged(detail: "no temporary folder") }
    defer { folder.remove() }
    guard folder.write(bytes, as: "input.pdf") else {
      throw .damaged(detail: "the temporary folder is full")
    }
    let ending = text.run(
      ["-bbox", folder.path("input.pdf"), folder.path("words.html")], seconds: Self.seconds)
    switch ending {
    case .done: break
    case .late: throw .timeout(seconds: Self.seconds)
    case .failed(let code): throw code == 1 ? .damaged(detail: "pdftotext: 1") : .encrypted
    case .notStarted: throw .missingTool(formatName: "PDF")
    }
    guard let words = folder.read("words.html", bytesMax: Self.bytesMax) else {
      throw .damaged(detail: "pdftotext wrote nothing")
    }
    var pages = WordBoxes.pages(in: words)
    guard !pages.isEmpty else { throw .damaged(detail: "pdf: has no pages") }
    guard pages.count <= limits.pagesMax else { throw .limit(name: .pageCount, value: limits.pagesMax) }
    for index in pages.indices {
      let name = "page-\(index).svg"
      let number = "\(index + 1)"
      let words = ["-svg", "-f", number, "-l", number, folder.path("input.pdf"), folder.path(name)]
      guard drawing.run(words, seconds: Self.seconds) == .done,
        let svg = folder.read(name, bytesMax: Self.bytesMax)
      else {
        body(pages[index])
        continue
      }
      SVGLines(svg).add(to: &pages[index])
      body(pages[index])
    }
  }
}
