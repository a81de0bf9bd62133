// Tables of web pages: spans of any kind, missing tags, groups, nesting, text in the wrong place.
import Findings
import TableProbes
import Tables
import Testing
import WebPages

@Suite struct PageTablesTests {
  private func read(_ page: String) throws -> String {
    outline(try WebPageReader().read(Array(page.utf8)))
  }

  @Test func `missing end tags are made up for`() throws {
    let whole = "<table><tbody><tr><td>甲</td><td>乙</td></tr><tr><th>丙</th></tr></tbody></table>"
    let drawn = "▦1 2×2\n0,0 甲\n0,1 乙\n1,0 丙"
    #expect(try read(whole) == drawn)
    #expect(try read("<TABLE><tr><td>甲<td>乙<tr><th>丙") == drawn)
    #expect(try read("<table><td>甲<td>乙</tr><th>丙</table>") == drawn)
    #expect(
      try read("<table><tr><td>甲</div></p><td>乙</span></th></td></tr></tr><tr><td>丙</table></table>") == drawn
    )
  }

  @Test func `spans place cells as browsers do`() throws {
    #expect(
      try read("<table><tr><td rowspan=2>甲<td colspan=2>乙<tr><td>丙<td>丁<tr><td colspan='3'>戊</table>") == """
        ▦1 3×3
        0,0 2×1 甲
        0,1 1×2 乙
        1,1 丙
        1,2 丁
        2,0 1×3 戊
        """)
  }

  @Test(arguments: [
    ("2", "2×1"), ("\" 2 \"", "2×1"), ("2px", "2×1"), ("+2", "2×1"), ("0", "3×1"), ("2000000000", "3×1"),
    ("99999999999999999999999", "3×1"), ("1", ""), ("-3", ""), ("\"\"", ""), ("zwei", ""), ("1.9", ""),
    ("\"3 \"", "3×1"),
  ]) func `a row span is read as browsers read numbers`(value: String, spans: String) throws {
    let drawn = try read("<table><tr><td rowspan=\(value)>甲<td>乙<tr><td>丙<tr><td>丁</table>")
    #expect(drawn.split(separator: "\n")[1] == (spans.isEmpty ? "0,0 甲" : "0,0 \(spans) 甲"))
  }

  @Test(arguments: [("0", 1), ("-1", 1), ("3 ", 3), ("2000000000", 4), ("x", 1)])
  func `a column span never reaches beyond the table`(value: String, columns: Int) throws {
    let drawn = try read("<table><tr><td colspan='\(value)'>甲<tr><td><td><td><td></table>")
    #expect(drawn.split(separator: "\n")[1] == (columns == 1 ? "0,0 甲" : "0,0 1×\(columns) 甲"))
  }

  @Test func `row spans end with their group`() throws {
    #expect(
      try read(
        "<table><thead><tr><td rowspan=5>头<td>甲</thead><tbody><tr><td>乙</tbody><tfoot><tr><td>丙</table>")
        == "▦1 3×2\n0,0 头\n0,1 甲\n1,0 乙\n2,0 丙")
  }

  @Test func `tables in cells stay in their cells`() throws {
    #expect(
      try read(
        """
        <table><tr><td>导航<td><p>表一</p><table><tr><td>甲</table><p>表二<table><tr><td>乙<td>丙</table>注</table>
        <p>尾</p><table><tr><td>丁</table>
        """) == """
          ▦1 1×2
          0,0 导航
          0,1 表一⏎表二⏎注
            ▦2 1×1 «表一»
            0,0 甲
            ▦3 1×2 «表二»
            0,0 乙
            0,1 丙
          ¶ 尾
          ▦4 1×1
          0,0 丁
          """)
  }

  @Test func `text between the tags of a table goes before it`() throws {
    #expect(
      try read("<p>一<table>标题<tr>说明<td>甲</td>旁<tr><td>乙</table>后")
        == "¶ 一\n¶ 标题说明旁\n▦1 2×1\n0,0 甲\n1,0 乙\n¶ 后")
    #expect(try read("<table><caption>表三</caption><tr><td>甲</table>") == "¶ 表三\n▦1 1×1\n0,0 甲")
  }

  @Test func `a table directly in a table ends it`() throws {
    #expect(try read("<table><tr><td>甲</td></tr><table><tr><td>乙</table>") == "▦1 1×1\n0,0 甲\n▦2 1×1\n0,0 乙")
  }

  @Test func `tables without cells are no tables and take no number`() throws {
    #expect(
      try read("<table></table><table><tr></tr></table>甲<table><tr><td>乙</table>") == "¶ 甲\n▦1 1×1\n0,0 乙")
  }

  @Test func `cells outside of tables are lines`() throws {
    #expect(try read("<tr><td>甲</td><td>乙</td></tr>丙") == "¶ 甲\n¶ 乙\n¶ 丙")
  }

  @Test func `column groups say nothing`() throws {
    #expect(try read("<table><colgroup><col width=9><col></colgroup><tr><td>甲</table>") == "▦1 1×1\n0,0 甲")
  }
}
