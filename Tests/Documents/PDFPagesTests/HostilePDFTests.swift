// Files made to harm end in a sentence or in an ordinary document, in bounded time.
import Tables
import Testing

@testable import PDFPages

@Suite(.enabled(if: PDFLibrary.isPresent, "libpdfium is not installed")) struct HostilePDFTests {
  private func read(_ bytes: [UInt8]) throws -> Document {
    try PDFDocumentReader(extractor: .pdfium).read(bytes)
  }

  private var page: TinyPDF.Page {
    var page = TinyPDF.Page()
    page.lines = [TinyPDF.Line("灯会", x: 100, y: 700)]
    return page
  }

  @Test func `an empty file, noise and a cut file are unreadable`() {
    let whole = TinyPDF([page]).bytes
    #expect(throws: ReadingError.empty) { try read([]) }
    for bytes in [Array("%PDF-1.7\n".utf8), Array("noise".utf8), Array(whole.prefix(60))] {
      #expect(throws: ReadingError.self) { try read(bytes) }
    }
  }

  @Test func `a tree of pages that bites its tail ends`() {
    let text = String(decoding: TinyPDF([page]).bytes, as: UTF8.self)
    let looped = text.split(separator: "/Kids [10 0 R]", maxSplits: 1).joined(separator: "/Kids [ 2 0 R]")
    _ = try? read(Array(looped.utf8))
  }

  @Test(arguments: ["0 0 100000000 100000000", "0 0 0 0", "0 0 -5 -5", "nan nan 1 1", "0 0 1e30 1e30"])
  func `a page of an absurd size has no text or its text`(mediaBox: String) {
    var page = page
    page.mediaBox = mediaBox
    _ = try? read(TinyPDF([page]).bytes)
  }

  @Test func `a hundred thousand strokes are read or refused`() {
    var page = page
    page.raw = (0..<100_000).map { "\($0 % 500) \($0 % 800) m \($0 % 300) \($0 % 700) l S\n" }.joined()
    _ = try? read(TinyPDF([page]).bytes)
  }

  @Test func `a grid of many lines is bounded`() throws {
    var page = page
    for index in 0..<400 {
      let position = Double(index) * 4 + 1
      page.rules.append((0, position, 1600, position))
      page.rules.append((position, 0, position, 1600))
    }
    page.mediaBox = "0 0 1700 1700"
    let document = try read(TinyPDF([page]).bytes)
    #expect(document.blocks.count <= 2)
  }

  private func texts(_ document: Document) -> [String] {
    document.blocks.map { block in
      if case .paragraph(let paragraph) = block { paragraph.text } else { "a table" }
    }
  }

  @Test(arguments: ["1e30", "-1e30", "9999999"])
  func `text far off the page is left out`(x: String) throws {
    var pdf = TinyPDF([page])
    pdf.pages[0].raw = "BT /F 10 Tf \(x) 700 Td <0001> Tj ET"
    let document = try read(pdf.bytes)
    #expect(texts(document) == ["灯会"])
  }

  @Test func `scripts in a file are not run and its text is read`() throws {
    var pdf = TinyPDF([page])
    pdf.catalogue = "/OpenAction << /S /JavaScript /JS (while(true){}) >>"
    let document = try read(pdf.bytes)
    #expect(texts(document) == ["灯会"])
  }

  @Test func `a file under a password is told as such`() {
    var pdf = TinyPDF([page])
    pdf.extra = [
      "<< /Filter /Standard /V 1 /R 2 /P -64 /O <\(String(repeating: "41", count: 32))> /U <"
        + "\(String(repeating: "42", count: 32))> >>"
    ]
    let text = String(decoding: pdf.bytes, as: UTF8.self)
    let locked = text.split(separator: "trailer << ", maxSplits: 1)
      .joined(separator: "trailer << /Encrypt 100 0 R /ID [<41> <41>] ")
    #expect(throws: ReadingError.encrypted) { try read(Array(locked.utf8)) }
  }

  @Test func `limits of pages and characters end in their sentence`() {
    var limits = PDFLimits()
    limits.pagesMax = 1
    let bytes = TinyPDF([page, page]).bytes
    let outcome = PDFLibrary.using { library -> ReadingError? in
      do throws(ReadingError) {
        try PDFExtractor(library: library, limits: limits).pages(of: bytes) { _, _ in }
        return nil
      } catch {
        return error
      }
    }
    #expect(outcome == .limit(name: .pageCount, value: 1))
  }
}
