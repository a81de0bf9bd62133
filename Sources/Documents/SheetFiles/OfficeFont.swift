// What office programs are told of a font that may be missing on their machine.
internal import HTML

/// A font with the names under which others have it, and its kind.
struct OfficeFont {
  let name: String
  /// Other names to look for, in order.
  let others: String?
  /// The family in the font table (17.8.3.9): what a substitute should look like.
  let family: StaticString
  let isChinese: Bool

  init(name: String, isChinese: Bool) {
    self.name = name
    self.isChinese = isChinese
    let known = OfficeFontVocabulary.known.first { $0.name == name }
    others = known?.others
    family = known?.family ?? (isChinese ? "auto" : "roman")
  }

  /// The part `fontTable.xml`.
  static func table(of fonts: SheetFonts) -> [UInt8] {
    var xml = MarkupWriter.part()
    xml.markup("<w:fonts xmlns:w=\"")
    xml.markup(MarkupWriter.wordNamespace)
    xml.markup("\">")
    var written: [String] = []
    for (name, isChinese) in [
      (fonts.latin, false), (fonts.title, true), (fonts.head, true), (fonts.body, true),
    ] where !written.contains(name) {
      written.append(name)
      let font = OfficeFont(name: name, isChinese: isChinese)
      xml.markup("<w:font")
      xml.attribute("w:name", name)
      xml.markup(">")
      if let others = font.others {
        xml.markup("<w:altName")
        xml.attribute("w:val", others)
        xml.markup("/>")
      }
      // 134 is the character set of simplified Chinese.
      xml.markup(isChinese ? "<w:charset w:val=\"86\"/>" : "<w:charset w:val=\"00\"/>")
      xml.markup("<w:family w:val=\"")
      xml.markup(font.family)
      xml.markup("\"/></w:font>")
    }
    xml.markup("</w:fonts>")
    return xml.bytes
  }
}
