// What stands above and below the text of a Word document: the mark across the page, and page numbers.
internal import FormSheets
internal import HTML

/// The headers and footers that a document needs, each once.
struct WordEdges {
  /// The marks, nil for none; one header each.
  private(set) var marks: [String?] = []
  /// Whether pages are numbered; one footer each.
  private(set) var footers: [Bool] = []
  /// One sheet tells how many pages there are. Of several each begins at 1 and tells no number of pages: not
  /// all programs can count those of a section.
  let isAlone: Bool

  init(sheets: [FormSheet]) {
    isAlone = sheets.count == 1
    for sheet in sheets {
      let mark = Self.mark(of: sheet)
      if !marks.contains(mark) { marks.append(mark) }
      if !footers.contains(sheet.paper.isNumbered) { footers.append(sheet.paper.isNumbered) }
    }
  }

  private static func mark(of sheet: FormSheet) -> String? {
    sheet.mark.flatMap { $0.isEmpty ? nil : $0 }
  }

  func header(of sheet: FormSheet) -> Int { (marks.firstIndex(of: Self.mark(of: sheet)) ?? 0) + 1 }

  func footer(of sheet: FormSheet) -> Int { (footers.firstIndex(of: sheet.paper.isNumbered) ?? 0) + 1 }

  // MARK: Header

  /// The part of a header: empty, or with the mark as Word draws its own watermarks.
  static func header(_ mark: String?, sheets: [FormSheet]) -> [UInt8] {
    var xml = MarkupWriter.part()
    xml.markup("<w:hdr xmlns:w=\"")
    xml.markup(MarkupWriter.wordNamespace)
    xml.markup(
      "\" xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\"")
    xml.markup(
      " xmlns:w10=\"urn:schemas-microsoft-com:office:word\"><w:p><w:pPr><w:pStyle w:val=\"Header\"/></w:pPr>")
    if let mark {
      let paper = sheets.first { self.mark(of: $0) == mark }?.paper ?? .portrait
      write(mark, on: paper, to: &xml)
    }
    xml.markup("</w:p></w:hdr>")
    return xml.bytes
  }

  /// A line of text as a shape (VML), fitted into its box, turned and pale.
  private static func write(_ mark: String, on paper: Paper, to xml: inout MarkupWriter) {
    xml.markup(
      "<w:r><w:pict><v:shapetype id=\"_x0000_t136\" coordsize=\"21600,21600\" o:spt=\"136\" adj=\"10800\" ")
    xml.markup("path=\"m@7,l@8,m@5,21600l@6,21600e\"><v:formulas><v:f eqn=\"sum #0 0 10800\"/>")
    xml.markup("<v:f eqn=\"prod #0 2 1\"/><v:f eqn=\"sum 21600 0 @1\"/><v:f eqn=\"sum 0 0 @2\"/>")
    xml.markup("<v:f eqn=\"sum 21600 0 @3\"/><v:f eqn=\"if @0 @3 0\"/><v:f eqn=\"if @0 21600 @1\"/>")
    xml.markup("<v:f eqn=\"if @0 0 @2\"/><v:f eqn=\"if @0 @4 21600\"/><v:f eqn=\"mid @5 @6\"/>")
    xml.markup("<v:f eqn=\"mid @8 @5\"/><v:f eqn=\"mid @7 @8\"/><v:f eqn=\"mid @6 @7\"/>")
    xml.markup("<v:f eqn=\"sum @6 0 @5\"/></v:formulas><v:path textpathok=\"t\" o:connecttype=\"custom\" ")
    xml.markup("o:connectlocs=\"@9,0;@10,10800;@11,21600;@12,10800\" o:connectangles=\"270,180,90,0\"/>")
    xml.markup("<v:textpath on=\"t\" fitshape=\"t\"/></v:shapetype>")
    // Word knows a watermark by the beginning of this name.
    xml.markup("<v:shape id=\"PowerPlusWaterMarkObject1\" o:spid=\"_x0000_s2049\" type=\"#_x0000_t136\" ")
    xml.markup("style=\"position:absolute;margin-left:0;margin-top:0;width:")
    let size = size(of: mark, on: paper)
    xml.number(size.width)
    xml.markup("pt;height:")
    xml.number(size.height)
    xml.markup("pt;rotation:315;z-index:-251658752;mso-position-horizontal:center;")
    xml.markup("mso-position-horizontal-relative:margin;mso-position-vertical:center;")
    xml.markup(
      "mso-position-vertical-relative:margin\" o:allowincell=\"f\" fillcolor=\"silver\" stroked=\"f\">")
    xml.markup("<v:fill opacity=\".5\"/><v:textpath style=\"font-family:&quot;黑体&quot;;font-size:1pt\"")
    xml.attribute("string", mark)
    xml.markup("/><w10:wrap anchorx=\"margin\" anchory=\"margin\"/></v:shape></w:pict></w:r>")
  }

  /// Width and height in points: letters as high as 140 points, less where the mark is long.
  private static func size(of mark: String, on paper: Paper) -> (width: Int, height: Int) {
    let letters = max(1, mark.unicodeScalars.count)
    // Turned by half a right angle, it takes seven tenths of its length each way.
    let room = Twips.of(tenths: min(paper.innerWidth, paper.innerHeight)) / 20
    let height = max(10, min(140, room / letters))
    return (height * letters, height)
  }

  // MARK: Footer

  /// The part of a footer: empty, or the page's number and how many there are.
  func footer(isNumbered: Bool) -> [UInt8] {
    var xml = MarkupWriter.part()
    xml.markup("<w:ftr xmlns:w=\"")
    xml.markup(MarkupWriter.wordNamespace)
    xml.markup("\"><w:p><w:pPr><w:pStyle w:val=\"Footer\"/></w:pPr>")
    if isNumbered {
      let words = SheetFilesWording.pageNumber
      xml.run(words.before)
      xml.field("PAGE")
      if isAlone {
        xml.run(words.between)
        xml.field("NUMPAGES")
      }
      xml.run(words.after)
    }
    xml.markup("</w:p></w:ftr>")
    return xml.bytes
  }
}

extension MarkupWriter {
  fileprivate mutating func run(_ words: StaticString) {
    markup("<w:r><w:t xml:space=\"preserve\">")
    markup(words)
    markup("</w:t></w:r>")
  }

  fileprivate mutating func field(_ instruction: StaticString) {
    markup("<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> ")
    markup(instruction)
    markup(" </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>1</w:t></w:r>")
    markup("<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>")
  }
}
