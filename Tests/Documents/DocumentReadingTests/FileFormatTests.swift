// Formats told by content: signatures, containers, markup, text, noise.
import Archives
import DocumentReading
import Findings
import TableProbes
import Tables
import Testing

@Suite struct FileFormatTests {
  private func zip(_ names: [String]) throws -> [UInt8] {
    var writer = ArchiveWriter()
    for name in names { writer.add(name, Array("<x/>".utf8)) }
    return try writer.finish()
  }

  /// A compound file with one directory sector: header, allocation table, directory, then streams of 512
  /// bytes.
  private func compoundFile(_ names: [String], stream: [UInt8] = []) -> [UInt8] {
    var header: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    header += [UInt8](repeating: 0, count: 22) + [9, 0]
    header += [UInt8](repeating: 0, count: 16) + [1, 0, 0, 0]
    header += [UInt8](repeating: 0, count: 76 - header.count)
    header += [0, 0, 0, 0] + [UInt8](repeating: 0xFF, count: 512 - 80)
    var table: [UInt8] = [0xFD, 0xFF, 0xFF, 0xFF, 0xFE, 0xFF, 0xFF, 0xFF]
    table += [UInt8](repeating: 0xFF, count: 504)
    var directory: [UInt8] = []
    for name in names {
      var entry = name.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
      let length = entry.count + 2
      entry += [UInt8](repeating: 0, count: 64 - entry.count)
      entry +=
        [UInt8(length), 0, 2] + [UInt8](repeating: 0, count: 49) + [2, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0]
      directory += entry
    }
    directory += [UInt8](repeating: 0, count: max(0, 512 - directory.count))
    return header + table + directory + stream + [UInt8](repeating: 0, count: max(0, 512 - stream.count))
  }

  @Test func `office packages are told by the names of their parts`() throws {
    let types = "[Content_Types].xml"
    #expect(DocumentReader.format(of: try zip([types, "_rels/.rels", "word/document.xml"])) == .wordDocument)
    #expect(DocumentReader.format(of: try zip([types, "xl/workbook.xml"])) == .workbook)
    #expect(DocumentReader.format(of: try zip([types, "xl/workbook.bin"])) == .binaryWorkbook)
    #expect(
      DocumentReader.format(of: try zip([types, "ppt/presentation.xml"])) == .known(name: "PowerPoint 演示文稿"))
    #expect(
      DocumentReader.format(of: try zip(["OFD.xml", "Doc_0/Document.xml"])) == .known(name: "OFD 版式文件"))
    #expect(DocumentReader.format(of: try zip(["readme.txt"])) == .known(name: "ZIP 压缩包"))
  }

  @Test func `a package that is cut off is still known for what it is`() throws {
    let whole = try zip(["[Content_Types].xml", "word/document.xml", "word/styles.xml"])
    #expect(DocumentReader.format(of: Array(whole.dropLast(40))) == .wordDocument)
    #expect(throws: ReadingError.self) { try DocumentReader().read(Array(whole.dropLast(40))) }
  }

  @Test func `OpenDocument says its type in its first entry`() {
    var bytes: [UInt8] = [0x50, 0x4B, 3, 4, 20, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]
    let type = Array("application/vnd.oasis.opendocument.spreadsheet".utf8)
    bytes +=
      [UInt8(type.count), 0, 0, 0, UInt8(type.count), 0, 0, 0, 8, 0, 0, 0] + Array("mimetype".utf8) + type
    #expect(DocumentReader.format(of: bytes) == .openSpreadsheet)
  }

  @Test func `compound files are told by the names of their streams`() {
    #expect(
      DocumentReader.format(of: compoundFile(["Root Entry", "WordDocument"])) == .legacyWord)
    #expect(
      DocumentReader.format(of: compoundFile(["Root Entry", "Workbook"])) == .legacyWorkbook)
    #expect(
      DocumentReader.format(of: compoundFile(["Root Entry", "Book"])) == .legacyWorkbook)
    #expect(DocumentReader.format(of: compoundFile(["Root Entry"])) == .known(name: "OLE 复合文档"))
    #expect(DocumentReader.format(of: compoundFile(["EncryptionInfo", "EncryptedPackage"])) == .encrypted)
  }

  @Test func `old files under a password are encrypted`() {
    let block: [UInt8] = [0xEC, 0xA5, 0xC1, 0, 0, 0, 0, 0, 0, 0, 0, 1]
    #expect(
      DocumentReader.format(of: compoundFile(["Root Entry", "WordDocument"], stream: block)) == .encrypted)
    let records: [UInt8] = [0x09, 0x08, 4, 0, 0, 6, 5, 0, 0x2F, 0, 2, 0, 1, 0]
    #expect(
      DocumentReader.format(of: compoundFile(["Root Entry", "Workbook"], stream: records)) == .encrypted)
  }

  @Test func `a compound file without its directory is damaged, and characters nobody can read are told`()
    throws
  {
    let whole = compoundFile(["Root Entry", "WordDocument"])
    #expect(DocumentReader.format(of: Array(whole.prefix(520))) == .damaged)
    #expect(throws: ReadingError.damaged(detail: "the compound file has no directory")) {
      try DocumentReader().read(Array(whole.prefix(520)))
    }
    let page = Array("<html><table><tr><td>a<td>&#xD800;人</table></html>".utf8)
    let finding = try #require(try DocumentReader().read(page).findings.first)
    #expect(finding.rule == "R02" && finding.place?.column == 2)
  }

  @Test func `a compound file that is cut off anywhere has a name`() {
    let whole = compoundFile(["Root Entry", "WordDocument"])
    for length in stride(from: 8, to: whole.count, by: 37) {
      #expect(DocumentReader.format(of: Array(whole.prefix(length))) != .unknown)
    }
  }

  @Test(arguments: [
    ("{\\rtf1\\ansi", "RTF 文档（.rtf）"),
    ("Rar!\u{1A}\u{7}", "压缩包"),
    ("GIF89a", "图片"),
    ("<?xml version='1.0'?><w:wordDocument xmlns:w='x'>", "Word XML（.xml）"),
  ]) func `formats with a signature have their usual names`(start: String, name: String) {
    #expect(DocumentReader.format(of: Array(start.utf8)).usualName == name)
    #expect(throws: ReadingError.unsupported(formatName: name)) {
      try DocumentReader().read(Array(start.utf8))
    }
  }

  @Test(arguments: [
    "MIME-Version: 1.0\r\nContent-Type: multipart/related", "Content-Type: multipart/related; boundary=x",
    "From: <Saved by Blink>\r\nSubject: a\r\nMIME-Version: 1.0\r\n",
  ])
  func `a web page with its parts in one file is told from a letter`(start: String) {
    #expect(DocumentReader.format(of: Array(start.utf8)) == .webArchive)
    #expect(DocumentReader.format(of: Array("From: 甲单位\n项目名称：桥\n".utf8)) == .text)
  }

  @Test(arguments: ["%PDF-1.7\n", "\r\n\r\n%PDF-1.4"])
  func `a PDF may have some bytes before its signature`(start: String) {
    #expect(DocumentReader.format(of: Array(start.utf8)) == .pdf)
    #expect(throws: ReadingError.self) { try DocumentReader().read(Array(start.utf8)) }
  }

  @Test(arguments: [
    "<!DOCTYPE html><p>甲", "\u{FEFF}<html><body>",
    "  \n<HTML xmlns:x='urn:schemas-microsoft-com:office:excel'>",
    "<table><tr><td>甲</table>", "<meta charset=gbk><p>甲</p>", "<?xml version='1.0'?><!DOCTYPE html><html>",
    "<!-- 导出 --><table><tr><td>甲</table>", "前言<table border=1><tr><td>甲</table>", "<div>甲</div>",
    "<style>p{}</style><p>甲</p>",
  ]) func `web pages are told by their tags, whatever the file is called`(start: String) {
    #expect(DocumentReader.format(of: Array(start.utf8)) == .webPage)
  }

  @Test(arguments: [
    "项目名称\t修路", "目标\t<p>修路</p>", "<绩效目标>修路", "<p>修路", "a < b", "<", "<5场次\t</p>", "{}", "P", "PK", "BM 指标",
  ]) func `texts with a few signs of markup stay texts`(text: String) {
    #expect(DocumentReader.format(of: Array(text.utf8)) == .text)
  }

  @Test func `pages in UTF-16 are pages`() {
    let units = "<html><table><tr><td>甲</table>".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(DocumentReader.format(of: [0xFF, 0xFE] + units) == .webPage)
    #expect(DocumentReader.format(of: units) == .webPage)
  }

  @Test func `noise and nothing`() {
    #expect(DocumentReader.format(of: []) == .empty)
    #expect(throws: ReadingError.empty) { try DocumentReader().read([]) }
    var generator = SeededGenerator(seed: 1)
    let noise = (0..<5000).map { _ in UInt8.random(in: 0...255, using: &generator) }
    #expect(DocumentReader.format(of: noise) == .unknown)
    #expect(throws: ReadingError.unknownFormat) { try DocumentReader().read(noise) }
  }

  @Test func `a file beyond the limit is not looked at`() {
    var limits = ReadingLimits()
    limits.fileBytesMax = 4
    #expect(throws: ReadingError.limit(name: .fileBytes, value: 4)) {
      try DocumentReader(limits: limits).read(Array("<html>".utf8))
    }
  }

  @Test func `each format ends in its reader's document`() throws {
    #expect(try DocumentReader().read(Array("名称\t修路".utf8)).format == .text)
    #expect(try DocumentReader().read(Array("<table><tr><td>修路</table>".utf8)).format == .html)
  }

  @Test func `mutated heads are read or refused`() {
    var generator = SeededGenerator(seed: 9)
    let seeds = [
      compoundFile(["Root Entry", "WordDocument"]), Array("<html><table><tr><td>甲".utf8),
      Array("PK\u{3}\u{4}word/".utf8),
    ]
    for _ in 0..<1000 {
      var bytes = seeds.randomElement(using: &generator) ?? []
      for _ in 0..<Int.random(in: 1...8, using: &generator) {
        bytes[Int.random(in: 0..<bytes.count, using: &generator)] = UInt8.random(
          in: 0...255, using: &generator)
      }
      bytes.removeLast(Int.random(in: 0..<bytes.count, using: &generator))
      let document = Result { try DocumentReader().read(bytes) }
      if case .failure(let error) = document { #expect(error is ReadingError) }
    }
  }
}
