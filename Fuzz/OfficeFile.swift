// Sound office packages around the texts that a fuzzer makes, so that its work reaches the XML.
import Archives

/// Builds packages from parts that follow each other in one input, parted by zero bytes.
enum OfficeFile {
  private static let head = #"<?xml version="1.0" encoding="UTF-8"?>"#
  private static let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let packages = "http://schemas.openxmlformats.org/package/2006"

  /// Parts: the document, the styles, the numbering.
  static func word(parts: [UInt8]) throws -> [UInt8] {
    let names = ["word/document.xml", "word/styles.xml", "word/numbering.xml"]
    return try package(
      parts, names: names, root: "word/document.xml", of: "word",
      relations: [("styles", "styles.xml"), ("numbering", "numbering.xml")], fixed: [])
  }

  /// Parts: the first sheet, the shared strings, the styles.
  static func workbook(parts: [UInt8]) throws -> [UInt8] {
    let names = ["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml"]
    let book =
      head
      + #"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" "#
      + #"xmlns:r="\#(relations)"><sheets><sheet name="A" sheetId="1" r:id="rId0"/></sheets></workbook>"#
    return try package(
      parts, names: names, root: "xl/workbook.xml", of: "xl",
      relations: [
        ("worksheet", "worksheets/sheet1.xml"), ("sharedStrings", "sharedStrings.xml"),
        ("styles", "styles.xml"),
      ],
      fixed: [("xl/workbook.xml", book)])
  }

  private static func package(
    _ input: [UInt8], names: [String], root: String, of folder: String,
    relations: [(kind: String, target: String)],
    fixed: [(String, String)]
  ) throws -> [UInt8] {
    var archive = ArchiveWriter()
    archive.add("[Content_Types].xml", Array(contentTypes.utf8), isPacked: false)
    archive.add("_rels/.rels", Array(self.relations([("officeDocument", root)]).utf8), isPacked: false)
    let file = root.split(separator: "/").last ?? ""
    archive.add(
      "\(folder)/_rels/\(file).rels", Array(self.relations(relations).utf8), isPacked: false)
    for (name, text) in fixed { archive.add(name, Array(text.utf8), isPacked: false) }
    let parts = input.split(separator: 0, maxSplits: names.count - 1, omittingEmptySubsequences: false)
    for (name, part) in zip(names, parts) { archive.add(name, Array(part), isPacked: false) }
    return try archive.finish()
  }

  private static func relations(_ list: [(kind: String, target: String)]) -> String {
    let entries = list.enumerated().map { number, entry in
      #"<Relationship Id="rId\#(number)" Type="\#(relations)/\#(entry.kind)" Target="\#(entry.target)"/>"#
    }
    return head + #"<Relationships xmlns="\#(packages)/relationships">\#(entries.joined())</Relationships>"#
  }

  private static let contentTypes =
    head
    + #"<Types xmlns="\#(packages)/content-types"><Default Extension="xml" ContentType="application/xml"/>"#
    + #"<Override PartName="/word/document.xml" "#
    + #"ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>"#
    + #"<Override PartName="/xl/workbook.xml" "#
    + #"ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>"#
}
