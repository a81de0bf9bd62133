// The reviewer's report: complete, self-contained, and safe whatever a document holds.
import CommandLineParsing
import Foundation
import Testing

@testable import plumbline

@Suite struct CheckPageTests {
  /// A form as a web page, so that no reading process is needed.
  private func form(name: String, households: String) -> String {
    """
    <h1>项目支出绩效目标申报表</h1><table>
    <tr><td>项目名称</td><td colspan=3>\(name)</td></tr><tr><td>项目单位</td><td colspan=3>临溪县妇联</td></tr>
    <tr><td>年度资金总额（元）</td><td colspan=3>40000</td></tr>
    <tr><td>年度目标</td><td colspan=3>表彰美丽庭院 \(households) 户，带动村民参与环境整治。</td></tr>
    <tr><td>一级指标</td><td>二级指标</td><td>三级指标</td><td>指标值</td></tr>
    <tr><td>产出指标</td><td>数量指标</td><td>表彰户数</td><td>≥\(households)户</td></tr>
    <tr><td>产出指标</td><td>成本指标</td><td>表彰标准</td><td>≤200元/户</td></tr>
    <tr><td>效益指标</td><td>社会效益指标</td><td>村民参与率</td><td>≥60%</td></tr></table>
    """
  }

  @Test func `a page shows findings with their sums, the sheet and the sum over all`() throws {
    try withProbe { probe in
      try probe.add("a.html", form(name: "美丽庭院", households: "1560"))
      let answer = try probe.run(["check", "--html", "@/report.html", "@/a.html"])
      #expect(answer.code == .found)
      let page = try String(contentsOf: probe.folder.appendingPathComponent("report.html"), encoding: .utf8)
      #expect(page.hasPrefix("<!doctype html>") && page.hasSuffix("</html>\n"))
      #expect(page.contains("<h1>美丽庭院</h1>"))
      #expect(page.contains("<div><b>1,560 户</b><small>表彰户数</small></div>"))
      #expect(page.contains("A01 数量×单位成本超出预算"))
      #expect(page.contains("审核表（建议）") && page.contains("由发现推算，供审核人参考"))
      #expect(page.contains("共 1 个文件，绩效表 1 张"))
      #expect(answer.output.contains("审核表建议"))
    }
  }

  @Test func `a sum that holds is told in green`() throws {
    try withProbe { probe in
      try probe.add("a.html", form(name: "美丽庭院", households: "150"))
      _ = try probe.run(["check", "--html", "@/report.html", "@/a.html"])
      let page = try String(contentsOf: probe.folder.appendingPathComponent("report.html"), encoding: .utf8)
      #expect(page.contains("<div class=\"sound\">") && page.contains("✓ 勾稽相符：150 户 × 200 元/户 = 3 万元"))
    }
  }

  @Test func `what a document holds is text on the page`() throws {
    try withProbe { probe in
      try probe.add(
        "a.html", form(name: "&lt;script&gt;alert(1)&lt;/script&gt;&quot;&amp;\u{202E}", households: "1560"))
      _ = try probe.run(["check", "--html", "@/report.html", "@/a.html", "@/no.docx"])
      let page = try String(contentsOf: probe.folder.appendingPathComponent("report.html"), encoding: .utf8)
      #expect(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot;&amp;"))
      #expect(!page.contains("<script") && !page.contains("\u{202E}"))
      #expect(page.contains("default-src 'none'"))
      #expect(!page.contains("src=") && !page.contains("http:") && !page.contains("url("))
    }
  }

  @Test func `a file that cannot be read is told on the page, and severity narrows it`() throws {
    try withProbe { probe in
      try probe.add("bad.xlsx", "PK\u{3}\u{4}")
      try probe.add("a.html", form(name: "美丽庭院", households: "1560"))
      let answer = try probe.run(
        ["check", "--severity", "E", "--html", "@/report.html", "@/a.html", "@/bad.xlsx"])
      #expect(answer.code == .unreadable)
      let page = try String(contentsOf: probe.folder.appendingPathComponent("report.html"), encoding: .utf8)
      #expect(page.contains("<p class=\"failure\">"))
      #expect(!page.contains("class=\"warning\"") && page.contains("class=\"error\""))
    }
  }

  @Test func `a page that cannot be written is refused before anything is read`() throws {
    try withProbe { probe in
      try probe.add("a.html", form(name: "美丽庭院", households: "1560"))
      let answer = try probe.run(["check", "--html", "@/no/such/folder.html", "@/a.html"])
      #expect(answer.code == .outputFailed)
      #expect(answer.errors.contains("审核报告无法写入"))
      #expect(answer.output.isEmpty)
    }
  }
}
