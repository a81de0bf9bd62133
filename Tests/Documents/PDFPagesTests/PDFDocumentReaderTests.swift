// PDF files become paragraphs and tables, alike with both extractors.
import Findings
import Tables
import Testing

@testable import PDFPages

@Suite struct PDFDocumentReaderTests {
  static let extractors: [PDFDocumentReader.Extractor] = [.pdfium, .poppler]
  static let hasBoth = PDFLibrary.isPresent && PopplerExtractor(limits: PDFLimits()) != nil

  private func read(_ pdf: TinyPDF, _ extractor: PDFDocumentReader.Extractor) throws -> Document {
    try PDFDocumentReader(extractor: extractor).read(pdf.bytes)
  }

  /// Paragraphs as they are; tables as rows of `column+span:text`.
  private func outline(_ document: Document) -> [String] {
    document.blocks.flatMap { block -> [String] in
      switch block {
      case .paragraph(let paragraph): return [paragraph.text]
      case .table(let table):
        return (0..<table.rowCount).map { row in
          table.cells.filter { $0.row == row }.map { "\($0.text)" }.joined(separator: "|")
        }
      }
    }
  }

  private var form: TinyPDF.Page {
    var page = TinyPDF.Page()
    page.lines.append(TinyPDF.Line("灯会项目绩效目标表", x: 200, y: 780, size: 16))
    page.addTable(
      left: 60, top: 740, widths: [100, 120, 120, 100], height: 24,
      rows: [["一级指标", "二级指标", "三级指标", "指标值"], ["产出指标", "数量指标", "灯组数量", "≥30组"]])
    return page
  }

  @Test(.enabled(if: PDFLibrary.isPresent, "libpdfium is not installed"))
  func `a line is one line though its font does not say how high it is`() throws {
    var page = TinyPDF.Page()
    page.lines.append(TinyPDF.Line("新建冷库一座，降低损耗、带动增收。", x: 60, y: 700))
    page.lines.append(TinyPDF.Line("目标：12,800.50元", x: 60, y: 680))
    var pdf = TinyPDF([page])
    pdf.reach = (above: 108, below: 5)
    #expect(outline(try read(pdf, .pdfium)) == ["新建冷库一座，降低损耗、带动增收。", "目标：12,800.50元"])
  }

  @Test(.enabled(if: PDFLibrary.isPresent, "libpdfium is not installed"))
  func `a character that its font does not name is unreadable and no other`() throws {
    var pdf = TinyPDF([form])
    pdf.nameless = ["3", "0"]
    #expect(outline(try read(pdf, .pdfium)).last == "产出指标|数量指标|灯组数量|≥��组")
  }

  @Test(.enabled(if: hasBoth, "libpdfium or poppler is not installed"), arguments: extractors)
  func `a ruled form becomes a title and a table`(extractor: PDFDocumentReader.Extractor) throws {
    let document = try read(TinyPDF([form]), extractor)
    #expect(document.format == .pdf)
    #expect(
      outline(document) == ["灯会项目绩效目标表", "一级指标|二级指标|三级指标|指标值", "产出指标|数量指标|灯组数量|≥30组"])
  }

  @Test(.enabled(if: hasBoth, "libpdfium or poppler is not installed"), arguments: extractors)
  func `a table over two pages is one, its repeated head dropped`(
    extractor: PDFDocumentReader.Extractor
  ) throws {
    var second = TinyPDF.Page()
    second.addTable(
      left: 60, top: 790, widths: [100, 120, 120, 100], height: 24,
      rows: [["一级指标", "二级指标", "三级指标", "指标值"], ["效益指标", "社会效益", "游客人次", "≥2万人次"]])
    second.lines.append(TinyPDF.Line("- 2 -", x: 290, y: 30))
    let document = try read(TinyPDF([form, second]), extractor)
    #expect(outline(document).suffix(2) == ["产出指标|数量指标|灯组数量|≥30组", "效益指标|社会效益|游客人次|≥2万人次"])
    #expect(document.blocks.count == 2)
    guard case .table(let table)? = document.blocks.last else { return }
    #expect(table.place(of: table.cells[0]).page == 1)
    #expect(table.cells.last.map { table.place(of: $0).page } == 2)
  }

  @Test(.enabled(if: PDFLibrary.isPresent, "libpdfium is not installed"), arguments: [90, 180, 270])
  func `a turned page reads as an upright one`(rotation: Int) throws {
    var page = form
    page.rotation = rotation
    #expect(outline(try read(TinyPDF([page]), .pdfium)) == outline(try read(TinyPDF([form]), .pdfium)))
  }

  @Test(.enabled(if: PDFLibrary.isPresent, "libpdfium is not installed"))
  func `columns without rules become a table`() throws {
    var page = TinyPDF.Page()
    let rows = [
      ["指标名称", "指标值", "分值"], ["灯组数量", "≥30组", "20"], ["安全事故", "0起", "30"], ["游客满意度", "≥90%", "10"],
    ]
    for (row, texts) in rows.enumerated() {
      for (column, text) in texts.enumerated() {
        page.lines.append(TinyPDF.Line(text, x: 60 + Double(column) * 160, y: 700 - Double(row) * 22))
      }
    }
    #expect(outline(try read(TinyPDF([page]), .pdfium)) == rows.map { $0.joined(separator: "|") })
  }

  @Test(.enabled(if: PDFLibrary.isPresent, "libpdfium is not installed"))
  func `wrapped lines are joined and paragraphs are not`() throws {
    var page = TinyPDF.Page()
    let line = String(repeating: "灯", count: 40)
    page.lines = [
      TinyPDF.Line("一、目标", x: 80, y: 700), TinyPDF.Line(line, x: 80, y: 684),
      TinyPDF.Line(line + "火完。", x: 60, y: 668), TinyPDF.Line("二、措施", x: 80, y: 652),
    ]
    #expect(outline(try read(TinyPDF([page]), .pdfium)) == ["一、目标", line + line + "火完。", "二、措施"])
  }

  @Test(.enabled(if: PDFLibrary.isPresent, "libpdfium is not installed"))
  func `text printed twice to look bold is read once`() throws {
    var page = form
    page.lines += form.lines.map { TinyPDF.Line($0.text, x: $0.x + 0.3, y: $0.y, size: $0.size) }
    #expect(outline(try read(TinyPDF([page]), .pdfium)) == outline(try read(TinyPDF([form]), .pdfium)))
  }

  @Test(.enabled(if: PDFLibrary.isPresent, "libpdfium is not installed"))
  func `a page without text and with a picture is told as a scan`() throws {
    var page = TinyPDF.Page()
    page.raw = "q 595 0 0 842 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q"
    let document = try read(TinyPDF([page]), .pdfium)
    #expect(document.blocks.isEmpty)
    #expect(document.findings.map(\.rule) == ["R12"])
    #expect(document.findings.first?.place == Place(page: 1))
  }
}
