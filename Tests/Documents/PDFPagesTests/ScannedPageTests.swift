// Scanned pages: drawn, made crooked and dirty, and read again.
import Glibc
import Scans
import Tables
import Testing

@testable import PDFPages

@Suite(
  .enabled(
    if: PDFLibrary.isPresent && TextRecognizer() != nil,
    "libpdfium, tesseract or its Chinese model is missing"))
struct ScannedPageTests {
  /// A page as a scanner gives it.
  private func degraded(_ picture: Raster, degrees: Double, noise: Int) -> Raster? {
    let turned = degrees == 0 ? picture : picture.turned(by: degrees)
    guard noise > 0 else { return turned }
    var state: UInt64 = 42
    var pixels = turned.pixels
    for index in pixels.indices {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let jump = Int(state >> 60) - 8
      let speck = state >> 32 & 0xFFF == 0 ? Int(state >> 40 & 0xFF) - 128 : 0
      pixels[index] = UInt8(max(0, min(255, Int(pixels[index]) + jump * noise / 8 + speck)))
    }
    return Raster(
      width: turned.width, height: turned.height, pixels: pixels, pixelsPerPoint: turned.pixelsPerPoint)
  }

  /// The pages of a PDF as pictures that are read again.
  private func scanned(_ bytes: [UInt8], degrees: Double, noise: Int, quarters: Int = 0) throws
    -> [PageContent]
  {
    let recognizer = try #require(TextRecognizer())
    var pages: [PageContent] = []
    let outcome = PDFLibrary.using { library -> ReadingError? in
      do throws(ReadingError) {
        try PDFExtractor(library: library, limits: PDFLimits()).pages(of: bytes) { content, picture in
          guard var scan = picture().flatMap({ degraded($0, degrees: degrees, noise: noise) }) else { return }
          for _ in 0..<quarters { scan = scan.turnedOnce() }
          if let page = ScannedPage.content(of: scan, number: content.number, recognizer) {
            pages.append(page)
          }
        }
        return nil
      } catch {
        return error
      }
    }
    #expect(outcome == .some(nil))
    return pages
  }

  private func document(_ pages: [PageContent]) throws -> Document {
    var assembly = DocumentAssembly(limits: ReadingLimits())
    for page in pages { try assembly.add(PageLayout(page)) }
    return assembly.finish()
  }

  /// Cell texts in order, without white space.
  private func cells(_ document: Document) -> [String] {
    document.blocks.flatMap { block -> [String] in
      guard case .table(let table) = block else { return [] }
      return table.cells.map { String($0.text.unicodeScalars.filter { !$0.properties.isWhitespace }) }
    }
  }

  /// Figures in a font that every PDF reader has.
  private var figures: [UInt8] {
    let rows = [["Name", "Budget", "Spent"], ["Roads", "128500.00", "96%"], ["Lamps", "7041.50", "100%"]]
    var content = "1 w\n"
    for row in 0...3 { content += "80 \(700 - 30 * row) m 440 \(700 - 30 * row) l S\n" }
    for column in 0...3 { content += "\(80 + 120 * column) 700 m \(80 + 120 * column) 610 l S\n" }
    for (row, texts) in rows.enumerated() {
      for (column, text) in texts.enumerated() {
        content += "BT /F9 12 Tf \(90 + 120 * column) \(680 - 30 * row) Td (\(text)) Tj ET\n"
      }
    }
    let objects = [
      "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        + "/Resources << /Font << /F9 5 0 R >> >> >>",
      "<< /Length \(content.utf8.count) >>\nstream\n\(content)endstream",
      "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    var text = "%PDF-1.4\n"
    for (number, object) in objects.enumerated() { text += "\(number + 1) 0 obj\n\(object)\nendobj\n" }
    return Array((text + "trailer << /Root 1 0 R >>\n").utf8)
  }

  @Test(arguments: [(0.0, 0, 0), (2.0, 12, 0), (-4.0, 6, 0), (0.6, 6, 1), (0, 0, 2), (-1.0, 0, 3)])
  func `figures in a table are read however the sheet lay`(degrees: Double, noise: Int, quarters: Int) throws
  {
    let pages = try scanned(figures, degrees: degrees, noise: noise, quarters: quarters)
    let document = try document(pages)
    #expect(
      cells(document) == ["Name", "Budget", "Spent", "Roads", "128500.00", "96%", "Lamps", "7041.50", "100%"])
    #expect(document.isScanned)
    for case .table(let table) in document.blocks {
      for cell in table.cells {
        let frame = table.frames?.frame(row: cell.row, column: cell.column)
        #expect(frame?.confidence != nil, "\(cell.text) must be marked")
      }
    }
  }

  @Test func `a page that is a picture is read when that is asked for`() throws {
    let recognizer = try #require(TextRecognizer())
    let blank = try #require(
      Raster(width: 600, height: 800, pixels: [UInt8](repeating: 255, count: 480_000), pixelsPerPoint: 1))
    let content = try #require(ScannedPage.content(of: blank, number: 3, recognizer))
    #expect(content.number == 3 && content.isScanned && content.glyphs.isEmpty && !content.isPicture)
    var page = PageContent(number: 1, width: 595, height: 842)
    page.pictureShare = 0.9
    #expect(page.isPicture)
    page.pictureShare = 0.1
    #expect(!page.isPicture)
  }

  @Test func `bytes that are no picture end in a sentence`() {
    #expect(throws: ReadingError.damaged(detail: "no picture of a page")) {
      try PDFDocumentReader(readsPictures: true).readPicture([0x89, 0x50, 0x4E, 0x47, 1, 2, 3])
    }
  }

  // MARK: Published forms

  private static let seeds: [String] = {
    let shared = getenv("PLUMBLINE_SHARED").map { String(cString: $0) } ?? "../shared"
    var paths: [String] = []
    for folder in folders(of: "\(shared)/corpus/seeds") {
      paths.append("\(shared)/corpus/seeds/\(folder)/form.pdf")
    }
    return paths.sorted().filter { access($0, R_OK) == 0 }
  }()

  private static func folders(of path: String) -> [String] {
    guard let stream = opendir(path) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { field in
        field.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name.first != "." { names.append(name) }
    }
    return names
  }

  private func bytes(_ path: String) throws -> [UInt8] {
    let file = try #require(fopen(path, "rb"))
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 { bytes += buffer[..<count] }
    return bytes
  }

  @Test(
    .enabled(if: !seeds.isEmpty, "no corpus of published forms here: set PLUMBLINE_SHARED"),
    arguments: [(0.0, 0, 90), (2.0, 14, 80)])
  func `published forms as scans keep their cells`(degrees: Double, noise: Int, percent: Int) throws {
    // One form each way takes half a minute; `make check-all` reads them all.
    let isWhole = getenv("PLUMBLINE_SCANS") != nil
    let seeds = isWhole ? Self.seeds : [degrees == 0 ? Self.seeds[0] : Self.seeds[Self.seeds.count - 1]]
    var (same, count) = (0, 0)
    for path in seeds {
      let bytes = try bytes(path)
      let printed = cells(try PDFDocumentReader().read(bytes)).filter { !$0.isEmpty }
      var read: [String: Int] = [:]
      for text in cells(try document(scanned(bytes, degrees: degrees, noise: noise))) {
        read[text, default: 0] += 1
      }
      for text in printed {
        count += 1
        if let left = read[text], left > 0 {
          same += 1
          read[text] = left - 1
        }
      }
    }
    #expect(count > (isWhole ? 400 : 40))
    #expect(same * 100 >= count * percent, "\(same) of \(count) cells")
  }
}
