// Old and foreign office files are read through the real LibreOffice.
import DocumentReading
import Glibc
import OfficeConversion
import Tables
import Testing

@Suite(.serialized) struct OfficeReaderTests {
  static let hasProgram =
    access("/usr/lib/libreoffice/program/soffice.bin", X_OK) == 0 || access("/usr/bin/soffice", X_OK) == 0

  private func texts(_ document: Document) -> [[String]] {
    document.blocks.map { block in
      switch block {
      case .paragraph(let paragraph): [paragraph.text]
      case .table(let table): table.cells.map(\.text)
      }
    }
  }

  private func read(_ text: String) throws -> Document {
    let bytes = Array(text.utf8)
    let format = DocumentReader.format(of: bytes)
    return try OfficeReader().read(bytes, format: format, options: ReadingOptions())
  }

  @Test(.enabled(if: hasProgram, "LibreOffice is not installed"))
  func `a rich text becomes paragraphs and tables`() throws {
    // 绩效表, 名称, 灯会 as RTF writes them
    let row = "\\trowd\\cellx3000\\cellx6000\\intbl \\u21517?\\u31216?\\cell \\u28783?\\u20250?\\cell\\row"
    let document = try read("{\\rtf1\\ansi\\uc1 \\u32489?\\u25928?\\u34920?\\par \(row)\\pard\\par}")
    #expect(document.format == .rtf)
    #expect(texts(document).contains(["绩效表"]))
    #expect(texts(document).contains(["名称", "灯会"]))
  }

  @Test(.enabled(if: hasProgram, "LibreOffice is not installed"))
  func `a workbook in the XML of Office 2003 keeps its merged cells`() throws {
    let document = try read(
      """
      <?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
      <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" \
      xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="表一"><Table>
      <Row><Cell ss:MergeAcross="1"><Data ss:Type="String">灯会绩效表</Data></Cell></Row>
      <Row><Cell><Data ss:Type="String">场次</Data></Cell><Cell><Data ss:Type="Number">15</Data></Cell></Row>
      </Table></Worksheet></Workbook>
      """)
    #expect(document.format == .xls)
    guard case .table(let table)? = document.blocks.first else {
      Issue.record("no table")
      return
    }
    #expect(table.cells.first?.columnSpan == 2)
    #expect(table.cells.map(\.text).contains("15"))
  }

  @Test(.enabled(if: hasProgram, "LibreOffice is not installed"))
  func `a damaged file is told`() {
    let noise = [0x50, 0x4B, 0x03, 0x04] + (0..<3_000).map { UInt8(truncatingIfNeeded: $0 &* 7 &+ $0 / 3) }
    #expect(throws: ReadingError.damaged(detail: "LibreOffice made nothing of it")) {
      _ = try OfficeReader().read(noise, format: .openSpreadsheet, options: ReadingOptions())
    }
  }

  @Test func `it reads office formats and no others`() {
    let reader = OfficeReader()
    for format in [FileFormat.legacyWord, .legacyWorkbook, .richText, .openText, .openSpreadsheet] {
      #expect(reader.reads(format))
    }
    for format in [FileFormat.pdf, .text, .picture, .workbook, .unknown] { #expect(!reader.reads(format)) }
  }
}
