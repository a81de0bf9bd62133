// Workbooks made from a few lines of markup, and what was read of them as lines of text.
import Archives
import Findings
import Spreadsheets
import Tables

/// A workbook in the making.
struct BookSample {
  struct Sheet {
    var name: String
    var state = ""
    /// What stands inside `worksheet`.
    var content: String
    /// The whole part, where the usual frame does not do.
    var part: [UInt8]?
    var isMissing = false
  }

  var sheets: [Sheet]
  var strings: String?
  var styles: String?
  var isStrict = false
  var workbookProperties = ""

  /// One sheet "表" with the given rows and what follows them.
  init(_ rows: String, after: String = "", strings: String? = nil, styles: String? = nil) {
    sheets = [Sheet(name: "表", content: "<sheetData>\(rows)</sheetData>\(after)")]
    self.strings = strings
    self.styles = styles
  }

  /// One cell with a number in a format of the given code.
  init(number: String, code: String) {
    let escaped = code.replacing("&", with: "&amp;").replacing("\"", with: "&quot;").replacing(
      "<", with: "&lt;")
    self.init(
      "<row><c s=\"1\"><v>\(number)</v></c></row>",
      styles: """
        <numFmts count="1"><numFmt numFmtId="200" formatCode="\(escaped)"/></numFmts>\
        <cellStyleXfs><xf numFmtId="9"/></cellStyleXfs>\
        <cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="200"/></cellXfs>
        """)
  }

  /// One cell with a number in a built-in format.
  init(number: String, format: Int) {
    self.init(
      "<row><c s=\"0\"><v>\(number)</v></c></row>", styles: "<cellXfs><xf numFmtId=\"\(format)\"/></cellXfs>")
  }

  private var main: String {
    isStrict
      ? "http://purl.oclc.org/ooxml/spreadsheetml/main"
      : "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  }

  private var office: String {
    (isStrict
      ? "http://purl.oclc.org/ooxml/officeDocument" : "http://schemas.openxmlformats.org/officeDocument/2006")
      + "/relationships"
  }

  func bytes() throws(ReadingError) -> [UInt8] {
    let frame = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
    var archive = ArchiveWriter()
    archive.add(
      "[Content_Types].xml",
      """
      <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
      <Override PartName="/xl/workbook.xml" \
      ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>
      """)
    archive.add(
      "_rels/.rels",
      """
      \(frame)<Relationship Id="a" Type="\(office)/officeDocument" Target="/xl/workbook.xml"/>\
      </Relationships>
      """
    )
    var listed = ""
    var related = ""
    for (index, sheet) in sheets.enumerated() {
      let state = sheet.state.isEmpty ? "" : "state=\"\(sheet.state)\""
      listed += "<sheet name=\"\(sheet.name)\" sheetId=\"\(index + 1)\" \(state) r:id=\"r\(index)\"/>"
      related += "<Relationship Id=\"r\(index)\" Type=\"\(office)/worksheet\" Target=\"s/\(index).xml\"/>"
      if sheet.isMissing { continue }
      let text = "<worksheet xmlns=\"\(main)\">\(sheet.content)</worksheet>"
      archive.add("xl/s/\(index).xml", sheet.part ?? Array(text.utf8))
    }
    if let strings {
      related += "<Relationship Id=\"x\" Type=\"\(office)/sharedStrings\" Target=\"texts.xml\"/>"
      archive.add("xl/texts.xml", "<sst xmlns=\"\(main)\">\(strings)</sst>")
    }
    if let styles {
      related += "<Relationship Id=\"y\" Type=\"\(office)/styles\" Target=\"look.xml\"/>"
      archive.add("xl/look.xml", "<styleSheet xmlns=\"\(main)\">\(styles)</styleSheet>")
    }
    archive.add(
      "xl/workbook.xml",
      """
      <workbook xmlns="\(main)" xmlns:r="\(office)">\(workbookProperties)<sheets>\(listed)</sheets>\
      </workbook>
      """
    )
    archive.add("xl/_rels/workbook.xml.rels", "\(frame)\(related)</Relationships>")
    return try archive.finish()
  }

  func read(limits: ReadingLimits = .init()) throws(ReadingError) -> Document {
    try SpreadsheetReader(limits: limits).read(try bytes())
  }

  /// The text of the first cell.
  func firstText() throws(ReadingError) -> String? {
    guard case .table(let table) = try read().blocks.first else { return nil }
    return table.cells.first?.text
  }
}

/// A cell with a text in it.
func text(_ reference: String, _ text: String) -> String {
  "<c r=\"\(reference)\" t=\"inlineStr\"><is><t>\(text)</t></is></c>"
}

func merges(_ ranges: String...) -> String {
  "<mergeCells>\(ranges.map { "<mergeCell ref=\"\($0)\"/>" }.joined())</mergeCells>"
}

/// One line a table: `表 2x3: 0,0 A | 0,1+2x1 B`, with spans where they are not 1.
func lines(_ document: Document) -> [String] {
  document.blocks.map { block in
    guard case .table(let table) = block else { return "?" }
    let cells = table.cells.map { cell in
      let spans = cell.rowSpan == 1 && cell.columnSpan == 1 ? "" : "+\(cell.rowSpan)x\(cell.columnSpan)"
      return "\(cell.row),\(cell.column)\(spans) \(cell.text)"
    }
    return "\(table.sheet ?? "?") \(table.rowCount)x\(table.columnCount): \(cells.joined(separator: " | "))"
  }
}

/// Rule codes of the findings, in order.
func rules(_ document: Document) -> [String] { document.findings.map(\.rule) }

extension ReadingError {
  var isDamage: Bool { if case .damaged = self { true } else { false } }
}
