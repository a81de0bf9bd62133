// Mark-up left in printed texts: taken out and told; signs that only look like mark-up stay.
import Findings
import FormVocabulary
import Testing

@testable import Recognition

@Suite struct WebResidueTests {
  @Test(arguments: [
    ("<p>疏浚河道</p>", "疏浚河道", "<p>"),
    ("<p style=\"text-indent:2em\">疏浚河道</p>", "疏浚河道", "<p style=\"text-indent:2em\">"),
    ("疏浚&nbsp;河道", "疏浚 河道", "&nbsp;"), ("疏浚<br/>河道", "疏浚\n河道", "<br/>"),
    ("<p>疏浚</p><p>清障</p>", "疏浚\n清障", "<p>"),
    ("<span>疏浚</span>河道", "疏浚河道", "<span>"), ("满意度&ge;95%", "满意度≥95%", "&ge;"), ("投诉&lt;5件", "投诉<5件", "&lt;"),
    ("<P CLASS=x>疏浚</P>", "疏浚", "<P CLASS=x>"), ("<o:p></o:p>疏浚", "疏浚", "<o:p>"),
    ("疏浚</div>", "疏浚", "</div>"),
    ("<div><ul><li>一</li><li>二</li></ul></div>", "一\n二", "<div>"), ("河&amp;渠", "河&渠", "&amp;"),
    ("<p></p>", "", "<p>"),
  ])
  func `mark-up is taken out and told`(text: String, clean: String, residue: String) {
    let found = WebResidue.removed(from: text)
    #expect(found?.clean == clean)
    #expect(found?.residue == residue)
  }

  @Test(arguments: [
    "", "疏浚河道", "投诉<5件", "3<p<8", "x<y>z", "<通知>印发", "R&D投入", "A & B", "&", "<", "<<>>", "<>", "<p",
    "&unknown;", "<3>", "< p >",
    "<5件且>2件", "<brand>", "<path>",
  ])
  func `signs that are no mark-up stay`(text: String) {
    #expect(WebResidue.removed(from: text) == nil)
  }

  @Test func `residue in a form is told as C14 at its field and its place`() throws {
    let reading = try Reading(
      """
      项目支出绩效目标表
      项目名称 | 河道清淤 | <
      年度目标 | <p>疏浚河道12公里，投诉<5件。</p> | <
      一级指标 | 三级指标 | 指标值
      产出指标 | 清淤&nbsp;长度 | ≥12公里
      """)
    #expect(reading.field("goals/annual") == "疏浚河道12公里，投诉<5件。")
    #expect(reading.field("indicators/0/name") == "清淤 长度")
    let told = reading.result.findings.filter { $0.rule == "C14" }
    #expect(told.map(\.field) == ["goals/annual", "indicators/0/name"])
    #expect(told.map(\.place?.row) == [2, 4])
    #expect(told.allSatisfy { $0.form == 0 && $0.severity == .error })
    #expect(told.first?.message.contains("<p>") == true)
  }

  @Test func `a clean form is told of nothing`() throws {
    let reading = try Reading(
      """
      项目支出绩效目标表
      项目名称 | 河道清淤 | <
      年度目标 | 疏浚河道12公里，投诉<5件。 | <
      一级指标 | 三级指标 | 指标值
      产出指标 | 清淤长度 | ≥12公里
      """)
    #expect(reading.rules == [])
  }
}
