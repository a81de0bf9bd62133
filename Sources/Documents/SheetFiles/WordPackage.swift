// The parts of a Word document and how they hang together.
internal import Archives
internal import FormSheets
internal import HTML
internal import Tables

/// Packs sheets as a WordprocessingML package (ECMA-376 part 1 and 2, transitional).
struct WordPackage {
  let sheets: [FormSheet]
  let fonts: SheetFonts
  let created: Int

  func bytes() throws(SheetFileError) -> [UInt8] {
    let edges = WordEdges(sheets: sheets)
    var archive = ArchiveWriter()
    archive.add("[Content_Types].xml", contentTypes(edges))
    archive.add("_rels/.rels", relationships)
    archive.add("docProps/core.xml", coreProperties)
    archive.add("docProps/app.xml", applicationProperties)
    archive.add("word/document.xml", WordStoryWriter(sheets: sheets, edges: edges).document())
    archive.add("word/_rels/document.xml.rels", documentRelationships(edges))
    archive.add("word/styles.xml", WordStylesPart(fonts: fonts).bytes())
    archive.add("word/settings.xml", settings)
    archive.add("word/fontTable.xml", OfficeFont.table(of: fonts))
    for (number, mark) in edges.marks.enumerated() {
      archive.add("word/header\(number + 1).xml", WordEdges.header(mark, sheets: sheets))
    }
    for (number, isNumbered) in edges.footers.enumerated() {
      archive.add("word/footer\(number + 1).xml", edges.footer(isNumbered: isNumbered))
    }
    do throws(ReadingError) {
      return try archive.finish()
    } catch {
      throw .notWritten(detail: "docx: \(error)")
    }
  }

  // MARK: Package

  private func contentTypes(_ edges: WordEdges) -> [UInt8] {
    var xml = MarkupWriter.part()
    xml.markup("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">")
    xml.markup("<Default Extension=\"rels\" ")
    xml.markup("ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>")
    xml.markup("<Default Extension=\"xml\" ContentType=\"application/xml\"/>")
    for (part, type) in [
      ("document", "document.main"), ("styles", "styles"), ("settings", "settings"),
      ("fontTable", "fontTable"),
    ] as [(StaticString, StaticString)] {
      xml.contentType(of: part, type)
    }
    for number in edges.marks.indices { xml.contentType(of: "header", number: number + 1, "header") }
    for number in edges.footers.indices { xml.contentType(of: "footer", number: number + 1, "footer") }
    xml.markup("<Override PartName=\"/docProps/core.xml\" ")
    xml.markup("ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>")
    xml.markup("<Override PartName=\"/docProps/app.xml\" ")
    xml.markup("ContentType=\"application/vnd.openxmlformats-officedocument.extended-properties+xml\"/>")
    xml.markup("</Types>")
    return xml.bytes
  }

  private var relationships: [UInt8] {
    var xml = MarkupWriter.part()
    xml.startRelationships()
    xml.relationship("rId1", MarkupWriter.officeKind, "officeDocument", "word/document.xml")
    xml.relationship("rId2", MarkupWriter.packageKind, "metadata/core-properties", "docProps/core.xml")
    xml.relationship("rId3", MarkupWriter.officeKind, "extended-properties", "docProps/app.xml")
    xml.markup("</Relationships>")
    return xml.bytes
  }

  private func documentRelationships(_ edges: WordEdges) -> [UInt8] {
    var xml = MarkupWriter.part()
    xml.startRelationships()
    for part in ["styles", "settings", "fontTable"] as [StaticString] {
      xml.markup("<Relationship Id=\"")
      xml.markup(part)
      xml.markup("\" Type=\"")
      xml.markup(MarkupWriter.officeKind)
      xml.markup(part)
      xml.markup("\" Target=\"")
      xml.markup(part)
      xml.markup(".xml\"/>")
    }
    for number in edges.marks.indices { xml.relationship(ofEdge: "header", number: number + 1) }
    for number in edges.footers.indices { xml.relationship(ofEdge: "footer", number: number + 1) }
    xml.markup("</Relationships>")
    return xml.bytes
  }

  // MARK: Properties

  private var coreProperties: [UInt8] {
    var xml = MarkupWriter.part()
    xml.markup("<cp:coreProperties ")
    xml.markup("xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" ")
    xml.markup("xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" ")
    xml.markup("xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>")
    xml.text(sheets.first?.title ?? "")
    xml.markup("</dc:title><dc:creator>")
    xml.text(sheets.first?.author ?? "")
    xml.markup("</dc:creator><dcterms:created xsi:type=\"dcterms:W3CDTF\">")
    xml.text(UniversalTime(seconds: created).text)
    xml.markup("</dcterms:created><dcterms:modified xsi:type=\"dcterms:W3CDTF\">")
    xml.text(UniversalTime(seconds: created).text)
    xml.markup("</dcterms:modified><dc:language>zh-CN</dc:language></cp:coreProperties>")
    return xml.bytes
  }

  private var applicationProperties: [UInt8] {
    var xml = MarkupWriter.part()
    xml.markup("<Properties ")
    xml.markup("xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\">")
    xml.markup("<Application>Plumbline</Application></Properties>")
    return xml.bytes
  }

  /// The compatibility of Word 2013 and later, in which a table's edges stand on the margins.
  private var settings: [UInt8] {
    var xml = MarkupWriter.part()
    xml.markup("<w:settings xmlns:w=\"")
    xml.markup(MarkupWriter.wordNamespace)
    xml.markup("\"><w:zoom w:percent=\"100\"/><w:defaultTabStop w:val=\"420\"/>")
    xml.markup("<w:characterSpacingControl w:val=\"compressPunctuation\"/><w:compat>")
    xml.markup("<w:compatSetting w:name=\"compatibilityMode\" ")
    xml.markup("w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat>")
    xml.markup("<w:themeFontLang w:val=\"en-US\" w:eastAsia=\"zh-CN\"/></w:settings>")
    return xml.bytes
  }
}

extension MarkupWriter {
  static let officeKind: StaticString = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
  static let packageKind: StaticString = "http://schemas.openxmlformats.org/package/2006/relationships/"
  static let wordNamespace: StaticString = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

  /// A part of a package, with the declaration that begins it.
  static func part(capacity: Int = 2_048) -> MarkupWriter {
    var xml = MarkupWriter(capacity: capacity)
    xml.markup("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n")
    return xml
  }

  fileprivate mutating func contentType(of part: StaticString, number: Int? = nil, _ type: StaticString) {
    markup("<Override PartName=\"/word/")
    markup(part)
    if let number { self.number(number) }
    markup(".xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.")
    markup(type)
    markup("+xml\"/>")
  }

  fileprivate mutating func startRelationships() {
    markup("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">")
  }

  fileprivate mutating func relationship(
    _ id: StaticString, _ space: StaticString, _ kind: StaticString, _ target: StaticString
  ) {
    markup("<Relationship Id=\"")
    markup(id)
    markup("\" Type=\"")
    markup(space)
    markup(kind)
    markup("\" Target=\"")
    markup(target)
    markup("\"/>")
  }

  fileprivate mutating func relationship(ofEdge kind: StaticString, number: Int) {
    markup("<Relationship Id=\"")
    markup(kind)
    self.number(number)
    markup("\" Type=\"")
    markup(Self.officeKind)
    markup(kind)
    markup("\" Target=\"")
    markup(kind)
    self.number(number)
    markup(".xml\"/>")
  }
}
