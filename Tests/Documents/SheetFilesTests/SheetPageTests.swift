// Sheets in pages: a table that assistive programs understand, and no style of its own.
import FormSheets
import HTML
import SheetFiles
import Testing

@Suite struct SheetPageTests {
  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  private var small: FormSheet {
    var grid = SheetGrid(columns: [200, 300, 500])
    grid.addRow(
      [
        SheetPiece("指标", role: .head, columns: 2, scope: .column),
        SheetPiece("值", role: .head, scope: .column),
      ], row: SheetRow(isHead: true, keepsWithNext: true, height: 100))
    grid.addRow([
      SheetPiece("产出", role: .label, rows: 3, scope: .rowGroup),
      SheetPiece("数量", role: .label, rows: 2, scope: .rowGroup),
      SheetPiece("≥3", path: "/indicators/0/annualValue"),
    ])
    grid.addRow([SheetPiece("一\n二", alignment: .start)])
    grid.addRow([SheetPiece("质量", role: .label, scope: .row), SheetPiece("")])
    grid.close()
    return FormSheet(
      title: "小表", mark: "草稿",
      blocks: [
        .line(SheetLine([SheetText("小<表>", role: .title, alignment: .center)])),
        .line(SheetLine([SheetText("单位"), SheetText("万元", alignment: .end)])), .grid(grid), .pageBreak,
        .line(SheetLine([SheetText("注", role: .note)])),
      ])
  }

  @Test func `a sheet is an article with caption, heads and groups`() throws {
    var page = try SheetPage(small)
    page.showsPaths = true
    #expect(
      text(page.fragment().bytes) == """
        <article class="sheet"><div class="sheet-mark" role="img" aria-label="草稿"></div>\
        <table class="sheet-grid"><caption><h2 class="sheet-title sheet-center">小&lt;表&gt;</h2>\
        <div class="sheet-parts"><p class="sheet-body sheet-start">单位</p>\
        <p class="sheet-body sheet-end">万元</p></div></caption>\
        <colgroup><col class="sheet-w40"><col class="sheet-w60"><col class="sheet-w100"></colgroup>\
        <thead><tr class="sheet-h10 sheet-keep"><th scope="col" colspan="2" class="sheet-head">指标</th>\
        <th scope="col" class="sheet-head">值</th></tr></thead>\
        <tbody><tr><th scope="rowgroup" rowspan="3" class="sheet-label">产出</th>\
        <th scope="row" rowspan="2" class="sheet-label">数量</th>\
        <td data-path="/indicators/0/annualValue">≥3</td></tr>\
        <tr><td class="sheet-start">一<br>二</td></tr>\
        <tr><th scope="row" class="sheet-label">质量</th><td></td></tr></tbody></table>\
        <p class="sheet-note sheet-start sheet-break">注</p></article>
        """)
  }

  @Test func `an editor writes its own fields into the cells`() throws {
    let page = try SheetPage(small).fragment { cell, page in
      guard let path = cell.path else { return SheetPage.text(cell, &page) }
      page.startTag("input", ["name": path, "value": cell.content.text])
    }
    #expect(
      Parts.count("<td><input name=\"/indicators/0/annualValue\" value=\"≥3\"></td>", in: text(page.bytes))
        == 1)
  }

  @Test(arguments: UInt64(1)...60) func `nothing needs a style or a script, and texts cannot make any`(
    seed: UInt64
  ) throws {
    let sheet = SheetSamples.random(seed)
    let fragment = text(try SheetPage(sheet).fragment().bytes)
    #expect(Parts.count(" style=", in: fragment) == 0)
    #expect(Parts.count("<script", in: fragment) == 0)
    #expect(Parts.count("<style", in: fragment) == 0)
    let document = text(try SheetWriter(created: 0).html([sheet]).bytes)
    #expect(Parts.count("<style>", in: document) == 1)
    #expect(Parts.count("<script", in: document) == 0)
    let used = Self.classes(in: fragment).subtracting(["sheet-body", "sheet-label"])
    #expect(used.subtracting(Self.styled(in: document)).isEmpty)
    #expect(used.subtracting(Self.styled).isEmpty)
  }

  private static let styled = styled(in: String(decoding: SheetPage.styles.bytes, as: UTF8.self))

  /// All names of classes in a page.
  private static func classes(in page: String) -> Set<String> {
    var names: Set<String> = []
    for piece in page.split(separator: "<") {
      let words = piece.prefix { $0 != ">" }.split(separator: "\"", omittingEmptySubsequences: false)
      for (index, word) in words.enumerated() where word.hasSuffix(" class=") && index + 1 < words.count {
        names.formUnion(words[index + 1].split(separator: " ").map(String.init))
      }
    }
    return names
  }

  /// All names of classes that a style sheet speaks of.
  private static func styled(in styles: String) -> Set<String> {
    let pieces = styles.utf8.split(separator: UInt8(ascii: ".")).compactMap { piece in
      String(piece.prefix { $0 == 0x2D || (0x30...0x39).contains($0) || (0x61...0x7A).contains($0) })
    }
    return Set(pieces)
  }

  @Test func `a document prints on its papers`() throws {
    var plain = SheetSamples.form(paper: .landscape)
    plain.paper.isNumbered = false
    let page = text(
      try SheetWriter(created: 0).html([SheetSamples.form(), plain, SheetSamples.form()]).bytes)
    #expect(
      Parts.count("@page sheet-p0{size:210.0mm 297.0mm;margin:20.0mm 18.0mm 18.0mm;@bottom-center{", in: page)
        == 1)
    #expect(Parts.count("@page sheet-p1{size:297.0mm 210.0mm;margin:18.0mm 18.0mm 16.0mm}", in: page) == 1)
    #expect(Parts.count("<article class=\"sheet sheet-p0\">", in: page) == 2)
    #expect(Parts.count("lang=\"zh-CN\"", in: page) == 1)
    #expect(Parts.count("default-src 'none'", in: page) == 1)
  }

  @Test func `a long table repeats the heads in its midst in documents and is one table in editors`() throws {
    let sheet = SheetSamples.form(indicators: 60)
    let document = text(try SheetWriter(created: 0).html([sheet]).bytes)
    #expect(Parts.count("<thead>", in: document) == 1)
    #expect(Parts.count("<table", in: document) == 2)
    #expect(Parts.count("<table", in: text(try SheetPage(sheet).fragment().bytes)) == 1)
  }

  @Test func `columns take the whole width however many there are`() throws {
    for count in [1, 3, 7, 60, 200, 700] {
      var grid = SheetGrid(columns: (1...count).map { $0 % 5 + 1 })
      grid.addRow([])
      let page = text(try SheetPage(FormSheet(title: "宽", blocks: [.grid(grid)])).fragment().bytes)
      let widths = page.split(separator: "\"").compactMap { word -> Int? in
        word.hasPrefix("sheet-w") ? Int(word.dropFirst(7)) : nil
      }
      #expect(widths.count == count)
      #expect(widths.reduce(0, +) == max(200, count))
    }
  }
}
