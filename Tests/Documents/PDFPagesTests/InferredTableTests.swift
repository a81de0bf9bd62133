// Tables whose cells no lines surround: columns by white space, rows by level lines or by their texts.
import Tables
import Testing

@testable import PDFPages

@Suite struct InferredTableTests {
  private static let extractors: [PDFDocumentReader.Extractor] = [.pdfium, .poppler]
  private static let hasBoth = PDFDocumentReaderTests.hasBoth

  /// Each table's cells with text as `row.column text`, with the rows and columns that they cover;
  /// paragraphs as they are.
  private func outline(_ page: TinyPDF.Page, _ extractor: PDFDocumentReader.Extractor) throws -> [String] {
    try outline([page], extractor)
  }

  private func outline(_ pages: [TinyPDF.Page], _ extractor: PDFDocumentReader.Extractor) throws -> [String] {
    try PDFDocumentReader(extractor: extractor).read(TinyPDF(pages).bytes).blocks.flatMap {
      block -> [String] in
      switch block {
      case .paragraph(let paragraph): return [paragraph.text]
      case .table(let table):
        return table.cells.filter { !$0.text.isEmpty }.map { cell in
          let rows = cell.rowSpan > 1 ? "-\(cell.row + cell.rowSpan - 1)" : ""
          return "\(cell.row)\(rows).\(cell.column) "
            + cell.text.split(separator: "\n").joined(separator: "/")
        }
      }
    }
  }

  /// Level lines and texts: from the upper left corner, y downwards to the middle of a line of type.
  private func page(_ texts: [(Double, Double, String)], levels: [(Double, Double, Double)] = [])
    -> TinyPDF.Page
  {
    var page = TinyPDF.Page()
    page.lines = texts.map { TinyPDF.Line($0.2, x: $0.0, y: 800 - $0.1 - 3) }
    page.rules = levels.map { ($0.1, 800 - $0.0, $0.2, 800 - $0.0) }
    return page
  }

  @Test(.enabled(if: hasBoth, "libpdfium or poppler is not installed"), arguments: extractors)
  func `level lines part rows, and end where cells are merged`(
    extractor: PDFDocumentReader.Extractor
  ) throws {
    let page = page(
      [
        (64, 30, "一级指标"), (150, 30, "三级指标"), (300, 30, "指标值"), (64, 62, "产出指标"), (150, 50, "灯组数量"),
        (300, 50, "≥30组"), (150, 70, "扎制灯会所用的大型"), (150, 84, "灯组的材料"), (300, 77, "优良"),
        (64, 105, "满意度"), (150, 105, "游客满意度"), (300, 105, "≥90%"),
      ],
      levels: [(20, 60, 400), (40, 60, 400), (60, 146, 400), (94, 60, 400), (114, 60, 400)])
    #expect(
      try outline(page, extractor) == [
        "0.0 一级指标", "0.1 三级指标", "0.2 指标值", "1-2.0 产出指标", "1.1 灯组数量", "1.2 ≥30组",
        "2.1 扎制灯会所用的大型灯组的材料", "2.2 优良", "3.0 满意度", "3.1 游客满意度", "3.2 ≥90%",
      ])
  }

  @Test(.enabled(if: hasBoth, "libpdfium or poppler is not installed"), arguments: extractors)
  func `three lines make a table of many rows`(extractor: PDFDocumentReader.Extractor) throws {
    let names = ["灯组数量", "安全事故", "游客人次"]
    var texts: [(Double, Double, String)] = [(64, 30, "指标名称"), (200, 30, "指标值"), (300, 30, "分值")]
    for (row, name) in names.enumerated() {
      let y = 52 + Double(row) * 20
      texts += [(64, y, name), (200, y, "≥\(row)"), (300, y, "1\(row)")]
    }
    let page = page(texts, levels: [(20, 60, 400), (40, 60, 400), (102, 60, 400)])
    #expect(
      try outline(page, extractor)
        == ["0.0 指标名称", "0.1 指标值", "0.2 分值"]
        + names.enumerated().flatMap { ["\($0 + 1).0 \($1)", "\($0 + 1).1 ≥\($0)", "\($0 + 1).2 1\($0)"] })
  }

  @Test(.enabled(if: hasBoth, "libpdfium or poppler is not installed"), arguments: extractors)
  func `a frame with level lines in it has the columns that its texts show`(
    extractor: PDFDocumentReader.Extractor
  ) throws {
    var page = page(
      [
        (64, 30, "指标名称"), (250, 30, "指标值"), (64, 50, "灯组数量"), (250, 50, "三十组"), (64, 70, "游客人次"),
        (250, 70, "二万"),
      ],
      levels: [(20, 60, 400), (40, 60, 400), (60, 60, 400), (80, 60, 400)])
    page.rules += [(60, 780, 60, 720), (400, 780, 400, 720)]
    #expect(
      try outline(page, extractor)
        == ["0.0 指标名称", "0.1 指标值", "1.0 灯组数量", "1.1 三十组", "2.0 游客人次", "2.1 二万"])
  }

  @Test(.enabled(if: hasBoth, "libpdfium or poppler is not installed"), arguments: extractors)
  func `texts between two tables of level lines stand outside them`(
    extractor: PDFDocumentReader.Extractor
  ) throws {
    var texts: [(Double, Double, String)] = [(180, 100, "第二张表")]
    var levels: [(Double, Double, Double)] = []
    for top in [20.0, 140] {
      texts += [(64, top + 10, "名称"), (250, top + 10, "数值"), (64, top + 30, "灯组"), (250, top + 30, "三十")]
      levels += [0, 20, 40].map { (top + $0, 60, 400) }
    }
    let table = ["0.0 名称", "0.1 数值", "1.0 灯组", "1.1 三十"]
    #expect(try outline(page(texts, levels: levels), extractor) == table + ["第二张表"] + table)
  }

  @Test(.enabled(if: hasBoth, "libpdfium or poppler is not installed"), arguments: extractors)
  func `lines under words make no table`(extractor: PDFDocumentReader.Extractor) throws {
    let page = page(
      [(60, 30, "项目名称：灯会"), (60, 60, "项目单位：文化馆"), (60, 90, "负责人：某某")],
      levels: [(36, 110, 230), (66, 110, 230), (96, 110, 230)])
    let outline = try outline(page, extractor)
    // One paragraph or three, but no cells.
    #expect(outline.joined() == "项目名称：灯会项目单位：文化馆负责人：某某")
  }

  @Test(.enabled(if: hasBoth, "libpdfium or poppler is not installed"), arguments: extractors)
  func `without lines, cells that wrap make one row, and labels cover the rows around them`(
    extractor: PDFDocumentReader.Extractor
  ) throws {
    var texts: [(Double, Double, String)] = [
      (64, 20, "一级指标"), (150, 20, "三级指标"), (280, 20, "指标值"), (370, 20, "分值"),
    ]
    let rows = [("灯组数量", "≥30组"), ("安全事故", "0起"), ("完工时间", "九月底"), ("游客人次", "≥2万")]
    for (index, row) in rows.enumerated() {
      let y = 50 + Double(index) * 30
      texts += [(280, y, row.1), (370, y, "1\(index)"), (150, y, row.0)]
    }
    // A name of two lines, its value beside their middle.
    texts += [(150, 163, "参观灯会的群众"), (150, 177, "满意度"), (280, 170, "≥90%"), (370, 170, "10")]
    texts += [(64, 80, "产出指标"), (64, 140, "效益指标"), (64, 170, "满意度")]
    let expected = [
      "0.0 一级指标", "0.1 三级指标", "0.2 指标值", "0.3 分值", "1-3.0 产出指标", "1.1 灯组数量", "1.2 ≥30组",
      "1.3 10", "2.1 安全事故", "2.2 0起", "2.3 11", "3.1 完工时间", "3.2 九月底", "3.3 12", "4.0 效益指标",
      "4.1 游客人次", "4.2 ≥2万", "4.3 13", "5.0 满意度", "5.1 参观灯会的群众满意度", "5.2 ≥90%", "5.3 10",
    ]
    #expect(try outline(page(texts), extractor) == expected)
  }

  @Test(.enabled(if: PDFLibrary.isPresent, "libpdfium is not installed"))
  func `texts of two cells that nearly touch are parted`() throws {
    let page = page(
      [
        (60, 30, "灯组扎制材料名称"), (141.5, 30, "数量指标"), (260, 30, "三十"), (60, 50, "灯笼"), (141.5, 50, "质量指标"),
        (260, 50, "优秀"), (60, 70, "彩棚"), (141.5, 70, "时效指标"), (260, 70, "很快"),
      ])
    let outline = try outline(page, .pdfium)
    #expect(
      outline == [
        "0.0 灯组扎制材料名称", "0.1 数量指标", "0.2 三十", "1.0 灯笼", "1.1 质量指标", "1.2 优秀", "2.0 彩棚", "2.1 时效指标",
        "2.2 很快",
      ])
  }

  @Test(.enabled(if: hasBoth, "libpdfium or poppler is not installed"), arguments: extractors)
  func `a table without lines goes on over the page`(extractor: PDFDocumentReader.Extractor) throws {
    func part(_ names: [String]) -> TinyPDF.Page {
      var texts: [(Double, Double, String)] = []
      for (index, name) in names.enumerated() {
        let y = 20 + Double(index) * 22
        texts += [(60, y, name), (200 + Double(index) * 4, y, "≥\(index)"), (320, y, "分\(index)")]
      }
      return page(texts)
    }
    let table = try outline([part(["灯组", "游客", "安全"]), part(["工期", "成本", "环保"])], extractor)
    #expect(table.count == 18)
    #expect(table.last == "5.2 分2")
  }

  @Test(.enabled(if: hasBoth, "libpdfium or poppler is not installed"), arguments: extractors)
  func `a first row of two cells that each page repeats is dropped`(
    extractor: PDFDocumentReader.Extractor
  ) throws {
    func part(_ rows: [[String]]) -> TinyPDF.Page {
      var page = TinyPDF.Page()
      page.addTable(left: 60, top: 780, widths: [150, 250], height: 24, rows: [["项目名称", "灯会"]] + rows)
      return page
    }
    let pages = [part([["灯组数量", "三十组"]]), part([["游客人次", "二万"]])]
    #expect(
      try outline(pages, extractor)
        == ["0.0 项目名称", "0.1 灯会", "1.0 灯组数量", "1.1 三十组", "2.0 游客人次", "2.1 二万"])
  }
}
