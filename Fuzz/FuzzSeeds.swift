// What fuzzing starts from: small inputs that reach far into each parser, all of them invented.
import RuleSets

extension FuzzTarget {
  /// Inputs in the shape that the target reads.
  var seeds: [[UInt8]] {
    switch self {
    case .values: Self.valueTexts.map { Array($0.utf8) }
    case .numbers:
      ["0", "-1.50", "103,157", "１２３", "9223372036854775807", "1e5", ".5"].map { Array($0.utf8) }
    case .html: Self.pages.map { Array($0.utf8) } + [Self.page936]
    case .mht: Self.webArchives.map { Array($0.utf8) }
    case .text: Self.texts.map { Array($0.utf8) } + [[0xFF, 0xFE, 0x41, 0x00, 0x09, 0x00, 0x42, 0x00]]
    case .scans: [[200, 200] + (0..<997).map { UInt8(truncatingIfNeeded: $0 % 31 == 0 ? 0 : 255) }]
    case .docxparts: Self.wordParts.map { Array($0.utf8) }
    case .xlsxparts: Self.workbookParts.map { Array($0.utf8) }
    case .docx: Self.wordParts.compactMap { try? OfficeFile.word(parts: Array($0.utf8)) }
    case .xlsx: Self.workbookParts.compactMap { try? OfficeFile.workbook(parts: Array($0.utf8)) }
    case .pdfpages: Self.printedPages.map { Array($0.utf8) }
    case .records:
      FuzzTarget.html.seeds + FuzzTarget.text.seeds + FuzzTarget.docx.seeds + FuzzTarget.xlsx.seeds
    case .rosters: Self.rosterTexts.map { Array($0.utf8) }
    case .targets: Self.webAddresses.map { Array($0.utf8) }
    case .forms: Self.webForms.map { Array($0.utf8) }
    case .uploads: Self.webUploads.map { Array($0.utf8) }
    case .rulesets: ShippedRuleSets.identifiers.compactMap { ShippedRuleSets.bytes(of: $0) }
    }
  }

  private static let webArchives = [
    "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"b\"\r\n\r\n--b\r\nContent-Type: text/html; charset=gb2312\r\n"
      + "Content-Transfer-Encoding: quoted-printable\r\n\r\n<p>=BC=D7=\r\n</p>\r\n--b\r\nContent-Type: multipart/mixed; boundary=c\r\n\r\n"
      + "--c\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\nPHA+YQ==\r\n--c--\r\n--b--",
    "From: <Saved by Blink>\nMIME-Version: 1.0\nContent-Type: text/html\n\n<table><tr><td>a</table>",
  ]

  private static let webAddresses = [
    "/", "/projects/%E6%A1%A5/versions/3?q=a+b&page=2", "/a/../b", "/%2e%2e/%00", "http://h/a?b", "//a\\b#c",
  ]

  private static let webForms = [
    "a=1&b=%E4%B8%AD+x&c&=d", "session=1; a=b=c;; d", "gzip;q=0.5, br, *;q=0", "%", "a=%ff",
  ]

  private static let webUploads = [
    "\u{5}--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--x\r\n"
      + "Content-Disposition: form-data; name=b; filename=\"c.docx\"\r\nContent-Type: d/e\r\n\r\n"
      + "\r\n--\r\n--x--\r\n",
    "\u{1}preamble\r\n--x \r\nContent-Disposition: form-data; name=a\r\n\r\n\r\n--x--",
  ]

  private static let valueTexts = [
    "≥30人次", "100%完成", "≤10.5万/人", "2023年12月底前完成", "3-5个", "±5%", "6名助理103157元/年及1名社工128458元/年",
    "每季度1次", "优良", "有效提升", "≥**%", "十五场", "95\t资金支付及时率(%)", "≥90%或比2023年提升不低于15个百分点", "1:18",
    "2020年1月--2020年11月", "470人/天\t讲师费", "零事故", "“十四五”期间", "100±5个", "应保尽保%",
  ]

  private static let rosterTexts = [
    "单位编码,单位名称,单位类型,上级编码,启用年度\n713,建设办公室,主管部门,,2020\n713001,\"路灯,管理所\",,713,2021年\n",
    "sep=;\n姓名;账号;单位;角色;负责范围;启用日期\n陈一;chen.yi;R;经办、部门审核;;2026-03-01\n陈一;chen.yi;R;只读;R;\n",
    "编码,名称,单位编码,姓名,账号,停用日期\n105,财政所,105,李二,13800001111,2026年12月31日\n",
  ]

  private static let form = [
    "临溪县项目支出绩效目标申报表", "（2025年度）\t单位：万元", "项目名称\t桥梁维护", "主管部门\t308-临溪县交通局",
    "实施周期\t起始年度\t2024\t到期年度\t2099", "2025年预算金额\t36.5", "年度目标\t<p>维护3座桥梁。</p>",
    "绩效指标\t一级指标\t二级指标\t三级指标\t指标值", "\t产出指标\t数量指标\t维护桥梁座数\t≥3座", "\t\t质量指标\t合格率(%)\t≥95",
    "\t满意度指标\t\t群众满意度\t90%\t90%",
  ]

  private static let texts = [
    form.joined(separator: "\n"), form.map { $0.replacing("\t", with: "   ") }.joined(separator: "\r\n"),
    form.flatMap { $0.split(separator: "\t").map(String.init) }.joined(separator: "\n"),
    "| 项目名称 | 桥梁维护 |\n|---|---|\n| 数量指标 | ≥3座 |\n", "┌──┬──┐\n│项目│桥│\n└──┴──┘\n",
    "数量指标：维护桥梁≥3座；质量指标：合格率≥95%。",
  ]

  private static let pages = [
    "<table>"
      + form.map { row in
        "<tr>"
          + row.split(separator: "\t", omittingEmptySubsequences: false).map { "<td>\($0)</td>" }.joined()
          + "</tr>"
      }.joined() + "</table>",
    "<!DOCTYPE html><meta charset=gb2312><table><tr><td rowspan=3>a<td colspan=2>&nbsp;b<br>c</table>",
    "<table><tr><td rowspan=2000000000 colspan=0>a<table><tr><th>b</table></tr></table>",
    "<html><style>p{}</style><script>if(a<b){}</script><p>&#x4E2D;&amp;&lt;p&gt;&bogus;<!-- c --><![CDATA[d]]></html>",
  ]

  /// A page in GB18030.
  private static let page936: [UInt8] =
    Array("<meta charset=gbk><p>".utf8) + [0xCF, 0xEE, 0xC4, 0xBF, 0x81, 0x30, 0x81, 0x30]
    + Array("</p>".utf8)

  private static let printedPages = [
    printedPage(levels: [(20, 60, 400), (40, 60, 400), (60, 140, 400), (80, 60, 400)], uprights: []),
    printedPage(levels: [], uprights: []),
    printedPage(levels: [(20, 60, 400), (40, 60, 400), (80, 60, 400)], uprights: [60, 140, 260, 400]),
    #"<page width="200" height="100"><word xMin="1" yMin="2" xMax="9" yMax="8">&#x4E00;&amp;</word></page>"#
      + "\u{0}"
      + #"<path style="fill:rgb(0%,0%,0%)" d="M 0 0 L 100 0 L 100 1 L 0 1 Z C 1 2 3 4 5 6" "#
      + #"transform="matrix(1,0,0,-1,0,100)"/>"#,
  ]

  /// A page of three rows and three columns as poppler's programs print it.
  private static func printedPage(levels: [(Int, Int, Int)], uprights: [Int]) -> String {
    var text = #"<page width="595" height="842">"#
    for (row, cells) in [["一级指标", "指标值", "分值"], ["数量", "≥30组", "20"], ["质量", "优", "10"]].enumerated() {
      for (column, cell) in cells.enumerated() {
        let (left, top) = (64 + column * 120, 25 + row * 20)
        let box = #"xMin="\#(left)" yMin="\#(top)" xMax="\#(left + 40)" yMax="\#(top + 10)""#
        text += "<word \(box)>\(cell)</word>"
      }
    }
    text += "</page>\u{0}"
    for level in levels {
      text +=
        #"<path style="fill:none;stroke:rgb(0%,0%,0%)" d="M \#(level.1) \#(level.0) L \#(level.2) \#(level.0)"/>"#
    }
    for upright in uprights {
      text += #"<path style="fill:none;stroke:rgb(0%,0%,0%)" d="M \#(upright) 20 L \#(upright) 80"/>"#
    }
    return text
  }

  private static let word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
  private static let wordParts = [
    #"<w:document xmlns:w="\#(word)"><w:body><w:p><w:r><w:t>a</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:tcPr>"#
      + #"<w:gridSpan w:val="2"/><w:vMerge w:val="restart"/></w:tcPr><w:p><w:r><w:t>b</w:t><w:br/></w:r></w:p>"#
      + #"</w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc></w:tr></w:tbl></w:body></w:document>"#
      + "\u{0}"
      + #"<w:styles xmlns:w="\#(word)"><w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/>"#
      + #"</w:style></w:styles>"#,
    #"<w:document xmlns:w="\#(word)"><w:body><w:p><w:del><w:r><w:delText>x</w:delText></w:r></w:del><w:ins><w:r>"#
      + #"<w:t xml:space="preserve"> y </w:t></w:r></w:ins><w:fldSimple w:instr="PAGE"><w:r><w:t>1</w:t></w:r>"#
      + #"</w:fldSimple></w:p><w:sdt><w:sdtContent><w:p><w:r><w:tab/><w:sym w:char="F0FE"/></w:r></w:p>"#
      + #"</w:sdtContent></w:sdt></w:body></w:document>"#,
  ]

  private static let sheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  private static let workbookParts = [
    #"<worksheet xmlns="\#(sheet)"><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>45000.5</v>"#
      + #"</c></row><row r="2"><c r="A2" t="inlineStr"><is><t>a</t></is></c><c r="C2" t="b"><v>1</v></c></row>"#
      + #"</sheetData><mergeCells count="1"><mergeCell ref="A1:B2"/></mergeCells></worksheet>"# + "\u{0}"
      + #"<sst xmlns="\#(sheet)"><si><t>b</t></si><si><r><t>c</t></r><rPh><t>d</t></rPh></si></sst>"#
      + "\u{0}"
      + #"<styleSheet xmlns="\#(sheet)"><numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m[$-804]@"/>"#
      + #"</numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>"#
  ]
}
