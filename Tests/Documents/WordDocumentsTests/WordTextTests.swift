// Text of Word documents: runs, symbols, fields, controls, changes, hidden text, headings, text boxes.
import Findings
import Tables
import Testing
import WordDocuments

@Suite struct WordTextTests {
  private func text(_ body: String) throws -> [String] { lines(try WordSample(body).read()) }

  /// One paragraph of the given run contents.
  private func runs(_ content: String) throws -> [String] { try text("<w:p>\(content)</w:p>") }

  @Test func `paragraphs come in order, empty ones are counted and left out`() throws {
    let document = try WordSample(paragraph("一") + paragraph("") + paragraph(" 二　")).read()
    #expect(lines(document) == ["P 一", "P 二"])
    #expect(
      document.blocks.map { if case .paragraph(let paragraph) = $0 { paragraph.line } else { 0 } } == [1, 3])
  }

  @Test(
    arguments: [
      ("<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t></w:r>", "P 甲\t乙"),
      ("<w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t><w:cr/><w:t>丙</w:t></w:r>", "P 甲\n乙\n丙"),
      ("<w:r><w:t>10</w:t><w:noBreakHyphen/><w:t>20</w:t><w:softHyphen/><w:t>!</w:t></w:r>", "P 10-20!"),
      ("<w:r><w:t xml:space=\"preserve\">甲 </w:t></w:r><w:r><w:t>\n  乙\n </w:t></w:r>", "P 甲 乙"),
      ("<w:r><w:t>甲\n乙</w:t></w:r>", "P 甲 乙"),
      ("<w:r><w:t>&lt;p&gt;&amp;nbsp;</w:t></w:r>", "P <p>&nbsp;"),
      ("<w:r><w:sym w:font=\"Symbol\" w:char=\"F0B3\"/><w:t>95%</w:t></w:r>", "P ≥95%"),
      (
        """
        <w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:sym w:font="Wingdings" w:char="00A8"/></w:r>
        """,
        "P ☑□"
      ),
      ("<w:r><w:sym w:font=\"Wingdings 2\" w:char=\"F052\"/><w:t>是</w:t></w:r>", "P ☑是"),
      (
        "<w:r><w:sym w:font=\"Webdings\" w:char=\"F0FE\"/><w:sym w:char=\"41\"/><w:sym w:char=\"zz\"/></w:r>",
        "P •A"
      ),
      ("<w:r><w:rPr><w:rFonts w:ascii=\"Symbol\"/></w:rPr><w:t>\u{F0A3}5</w:t></w:r>", "P ≤5"),
      ("<w:hyperlink><w:r><w:t>链接</w:t></w:r></w:hyperlink>", "P 链接"),
      ("<w:bookmarkStart w:name=\"x\"/><w:r><w:t>书签</w:t></w:r><w:bookmarkEnd/>", "P 书签"),
      ("<w:smartTag><w:customXml><w:r><w:t>标记</w:t></w:r></w:customXml></w:smartTag>", "P 标记"),
      (
        """
        <w:ruby><w:rt><w:r><w:t>yin</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>音</w:t></w:r></w:rubyBase>\
        </w:ruby>
        """,
        "P 音"
      ),
      ("<m:oMath><m:r><m:rPr/><m:t>x</m:t></m:r><m:r><w:rPr/><m:t>≥1</m:t></m:r></m:oMath>", "P x≥1"),
      (
        "<w:r><w:t><![CDATA[<甲>]]></w:t></w:r><!-- 注 --><w:r><w:t>&#19968;&#x1F600;</w:t></w:r>",
        "P <甲>一\u{1F600}"
      ),
    ])
  func `runs become text`(content: String, line: String) throws {
    #expect(try runs(content) == [line])
  }

  private static let begin = "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>"
  private static let separate = "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>"
  private static let end = "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"

  private func instruction(_ text: String) -> String { "<w:r><w:instrText>\(text)</w:instrText></w:r>" }

  private func run(_ text: String) -> String { "<w:r><w:t>\(text)</w:t></w:r>" }

  @Test func `of fields the result is kept`() throws {
    let date = Self.begin + instruction("DATE") + Self.separate + run("2024年") + Self.end
    #expect(try runs(run("于") + date + run("报")) == ["P 于2024年报"])
    #expect(try runs("<w:fldSimple w:instr=\"PAGE\">\(run("3"))</w:fldSimple>") == ["P 3"])
    let nested =
      Self.begin + instruction("IF") + date + instruction("> 1") + Self.separate + run("是") + Self.end
    #expect(try runs(nested) == ["P 是"])
  }

  @Test func `a field without its end does not swallow the document`() throws {
    let open = "<w:p>\(Self.begin)\(instruction("TOC"))</w:p>"
    #expect(try text(open + paragraph("正文")) == ["P 正文"])
    #expect(try text("<w:p>\(Self.end)\(Self.separate)\(run("甲"))</w:p>") == ["P 甲"])
  }

  @Test func `form fields show what is ticked and chosen`() throws {
    func box(_ content: String) -> String {
      "<w:r><w:fldChar w:fldCharType=\"begin\"><w:ffData>\(content)</w:ffData></w:fldChar></w:r>"
        + instruction("FORM") + Self.end
    }
    #expect(try runs(box("<w:checkBox><w:default w:val=\"1\"/></w:checkBox>") + run("是")) == ["P ☑是"])
    #expect(
      try runs(box("<w:checkBox><w:default w:val=\"1\"/><w:checked w:val=\"0\"/></w:checkBox>")) == ["P □"])
    #expect(try runs(box("<w:checkBox><w:checked/></w:checkBox>")) == ["P ☑"])
    let entries = "<w:listEntry w:val=\"甲\"/><w:listEntry w:val=\"乙\"/>"
    #expect(try runs(box("<w:ddList><w:result w:val=\"1\"/>\(entries)</w:ddList>")) == ["P 乙"])
    #expect(try runs(box("<w:ddList>\(entries)</w:ddList>")) == ["P 甲"])
    #expect(try runs(box("<w:ddList><w:result w:val=\"7\"/>\(entries)</w:ddList>") + run("丙")) == ["P 丙"])
  }

  @Test func `insertions are kept, deletions and moved text are left out and told once`() throws {
    let body =
      "<w:p>" + "<w:ins>\(run("新"))</w:ins><w:del><w:r><w:delText>旧</w:delText></w:r></w:del>"
      + "<w:moveFrom>\(run("移"))</w:moveFrom><w:moveTo>\(run("移"))</w:moveTo></w:p>"
    let document = try WordSample(body).read()
    #expect(lines(document) == ["P 新移"])
    #expect(rules(document) == ["R04"])
    #expect(document.findings.first?.message.contains("2 处") == true)
  }

  @Test func `a paragraph whose mark is deleted goes on in the next`() throws {
    let first = "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>\(run("前"))</w:p>"
    #expect(try text(first + paragraph("后") + paragraph("另")) == ["P 前后", "P 另"])
    #expect(try text(first + table(row(cell("格")))) == ["P 前", "T1 1x1: 0,0 格"])
    #expect(
      try text(table(row("<w:tc>\(first)\(paragraph("后"))\(paragraph("另"))</w:tc>"))) == ["T1 1x1: 0,0 前后\n另"]
    )
  }

  @Test func `old properties of tracked changes do not count`() throws {
    let changed = "<w:tcPrChange><w:tcPr>\(span(3))</w:tcPr></w:tcPrChange>"
    #expect(try text(table(row(cell("甲", changed), cell("乙")))) == ["T1 1x2: 0,0 甲 | 0,1 乙"])
    let shown = "<w:r><w:rPr><w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr><w:t>见</w:t></w:r>"
    #expect(try runs(shown) == ["P 见"])
  }

  @Test func `hidden text is left out and told`() throws {
    func hidden(_ mark: String) -> String { "<w:r><w:rPr>\(mark)</w:rPr><w:t>藏</w:t></w:r>" }
    let document = try WordSample("<w:p>\(hidden("<w:vanish/>"))\(run("见"))</w:p>").read()
    #expect(lines(document) == ["P 见"])
    #expect(rules(document) == ["R03"])
    #expect(try runs(hidden("<w:vanish w:val=\"0\"/>")) == ["P 藏"])
    #expect(try text(paragraph("段", "<w:rPr><w:vanish/></w:rPr>")) == ["P 段"])
  }

  @Test(arguments: ["<w:strike/>", "<w:dstrike/>"])
  func `what is crossed out is left out and told`(mark: String) throws {
    let document = try WordSample("<w:p><w:r><w:rPr>\(mark)</w:rPr><w:t>旧</w:t></w:r>\(run("新"))</w:p>")
      .read()
    #expect(lines(document) == ["P 新"] && rules(document) == ["R04"])
    #expect(try runs("<w:r><w:rPr><w:strike w:val=\"0\"/></w:rPr><w:t>新</w:t></w:r>") == ["P 新"])
  }

  @Test func `digits above the line stay above it`() throws {
    let raised = "<w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr><w:t>4</w:t></w:r>"
    #expect(try runs("\(run("10"))\(raised)\(run("人"))") == ["P 10⁴人"])
    #expect(try runs("\(run("H"))\(raised.replacing("superscript", with: "subscript"))") == ["P H4"])
  }

  @Test func `content controls are kept, placeholders are not`() throws {
    func control(_ properties: String, _ content: String) -> String {
      "<w:sdt><w:sdtPr><w:rPr><w:vanish/></w:rPr>\(properties)</w:sdtPr>"
        + "<w:sdtContent>\(content)</w:sdtContent></w:sdt>"
    }
    let box = control("<w14:checkbox/>", run("☒"))
    #expect(try runs(control("", run("填好的")) + box) == ["P 填好的☒"])
    let document = try WordSample("<w:p>\(control("<w:showingPlcHdr/>", run("单击此处")))\(run("甲"))</w:p>")
      .read()
    #expect(lines(document) == ["P 甲"])
    #expect(rules(document) == ["R03"])
    let wrapped = table(control("", row(control("", cell("甲")), cell("乙"))))
    #expect(try text(control("", wrapped)) == ["T1 1x2: 0,0 甲 | 0,1 乙"])
  }

  @Test func `headings are told by the outline level or the name of their style`() throws {
    let styles = """
      <w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style>
      <w:style w:type="paragraph" w:styleId="a"><w:name w:val="标题 2"/></w:style>
      <w:style w:type="paragraph" w:styleId="b"><w:basedOn w:val="a"/></w:style>
      <w:style w:type="paragraph" w:styleId="c"><w:name w:val="章"/>\
      <w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>
      <w:style w:type="paragraph" w:styleId="d"><w:basedOn w:val="d"/><w:name w:val="圈"/></w:style>
      <w:style w:type="character" w:styleId="e"><w:name w:val="heading 5"/></w:style>
      """
    let names = ["1", "a", "b", "c", "d", "e", "z"]
    let body = names.map { paragraph($0, "<w:pStyle w:val=\"\($0)\"/>") }.joined()
    let outlined =
      paragraph("直", "<w:outlineLvl w:val=\"0\"/>") + paragraph("文", "<w:outlineLvl w:val=\"9\"/>")
    #expect(
      lines(try WordSample(body + outlined, styles: styles).read())
        == ["H1 1", "H2 a", "H2 b", "H3 c", "P d", "P e", "P z", "H1 直", "P 文"])
  }

  @Test func `damaged styles cost the headings only`() throws {
    let document = try WordSample(paragraph("章", "<w:pStyle w:val=\"1\"/>"), styles: "<w:style>").read()
    #expect(lines(document) == ["P 章"])
    #expect(rules(document) == ["R06"])
  }

  private func boxed(_ content: String) -> String {
    """
    <w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>\
    <w:txbxContent>\(content)</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict>\
    <v:textbox><w:txbxContent>\(content)</w:txbxContent></v:textbox></w:pict></mc:Fallback>\
    </mc:AlternateContent></w:r>
    """
  }

  @Test func `text boxes are read once and follow their paragraph`() throws {
    #expect(try runs(boxed(paragraph("框")) + run("段")) == ["P 段", "P 框"])
    #expect(
      try runs(boxed(table(row(cell("格")))) + run("题") + boxed(paragraph("二")))
        == ["P 题", "T1 1x1: 0,0 格", "P 二"])
    let inCell =
      "<w:tc><w:p>\(run("段"))\(boxed(paragraph("框") + table(row(cell("内")))))</w:p>\(paragraph("尾"))</w:tc>"
    #expect(try text(table(row(inCell))) == ["T1 1x1: 0,0 段\n框\n尾 {T2 1x1: 0,0 内}"])
  }

  @Test func `an alternative without content gives way to the next`() throws {
    let choice = "<mc:Choice Requires=\"x\"><w:drawing/></mc:Choice>"
    let fallback = "<mc:Fallback>\(run("后备"))</mc:Fallback>"
    #expect(try runs("<mc:AlternateContent>\(choice)\(fallback)</mc:AlternateContent>") == ["P 后备"])
    let two = "<mc:Choice>\(run("甲"))</mc:Choice><mc:Choice>\(run("乙"))</mc:Choice>"
    #expect(try runs("<mc:AlternateContent>\(two)\(fallback)</mc:AlternateContent>") == ["P 甲"])
  }

  @Test func `an embedded foreign document is told`() throws {
    #expect(rules(try WordSample(paragraph("甲") + "<w:altChunk/>").read()) == ["R03"])
  }
}
