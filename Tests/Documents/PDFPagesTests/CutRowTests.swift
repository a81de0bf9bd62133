// Rows and merged cells that a page's end cuts are made whole; rows that only look so stay apart.
import Tables
import Testing

@testable import PDFPages

@Suite(.enabled(if: PDFLibrary.isPresent, "libpdfium is not installed")) struct CutRowTests {
  /// Two pages with a table each, drawn as it would be printed, and what the document's last rows are.
  struct Pages: Sendable, CustomTestStringConvertible {
    var name: String
    var upper: [String]
    var lower: [String]
    var expected: [String]
    var widths = CutRowTests.widths

    init(
      _ name: String, upper: [String], lower: [String], expected: [String],
      widths: [Double] = CutRowTests.widths
    ) {
      self.name = name
      self.widths = widths
      self.upper = upper
      self.lower = lower
      self.expected = expected
    }

    var testDescription: String { name }
  }

  /// Widths of columns: five characters fit into the third, four into the others.
  static let widths: [Double] = [48, 48, 58, 48]
  /// Twelve characters fit into the third, eight into the fourth.
  private static let wide: [Double] = [48, 48, 128, 88]
  private static let leading = 13.0

  /// Draws rows of `a|b|c|d`; `/` parts lines, `^` goes on with the cell above.
  private static func draw(
    _ rows: [String], top: Double, padding: Double = 4, widths: [Double] = widths
  ) -> TinyPDF.Page {
    var page = TinyPDF.Page()
    let texts = rows.map { row in
      let cells = row.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
      return cells + Array(repeating: "", count: max(0, widths.count - cells.count))
    }
    var y = top
    page.rules.append((60, y, 60 + widths.reduce(0, +), y))
    for (row, cells) in texts.enumerated() {
      let lines = cells.map { $0 == "^" ? [] : $0.split(separator: "/").map(String.init) }
      let height = Double(max(1, lines.map(\.count).max() ?? 1)) * leading + 2 * padding
      var x = 60.0
      for (column, width) in widths.enumerated() {
        for (number, line) in lines[column].enumerated() {
          page.lines.append(
            TinyPDF.Line(line, x: x + 4, y: y - padding - 9 - Double(number) * leading))
        }
        page.rules.append((x, y, x, y - height))
        let goesOn = row + 1 < texts.count && texts[row + 1][column] == "^"
        if !goesOn { page.rules.append((x, y - height, x + width, y - height)) }
        x += width
      }
      page.rules.append((x, y, x, y - height))
      y -= height
    }
    return page
  }

  private static func outline(_ document: Document) -> [String] {
    document.blocks.flatMap { block -> [String] in
      guard case .table(let table) = block else { return [] }
      return (0..<table.rowCount).map { row in
        table.cells.filter { $0.row == row }.map(\.text).joined(separator: "|")
      }
    }
  }

  private func rows(_ pages: [TinyPDF.Page]) throws -> [String] {
    Self.outline(try PDFDocumentReader(extractor: .pdfium).read(TinyPDF(pages).bytes))
  }

  static let head = "一级指标|二级指标|三级指标|指标值"

  static let cut: [Pages] = [
    Pages(
      "a name's last word", upper: ["产出指标|数量指标|修缮古建筑/屋面及檐口|≥3处"],
      lower: ["||工程|", "产出指标|质量指标|验收合格率|≥98%"],
      expected: ["产出指标|数量指标|修缮古建筑屋面及檐口工程|≥3处", "产出指标|质量指标|验收合格率|≥98%"]),
    Pages(
      "name and label together", upper: ["产出指标|古建筑群/修缮数量|修缮古建筑/屋面及檐口|≥3处"],
      lower: ["|指标|工程|", "产出指标|质量指标|验收合格率|≥98%"],
      expected: ["产出指标|古建筑群修缮数量指标|修缮古建筑屋面及檐口工程|≥3处", "产出指标|质量指标|验收合格率|≥98%"]),
    Pages(
      "one line and its end", upper: ["产出指标|数量指标|古建筑屋面|≥3处"],
      lower: ["||总数|", "产出指标|质量指标|验收合格率|≥98%"],
      expected: ["产出指标|数量指标|古建筑屋面总数|≥3处", "产出指标|质量指标|验收合格率|≥98%"]),
    Pages(
      "two texts after their first lines",
      upper: ["产出指标|数量指标|修缮全县古建筑屋面及檐口|明显高于上年同期"],
      lower: ["||木结构/工程|水平", "产出指标|质量指标|验收合格率|≥98%"],
      expected: [
        "产出指标|数量指标|修缮全县古建筑屋面及檐口木结构\n工程|明显高于上年同期水平", "产出指标|质量指标|验收合格率|≥98%",
      ], widths: wide),
    Pages(
      "every text of wide columns, beside merged labels",
      upper: ["产出指标|数量指标|开展古桥巡查|≥9次", "^|^|修缮全县古建筑屋面及檐口并且加固桥墩与栏|明显高于上年同期且不低于全市平均"],
      lower: ["||杆基座|水平", "效益指标|社会效益|游客人次|≥2万"],
      expected: [
        "产出指标|数量指标|开展古桥巡查|≥9次",
        "修缮全县古建筑屋面及檐口并且加固桥墩与栏杆基座|明显高于上年同期且不低于全市平均水平", "效益指标|社会效益|游客人次|≥2万",
      ], widths: [48, 48, 208, 168]),
    Pages(
      "a bracket that is closed behind the page's end",
      upper: ["产出指标|数量指标|开展古桥巡查|≥9次", "^|^|修缮老古建筑（含屋面及檐|明显高于上年同期"],
      lower: ["||口）|水平", "效益指标|社会效益|游客人次|≥2万"],
      expected: [
        "产出指标|数量指标|开展古桥巡查|≥9次", "修缮老古建筑（含屋面及檐口）|明显高于上年同期水平",
        "效益指标|社会效益|游客人次|≥2万",
      ], widths: wide),
  ]

  @Test(arguments: cut, [4.0, 7.0, 10.0])
  func `a row that the page's end cuts is one`(pages: Pages, padding: Double) throws {
    let found = try rows([
      Self.draw([Self.head] + pages.upper, top: 300, padding: padding, widths: pages.widths),
      Self.draw(pages.lower, top: 800, padding: padding, widths: pages.widths),
    ])
    #expect(Self.bare(found.dropFirst()) == Self.bare(pages.expected))
  }

  @Test(arguments: cut)
  func `where the head is repeated above the rest, the row is one too`(pages: Pages) throws {
    let found = try rows([
      Self.draw([Self.head] + pages.upper, top: 300, widths: pages.widths),
      Self.draw([Self.head] + pages.lower, top: 800, widths: pages.widths),
    ])
    #expect(Self.bare(found.dropFirst()) == Self.bare(pages.expected))
  }

  static let apart: [Pages] = [
    Pages(
      "there was room behind the name", upper: ["产出指标|数量指标|修缮古建筑/屋面|≥3处"],
      lower: ["||工程", "产出指标|质量指标|验收合格率|≥98%"],
      expected: ["产出指标|数量指标|修缮古建筑屋面|≥3处", "||工程|", "产出指标|质量指标|验收合格率|≥98%"]),
    Pages(
      "an item of its own", upper: ["产出指标|数量指标|一、古建筑/屋面及檐口|≥3处"],
      lower: ["||二、古桥", "产出指标|质量指标|验收合格率|≥98%"],
      expected: ["产出指标|数量指标|一、古建筑屋面及檐口|≥3处", "||二、古桥|", "产出指标|质量指标|验收合格率|≥98%"]),
    Pages(
      "names of one kind", upper: ["产出指标|数量指标|古建筑屋面/修缮完成率|≥30%"],
      lower: ["||古桥完成率", "产出指标|质量指标|验收合格率|≥98%"],
      expected: ["产出指标|数量指标|古建筑屋面修缮完成率|≥30%", "||古桥完成率|", "产出指标|质量指标|验收合格率|≥98%"]),
    Pages(
      "names as long as each other, the second without a value",
      upper: ["产出指标|数量指标|古建筑|≥3处"], lower: ["||老桥墩加固|", "产出指标|质量指标|验收合格率|≥98%"],
      expected: ["产出指标|数量指标|古建筑|≥3处", "||老桥墩加固|", "产出指标|质量指标|验收合格率|≥98%"]),
    Pages(
      "a row with a value of its own", upper: ["产出指标|数量指标|修缮古建筑/屋面及檐口|≥3处"],
      lower: ["产出指标|数量指标|老桥|≥1座"],
      expected: ["产出指标|数量指标|修缮古建筑屋面及檐口|≥3处", "产出指标|数量指标|老桥|≥1座"]),
    Pages(
      "a text where the row above has none", upper: ["产出指标|数量指标|修缮古建筑/屋面及檐口|"],
      lower: ["||老桥|≥1座"],
      expected: ["产出指标|数量指标|修缮古建筑屋面及檐口|", "||老桥|≥1座"]),
    Pages(
      "names and values that fill their cells, under merged labels",
      upper: ["产出指标|数量指标|古桥修缮数|≥12座", "^|^|技术交易额|≥20亿"],
      lower: ["||科普活动数|≥10次", "效益指标|社会效益|游客人次|≥2万"],
      expected: [
        "产出指标|数量指标|古桥修缮数|≥12座", "技术交易额|≥20亿", "科普活动数|≥10次", "效益指标|社会效益|游客人次|≥2万",
      ]),
    Pages(
      "names and values that fill narrow columns, beside a label that may be merged",
      upper: ["产出指标|数量指标|修缮古建筑|三百六十"],
      lower: ["||古桥及桥墩|四百余处", "产出指标|质量指标|验收合格率|≥98%"],
      expected: ["产出指标|数量指标|修缮古建筑|三百六十", "||古桥及桥墩|四百余处", "产出指标|质量指标|验收合格率|≥98%"]),
    Pages(
      "a long name, and a value that the page's end cannot have cut",
      upper: ["产出指标|数量指标|修缮全县古建筑屋面及檐口/木结构工程与地面砖石工程|明显高于上年同期"],
      lower: ["||古桥及桥墩|保持稳定", "产出指标|质量指标|验收合格率|≥98%"],
      expected: [
        "产出指标|数量指标|修缮全县古建筑屋面及檐口木结构工程与地面砖石工程|明显高于上年同期", "||古桥及桥墩|保持稳定",
        "产出指标|质量指标|验收合格率|≥98%",
      ], widths: wide),
    Pages(
      "merged labels of narrow columns", upper: ["产出/指标/数量|修缮指标|古建筑屋面|≥3处", "^|^|古桥桥墩|≥1处"],
      lower: ["效益指标|社会效益|游客人次|≥2万", "^|^|停留时长|≥2时"],
      expected: [
        "产出\n指标\n数量|修缮指标|古建筑屋面|≥3处", "古桥桥墩|≥1处", "效益指标|社会效益|游客人次|≥2万", "停留时长|≥2时",
      ]),
  ]

  @Test(arguments: apart, [4.0, 8.0])
  func `rows that only look like the end of one stay apart`(pages: Pages, padding: Double) throws {
    let found = try rows([
      Self.draw([Self.head] + pages.upper, top: 300, padding: padding, widths: pages.widths),
      Self.draw(pages.lower, top: 800, padding: padding, widths: pages.widths),
    ])
    #expect(Self.bare(found.dropFirst()) == Self.bare(pages.expected))
  }

  /// The rows without blank cells: what is merged above may go on over them.
  private static func bare(_ rows: some Sequence<String>) -> [String] {
    rows.map { $0.split(separator: "|", omittingEmptySubsequences: true).joined(separator: "|") }
  }

  @Test func `rows that stand in a block above too are no repeated head`() throws {
    let rows = ["产出指标|数量指标|古建筑|≥3处", "产出指标|质量指标|合格率|≥98%"]
    let found = try self.rows([
      Self.draw(["总体目标|长期|古建筑|维修", Self.head] + rows + [Self.head], top: 400), Self.draw(rows, top: 800),
    ])
    #expect(found.filter { $0 == rows[0] }.count == 2)
    #expect(found.suffix(3) == [Self.head] + rows)
  }

  @Test func `a merged label that is cut goes on, and so do the blank cells behind it`() throws {
    let found = try rows([
      Self.draw([Self.head, "绩效/目标/指|数量指标|古桥修缮数|≥3处", "^|^|古桥桥墩|≥1处"], top: 300),
      Self.draw(["标||老桥|≥2座", "^|质量指标|验收合格率|≥98%"], top: 800),
    ])
    #expect(found.dropFirst().first?.hasSuffix("|数量指标|古桥修缮数|≥3处") == true)
    #expect(found.dropFirst(2) == ["古桥桥墩|≥1处", "老桥|≥2座", "质量指标|验收合格率|≥98%"])
  }

  @Test func `a running number in front keeps no label from going on`() throws {
    let found = try rows([
      Self.draw([Self.head, "8|质量指标|合格率|≥98%", "9|成本指标|演练成本|≤1万元"], top: 300),
      Self.draw([Self.head, "10||采购单价|≤2万元", "11|效益指标|受益率|≥90%"], top: 800),
    ])
    #expect(
      found.dropFirst() == [
        "8|质量指标|合格率|≥98%", "9|成本指标|演练成本|≤1万元", "10|采购单价|≤2万元", "11|效益指标|受益率|≥90%",
      ])
  }

  @Test func `a row over three pages is one`() throws {
    let line = "修缮古建筑"
    let found = try rows([
      Self.draw([Self.head, "产出指标|数量指标|\(line)/\(line)|≥3处"], top: 300),
      Self.draw(["||\(Array(repeating: line, count: 6).joined(separator: "/"))|"], top: 800),
      Self.draw(["||\(line)/完工", "产出指标|质量指标|验收合格率|≥98%"], top: 800),
    ])
    #expect(
      found.dropFirst() == [
        "产出指标|数量指标|\(String(repeating: line, count: 9))完工|≥3处", "产出指标|质量指标|验收合格率|≥98%",
      ])
  }

  @Test func `a row that ended on the second page does not go on after it`() throws {
    let found = try rows([
      Self.draw([Self.head, "产出指标|数量指标|修缮古建筑/屋面及檐口|≥3处"], top: 300),
      Self.draw(["||工程|"], top: 800),
      Self.draw(["||老桥墩加固|", "产出指标|质量指标|验收合格率|≥98%"], top: 800),
    ])
    #expect(
      Self.bare(found.dropFirst()) == [
        "产出指标|数量指标|修缮古建筑屋面及檐口工程|≥3处", "老桥墩加固", "产出指标|质量指标|验收合格率|≥98%",
      ])
  }

  // MARK: Texts in windows

  /// A worksheet's merged cell printed whole on both pages, each showing its part of it.
  private func windowed(lower text: String) -> [TinyPDF.Page] {
    var upper = Self.draw([Self.head, "古桥修缮||数量指标|≥3处", "^||质量指标|≥98%"], top: 300)
    upper.lines.removeAll { $0.text == "古桥修缮" }
    for (number, line) in ["古桥维修", "与保养费"].enumerated() {
      var one = TinyPDF.Line(line, x: 64, y: 243 - Double(number) * Self.leading)
      one.window = (60, 237, 48, 42)
      upper.lines.append(one)
    }
    var lower = Self.draw([Self.head, "||时效指标|≤9月", "^||成本指标|≤2万"], top: 800)
    for (number, line) in text.split(separator: "/").enumerated() {
      var one = TinyPDF.Line(String(line), x: 64, y: 784 - Double(number) * Self.leading)
      one.window = (60, 737, 48, 42)
      lower.lines.append(one)
    }
    return [upper, lower]
  }

  @Test func `a merged cell seen in parts on two pages is one, with its text once`() throws {
    let document = try PDFDocumentReader(extractor: .pdfium).read(
      TinyPDF(windowed(lower: "古桥维修/与保养费")).bytes)
    #expect(
      Self.outline(document) == [
        Self.head, "古桥维修与保养费||数量指标|≥3处", "|质量指标|≥98%", "|时效指标|≤9月", "|成本指标|≤2万",
      ])
    guard case .table(let table)? = document.blocks.last else { return }
    #expect(table.cells.first { $0.row == 1 }?.rowSpan == 4)
  }

  @Test func `another text in the same place is another cell`() throws {
    let document = try PDFDocumentReader(extractor: .pdfium).read(
      TinyPDF(windowed(lower: "古塔维修/与保养费")).bytes)
    #expect(
      Self.outline(document) == [
        Self.head, "古桥维修与保养费||数量指标|≥3处", "|质量指标|≥98%", "古塔维修与保养费||时效指标|≤9月",
        "|成本指标|≤2万",
      ])
  }
}
