// Comma-separated values: quotation marks, separators, encodings, and what cannot be read.
import PlainText
import TableProbes
import Tables
import Testing

struct SeparatedValuesTests {
  private static func drawn(_ text: String) throws -> String {
    outline(try SeparatedValuesReader().read(Array(text.utf8)))
  }

  @Test(arguments: [
    ("a,b\nc,d\n", "▦1 2×2\n0,0 a\n0,1 b\n1,0 c\n1,1 d"),
    ("a,b\r\nc,d", "▦1 2×2\n0,0 a\n0,1 b\n1,0 c\n1,1 d"),
    ("a,b\rc,d\r", "▦1 2×2\n0,0 a\n0,1 b\n1,0 c\n1,1 d"),
    ("a;b,c\n", "▦1 1×2\n0,0 a;b\n0,1 c"), ("a;b;c,d\n", "▦1 1×3\n0,0 a\n0,1 b\n0,2 c,d"),
    ("a\tb\n1,2\t3\n", "▦1 2×2\n0,0 a\n0,1 b\n1,0 1,2\n1,1 3"),
    ("sep=;\na;b\n", "▦1 1×2\n0,0 a\n0,1 b"), ("sep=|\r\na|b,c", "▦1 1×2\n0,0 a\n0,1 b,c"),
    ("\"a,1\",\"b\"\"2\"\"\"\n", "▦1 1×2\n0,0 a,1\n0,1 b\"2\""),
    ("\"a\nb\",c\nd,e", "▦1 2×2\n0,0 a⏎b\n0,1 c\n1,0 d\n1,1 e"),
    ("a,,c\n,,\n\nd", "▦1 4×3\n0,0 a\n0,2 c\n3,0 d"), (" a , b \n", "▦1 1×2\n0,0 a\n0,1 b"),
    ("a\"b,c\n", "▦1 1×2\n0,0 a\"b\n0,1 c"), ("\"a\"x,c\n", "▦1 1×2\n0,0 ax\n0,1 c"), ("a,", "▦1 1×2\n0,0 a"),
    ("\u{FEFF}编码,名称\n001,某局", "▦1 2×2\n0,0 编码\n0,1 名称\n1,0 001\n1,1 某局"), ("a", "▦1 1×1\n0,0 a"),
    ("\"\",\"\"\n", "▦1 1×2"), ("\n\n", "▦1 2×1"),
  ])
  func `values are read`(text: String, expected: String) throws {
    #expect(try Self.drawn(text) == expected)
  }

  @Test func `GB 18030 is read as a spreadsheet program writes it`() throws {
    // 单位编码,单位名称
    let head: [UInt8] = [
      0xB5, 0xA5, 0xCE, 0xBB, 0xB1, 0xE0, 0xC2, 0xEB, 0x2C, 0xB5, 0xA5, 0xCE, 0xBB, 0xC3, 0xFB, 0xB3, 0xC6,
    ]
    let document = try SeparatedValuesReader().read(head + [0x0D, 0x0A] + Array("713,".utf8) + head[0..<4])
    #expect(outline(document) == "▦1 2×2\n0,0 单位编码\n0,1 单位名称\n1,0 713\n1,1 单位")
  }

  @Test(arguments: ["\"a,b\nc,d\n", "a,\"b", "\"", "a\n\"\"\""])
  func `a quotation mark that is never closed is an error`(text: String) {
    #expect(throws: ReadingError.damaged(detail: "a quotation mark is not closed")) { try Self.drawn(text) }
  }

  @Test func `nothing and noise are errors`() {
    #expect(throws: ReadingError.empty) { try SeparatedValuesReader().read([]) }
    #expect(throws: ReadingError.unknownFormat) {
      try SeparatedValuesReader().read([UInt8](repeating: 7, count: 300) + [0, 1, 2])
    }
  }

  @Test func `limits end in an error and not in a smaller table`() {
    var limits = ReadingLimits()
    limits.rowCountMax = 2
    limits.columnCountMax = 3
    limits.cellCountMax = 5
    let reader = SeparatedValuesReader(limits: limits)
    #expect(throws: ReadingError.limit(name: .rowCount, value: 2)) {
      try reader.read(Array("a\nb\nc\n".utf8))
    }
    #expect(throws: ReadingError.limit(name: .columnCount, value: 3)) {
      try reader.read(Array("a,b,c,d".utf8))
    }
    #expect(throws: ReadingError.limit(name: .cellCount, value: 5)) {
      try reader.read(Array("a,b,c\nd,e,f".utf8))
    }
  }

  @Test(arguments: [1, 2, 3, 4])
  func `what is written with quotation marks reads back`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let pieces = ["甲", "a", ",", "\"", "\n", ";", "\t", "1", "x y", "”"]
    for _ in 0..<200 {
      let rows = (0..<Int.random(in: 1...5, using: &random)).map { _ in
        (0..<3).map { _ in
          "|"
            + (0..<Int.random(in: 0...4, using: &random)).map { _ in
              pieces.randomElement(using: &random) ?? ""
            }.joined() + "|"
        }
      }
      let text =
        "h,h,h\n"
        + rows.map { row in
          row.map {
            "\"" + $0.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
              + "\""
          }
          .joined(separator: ",")
        }.joined(separator: "\n")
      guard case .table(let table) = try SeparatedValuesReader().read(Array(text.utf8)).blocks[0] else {
        Issue.record("no table")
        return
      }
      #expect(table.cells.dropFirst(3).map(\.text) == rows.flatMap { $0 })
    }
  }
}
