// A scan that was put into Word or Excel is no empty file, and is not passed over.
import Archives
import DocumentReading
import Findings
import Tables
import Testing

@Suite struct PicturesAloneTests {
  private let main = "application/vnd.openxmlformats-officedocument"
  private let word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
  private let sheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  private let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  /// An office file of one main part and some parts beside it.
  private func package(
    _ part: String, _ type: String, _ text: String, beside parts: [(name: String, text: String)] = []
  ) throws -> [UInt8] {
    var archive = ArchiveWriter()
    archive.add(
      "[Content_Types].xml",
      """
      <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
      <Override PartName="/\(part)" ContentType="\(main).\(type).main+xml"/></Types>
      """)
    archive.add(
      "_rels/.rels",
      """
      <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
      <Relationship Id="r" Type="\(office)/officeDocument" Target="\(part)"/></Relationships>
      """)
    archive.add(part, text)
    for part in parts { archive.add(part.name, part.text) }
    return try archive.finish()
  }

  private func document(_ body: String, hasPicture: Bool = true) throws -> Document {
    let text = "<w:document xmlns:w=\"\(word)\"><w:body>\(body)</w:body></w:document>"
    return try DocumentReader().read(
      try package(
        "word/document.xml", "wordprocessingml.document", text,
        beside: hasPicture ? [("word/media/image1.png", "a picture")] : []))
  }

  private func paragraph(_ text: String) -> String { "<w:p><w:r><w:t>\(text)</w:t></w:r></w:p>" }

  @Test func `a picture under a caption is told`() throws {
    let document = try document(paragraph("附件2：临溪县项目支出绩效目标表"))
    #expect(document.findings.map(\.rule) == ["R12"])
    #expect(document.findings[0].message.contains("只有图片"))
    #expect(document.findings[0].place == nil)
  }

  @Test func `a picture in an empty worksheet is told`() throws {
    let document = try DocumentReader().read(
      package(
        "xl/workbook.xml", "spreadsheetml.sheet",
        """
        <workbook xmlns="\(sheet)" xmlns:r="\(office)"><sheets>\
        <sheet name="Sheet1" sheetId="1" r:id="s"/></sheets></workbook>
        """,
        beside: [
          (
            "xl/_rels/workbook.xml.rels",
            """
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
            <Relationship Id="s" Type="\(office)/worksheet" Target="worksheets/sheet1.xml"/></Relationships>
            """
          ),
          ("xl/worksheets/sheet1.xml", "<worksheet xmlns=\"\(sheet)\"><sheetData/></worksheet>"),
          ("xl/media/image1.jpeg", "a picture"),
        ]))
    #expect(document.findings.map(\.rule) == ["R12"])
  }

  @Test func `a picture beside a table or many words is none of this`() throws {
    let cell = "<w:tc>\(paragraph("项目名称"))</w:tc>"
    #expect(try document("<w:tbl><w:tr>\(cell)\(cell)</w:tr></w:tbl>").findings == [])
    #expect(try document(paragraph(String(repeating: "字", count: 101))).findings == [])
  }

  @Test func `an empty document without a picture is only empty`() throws {
    #expect(try document(paragraph(""), hasPicture: false).findings == [])
  }
}
