// How recognised text is spelled.
import Testing

@testable import Scans

@Suite struct RecognizedTextWordsTests {
  @Test(arguments: [
    ("产出指标(50分)", "产出指标（50分）"), ("培训场次,不少于3场", "培训场次，不少于3场"), ("1,000.50", "1,000.50"),
    ("目标 1:按 时 完 成", "目标1：按时完成"), ("＞=90％", "≥90%"), ("<= 3", "≤3"), ("‘98", "98"), ("Word 2 Go", "Word2Go"),
    ("open data", "open data"), ("2023年一2025年", "2023年—2025年"), ("统一管理", "统一管理"), ("(a)", "(a)"),
    ("8:30", "8:30"), ("其中:财政", "其中：财政"), ("", ""), ("|是|", "是"),
    ("分)", "分）"), (")", "）"), ("稳定oo", "稳定。"), ("CO2", "CO2"), ("第一(一)项", "第一（一）项"),
  ])
  func `marks stand as forms print them`(_ read: String, _ spelled: String) {
    #expect(RecognizedTextWords.spelled(read) == spelled)
  }

  @Test func `a colon is full-width but between figures`() {
    #expect(RecognizedTextWords.colon(after: "目标", before: "完成") == "：")
    #expect(RecognizedTextWords.colon(after: "目标1", before: "完成") == "：")
    #expect(RecognizedTextWords.colon(after: "1", before: "18") == ":")
    #expect(RecognizedTextWords.colon(after: "", before: "x") == "：")
  }
}
