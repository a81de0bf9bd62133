// The report for people: what is unsure stands out, and nothing from a document commands the terminal.
import Findings
import Model
import Operations
import Tables
import Testing

@testable import Recognition
@testable import plumbline

@Suite struct RecordReportTests {
  private func document(title: String, confidence: Int = 98, findings: [Finding] = []) -> ImportedDocument {
    var target = ProjectTarget()
    target.title = title
    target.project.name = "桥梁维护"
    var indicator = Indicator()
    indicator.level1 = "产出指标"
    indicator.name = "座数"
    target.indicators = [indicator, indicator]
    let form = RecognizedForm(
      form: .projectTarget(target),
      ownFields: [FieldReading(path: "project/name", place: nil, confidence: confidence)],
      rows: [98, 97].map { (spots: FieldSpots(), confidence: $0) })
    return ImportedDocument(
      source: .init(file: "a.docx", fingerprint: nil, format: .docx),
      outcome: .read(RecognitionResult(forms: [form], findings: findings)))
  }

  @Test func `a report without colours is plain text`() {
    let finding = Finding(
      rule: "C14", severity: .error, form: 0, field: "project/name", message: "请核对。",
      place: Place(sheet: "表1", table: 2, row: 5, column: 3))
    let text = RecordReport(columns: 80, isColoured: false).text(
      of: document(title: "目标表", findings: [finding]))
    #expect(
      text == """
        a.docx（Word 文档）

          目标表  [项目绩效目标]
            项目名称  桥梁维护  98%

            一级指标  三级指标  把握
            产出指标  座数      98%
                      座数      97%

          发现 1 处：
          错误 C14  工作表 表1，表 2，第 5 行第 3 列，project/name
              请核对。


        """)
  }

  @Test(arguments: [(98, ""), (80, "33"), (50, "31")])
  func `the less sure a field is, the more it stands out`(confidence: Int, shade: String) {
    let text = RecordReport(columns: 80, isColoured: true).text(
      of: document(title: "a", confidence: confidence))
    let line = text.split(separator: "\n").first { $0.contains("桥梁维护") } ?? ""
    #expect(line.contains("\u{1B}") == !shade.isEmpty)
    #expect(shade.isEmpty || line.hasPrefix("\u{1B}[\(shade)m"))
  }

  @Test func `escapes of a document never reach the terminal`() {
    let finding = Finding(rule: "R1", severity: .info, field: "\u{1B}[2J", message: "\u{1B}]0;x\u{7}")
    let hostile = document(title: "\u{1B}[31mred\u{202E}", findings: [finding])
    let text = RecordReport(columns: 80, isColoured: false).text(of: hostile)
    #expect(!text.unicodeScalars.contains { $0.value == 0x1B || $0.value == 7 || $0.value == 0x202E })
  }

  @Test func `what could not be read has no report`() {
    let document = ImportedDocument(
      source: .init(file: "a", fingerprint: nil, format: nil), outcome: .unreadable(.empty))
    #expect(RecordReport(columns: 80, isColoured: false).text(of: document) == "")
  }

  @Test(arguments: [
    (0, 0, "░░░░░░░░░░░░░░░░░░░░░░░░ 0/10"), (5, 30_000, "████████████░░░░░░░░░░░░ 5/10，约剩 0:30"),
    (1, 20_000, "██░░░░░░░░░░░░░░░░░░░░░░ 1/10，约剩 3:00"), (10, 9, "████████████████████████ 10/10，约剩 0:00"),
  ])
  func `progress tells the count and the time left`(done: Int, milliseconds: Int, line: String) {
    #expect(ProgressLine.line(done: done, of: 10, milliseconds: milliseconds) == line)
  }
}
