// Text of web pages: white space, blocks, references, comments, what is not printed, fields of forms.
import Findings
import TableProbes
import Tables
import Testing
import WebPages

@Suite struct PageTextTests {
  private func read(_ page: String) throws -> String {
    outline(try WebPageReader().read(Array(page.utf8)))
  }

  /// The text of the first cell.
  private func cell(_ content: String) throws -> String {
    let drawn = try read("<table><tr><td>\(content)</table>")
    return String(drawn.split(separator: "\n")[1].dropFirst(4))
  }

  @Test(arguments: [
    ("  a \n b  ", "a b"), ("<b>项</b><i>目</i>", "项目"), ("项目\n   名称", "项目名称"), ("项目 名称", "项目 名称"),
    ("<span>产出</span>\n<span>指标</span>", "产出指标"), ("数量\n3", "数量 3"), ("a<br>b<br/>c</br>d", "a⏎b⏎c⏎d"),
    ("<p>一</p><p>二</p>", "一⏎二"), ("<div><p>一</p></div>二", "一⏎二"), ("一<p>&nbsp;</p>二", "一⏎ ⏎二"),
    ("<ul><li>一<li>二</ul>", "一⏎二"), ("&nbsp;&nbsp;一&nbsp; 二\u{A0}", "一  二"), ("<p></p><br>", "·"),
    ("一<br><br>二", "一⏎⏎二"), ("\u{200B}一\u{FEFF}二", "一二"), ("一\u{3000}二", "一\u{3000}二"), ("&nbsp;", "·"),
    ("<pre> a\n  b</pre>", "a⏎  b"), ("<h3>一</h3>二", "一⏎二"), ("1<wbr>2<b>3</b>", "123"),
    ("10<sup class=x><b>4</b></sup>次", "10⁴次"), ("m<SUP>2</SUP>2", "m²2"), ("<sup>1<br>2</sup>3", "1⏎23"),
    ("<sup>1<p>2</p></sup>3", "1⏎2⏎3"),
  ]) func `white space and blocks print as in browsers`(content: String, text: String) throws {
    #expect(try cell(content) == text)
  }

  @Test(arguments: [
    "<del>39处</del>37处", "<s>39处</s>37处", "37处<strike>39处</strike>",
    "<span style='color:red; text-decoration: line-through'>39处</span>37处",
    "37处<td style=\"text-decoration:line-through\">39处",
    "37处<tr style=\"text-decoration:line-through\"><td>39处",
  ])
  func `what is crossed out is left out and told`(content: String) throws {
    let document = try WebPageReader().read(Array("<table><tr><td>\(content)</table>".utf8))
    #expect(outline(document).contains("37处") && !outline(document).contains("39处"))
    #expect(document.findings.map(\.rule) == ["R04"])
  }

  @Test(arguments: [
    ("&ge;5&lt;6&amp;&quot;&apos;", "≥5<6&\"'"), ("&#8805;&#x2265;&#X2264", "≥≥≤"), ("&#150;&#128;", "–€"),
    ("&#0;&#xD800;&#x110000;&#99999999999;", "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}"),
    ("&nbsp一&copy2&ampamp;", "一©2&amp;"),
    ("&;&#;&#x;&unknown; AT&T", "&;&#;&#x;&unknown; AT&T"), ("&hellip;&middot;&permil;&times;", "…·‰×"),
    ("&ge 5", "&ge 5"), ("&lt;p&gt;残留&lt;/p&gt;", "<p>残留</p>"), ("&NewLine;一&Tab;二", "一 二"),
    ("&#20013;文", "中文"),
  ]) func `character references are resolved`(content: String, text: String) throws {
    #expect(try cell(content) == text)
  }

  @Test(arguments: [
    ("一<!-- 二 -->三", "一三"), ("一<!-->二", "一二"), ("一<!--->二", "一二"), ("一<!-- -- > --!>二", "一二"),
    ("一<!--[if gte mso 9]><p>二</p><![endif]-->三", "一三"), ("<![if !supportLists]>1.<![endif]>一", "1.一"),
    ("一<?xml:namespace prefix = o ns = \"urn:x\" />二<o:p></o:p>", "一二"), ("一</>二</ 三>四", "一二四"),
    ("3 < 5 <五> a<1", "3 < 5 <五> a<1"), ("一<script>if (a<b) x='</td>'</script>二", "一二"),
    ("一<style><!-- p{} --></style><noscript>三</noscript><template>四</template>二", "一二"),
    ("<a href='x>y' title=\"a>b\">一</a>", "一"), ("<font color=red size=3 >一</FONT>", "一"),
    ("一<br clear=all/>二", "一⏎二"),
    ("<xml><w:x>九</w:x></xml>一", "一"),
  ]) func `markup that prints nothing goes`(content: String, text: String) throws {
    #expect(try cell(content) == text)
  }

  @Test func `headings, paragraphs and running numbers`() throws {
    let page = "<html><head><title>网站</title></head><body>首<h2>表 一</h2><p>二<p>三<div>四</div>五<hr>六"
    let document = try WebPageReader().read(Array(page.utf8))
    #expect(outline(document) == "¶ 首\n#2 表 一\n¶ 二\n¶ 三\n¶ 四\n¶ 五\n¶ 六")
    #expect(document.blocks.count == 7 && document.blocks.last == .paragraph(Paragraph(text: "六", line: 7)))
  }

  @Test(arguments: [
    ("<div style='display: none'>隐</div>显", "显", 1), ("<p hidden>隐<p>显", "显", 1),
    ("<span style='DISPLAY:NONE'>隐", "·", 1),
    ("<p>显<span style=\"color:red;display:none\">隐</p>示", "显⏎示", 1),
    ("<div hidden>隐<div>也</div></div>显", "显", 1),
    ("<div style='display:none'><table><tr><td>隐</table></div>显", "显", 1),
    ("<p hidden=until-found>显</p>", "显", 0),
    ("<div style='display:none'> <br> </div>显", "显", 0), ("<input type=hidden value=1>显", "显", 1),
    ("<i style='visibility:hidden'>隐</i>显", "显", 1),
    ("<div id=js_content style='visibility: hidden; opacity: 0'>显</div>", "显", 0),
    ("<div id='js_content' style='display:none'>隐</div>显", "显", 1),
    ("<div style='x-display:none'>显</div>", "显", 0),
    ("<table style='display:none'><tr><td>隐</table>显", "显", 1), ("<br style='display:none'>显", "显", 0),
  ]) func `hidden elements go and are told`(content: String, text: String, count: Int) throws {
    let document = try WebPageReader().read(Array("<table><tr><td>\(content)</td></tr></table>".utf8))
    #expect(outline(document) == "▦1 1×1\n0,0 \(text)")
    #expect(document.findings.map(\.rule) == (count > 0 ? ["R03"] : []))
  }

  @Test func `hidden rows and cells take no place, unseen ones do`() throws {
    #expect(
      try read(
        "<table><tr style='display:none'><td>隐<td>隐<tr><td>甲<td style=display:none>隐<td>乙"
          + "<tbody hidden><tr><td>隐</tbody><tr><td style='visibility: hidden'>隐<td>丙</table>后")
        == "▦1 2×2\n0,0 甲\n0,1 乙\n1,0 ·\n1,1 丙\n¶ 后")
  }

  @Test(arguments: [
    ("<input type=checkbox checked>是<input type='checkbox'>否", "☑是☐否"),
    ("<input value='修路&amp;架桥'>", "修路&架桥"),
    ("<input type=submit value=提交><button>好</button>", "好"), ("<textarea>一\n二</textarea>", "一⏎二"),
    ("<select><option>甲<option selected>乙</select>", "乙"),
    ("<select><option value=1>甲</option></select>后", "甲后"),
    ("<select multiple><option selected>甲<option>乙<option selected>丙</select>", "甲、丙"),
    ("<select></select>", "·"),
  ]) func `fields of forms print what they hold`(content: String, text: String) throws {
    #expect(try cell(content) == text)
  }

  @Test func `preformatted text is read as plain text is`() throws {
    #expect(
      try read("<pre>表一\n名称\t修路\n</pre><table><tr><td>甲</table>")
        == "¶ 表一\n▦1 1×2 ragged\n0,0 名称\n0,1 修路\n▦2 1×1\n0,0 甲")
  }
}

@Suite struct PageEncodingTests {
  /// 绩效目标 in GB2312.
  private let words: [UInt8] = [0xBC, 0xA8, 0xD0, 0xA7, 0xC4, 0xBF, 0xB1, 0xEA]

  @Test(arguments: [
    "<meta charset=gb2312>", "<META http-equiv=Content-Type content=\"text/html; charset=GBK\">",
    "<?xml version='1.0' encoding='gb18030'?>", "<!-- x --><meta charset = 'gbk' />",
  ]) func `a page says its own encoding`(declaration: String) throws {
    let document = try WebPageReader().read(Array("\(declaration)<p>".utf8) + words)
    #expect(outline(document) == "¶ 绩效目标")
    #expect(document.findings.isEmpty)
  }

  @Test(arguments: ["", "<meta charset=utf-8>", "<meta name=x content='charset'>", "<meta charset=klingon>"])
  func `a page that says nothing, or lies, is read by its content`(declaration: String) throws {
    let document = try WebPageReader().read(Array("\(declaration)<p>".utf8) + words + words)
    #expect(outline(document) == "¶ 绩效目标绩效目标")
    #expect(document.findings.map(\.rule) == ["R02"])
  }
}
