// Word files as files: other namespaces and encodings, wrong kinds, damage at any byte, growth.
import Archives
import TableProbes
import Tables
import Testing
import WordDocuments

@Suite struct WordFileTests {
  private static let sample = WordSample(
    paragraph("标题", "<w:pStyle w:val=\"1\"/>")
      + table(
        row(cell("项目名称", span(2)), cell("某镇道路维修", restart)),
        row(cell("≥95%"), cell("&lt;10"), cell("", proceed)), columns: 3)
      + "<w:p><w:ins><w:r><w:t>尾</w:t></w:r></w:ins><w:del><w:r><w:delText>删</w:delText></w:r></w:del></w:p>",
    styles: "<w:style w:type=\"paragraph\" w:styleId=\"1\"><w:name w:val=\"heading 1\"/></w:style>")

  private static let expected = [
    "H1 标题", "T1 2x3: 0,0+1x2 项目名称 | 0,2+2x1 某镇道路维修 | 1,0 ≥95% | 1,1 <10", "P 尾",
  ]

  private func failure(_ bytes: [UInt8]) -> ReadingError? {
    do throws(ReadingError) {
      _ = try WordDocumentReader().read(bytes)
      return nil
    } catch {
      return error
    }
  }

  @Test func `the sample is read`() throws {
    #expect(lines(try Self.sample.read()) == Self.expected)
  }

  @Test func `strict documents are read alike`() throws {
    var sample = WordSample(Self.sample.body)
    sample.isStrict = true
    #expect(lines(try sample.read()).dropFirst() == Self.expected[1...])
  }

  @Test func `the main part may have any name`() throws {
    var sample = Self.sample
    sample.mainName = "a/b/正文 1.xml"
    #expect(lines(try sample.read()) == Self.expected)
  }

  @Test func `a main part in UTF-16 is read`() throws {
    var sample = Self.sample
    let text = sample.document.replacing("UTF-8", with: "UTF-16")
    sample.part = [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
    #expect(lines(try sample.read()) == Self.expected)
  }

  @Test func `other prefixes mean the same`() throws {
    var sample = WordSample("")
    sample.part = Array(
      """
      <document xmlns="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><body>
      <p><r><t>甲</t></r></p>
      <x:p xmlns:x="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
      <x:r><x:t>乙</x:t></x:r></x:p>
      <p xmlns="urn:else"><r><t>丙</t></r></p></body></document>
      """.utf8)
    #expect(lines(try sample.read()) == ["P 甲", "P 乙"])
  }

  @Test func `what is no Word document is told`() throws {
    #expect(failure([]) == .empty)
    #expect(failure(Array("PDF".utf8)) == .unknownFormat)
    var sample = Self.sample
    sample.part = Array("<html/>".utf8)
    #expect(failure(try sample.bytes()) == .unknownFormat)
    sample.part = []
    #expect(failure(try sample.bytes())?.isDamage == true)
  }

  @Test(arguments: ["<!DOCTYPE w:document>", "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]>"])
  func `a DOCTYPE is refused`(declaration: String) throws {
    var sample = Self.sample
    sample.part = Array((declaration + "<w:document/>").utf8)
    guard case .refused = failure(try sample.bytes()) else {
      Issue.record("a DOCTYPE was read")
      return
    }
  }

  @Test func `a lone surrogate written as a code is damage`() throws {
    #expect(failure(try WordSample(paragraph("&#xD800;")).bytes())?.isDamage == true)
  }

  @Test func `a document cut off anywhere gives an error`() throws {
    let whole = try Self.sample.bytes()
    for length in 0..<whole.count {
      #expect(failure(Array(whole[..<length])) != nil, "cut at \(length)")
    }
    let text = Array(Self.sample.document.utf8)
    for length in stride(from: 0, to: text.count, by: 3) {
      var sample = Self.sample
      sample.part = Array(text[..<length])
      #expect(failure(try sample.bytes()) != nil, "part cut at \(length)")
    }
  }

  @Test(arguments: 0..<100) func `changed documents are read or refused, and keep the law of tables`(
    seed: Int
  ) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let text = Array(Self.sample.document.utf8)
    let tags = [
      "<w:tc>", "</w:tc>", "<w:tr>", "</w:tr>", "<w:tbl>", "</w:tbl>", "<w:p>", "</w:p>", "<w:txbxContent>",
      "</w:txbxContent>", "<w:sdt>", "</w:sdt>", "<w:del>", "<w:t>", "</w:t>", "<w:vMerge/>", "<w:tcPr>",
      "</w:tcPr>",
      "<mc:Choice>", "</mc:Choice>", "<w:fldChar w:fldCharType=\"begin\"/>", "&#xD800;", "9999999999",
      "<w:tc/>",
    ]
    for _ in 0..<25 {
      var bytes = text
      for _ in 0..<Int.random(in: 1...8, using: &random) {
        let index = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes[index] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.removeSubrange(index..<min(bytes.count, index + Int.random(in: 1...20, using: &random)))
        case 2: bytes.insert(contentsOf: Array((tags.randomElement(using: &random) ?? "").utf8), at: index)
        default:
          // Exchange one tag for another, so that some documents stay well-formed.
          guard let start = bytes[index...].firstIndex(of: 0x3C),
            let end = bytes[start...].firstIndex(of: 0x3E)
          else { continue }
          bytes.replaceSubrange(start...end, with: Array((tags.randomElement(using: &random) ?? "").utf8))
        }
      }
      var sample = Self.sample
      sample.part = bytes
      guard let document = try? sample.read() else { continue }
      for case .table(let table) in document.blocks { #expect(table.brokenLaws == []) }
    }
  }

  @Test func `ten times the rows give ten times the cells`() throws {
    func cells(_ count: Int) throws -> Int {
      let rows = (0..<count).map { row(cell("第\($0)行"), cell("值", span(2)), cell("")) }.joined()
      let document = try WordSample(table(rows, columns: 4)).read()
      guard case .table(let table) = document.blocks.first else { return 0 }
      return table.cells.count
    }
    #expect(try cells(500) == 1_500)
    #expect(try cells(5_000) == 15_000)
  }
}
