// Cells cut out of pages: of print and of scans, however the page lay, and nothing beyond it.
import Findings
import Scans
import Tables
import Testing

@testable import PDFPages

@Suite(.enabled(if: PDFLibrary.isPresent, "libpdfium is not installed")) struct PageCuttingTests {
  /// Two rows of cells; the first has a black block at its left end, the last at its right.
  private func page(_ height: Double = 30) -> TinyPDF.Page {
    var page = TinyPDF.Page()
    page.addTable(
      left: 60, top: 700, widths: [160, 200], height: height, rows: [["甲项目", "乙"], ["丙", "丁项目"]])
    page.raw = "170 \(700 - height + 6) 40 18 re f 380 \(700 - 2 * height + 6) 30 18 re f\n"
    return page
  }

  private func part(_ document: Document, _ row: Int, _ column: Int) throws -> PagePart {
    for case .table(let table) in document.blocks {
      let cell = try #require(table.cells.first { $0.row == row && $0.column == column })
      return try #require(document.part(at: table.place(of: cell)))
    }
    throw ReadingError.damaged(detail: "no table")
  }

  /// How dark a part of a picture is, in percent.
  private func darkness(_ picture: PagePicture, from: Double = 0, to: Double = 1) -> Int {
    let columns = Int(Double(picture.width) * from)..<Int(Double(picture.width) * to)
    let sum = (0..<picture.height).reduce(0) { sum, row in
      columns.reduce(sum) { $0 + 15 - Int(picture.shades[row * picture.width + $1]) }
    }
    return sum * 100 / max(1, 15 * columns.count * picture.height)
  }

  private func expectCells(_ document: Document, _ cutOut: (PagePart) throws -> PagePicture) throws {
    let first = try cutOut(try part(document, 0, 0))
    #expect(darkness(first, from: 0.63, to: 0.95) > 30 && darkness(first, from: 0.3, to: 0.55) < 15)
    let last = try cutOut(try part(document, 1, 1))
    #expect(darkness(last, from: 0.75, to: 0.95) > 25 && darkness(last, from: 0.4, to: 0.7) < 15)
    let light = try cutOut(try part(document, 0, 1))
    #expect(darkness(light, from: 0.1, to: 0.9) < 15)
  }

  /// Poppler's programs do not say which way words run; what they tell of turned pages is no table.
  private static let turned: [(PDFDocumentReader.Extractor, Int)] = [
    (.pdfium, 0), (.pdfium, 90), (.pdfium, 180), (.pdfium, 270), (.poppler, 0),
  ]

  @Test(arguments: turned)
  func `a printed cell is cut out of its page, however that is turned`(
    extractor: PDFDocumentReader.Extractor, rotation: Int
  ) throws {
    var turned = page()
    turned.rotation = rotation
    let bytes = TinyPDF([TinyPDF.Page(), turned]).bytes
    let reader = PDFDocumentReader(extractor: extractor)
    let document = try reader.read(bytes)
    #expect(document.turns.map(\.page) == [1, 2])
    let cell = try part(document, 0, 0)
    #expect(cell.turn.page == 2)
    if extractor == .pdfium { #expect(cell.turn.quarters == (4 - rotation / 90) % 4) }
    try expectCells(document) { try reader.cutOut($0, of: bytes) }
  }

  @Test func `a page that was enlarged to be laid out is cut as it is printed`() throws {
    var small = page()
    small.lines = small.lines.map { TinyPDF.Line($0.text, x: $0.x, y: $0.y, size: 5) }
    let bytes = TinyPDF([small]).bytes
    try expectCells(try PDFDocumentReader().read(bytes)) { try PDFDocumentReader().cutOut($0, of: bytes) }
  }

  // MARK: Scans

  /// A page as a picture file: a portable one of the size of A4, whose resolution is told by its size.
  private func file(_ picture: Raster) -> [UInt8] {
    Array("P5\n\(picture.width) \(picture.height)\n255\n".utf8) + picture.pixels
  }

  /// Figures, because the fonts that every reader has know no other signs.
  private var figures: [UInt8] {
    var page = page(30)
    page.raw += "BT /F9 12 Tf 70 680 Td (128500.00) Tj ET BT /F9 12 Tf 230 680 Td (96) Tj ET\n"
    page.raw += "BT /F9 12 Tf 70 650 Td (7041.50) Tj ET BT /F9 12 Tf 230 650 Td (100) Tj ET\n"
    page.lines = []
    let text = String(decoding: TinyPDF([page]).bytes, as: UTF8.self)
    let font = "/F9 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
    return Array(text.replacing("/F 3 0 R", with: font).utf8)
  }

  @Test(
    .enabled(if: TextRecognizer() != nil, "tesseract or its Chinese model is missing"),
    arguments: [(0.0, 0), (2.5, 0), (-4.0, 0), (0.6, 1), (0, 2), (-1.5, 3)])
  func `a scanned cell is cut out of its sheet, however that lay`(degrees: Double, quarters: Int) throws {
    var drawn: Raster?
    _ = PDFLibrary.using { library in
      try? PDFExtractor(library: library, limits: PDFLimits()).pages(of: figures) { drawn = $1() }
    }
    let sharp = try #require(drawn)
    var sheet = degrees == 0 ? sharp : sharp.turned(by: degrees)
    for _ in 0..<quarters { sheet = sheet.turnedOnce() }
    let bytes = file(sheet)
    let reader = PDFDocumentReader(readsPictures: true)
    let document = try reader.readPicture(bytes)
    let cell = try part(document, 0, 0)
    #expect(cell.turn.quarters == (4 - quarters) % 4)
    #expect(abs(Double(cell.turn.skew) / 1000 - degrees) < 0.1)
    try expectCells(document) { try reader.cutOut($0, ofPicture: bytes) }
  }

  // MARK: Hostile

  @Test(arguments: [PDFDocumentReader.Extractor.pdfium, .poppler], [3, 4, 100_000])
  func `a page that is not there is refused`(extractor: PDFDocumentReader.Extractor, page number: Int) throws
  {
    let bytes = TinyPDF([page(), page()]).bytes
    let turn = try #require(PageTurn(page: number, quarters: 0, skew: 0))
    let part = try #require(PagePart(Box(left: 0, top: 0, width: 100, height: 100), on: turn))
    #expect(throws: ReadingError.refused(detail: "there is no page \(number)")) {
      try PDFDocumentReader(extractor: extractor).cutOut(part, of: bytes)
    }
    #expect(throws: ReadingError.refused(detail: "there is no page \(number)")) {
      try PDFDocumentReader().cutOut(part, ofPicture: bytes)
    }
  }

  @Test(arguments: [(5_990, 0), (0, 8_460), (200_000, 200_000), (-1_000, -1_000)])
  func `a part beyond its page is refused`(left: Int, top: Int) throws {
    let turn = try #require(PageTurn(page: 1, quarters: 0, skew: 0))
    let part = try #require(PagePart(Box(left: left, top: top, width: 50, height: 50), on: turn))
    #expect(throws: ReadingError.refused(detail: "the part lies beyond page 1")) {
      try PDFDocumentReader().cutOut(part, of: TinyPDF([page()]).bytes)
    }
  }

  @Test(arguments: ["0 0 100000000 100000000", "0 0 0 0", "0 0 -5 -5", "nan nan 1 1", "0 0 1e30 1e30"])
  func `a page of an absurd size ends in a picture of the size that was asked for, or in a sentence`(
    mediaBox: String
  ) throws {
    var page = page()
    page.mediaBox = mediaBox
    let turn = try #require(PageTurn(page: 1, quarters: 3, skew: 5_000))
    let part = try #require(PagePart(Box(left: 0, top: 0, width: 200_000, height: 7_000), on: turn))
    do throws(ReadingError) {
      let picture = try PDFDocumentReader(extractor: .pdfium).cutOut(part, of: TinyPDF([page]).bytes)
      #expect(picture.width == part.width && picture.height == part.height)
    } catch {
      #expect([.refused(detail: "the part lies beyond page 1")].contains(error) || "\(error)".contains("pdf"))
    }
  }

  @Test func `bytes that are no document end in a sentence`() throws {
    let turn = try #require(PageTurn(page: 1, quarters: 0, skew: 0))
    let part = try #require(PagePart(Box(left: 0, top: 0, width: 50, height: 50), on: turn))
    for bytes in [[], Array("%PDF-1.7\n".utf8), [0x89, 0x50, 0x4E, 0x47, 1, 2, 3]] as [[UInt8]] {
      #expect(throws: ReadingError.self) { try PDFDocumentReader().cutOut(part, of: bytes) }
      #expect(throws: ReadingError.self) { try PDFDocumentReader().cutOut(part, ofPicture: bytes) }
    }
  }
}
