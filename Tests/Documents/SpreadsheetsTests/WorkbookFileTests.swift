// Workbooks as files: order and state of sheets, strict documents, wrong kinds, damage at any byte, growth.
import Archives
import Findings
import Spreadsheets
import TableProbes
import Tables
import Testing

@Suite struct WorkbookFileTests {
  private static var sample: BookSample {
    BookSample(
      """
      <row r="1"><c r="A1" t="s"><v>0</v></c></row><row r="2">\(text("A2", "金额"))\
      <c r="B2" s="1"><v>775413</v></c><c r="C2" t="b"><v>1</v></c></row>
      """,
      after: merges("A1:C1"), strings: "<si><t>某镇道路维修</t></si>",
      styles: "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"4\"/></cellXfs>")
  }

  private static let expected = ["表 2x3: 0,0+1x3 某镇道路维修 | 1,0 金额 | 1,1 775,413.00 | 1,2 TRUE"]

  private func failure(_ bytes: [UInt8]) -> ReadingError? {
    do throws(ReadingError) {
      _ = try SpreadsheetReader().read(bytes)
      return nil
    } catch {
      return error
    }
  }

  private func sheet(_ name: String, _ state: String = "", _ shown: String = "甲") -> BookSample.Sheet {
    .init(name: name, state: state, content: "<sheetData><row>\(text("A1", shown))</row></sheetData>")
  }

  @Test func `the sample is read`() throws {
    let document = try Self.sample.read()
    #expect(lines(document) == Self.expected)
    #expect(document.findings == [])
  }

  @Test func `strict workbooks are read alike`() throws {
    var sample = Self.sample
    sample.isStrict = true
    #expect(lines(try sample.read()) == Self.expected)
  }

  @Test func `sheets come in the order of the workbook, hidden ones are left out and told once`() throws {
    var sample = BookSample("")
    sample.sheets = [
      sheet("乙"), sheet("藏", "hidden"), sheet("深", "veryHidden"), sheet("甲&amp;丙", "visible"),
      sheet("空", "", ""),
    ]
    let document = try sample.read()
    #expect(lines(document) == ["乙 1x1: 0,0 甲", "甲&丙 1x1: 0,0 甲"])
    #expect(rules(document) == ["R03"])
    #expect(document.findings.first?.severity == .info)
    #expect(document.findings.first?.message == "隐藏的工作表未读取：“藏”、“深”。")
    #expect(document.blocks.map { if case .table(let table) = $0 { table.number } else { 0 } } == [1, 2])
  }

  @Test(arguments: [(2_000, []), (2_001, ["R05"])])
  func `sheets beyond the limit are told`(count: Int, told: [String]) throws {
    var sample = BookSample("")
    sample.sheets = (0..<count).map { sheet("\($0)") }
    #expect(rules(try sample.read()) == told)
  }

  @Test func `a workbook of hidden sheets is empty`() throws {
    var sample = BookSample("")
    sample.sheets = [sheet("藏", "hidden")]
    #expect(try sample.read().blocks == [])
  }

  @Test func `a missing sheet is told, a workbook without any is damaged`() throws {
    var sample = BookSample("")
    sample.sheets = [sheet("甲"), sheet("缺")]
    sample.sheets[1].isMissing = true
    #expect(rules(try sample.read()) == ["R06"])
    sample.sheets[0].isMissing = true
    #expect(failure(try sample.bytes())?.isDamage == true)
  }

  @Test func `what is no workbook is told`() throws {
    #expect(failure([]) == .empty)
    #expect(failure(Array("a,b\n".utf8)) == .unknownFormat)
    var writer = ArchiveWriter()
    writer.add("a.txt", "x")
    #expect(failure(try writer.finish()) == .unknownFormat)
  }

  @Test func `a DOCTYPE in a sheet is refused`() throws {
    var sample = Self.sample
    sample.sheets[0].part = Array("<!DOCTYPE x [<!ENTITY a 'b'>]><worksheet/>".utf8)
    guard case .refused = failure(try sample.bytes()) else {
      Issue.record("a DOCTYPE was read")
      return
    }
  }

  @Test func `a workbook cut off anywhere gives an error`() throws {
    let whole = try Self.sample.bytes()
    for length in 0..<whole.count {
      #expect(failure(Array(whole[..<length])) != nil, "cut at \(length)")
    }
  }

  @Test(arguments: 0..<100) func `changed workbooks are read or refused, and keep the law of tables`(
    seed: Int
  ) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let pieces = [
      "<c>", "</c>", "<row>", "</row>", "<v>", "</v>", "<is>", "<t>", "r=\"A1\"", "r=\"XFD1048576\"",
      "s=\"-1\"",
      "t=\"s\"", "t=\"inlineStr\"", "9999999999999999999999", "1E+999", "<mergeCell ref=\"A1:C9\"/>",
      "&#xD800;",
      "_x000D_", "<f>", "#REF!",
    ]
    let text =
      Array("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">".utf8)
      + Array(Self.sample.sheets[0].content.utf8) + Array("</worksheet>".utf8)
    for _ in 0..<25 {
      var bytes = text
      for _ in 0..<Int.random(in: 1...8, using: &random) {
        let index = Int.random(in: 80..<bytes.count, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: bytes[index] = bytes.randomElement(using: &random) ?? 0
        case 1: bytes.removeSubrange(index..<min(bytes.count, index + Int.random(in: 1...9, using: &random)))
        default: bytes.insert(contentsOf: Array((pieces.randomElement(using: &random) ?? "").utf8), at: index)
        }
      }
      var sample = Self.sample
      sample.sheets[0].part = bytes
      guard let document = try? sample.read() else { continue }
      for case .table(let table) in document.blocks { #expect(table.brokenLaws == []) }
    }
  }

  @Test func `ten times the rows give ten times the cells`() throws {
    func cells(_ count: Int) throws -> Int {
      let rows = (1...count).map {
        "<row r=\"\($0)\">\(text("A\($0)", "第\($0)行"))<c r=\"B\($0)\"><v>\($0)</v></c></row>"
      }
      guard case .table(let table) = try BookSample(rows.joined()).read().blocks.first else { return 0 }
      return table.cells.count
    }
    #expect(try cells(500) == 1_000)
    #expect(try cells(5_000) == 10_000)
  }
}
