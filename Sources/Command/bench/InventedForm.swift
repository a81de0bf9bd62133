// Invented forms of any length in each format, for growth and where no corpus is at hand.
import Archives

/// Makes files that hold one form with a given number of indicators.
enum InventedForm {
  static func file(_ format: BenchFormat, rows: Int) -> [UInt8] {
    let cells = cells(rows: rows)
    switch format {
    case .docx: return (try? word(cells)) ?? []
    case .xlsx: return (try? workbook(cells)) ?? []
    case .html: return Array(page(cells).utf8)
    case .text: return Array(cells.map { $0.joined(separator: "\t") }.joined(separator: "\n").utf8)
    }
  }

  private static func cells(rows: Int) -> [[String]] {
    var cells = [[BenchWording.title], [BenchWording.year]]
    cells += BenchWording.labels.map { [$0.0, $0.1] }
    cells.append(BenchWording.head)
    for row in 0..<rows {
      // The levels come in blocks, as in a form.
      let part = BenchWording.rows[row * BenchWording.rows.count / rows]
      cells.append([part.0, part.1, "\(part.2)\(row + 1)", part.3, part.3])
    }
    return cells
  }

  private static func page(_ cells: [[String]]) -> String {
    let rows = cells.dropFirst(2).map { "<tr>" + $0.map { "<td>\($0)</td>" }.joined() + "</tr>\n" }
    return "<!DOCTYPE html><html><head><meta charset=\"utf-8\"></head><body><p>\(cells[0][0])</p>"
      + "<p>\(cells[1][0])</p><table>\n" + rows.joined() + "</table></body></html>"
  }

  // MARK: Office packages

  private static let head = #"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#
  private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let package = "http://schemas.openxmlformats.org/package/2006"

  private static func word(_ cells: [[String]]) throws -> [UInt8] {
    func paragraph(_ text: String) -> String { "<w:p><w:r><w:t>\(text)</w:t></w:r></w:p>" }
    let rows = cells.dropFirst(2).map { row in
      "<w:tr>" + row.map { "<w:tc><w:tcPr/>\(paragraph($0))</w:tc>" }.joined() + "</w:tr>"
    }
    let document =
      head + #"<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>"#
      + paragraph(cells[0][0]) + paragraph(cells[1][0]) + "<w:tbl>" + rows.joined()
      + "</w:tbl></w:body></w:document>"
    return try packed(
      root: "word/document.xml", kind: "wordprocessingml.document", parts: [("word/document.xml", document)])
  }

  private static func workbook(_ cells: [[String]]) throws -> [UInt8] {
    let rows = cells.enumerated().map { number, row in
      "<row r=\"\(number + 1)\">"
        + row.map { "<c t=\"inlineStr\"><is><t>\($0)</t></is></c>" }.joined() + "</row>"
    }
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    let book =
      head + "<workbook xmlns=\"\(main)\" xmlns:r=\"\(office)\"><sheets>"
      + "<sheet name=\"Sheet1\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
    let sheet = head + "<worksheet xmlns=\"\(main)\"><sheetData>" + rows.joined() + "</sheetData></worksheet>"
    return try packed(
      root: "xl/workbook.xml", kind: "spreadsheetml.sheet",
      parts: [
        ("xl/workbook.xml", book),
        ("xl/_rels/workbook.xml.rels", relation("worksheet", "worksheets/sheet1.xml")),
        ("xl/worksheets/sheet1.xml", sheet),
      ])
  }

  private static func packed(root: String, kind: String, parts: [(String, String)]) throws -> [UInt8] {
    var archive = ArchiveWriter()
    archive.add(
      "[Content_Types].xml",
      head
        + "<Types xmlns=\"\(package)/content-types\">"
        + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
        + "<Default Extension=\"rels\" "
        + "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
        + "<Override PartName=\"/\(root)\" "
        + "ContentType=\"application/vnd.openxmlformats-officedocument.\(kind).main+xml\"/></Types>")
    archive.add("_rels/.rels", relation("officeDocument", root))
    for (name, text) in parts { archive.add(name, text) }
    return try archive.finish()
  }

  private static func relation(_ kind: String, _ target: String) -> String {
    head + "<Relationships xmlns=\"\(package)/relationships\">"
      + "<Relationship Id=\"rId1\" Type=\"\(office)/\(kind)\" Target=\"\(target)\"/></Relationships>"
  }
}
