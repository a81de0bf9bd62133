// Word documents made from a few lines of markup, and what was read of them as lines of text.
import Archives
import Findings
import Tables
import WordDocuments

/// A Word document in the making.
struct WordSample {
  var body: String
  var styles: String?
  var isStrict = false
  /// The whole main part, where the usual frame does not do.
  var part: [UInt8]?
  var mainName = "word/document.xml"

  init(_ body: String, styles: String? = nil) {
    self.body = body
    self.styles = styles
  }

  private static let prefixes = """
    xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" \
    xmlns:v="urn:schemas-microsoft-com:vml" \
    xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" \
    xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"
    """

  var document: String {
    let word =
      isStrict
      ? "http://purl.oclc.org/ooxml/wordprocessingml/main"
      : "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    let math =
      isStrict
      ? "http://purl.oclc.org/ooxml/officeDocument/math"
      : "http://schemas.openxmlformats.org/officeDocument/2006/math"
    return """
      <?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document xmlns:w="\(word)" xmlns:m="\(math)" \
      \(Self.prefixes)><w:body>\(body)<w:sectPr/></w:body></w:document>
      """
  }

  func bytes() throws(ReadingError) -> [UInt8] {
    let office =
      isStrict
      ? "http://purl.oclc.org/ooxml/officeDocument" : "http://schemas.openxmlformats.org/officeDocument/2006"
    let main = mainName.split(separator: "/").last ?? ""
    let folder = mainName.dropLast(main.count)
    var archive = ArchiveWriter()
    archive.add(
      "[Content_Types].xml",
      """
      <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
      <Override PartName="/\(mainName)" \
      ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>
      """)
    archive.add(
      "_rels/.rels",
      relationship("\(office)/relationships/officeDocument", mainName)
    )
    archive.add(mainName, part ?? Array(document.utf8))
    if let styles {
      archive.add(
        "\(folder)_rels/\(main).rels",
        relationship("\(office)/relationships/styles", "look.xml")
      )
      archive.add(
        "\(folder)look.xml",
        """
        <w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">\(styles)\
        </w:styles>
        """
      )
    }
    return try archive.finish()
  }

  /// A relationships part with one relationship.
  private func relationship(_ type: String, _ target: String) -> String {
    """
    <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
    <Relationship Id="r" Type="\(type)" Target="\(target)"/></Relationships>
    """
  }

  func read(limits: ReadingLimits = .init()) throws(ReadingError) -> Document {
    try WordDocumentReader(limits: limits).read(try bytes())
  }
}

/// A paragraph of one run.
func paragraph(_ text: String, _ properties: String = "") -> String {
  "<w:p>\(properties.isEmpty ? "" : "<w:pPr>\(properties)</w:pPr>")<w:r><w:t>\(text)</w:t></w:r></w:p>"
}

/// A cell of one paragraph; `properties` go into `w:tcPr`.
func cell(_ text: String, _ properties: String = "") -> String {
  "<w:tc><w:tcPr>\(properties)</w:tcPr>\(paragraph(text))</w:tc>"
}

func row(_ cells: String..., properties: String = "") -> String {
  "<w:tr>\(properties.isEmpty ? "" : "<w:trPr>\(properties)</w:trPr>")\(cells.joined())</w:tr>"
}

/// A table; `columns` go into `w:tblGrid`.
func table(_ rows: String..., columns: Int = 0) -> String {
  let grid = String(repeating: "<w:gridCol w:w=\"100\"/>", count: columns)
  return "<w:tbl><w:tblPr/><w:tblGrid>\(grid)</w:tblGrid>\(rows.joined())</w:tbl>"
}

let restart = "<w:vMerge w:val=\"restart\"/>"
let proceed = "<w:vMerge/>"

func span(_ count: Int) -> String { "<w:gridSpan w:val=\"\(count)\"/>" }

/// One line a block: `P text`, `H1 text`, `T1 2x3: 0,0 A | 0,1+2x1 B` with spans where they are not 1.
func lines(_ document: Document) -> [String] {
  document.blocks.map { block in
    switch block {
    case .paragraph(let paragraph): "\(paragraph.headingLevel.map { "H\($0)" } ?? "P") \(paragraph.text)"
    case .table(let table): line(table)
    }
  }
}

func line(_ table: Table) -> String {
  let cells = table.cells.map { cell in
    let spans = cell.rowSpan == 1 && cell.columnSpan == 1 ? "" : "+\(cell.rowSpan)x\(cell.columnSpan)"
    let inner = cell.tables.isEmpty ? "" : " {\(cell.tables.map(line).joined(separator: "; "))}"
    return "\(cell.row),\(cell.column)\(spans) \(cell.text)\(inner)"
  }
  return "T\(table.number) \(table.rowCount)x\(table.columnCount): \(cells.joined(separator: " | "))"
}

/// Rule codes of the findings, in order.
func rules(_ document: Document) -> [String] { document.findings.map(\.rule) }

extension ReadingError {
  var isDamage: Bool { if case .damaged = self { true } else { false } }
}
