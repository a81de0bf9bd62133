// The parts of a written Word document.
import FormSheets
import SheetFiles
import Testing

@Suite struct WordPartsTests {
  private let writer = SheetWriter(created: 1_760_000_000)

  @Test(arguments: UInt64(1)...40) func `every part is XML whatever the texts`(seed: UInt64) throws {
    let parts = try Parts.all(
      writer.word([SheetSamples.random(seed), SheetSamples.random(seed + 100)]).bytes)
    #expect(parts.count >= 10)
    for (name, part) in parts { #expect(Parts.isWellFormed(part), "\(name)") }
  }

  @Test func `the judge knows a fault`() {
    #expect(Parts.isWellFormed(Array("<a><b/></a>".utf8)))
    for fault in ["", "<a>", "<a>&</a>", "<a>\u{1}</a>", "<a b=c/>", "<a/><b/>"] {
      #expect(!Parts.isWellFormed(Array(fault.utf8)), "\(fault)")
    }
  }

  @Test func `head rows at the top are repeated and rows stay whole`() throws {
    var grid = SheetGrid(columns: [100, 100])
    grid.addRow([SheetPiece("栏"), SheetPiece("目")], row: SheetRow(isHead: true, keepsWithNext: true))
    grid.addRow([SheetPiece("甲", rows: 2), SheetPiece("1")])
    grid.addRow([SheetPiece("2")])
    grid.addRow([SheetPiece("乙"), SheetPiece(String(repeating: "很长的文字", count: 800))])
    grid.close()
    let story = try story(of: [FormSheet(title: "表", blocks: [.grid(grid)])])
    #expect(Parts.count("<w:tblHeader/>", in: story) == 1)
    // The last row is taller than a page.
    #expect(Parts.count("<w:cantSplit/>", in: story) == 3)
    #expect(Parts.count("<w:vMerge w:val=\"restart\"/>", in: story) == 1)
    #expect(Parts.count("<w:vMerge/>", in: story) == 1)
    #expect(Parts.count("<w:keepNext/>", in: story) == 2)
  }

  @Test func `heads are not repeated where a cell reaches out of them or nothing follows`() throws {
    var reaching = SheetGrid(columns: [100, 100])
    reaching.addRow([SheetPiece("栏", rows: 2), SheetPiece("目")], row: SheetRow(isHead: true))
    reaching.addRow([SheetPiece("1")])
    var alone = SheetGrid(columns: [100])
    alone.addRow([SheetPiece("栏")], row: SheetRow(isHead: true))
    let story = try story(of: [FormSheet(title: "表", blocks: [.grid(reaching), .grid(alone)])])
    #expect(Parts.count("<w:tblHeader/>", in: story) == 0)
  }

  @Test func `a long table is cut before heads in its midst and a short one is not`() throws {
    #expect(Parts.count("<w:tbl>", in: try story(of: [SheetSamples.form(indicators: 9)])) == 1)
    let long = try story(of: [SheetSamples.form(indicators: 60)])
    #expect(Parts.count("<w:tbl>", in: long) == 2)
    #expect(Parts.count("<w:tblHeader/>", in: long) == 1)
    #expect(Parts.count("</w:tbl><w:tbl>", in: long) == 0)
  }

  @Test func `papers, margins and numbers are told by section`() throws {
    var plain = SheetSamples.form(paper: .landscape)
    plain.paper.isNumbered = false
    let story = try story(of: [SheetSamples.form(), plain])
    #expect(Parts.count("<w:pgSz w:w=\"11906\" w:h=\"16838\"/>", in: story) == 1)
    #expect(Parts.count("<w:pgSz w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"/>", in: story) == 1)
    #expect(Parts.count("<w:pgNumType w:start=\"1\"/>", in: story) == 2)
    #expect(Parts.count("r:id=\"footer1\"", in: story) == 1)
    #expect(Parts.count("r:id=\"footer2\"", in: story) == 1)
  }

  @Test func `one sheet numbers its pages and says how many there are`() throws {
    let alone = try Parts.text("word/footer1.xml", of: writer.word([SheetSamples.form()]).bytes)
    #expect(Parts.count(" PAGE ", in: alone) == 1)
    #expect(Parts.count(" NUMPAGES ", in: alone) == 1)
    let several = try writer.word([SheetSamples.form(), SheetSamples.form()]).bytes
    #expect(Parts.count(" NUMPAGES ", in: try Parts.text("word/footer1.xml", of: several)) == 0)
  }

  @Test(arguments: [("草稿", "草稿"), ("\"<草>&\"", "&quot;&lt;草&gt;&amp;&quot;")])
  func `the mark lies across the page of those sheets that have one`(mark: String, written: String) throws {
    let sheets = [SheetSamples.form(mark: mark), SheetSamples.form(), SheetSamples.form(mark: mark)]
    let parts = try Parts.all(writer.word(sheets).bytes)
    let headers = ["word/header1.xml", "word/header2.xml"].map {
      String(decoding: parts[$0] ?? [], as: UTF8.self)
    }
    #expect(Parts.count(" string=\"\(written)\"", in: headers[0]) == 1)
    #expect(Parts.count("v:shape", in: headers[1]) == 0)
    #expect(parts["word/header3.xml"] == nil)
    let story = String(decoding: parts["word/document.xml"] ?? [], as: UTF8.self)
    #expect(Parts.count("r:id=\"header1\"", in: story) == 2)
  }

  @Test func `fonts are named by role with others to take instead`() throws {
    var fonted = writer
    fonted.fonts.title = "某某\"体"
    let parts = try Parts.all(fonted.word([SheetSamples.form()]).bytes)
    let styles = String(decoding: parts["word/styles.xml"] ?? [], as: UTF8.self)
    #expect(Parts.count("w:eastAsia=\"某某&quot;体\"", in: styles) == 1)
    #expect(Parts.count("w:eastAsia=\"黑体\"", in: styles) == 1)
    #expect(Parts.count("w:eastAsia=\"仿宋_GB2312\"", in: styles) > 3)
    let table = String(decoding: parts["word/fonttable.xml"] ?? [], as: UTF8.self)
    #expect(Parts.count("<w:font w:name=\"仿宋_GB2312\"><w:altName w:val=\"仿宋,FangSong", in: table) == 1)
    #expect(Parts.count("<w:font w:name=\"某某&quot;体\"><w:charset", in: table) == 1)
  }

  @Test func `a page break stands with what follows it`() throws {
    var grid = SheetGrid(columns: [100])
    grid.addRow([SheetPiece("甲")])
    let line = SheetBlock.line(SheetLine([SheetText("行")]))
    let story = try story(
      of: [FormSheet(title: "表", blocks: [line, .pageBreak, line, .pageBreak, .grid(grid), .grid(grid)])])
    #expect(Parts.count("<w:pStyle w:val=\"SheetBody\"/><w:pageBreakBefore/>", in: story) == 1)
    #expect(
      Parts.count("<w:pStyle w:val=\"SheetGap\"/><w:pageBreakBefore/></w:pPr></w:p><w:tbl>", in: story) == 1)
    #expect(Parts.count("<w:pStyle w:val=\"SheetGap\"/></w:pPr></w:p><w:tbl>", in: story) == 1)
  }

  private func story(of sheets: [FormSheet]) throws -> String {
    try Parts.text("word/document.xml", of: writer.word(sheets).bytes)
  }
}
