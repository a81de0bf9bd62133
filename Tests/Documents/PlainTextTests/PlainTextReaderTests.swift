// Plain text into paragraphs and tables: tabs, cells on lines of their own, drawn tables, hostile files.
import Findings
import PlainText
import TableProbes
import Tables
import Testing

@Suite struct PlainTextReaderTests {
  private func read(_ text: String) throws -> String {
    outline(try PlainTextReader().read(Array(text.utf8)))
  }

  @Test(arguments: [
    ("\"\"\n项目绩效目标表,,\n项目名称,桥,\n\"甲,乙\",\"一\n二\",3\n丙,,\n", 1),
    ("甲，乙,丙,丁\n只有一句话。\n还有一句话，没有逗号。\n再说一句。\n", 0), ("甲,乙,丙\n丁,戊,己\n", 0),
    ("甲\t1,234,567\n乙\t1,234,567\n丙\t1,234,567\n丁\t1,234,567\n", 1),
    ("甲,乙,丙\n丁,戊,己\n庚,\"辛,壬\n癸,子,丑\n寅,卯,辰\n巳,午,未\n申,酉,戌\n亥,甲,乙\n", 1),
    ("sep=;\n甲;乙;丙\n丁;戊;己\n庚;辛;壬\n癸;子;丑\n寅;卯;辰\n", 1),
  ])
  func `lines of cells parted by commas are a table`(text: String, tableCount: Int) throws {
    let document = try PlainTextReader().read(Array(text.utf8))
    let tables = document.blocks.filter { if case .table = $0 { true } else { false } }
    #expect(tables.count == tableCount)
    // Cells that were merged have come apart in both.
    #expect(tables.allSatisfy { if case .table(let table) = $0 { table.isRagged } else { false } })
  }

  @Test(arguments: [
    "甲,\"乙,丙\n丁,戊,己\n庚,辛,壬\n癸,子,丑\n", "甲,\"乙,丙\n丁,戊,己\n庚,\"辛\n行\",壬\n癸,子,丑\n",
  ])
  func `a quotation mark that is not closed swallows no cells and is told`(text: String) throws {
    let document = try PlainTextReader().read(Array(text.utf8))
    let drawn = outline(document)
    #expect(drawn.contains("0,1 乙") && drawn.contains("0,2 丙") && drawn.contains("1,0 丁"))
    #expect(drawn.contains("3,0 癸") || drawn.contains("3,2 丑"))
    #expect(document.findings.map(\.rule) == ["R06"])
  }

  @Test func `a file of quotation marks alone costs no square of its size`() throws {
    let text = String(repeating: "\"\n\"\"a,b,c\n", count: 20_000)
    #expect(throws: Never.self) { try PlainTextReader().read(Array(text.utf8)) }
  }

  @Test func `lines without tabs are paragraphs with their numbers`() throws {
    let document = try PlainTextReader().read(Array("\n  项目名称  道路养护 \r\n\r\n\u{3000}总目标：\rA\u{3000}B".utf8))
    #expect(outline(document) == "¶ 项目名称  道路养护\n¶ 总目标：\n¶ A\u{3000}B")
    let lines = document.blocks.compactMap { block -> Int? in
      if case .paragraph(let paragraph) = block { paragraph.line } else { nil }
    }
    #expect(lines == [2, 4, 5])
  }

  @Test func `a run of tabbed lines is one ragged table, blank cells and all`() throws {
    #expect(
      try read("某县绩效表\n\n项目名称\t道路养护\t\t\n\n\t产出\t≥5\n数量\n") == """
        ¶ 某县绩效表
        ▦1 2×4 ragged
        0,0 项目名称
        0,1 道路养护
        0,2 ·
        0,3 ·
        1,0 ·
        1,1 产出
        1,2 ≥5
        ¶ 数量
        """)
  }

  @Test func `a page's end ends the run`() throws {
    #expect(try read("a\tb\n\u{0C}c\td\n") == "▦1 1×2 ragged\n0,0 a\n0,1 b\n▦2 1×2 ragged\n0,0 c\n0,1 d")
  }

  @Test func `cells in quotation marks keep their line ends`() throws {
    #expect(
      try read("目标\t\"一、修路\r\n二、架桥\"\t无\n甲\t\"称\"\"优\"\"\"\t\"乙\"\n") == """
        ▦1 2×3 ragged
        0,0 目标
        0,1 一、修路⏎二、架桥
        0,2 无
        1,0 甲
        1,1 称"优"
        1,2 "乙"
        """)
  }

  @Test func `a row broken over lines is put together where all others have the same tabs`() throws {
    let rows = (1...9).map { "指标\($0)\t≥\($0)\t场\n" }.joined()
    let drawn = try read(rows + "目标\t一、修路\n二、架桥\t无\n")
    #expect(drawn.hasSuffix("9,0 目标\n9,1 一、修路⏎二、架桥\n9,2 无"))
    #expect(try read("a\tb\tc\n目标\t一\n二\t无\n").contains("1,1 一\n2,0 二"))
  }

  @Test func `cells on lines of their own become rows`() throws {
    #expect(
      try read(
        """
        [bookmark: _Toc1]1.修路经费
        \t项目编码
        \tP001

        \t绩效目标
        \t1.修路
        2.架桥

        \t
        \t10%



        \t指标
        \t≥5次

        尾注
        """) == """
          ¶ 1.修路经费
          ▦1 3×2 ragged
          0,0 项目编码
          0,1 P001
          1,0 绩效目标
          1,1 1.修路⏎2.架桥
          2,0 ·
          2,1 10%
          ▦2 1×2 ragged
          0,0 指标
          0,1 ≥5次
          ¶ 尾注
          """)
  }

  @Test func `paragraphs that begin with a tab are no table`() throws {
    let long = String(repeating: "按照年度计划推进各项工作，", count: 12)
    #expect(try read("\t\(long)\n\t\(long)\n\n\t\(long)\n") == "¶ \(long)\n¶ \(long)\n¶ \(long)")
    #expect(try read("\t一、总体目标\n正文\n") == "¶ 一、总体目标\n¶ 正文")
  }

  @Test func `numbers of paragraphs before a tab make no table`() throws {
    #expect(try read("一、\t总体目标\n（一）\t修路\n\t1.\t架桥\n•\t种树\n") == "¶ 一、 总体目标\n¶ （一） 修路\n¶ 1. 架桥\n¶ • 种树")
    #expect(try read("1.\t修路\n序号\t名称\n").hasPrefix("▦1 2×2"))
    #expect(try read("1.\t修路\t5公里\n").hasPrefix("▦1 1×3"))
    for label in ["名称", "值(%)", "（元）", "1", "3.5万元"] {
      #expect(try read("\(label)\t修路\n").hasPrefix("▦1 1×2"), "\(label)")
    }
  }

  @Test(arguments: ["[bookmark: _Toc]甲", " [bookmark: a][bookmark: b] 甲", "\u{FEFF}甲"])
  func `marks of converters go`(line: String) throws {
    #expect(try read(line) == "¶ 甲")
  }

  @Test func `tables with bars lose their rules`() throws {
    #expect(
      try read("| 指标 | 值 |\n|---|:--:|\n| 场次 | ≥15 |\n|  | 20 |") == """
        ▦1 3×2
        0,0 指标
        0,1 值
        1,0 场次
        1,1 ≥15
        2,0 ·
        2,1 20
        """)
  }

  @Test func `tables in boxes join the lines of a cell and span columns`() throws {
    #expect(
      try read(
        """
        ┌──────┬──────┐
        │项目名│修路  │
        │称    │      │
        ├──────┼──────┤
        │备注：无     │
        ├──────┼──────┤
        │数量  │≥5    │
        └──────┴──────┘
        """) == """
          ▦1 3×2
          0,0 项目名⏎称
          0,1 修路
          1,0 1×2 备注：无
          2,0 数量
          2,1 ≥5
          """)
  }

  @Test func `a cell goes on where the rule beside it ends`() throws {
    let read = try read(
      """
        ┌────────┬────────┬──────┐
        │        │总额    │37.6  │
        │资金（  ├────────┼──────┤
        │万元）  │财政拨款│≥35   │
        ├────────┼────────┴──────┤
        │        │清淤           │
        │目标    ├────────┬──────┤
        │        │数量    │      │
        │        ├────────┤≥5    │
        │        │质量    │      │
        └────────┴────────┴──────┘
      """)
    #expect(
      read == """
        ▦1 5×3
        0,0 2×1 资金（⏎万元）
        0,1 总额
        0,2 37.6
        1,1 财政拨款
        1,2 ≥35
        2,0 3×1 目标
        2,1 1×2 清淤
        3,1 数量
        3,2 2×1 ≥5
        4,1 质量
        """)
  }

  @Test func `a box that does not come out even is read line by line`() throws {
    let text = try read(
      """
      ┌────────┬──────┐
      │资金    │37.6  │
      │        ├──────┤
      │财政拨款：三十五万元│
      └────────┴──────┘
      """)
    for word in ["资金", "37.6", "财政拨款：三十五万元"] { #expect(text.contains(word)) }
  }

  @Test(arguments: [(4, "2×1 甲"), (400, "甲")])
  func `cells of a drawing go on where it is not wider than forms are`(columns: Int, first: String) throws {
    func row(_ ends: String, _ sign: String, first: String) -> String {
      let parts = [first] + Array(repeating: sign, count: columns - 1)
      let signs = ends.map { String($0) }
      return signs[0] + parts.joined(separator: signs[1]) + signs[2]
    }
    let text = [
      row("┌┬┐", "──", first: "──"), row("│││", "乙", first: "甲"), row("│┼┤", "──", first: "  "),
      row("│││", "丙", first: "  "), row("└┴┘", "──", first: "──"),
    ].joined(separator: "\n")
    #expect(try read(text).split(separator: "\n").contains("0,0 \(first)"))
  }

  @Test func `bars at the ends of the lines may be left out`() throws {
    #expect(
      try read("标题\n项目|修路\n指标|值|备注\n---|:--:|---\n场次|≥15|无") == """
        ¶ 标题
        ▦1 3×3 ragged
        0,0 项目
        0,1 修路
        1,0 指标
        1,1 值
        1,2 备注
        2,0 场次
        2,1 ≥15
        2,2 无
        """)
  }

  @Test(arguments: ["甲|乙\n丙|丁", "甲|乙\n丙|丁\n戊|己", "甲|乙|丙\n丁\n戊|己|庚"])
  func `few bars between words are no table`(lines: String) throws {
    #expect(!(try read(lines).contains("▦")))
  }

  @Test(arguments: ["|a|", "合计 | 备注", "-----", "── 第一部分 ──", "a|b|c"])
  func `single bars and rules are no table`(line: String) throws {
    #expect(!(try read("甲\n\(line)\n乙").contains("▦")))
  }

  @Test func `leftovers of web pages stay as printed`() throws {
    #expect(try read("目标\t<p>修路&nbsp;</p>") == "▦1 1×2 ragged\n0,0 目标\n0,1 <p>修路&nbsp;</p>")
  }
}

/// Files that want to break the reader.
@Suite struct HostileTextTests {
  @Test func `no bytes are no document`() {
    #expect(throws: ReadingError.empty) { try PlainTextReader().read([]) }
    #expect(throws: ReadingError.unknownFormat) {
      try PlainTextReader().read([0x00, 0x01, 0x02, 0xFF, 0x03, 0x04])
    }
  }

  @Test func `limits end in an error or in a finding`() throws {
    var limits = ReadingLimits()
    limits.fileBytesMax = 10
    #expect(throws: ReadingError.limit(name: .fileBytes, value: 10)) {
      try PlainTextReader(limits: limits).read(Array("0123456789a".utf8))
    }
    limits = ReadingLimits()
    limits.cellCountMax = 5
    #expect(throws: ReadingError.limit(name: .cellCount, value: 5)) {
      try PlainTextReader(limits: limits).read(Array("a\tb\tc\nd\te\tf\n".utf8))
    }
    limits = ReadingLimits()
    limits.columnCountMax = 2
    let document = try PlainTextReader(limits: limits).read(Array("a\tb\tc\n".utf8))
    #expect(outline(document) == "▦1 1×2 ragged\n0,0 a\n0,1 b")
    #expect(document.findings.map(\.rule) == ["R05"])
  }

  @Test func `thousands of tabs, bars or quotation marks end`() {
    for unit in ["\t", "|", "\"", "\"a\t", "\ta\n", "a\tb\nx\n", "[bookmark:", "│", "\u{3000}", "\u{0C}"] {
      let bytes = Array(String(repeating: unit, count: 6000).utf8)
      #expect(throws: Never.self) { try PlainTextReader().read(bytes) }
    }
  }

  @Test func `mutated texts give sound tables or an error`() {
    var generator = SeededGenerator(seed: 3)
    let seed = Array(
      "表\n\n名称\t修路\t\n\t产出\t\"a\nb\"\t5\n\n| a | b |\n|---|---|\n| c | d |\n\t甲\n\t乙\n\n\t丙\n".utf8)
    let pieces: [[UInt8]] = [
      [0x09], [0x0A], [0x22], [0x7C], [0xE2, 0x94, 0x82], [0x0C], [0xFF], [0x00], [0x0D], [],
    ]
    for round in 0..<800 {
      var bytes = seed
      for _ in 0..<Int.random(in: 1...8, using: &generator) {
        let start = Int.random(in: 0..<bytes.count, using: &generator)
        let end = min(bytes.count, start + Int.random(in: 0...6, using: &generator))
        bytes.replaceSubrange(start..<end, with: pieces.randomElement(using: &generator) ?? [])
        if bytes.isEmpty { bytes = seed }
      }
      guard let document = try? PlainTextReader().read(bytes) else { continue }
      for case .table(let table) in document.blocks {
        #expect(isSound(table), "text \(round)")
      }
    }
  }

  private func isSound(_ table: Table) -> Bool {
    var taken: Set<[Int]> = []
    for cell in table.cells {
      guard cell.row + cell.rowSpan <= table.rowCount, cell.column + cell.columnSpan <= table.columnCount
      else {
        return false
      }
      for row in cell.row..<(cell.row + cell.rowSpan) {
        for column in cell.column..<(cell.column + cell.columnSpan)
        where !taken.insert([row, column]).inserted {
          return false
        }
      }
    }
    return true
  }
}
