// Bytes to text: encodings told by marks and content, wrong declarations, faults, noise.
import Findings
import PlainText
import TableProbes
import Testing

@Suite struct TextDecodingTests {
  private func decoded(_ bytes: [UInt8], _ declared: TextEncoding? = nil) -> (text: String, DecodedText)? {
    TextDecoder().decode(bytes, declared: declared).map { (String(decoding: $0.utf8, as: UTF8.self), $0) }
  }

  private func utf16(_ text: String, isBigEndian: Bool) -> [UInt8] {
    text.utf16.flatMap { unit in
      let pair = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
      return isBigEndian ? pair.reversed() : pair
    }
  }

  /// 数量指标 in GB2312.
  private let quantity: [UInt8] = [0xCA, 0xFD, 0xC1, 0xBF, 0xD6, 0xB8, 0xB1, 0xEA]

  @Test func `UTF-8 stays as it is, and its mark goes`() throws {
    let plain = Array("数量指标：≥15场".utf8)
    #expect(try #require(decoded(plain)).0 == "数量指标：≥15场")
    let (text, result) = try #require(decoded([0xEF, 0xBB, 0xBF] + plain))
    #expect(text == "数量指标：≥15场")
    #expect(result.encoding == .utf8 && result.findings.isEmpty)
  }

  @Test(arguments: [true, false]) func `UTF-16 is read with its mark and without`(isBigEndian: Bool) throws {
    let words = "项目名称\t道路养护\r\n预算数\t6.00万元😀\r\n"
    let bytes = utf16(words, isBigEndian: isBigEndian)
    let mark: [UInt8] = isBigEndian ? [0xFE, 0xFF] : [0xFF, 0xFE]
    let (marked, result) = try #require(decoded(mark + bytes))
    #expect(marked == words && result.findings.isEmpty)
    let (guessed, guess) = try #require(decoded(bytes))
    #expect(guessed == words)
    #expect(guess.encoding == (isBigEndian ? .utf16BigEndian : .utf16LittleEndian))
    #expect(guess.findings.map(\.rule) == ["R02"])
  }

  @Test func `lone surrogates and an odd last byte are replaced and told`() throws {
    var bytes: [UInt8] = [0xFF, 0xFE] + utf16("指标", isBigEndian: false)
    bytes += [0x00, 0xD8]
    bytes += utf16("值", isBigEndian: false)
    bytes += [0x00, 0xDC]
    bytes += utf16("分值与得分情况表共十二项内容齐全", isBigEndian: false) + [0x41]
    let (text, result) = try #require(decoded(bytes))
    #expect(text == "指标\u{FFFD}值\u{FFFD}分值与得分情况表共十二项内容齐全\u{FFFD}")
    #expect(result.findings.count == 1 && result.findings[0].severity == .warning)
  }

  @Test func `a surrogate written in UTF-8 counts once`() throws {
    let (text, result) = try #require(decoded(Array("目标".utf8) + [0xED, 0xA0, 0x80] + Array("一".utf8)))
    #expect(text == "目标\u{FFFD}一")
    #expect(result.findings.count == 1)
  }

  @Test func `GB2312 without a declaration is found and told`() throws {
    let (text, result) = try #require(decoded(quantity + [0x0A] + quantity))
    #expect(text == "数量指标\n数量指标")
    #expect(result.encoding == .gb18030)
    #expect(result.findings.map(\.rule) == ["R02"])
  }

  @Test func `a declaration of GB2312 means all of GB18030`() throws {
    // 镕 is in GBK only, 𠀀 has four bytes, 0x80 is the euro sign.
    let bytes = quantity + [0xE9, 0x46, 0x95, 0x32, 0x82, 0x36, 0x80]
    let (text, result) = try #require(decoded(bytes, TextEncoding(label: "GB2312".utf8)))
    #expect(text == "数量指标镕𠀀€")
    #expect(result.findings.isEmpty)
  }

  @Test func `a wrong declaration gives way to the content, both ways`() throws {
    let (page, told) = try #require(decoded(Array("绩效目标".utf8), .gb18030))
    #expect(page == "绩效目标" && told.encoding == .utf8 && told.findings.count == 1)
    let (other, guess) = try #require(decoded(quantity, .utf8))
    #expect(other == "数量指标" && guess.encoding == .gb18030)
    let (latin, _) = try #require(decoded(quantity + quantity, .windows1252))
    #expect(latin == "数量指标数量指标")
  }

  @Test func `short GB2312 texts that are well-formed UTF-8 by chance are Chinese`() throws {
    // 元 (D4 AA), 伟 (CE B0): as UTF-8 they would be Armenian and Greek letters.
    #expect(try #require(decoded([0xD4, 0xAA, 0xCE, 0xB0])).0 == "元伟")
    #expect(try #require(decoded([0xC2, 0xB0, 0x43])).0 == "°C")
  }

  @Test func `Big5 is read where it is declared`() throws {
    let (text, result) = try #require(decoded([0xA4, 0xA4, 0xA4, 0xE5, 0xAA, 0xED], .big5))
    #expect(text == "中文表" && result.encoding == .big5)
  }

  @Test func `bytes that belong to no character are replaced where they stand`() throws {
    let (text, result) = try #require(decoded(quantity + [0xFF] + quantity, .gb18030))
    #expect(text == "数量指标\u{FFFD}数量指标")
    #expect(result.findings.map(\.severity) == [.warning])
    let (cut, told) = try #require(decoded(Array("年度目标值".utf8).dropLast()))
    #expect(cut == "年度目标\u{FFFD}" && told.findings.count == 1)
  }

  @Test func `NULs go and are told`() throws {
    let (text, result) = try #require(decoded(Array("预算\0数 6.00\0".utf8)))
    #expect(text == "预算数 6.00")
    #expect(result.findings.map(\.rule) == ["R02"])
  }

  @Test func `noise is no text`() {
    var generator = SeededGenerator(seed: 7)
    for length in [64, 256, 4096] {
      let noise = (0..<length).map { _ in UInt8.random(in: 0...255, using: &generator) }
      #expect(TextDecoder().decode(noise) == nil, "\(length) bytes")
      #expect(TextDecoder().decode(noise, declared: .gb18030) == nil, "\(length) bytes")
    }
    #expect(TextDecoder().decode([UInt8](repeating: 0xFF, count: 3000)) == nil)
    #expect(TextDecoder().decode([UInt8](repeating: 0, count: 3000)) == nil)
  }

  @Test(arguments: [
    ("gb2312", TextEncoding.gb18030), ("GBK", .gb18030), (" \"utf-8\" ", .utf8), ("x-gbk", .gb18030),
    ("ISO-8859-1", .windows1252), ("Big5", .big5), ("utf-16", .utf8),
  ]) func `names of encodings are read as browsers read them`(name: String, encoding: TextEncoding) {
    #expect(TextEncoding(label: name.utf8) == encoding)
  }

  @Test(arguments: ["", "klingon", "gb", "utf-8-utf-8-utf-8-utf-8-utf-8-utf-8"])
  func `unknown names give no encoding`(name: String) {
    #expect(TextEncoding(label: name.utf8) == nil)
  }

  @Test func `decoded text is always well formed`() {
    var generator = SeededGenerator(seed: 11)
    let seeds = [
      Array("一级指标\t二级指标\r\n数量≥15场".utf8), quantity + quantity, utf16("目标：完成\n", isBigEndian: false),
    ]
    for _ in 0..<500 {
      var bytes = seeds.randomElement(using: &generator) ?? []
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        bytes[place] = UInt8.random(in: 0...255, using: &generator)
      }
      let declared = [nil, TextEncoding.gb18030, .utf8, .big5].randomElement(using: &generator) ?? nil
      guard let text = TextDecoder().decode(bytes, declared: declared) else { continue }
      #expect(String(validating: text.utf8, as: UTF8.self) != nil, "\(bytes)")
      #expect(!text.utf8.contains(0))
    }
  }
}
