// The styles of a Word document: one for each role, so that a clerk can change all heads at once.
internal import HTML

struct WordStylesPart {
  let fonts: SheetFonts

  func bytes() -> [UInt8] {
    var xml = MarkupWriter.part(capacity: 6_144)
    xml.markup("<w:styles xmlns:w=\"")
    xml.markup(MarkupWriter.wordNamespace)
    xml.markup("\"><w:docDefaults><w:rPrDefault><w:rPr>")
    writeFonts(.body, to: &xml)
    xml.markup("<w:sz w:val=\"21\"/><w:szCs w:val=\"21\"/>")
    xml.markup("<w:lang w:val=\"en-US\" w:eastAsia=\"zh-CN\" w:bidi=\"ar-SA\"/></w:rPr></w:rPrDefault>")
    xml.markup("<w:pPrDefault/></w:docDefaults>")
    xml.markup("<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\">")
    // No blanks of their own between Chinese and digits: the columns of forms are narrow, and what is printed
    // has none.
    xml.markup("<w:name w:val=\"Normal\"/><w:qFormat/><w:pPr><w:autoSpaceDE w:val=\"0\"/>")
    xml.markup("<w:autoSpaceDN w:val=\"0\"/></w:pPr></w:style>")
    xml.markup("<w:style w:type=\"character\" w:default=\"1\" w:styleId=\"DefaultParagraphFont\">")
    xml.markup("<w:name w:val=\"Default Paragraph Font\"/><w:semiHidden/></w:style>")
    xml.markup("<w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\">")
    xml.markup("<w:name w:val=\"Normal Table\"/><w:semiHidden/><w:tblPr><w:tblInd w:w=\"0\" w:type=\"dxa\"/>")
    xml.markup("</w:tblPr></w:style>")
    writeEdge("Header", "header", to: &xml)
    writeEdge("Footer", "footer", to: &xml)
    for style in SheetStyle.allCases { write(style, to: &xml) }
    xml.markup("</w:styles>")
    return xml.bytes
  }

  private func writeEdge(_ id: StaticString, _ name: StaticString, to xml: inout MarkupWriter) {
    xml.markup("<w:style w:type=\"paragraph\" w:styleId=\"")
    xml.markup(id)
    xml.markup("\"><w:name w:val=\"")
    xml.markup(name)
    xml.markup("\"/><w:basedOn w:val=\"Normal\"/><w:pPr><w:jc w:val=\"center\"/></w:pPr>")
    xml.markup("<w:rPr><w:sz w:val=\"18\"/><w:szCs w:val=\"18\"/></w:rPr></w:style>")
  }

  private func write(_ style: SheetStyle, to xml: inout MarkupWriter) {
    xml.markup("<w:style w:type=\"paragraph\" w:customStyle=\"1\" w:styleId=\"")
    xml.markup(style.identifier)
    xml.markup("\"><w:name w:val=\"")
    xml.markup(SheetFilesWording.styleName(style))
    xml.markup("\"/><w:basedOn w:val=\"Normal\"/><w:qFormat/><w:pPr>")
    if style == .title { xml.markup("<w:keepNext/>") }
    if style == .gap {
      // A paragraph between two tables keeps them two; it takes a point.
      xml.markup("<w:snapToGrid w:val=\"0\"/><w:spacing w:line=\"20\" w:lineRule=\"exact\"/>")
    }
    xml.markup("<w:jc w:val=\"center\"/>")
    if style == .title { xml.markup("<w:outlineLvl w:val=\"0\"/>") }
    xml.markup("</w:pPr><w:rPr>")
    writeFonts(style, to: &xml)
    xml.markup("<w:sz w:val=\"")
    xml.number(style.halfPoints)
    xml.markup("\"/><w:szCs w:val=\"")
    xml.number(style.halfPoints)
    xml.markup("\"/></w:rPr></w:style>")
  }

  private func writeFonts(_ style: SheetStyle, to xml: inout MarkupWriter) {
    xml.markup("<w:rFonts")
    // Full-width quotes and other signs that two scripts share are Chinese here.
    xml.markup(" w:hint=\"eastAsia\"")
    xml.attribute("w:ascii", fonts.latin)
    xml.attribute("w:hAnsi", fonts.latin)
    xml.attribute("w:eastAsia", fonts.name(style))
    xml.attribute("w:cs", fonts.latin)
    xml.markup("/>")
  }
}
