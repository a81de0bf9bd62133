// Worksheets: kinds of values, places, merged ranges, hidden parts, limits.
import Findings
import Spreadsheets
import TableProbes
import Tables
import Testing

@Suite struct WorksheetTests {
  private func read(_ rows: String, after: String = "", strings: String? = nil) throws -> [String] {
    lines(try BookSample(rows, after: after, strings: strings).read())
  }

  @Test func `cells keep the places of the sheet, blank ones are left out`() throws {
    let rows =
      "<row r=\"2\">\(text("B2", "甲"))<c r=\"C2\"/>\(text("D2", " "))</row>"
      + "<row r=\"4\">\(text("C4", "乙"))</row>"
    #expect(try read(rows) == ["表 4x3: 1,1 甲 | 3,2 乙"])
  }

  @Test func `cells and rows without a reference follow each other`() throws {
    let cell = "<c><v>1</v></c>"
    #expect(try read("<row>\(cell)\(cell)</row><row>\(cell)</row>") == ["表 2x2: 0,0 1 | 0,1 1 | 1,0 1"])
    #expect(
      try read("<row r=\"3\">\(cell)\(text("D3", "x"))\(cell)</row>") == ["表 3x5: 2,0 1 | 2,3 x | 2,4 1"])
    #expect(try read("<row r=\"x\"><c r=\"??\"><v>1</v></c></row>") == ["表 1x1: 0,0 1"])
    #expect(try read("<row r=\"99999999999\"><c r=\"ZZZZ1\"><v>1</v></c></row>") == ["表 1x1: 0,0 1"])
  }

  @Test(
    arguments: [
      ("<c t=\"s\"><v>1</v></c>", "乙"), ("<c t=\"s\"><v> 0 </v></c>", "甲"),
      ("<c t=\"str\"><f>A1</f><v>合 计</v></c>", "合 计"),
      ("<c t=\"b\"><v>1</v></c>", "TRUE"), ("<c t=\"b\"><v>0</v></c>", "FALSE"),
      ("<c><f>1+1</f><v>2</v></c>", "2"),
      ("<c t=\"e\"><v>#REF!</v></c>", "#REF!"), ("<c t=\"n\"><v>\n 5 </v></c>", "5"),
      ("<c t=\"inlineStr\"><is><r><t>甲</t></r><r><rPr/><t xml:space=\"preserve\"> 乙</t></r></is></c>", "甲 乙"),
      ("<c t=\"inlineStr\"><is><t>音</t><rPh sb=\"0\" eb=\"1\"><t>yin</t></rPh></is></c>", "音"),
      ("<c t=\"inlineStr\"><is><t>一_x000D_\n二_x005F_x000D_</t></is></c>", "一\n二_x000D_"),
      (
        "<c t=\"inlineStr\"><is><t>_xD83D__xDE00_ _xD800_ _x0007_ _xZZZZ_ _x00</t></is></c>",
        "\u{1F600}   _xZZZZ_ _x00"
      ),
      ("<c t=\"inlineStr\"><is><t>a&#13;b</t></is></c>", "a\nb"),
      ("<c t=\"str\"><v>&lt;p&gt;</v></c>", "<p>"),
    ])
  func `a value of any kind becomes its text`(cell: String, shown: String) throws {
    let strings = "<si><t>甲</t></si><si><r><t>乙</t></r><rPh><t>yi</t></rPh></si>"
    #expect(try read("<row>\(cell)</row>", strings: strings) == ["表 1x1: 0,0 \(shown)"])
  }

  @Test(arguments: ["7", "-1", "x", "", "99999999999999999999"])
  func `a shared string that is not there leaves the cell blank`(index: String) throws {
    let rows = "<row><c t=\"s\"><v>\(index)</v></c>\(text("B1", "乙"))</row>"
    let document = try BookSample(rows, strings: "<si><t>甲</t></si>").read()
    #expect(lines(document) == ["表 1x2: 0,1 乙"])
    #expect(rules(document) == (index.isEmpty ? [] : ["R06"]))
  }

  @Test func `error values are told with their place`() throws {
    let document = try BookSample("<row r=\"3\"><c r=\"B3\" t=\"e\"><v>#DIV/0!</v></c></row>").read()
    #expect(rules(document) == ["R07"])
    #expect(document.findings.first?.place == Place(sheet: "表", table: 1, row: 3, column: 2))
    let many = (1...100).map { "<row><c t=\"e\"><v>#N/A</v></c><c><f>A\($0)</f></c></row>" }.joined()
    let findings = try BookSample(many).read().findings
    #expect(findings.filter { $0.rule == "R07" }.count == 21)
    #expect(findings.filter { $0.rule == "R08" }.count == 21)
    #expect(findings.filter { $0.message.contains("另有 80 个") }.count == 2)
  }

  @Test func `a formula without a stored value is told`() throws {
    let document = try BookSample("<row>\(text("A1", "甲"))<c r=\"B1\"><f>SUM(C1)</f><v></v></c></row>").read()
    #expect(lines(document) == ["表 1x1: 0,0 甲"])
    #expect(rules(document) == ["R08"])
  }

  @Test func `a promise typed with a leading equals sign is kept as it was typed`() throws {
    let document = try BookSample("<row><c r=\"A1\"><f>100%</f></c><c r=\"B1\"><f>18个</f></c></row>").read()
    #expect(lines(document) == ["表 1x2: 0,0 =100% | 0,1 =18个"])
    #expect(rules(document).first == "R08")
  }

  @Test func `what is crossed out is left out and told, digits above the line stay there`() throws {
    let runs =
      "<r><rPr><strike/></rPr><t>39处</t></r><r><rPr><strike val=\"0\"/></rPr><t>37处</t></r>"
      + "<r><rPr><vertAlign val=\"superscript\"/></rPr><t>2</t></r>"
    let styles = """
      <fonts><font/><font><strike/></font><font><strike val="false"/></font></fonts>\
      <cellXfs><xf fontId="0"/><xf fontId="1"/><xf fontId="2"/></cellXfs>
      """
    let shared = BookSample("<row><c t=\"s\"><v>0</v></c></row>", strings: "<si>\(runs)</si>")
    let inline = BookSample("<row><c t=\"inlineStr\"><is>\(runs)</is></c></row>")
    let cells = BookSample(
      "<row><c s=\"1\"><v>39</v></c><c s=\"2\" t=\"inlineStr\"><is><t>37处²</t></is></c></row>", styles: styles
    )
    for (sample, place) in [(shared, "0,0"), (inline, "0,0"), (cells, "0,1")] {
      let document = try sample.read()
      #expect(lines(document).map { $0.suffix(8) } == ["\(place) 37处²"])
      #expect(rules(document) == ["R04"])
    }
    #expect(rules(try BookSample("<row><c s=\"1\"/>\(text("B1", "甲"))</row>", styles: styles).read()) == [])
  }

  @Test func `merged ranges are spans`() throws {
    let rows = "<row r=\"1\">\(text("A1", "题"))</row><row r=\"2\">\(text("A2", "甲"))\(text("C2", "乙"))</row>"
    #expect(
      try read(rows, after: merges("A1:C1", "A2:B3", "C2"))
        == ["表 3x3: 0,0+1x3 题 | 1,0+2x2 甲 | 1,2 乙"])
    #expect(try read(rows, after: merges("C1:A1", "$A$2:$B$2")) == ["表 2x3: 0,0+1x3 题 | 1,0+1x2 甲 | 1,2 乙"])
  }

  @Test func `blank merged cells are kept inside the drawn part`() throws {
    let rows = "<row r=\"1\">\(text("A1", "甲"))</row><row r=\"4\">\(text("D4", "乙"))</row>"
    #expect(
      try read(rows, after: merges("B1:C2", "A3:A4", "F9:G10", "C3:Z3"))
        == ["表 4x4: 0,0 甲 | 0,1+2x2  | 2,0+2x1  | 2,2+1x2  | 3,3 乙"])
  }

  @Test func `text under a merged cell is left out and told`() throws {
    let document = try BookSample(
      "<row>\(text("A1", "甲"))\(text("B1", "盖"))</row><row>\(text("B2", "乙"))</row>", after: merges("A1:B1")
    ).read()
    #expect(lines(document) == ["表 2x2: 0,0+1x2 甲 | 1,1 乙"])
    #expect(rules(document) == ["R03"])
  }

  @Test func `overlapping merged ranges do not overlap in the table`() throws {
    let document = try BookSample(
      "<row>\(text("A1", "甲"))\(text("C1", "乙"))</row><row>\(text("B2", "丙"))</row>",
      after: merges("A1:A2", "A1:B1", "B1:C2", "B2:C2", "A2:B2")
    ).read()
    #expect(lines(document) == ["表 2x3: 0,0+2x1 甲 | 0,1+2x2 "])
    #expect(rules(document) == ["R03", "R06"])
  }

  @Test(arguments: ["A1:XFD1048576", "A1:A1048576", "A1:XFD100"])
  func `a merged range over everything is left aside`(range: String) throws {
    let document = try BookSample(
      "<row>\(text("A1", "甲"))\(text("B1", "乙"))</row><row>\(text("A2", "丙"))</row>", after: merges(range)
    ).read()
    #expect(lines(document) == ["表 2x2: 0,0 甲 | 0,1 乙 | 1,0 丙"])
    #expect(rules(document) == ["R06"])
  }

  @Test func `a title merged over the whole width ends with the drawn part`() throws {
    let rows = "<row>\(text("A1", "题"))</row><row r=\"2\">\(text("A2", "甲"))\(text("C2", "乙"))</row>"
    #expect(try read(rows, after: merges("A1:XFD1")) == ["表 2x3: 0,0+1x3 题 | 1,0 甲 | 1,2 乙"])
  }

  @Test(arguments: ["", "A1", "A1:", ":B2", "A0:B2", "1:2", "A:B", "A1:ZZZZ9", "A1:B9999999999"])
  func `a range that is none is ignored`(range: String) throws {
    #expect(
      try read("<row>\(text("A1", "甲"))\(text("B1", "乙"))</row>", after: merges(range)) == [
        "表 1x2: 0,0 甲 | 0,1 乙"
      ])
  }

  @Test func `cells out of order are put in order, of two in one place the last counts`() throws {
    let rows =
      "<row r=\"2\">\(text("B2", "丁"))\(text("A2", "丙"))</row>"
      + "<row r=\"1\">\(text("A1", "甲"))\(text("A1", "乙"))</row>"
    let document = try BookSample(rows).read()
    #expect(lines(document) == ["表 2x2: 0,0 乙 | 1,0 丙 | 1,1 丁"])
    #expect(rules(document) == ["R06"])
  }

  @Test func `hidden rows and columns are left out and told`() throws {
    let rows =
      "<row hidden=\"1\">\(text("A1", "甲"))</row><row hidden=\"0\">\(text("A2", "乙"))</row>"
      + "<row>\(text("A3", "丙"))\(text("B3", "丁"))\(text("C3", "戊"))</row>"
    let document = try BookSample(rows).read()
    #expect(lines(document) == ["表 3x3: 1,0 乙 | 2,0 丙 | 2,1 丁 | 2,2 戊"])
    #expect(rules(document) == ["R03"])
    var columns = BookSample("")
    columns.sheets[0].content =
      "<cols><col min=\"2\" max=\"3\" hidden=\"true\"/></cols><sheetData>\(rows)</sheetData>"
    #expect(lines(try columns.read()) == ["表 3x1: 1,0 乙 | 2,0 丙"])
  }

  @Test func `a merged cell is hidden where all of it is`() throws {
    let rows =
      "<row hidden=\"1\">\(text("A1", "甲"))\(text("B1", "乙"))</row>"
      + "<row>\(text("B2", "丙"))</row>"
    let document = try BookSample(rows, after: merges("A1:A2")).read()
    #expect(lines(document) == ["表 2x2: 0,0+2x1 甲 | 1,1 丙"])
    #expect(rules(document) == ["R03"])
  }

  @Test func `hidden rows without text are not told`() throws {
    let document = try BookSample("<row hidden=\"1\"/><row>\(text("A2", "甲"))</row>").read()
    #expect(lines(document) == ["表 2x1: 1,0 甲"])
    #expect(rules(document) == [])
  }

  @Test func `a million blank cells leave no trace`() throws {
    let blank = String(repeating: "<c s=\"3\"/>", count: 16_000)
    let rows = (1...63).map { "<row r=\"\($0)\">\(blank)</row>" }.joined()
    #expect(try read(rows + "<row>\(text("A64", "甲"))</row>") == ["表 64x1: 63,0 甲"])
  }

  @Test func `rows, columns and cells beyond the limits are left out and told`() throws {
    let rows =
      "<row>\(text("A1", "1"))\(text("ALM1", "远"))</row><row r=\"300000\">\(text("A300000", "深"))</row>"
    #expect(rules(try BookSample(rows).read()) == ["R05", "R05"])
    #expect(try read(rows) == ["表 1x1: 0,0 1"])
    var limits = ReadingLimits()
    limits.cellCountMax = 1
    var sample = BookSample("<row>\(text("A1", "1"))</row>")
    sample.sheets.append(.init(name: "二", content: "<sheetData><row>\(text("A1", "2"))</row></sheetData>"))
    let document = try sample.read(limits: limits)
    #expect(lines(document) == ["表 1x1: 0,0 1"])
    #expect(rules(document) == ["R05"])
  }

  @Test func `one long string named by many cells ends at the limit of text`() throws {
    var limits = ReadingLimits()
    limits.unpackedBytesMax = 1 << 20
    let cell = "<c t=\"s\"><v>0</v></c>"
    let sample = BookSample(
      "<row>\(String(repeating: cell, count: 900))</row>",
      strings: "<si><t>\(String(repeating: "长", count: 1_000))</t></si>")
    #expect(throws: ReadingError.limit(name: .textBytes, value: 1 << 20)) { try sample.read(limits: limits) }
  }

  @Test(arguments: 0..<200) func `random merges and cells keep the law of tables`(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    func reference(_ random: inout SeededGenerator) -> String {
      let column = ["A", "B", "C", "D", "E", "H", "XFD"].randomElement(using: &random) ?? "A"
      return column + String([1, 2, 3, 4, 6, 9, 1_048_576].randomElement(using: &random) ?? 1)
    }
    var cells = ""
    var ranges = ""
    for _ in 0..<Int.random(in: 0..<12, using: &random) {
      let shown = ["", "x", "1.5"].randomElement(using: &random) ?? ""
      cells += text(reference(&random), shown)
    }
    for _ in 0..<Int.random(in: 0..<12, using: &random) {
      ranges += "<mergeCell ref=\"\(reference(&random)):\(reference(&random))\"/>"
    }
    let document = try BookSample("<row>\(cells)</row>", after: "<mergeCells>\(ranges)</mergeCells>").read()
    for case .table(let table) in document.blocks { #expect(table.brokenLaws == []) }
  }
}
