// Documents and records are reviewed alike, and what is neither is told.
import JSONText
import Operations
import Review
import Tables
import Testing

@Suite struct CheckDocumentTests {
  private let page = """
    <html><body><h1>项目支出绩效目标申报表</h1><table border=1>
    <tr><td>项目名称</td><td colspan=3>河道保洁</td></tr>
    <tr><th>一级指标</th><th>二级指标</th><th>三级指标</th><th>年度指标值</th></tr>
    <tr><td>产出指标</td><td>质量指标</td><td>平均每场参与人数</td><td>≥30人</td></tr>
    </table></body></html>
    """

  private func rules(_ bytes: [UInt8]) -> [String] {
    CheckDocument().run(file: "x", bytes: bytes).reviewed.flatMap { $0.review.findings.map(\.rule) }
  }

  @Test func `a document and its record have the same review`() {
    let document = rules(Array(page.utf8))
    #expect(document.contains("M05"))
    var json = JSONWriter()
    ImportDocument().run(file: "x", bytes: Array(page.utf8)).write(to: &json)
    #expect(rules(json.bytes) == document)
    #expect(rules(json.bytes + Array("\n".utf8) + json.bytes).count == document.count * 2)
  }

  @Test(arguments: ["{", "{}", "[1]", "{\"forms\":[{}]}", "{\"kind\":\"?\"}"])
  func `a JSON text without records is told`(text: String) {
    let outcome = CheckDocument().run(file: "x", bytes: Array(text.utf8)).outcome
    guard case .noRecord(let failure) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(!failure.sentence.isEmpty)
  }

  @Test(arguments: ["[附件1]项目支出绩效目标表", "{项目名称：桥}", "{\\rtf1\\ansi 1}"])
  func `a text in brackets, or with marks of its own, is no record`(text: String) {
    let outcome = CheckDocument().run(file: "x", bytes: Array(text.utf8)).outcome
    if case .noRecord = outcome { Issue.record("\(outcome)") }
  }

  @Test func `years of no calendar are no period`() {
    for (start, end) in [(Int.min, Int.max), (0, Int.max), (Int.min, 2026), (2024, Int.max)] {
      let project = #"{"name":"桥","startYear":\#(start),"endYear":\#(end)}"#
      let record = #"{"kind":"project-target","project":\#(project)}"#
      #expect(!rules(Array(record.utf8)).isEmpty)
    }
  }

  @Test func `an empty file is unreadable`() {
    guard case .unreadable(.empty) = CheckDocument().run(file: "x", bytes: []).outcome else {
      Issue.record("read")
      return
    }
  }
}
