// Foreign readers get the formats they ask for, and nothing else.
import DocumentReading
import Tables
import Testing

@Suite struct ForeignReaderTests {
  /// Reads one format and tells in its document what it was asked.
  private struct Echo: ForeignReader {
    let format: FileFormat
    let name: String

    func reads(_ format: FileFormat) -> Bool { format == self.format }

    func read(
      _ bytes: [UInt8], format: FileFormat, options: ReadingOptions
    ) throws(ReadingError) -> Document {
      let text = "\(name) \(bytes.count) \(options.readsPictures)"
      return Document(format: .pdf, blocks: [.paragraph(Paragraph(text: text, line: 1))])
    }
  }

  private let reader = DocumentReader(foreignReaders: [
    Echo(format: .openText, name: "greedy"), Echo(format: .richText, name: "first"),
    Echo(format: .richText, name: "second"), Echo(format: .picture, name: "third"),
  ])

  @Test func `the first reader of a format gets the file and the options`() throws {
    let document = try reader.read(Array("{\\rtf1".utf8), options: .init(readsPictures: true))
    #expect(document.blocks == [.paragraph(Paragraph(text: "first 6 true", line: 1))])
    let other = try reader.read(Array("GIF89a".utf8))
    #expect(other.blocks == [.paragraph(Paragraph(text: "third 6 false", line: 1))])
  }

  @Test func `a format that no reader takes is unsupported by its name`() {
    #expect(throws: ReadingError.unsupported(formatName: "图片")) {
      try DocumentReader().read(Array("GIF89a".utf8))
    }
  }

  @Test func `formats of the package's own readers never go to foreign ones`() throws {
    let greedy = DocumentReader(foreignReaders: [Echo(format: .text, name: "greedy")])
    #expect(try greedy.read(Array("名称\t修路".utf8)).format == .text)
  }

  @Test(arguments: [
    (FileFormat.pdf, true), (.legacyWord, true), (.legacyWorkbook, true), (.richText, true),
    (.openText, true),
    (.openSpreadsheet, true), (.picture, true), (.binaryWorkbook, true), (.wordXML, true),
    (.spreadsheetXML, true), (.wordDocument, false), (.workbook, false), (.webPage, false), (.text, false),
    (.empty, false), (.encrypted, false), (.unknown, false), (.known(name: "OFD"), false),
  ])
  func `what is read by foreign code needs isolation`(format: FileFormat, isNeeded: Bool) {
    #expect(format.needsIsolation == isNeeded)
    #expect(!isNeeded || format.usualName != nil)
  }
}
