// Forms from scans: every field is marked for confirmation, doubts are told, plain misreadings put right.
import Findings
import JSONText
import Model
import Tables
import Testing

@testable import Recognition

@Suite struct ScannedFormTests {
  private let drawing = """
    项目名称 | 灯会照明 | < | <
    用款单位 | 临溪县城管局 | < | <
    年度目标 | 点亮老街。 | < | <
    一级指标 | 二级指标 | 三级指标 | 年度指标直
    产出指标 | 数量指标 | 灯组数量 | 之30组
    满意度指标 | 服务对象满意度指标 | 游客满意度 | ≥90%
    """

  /// The form as a scan: each cell with a place and how sure it is.
  private func scan(confidence: (Cell) -> Int?) -> Document {
    var table = TableText.table(drawing)
    var frames = TableFrames()
    for cell in table.cells {
      let box = Box(left: cell.column * 900, top: cell.row * 200, width: 900, height: 200)
      frames.set(
        TableFrames.Frame(page: 1, box: box, confidence: confidence(cell)), row: cell.row, column: cell.column
      )
    }
    table.frames = frames
    return Document(format: .pdf, blocks: [.table(table)])
  }

  @Test func `every field of a scan has a box and waits to be confirmed`() throws {
    let result = Recognizer().recognize(scan { _ in 91 })
    let form = try #require(result.forms.first)
    var count = 0
    form.forEachField { field in
      count += 1
      #expect(field.place?.box != nil, "\(field.path)")
      #expect(form.toConfirm[field.path] == field.confidence && field.confidence <= 91, "\(field.path)")
    }
    #expect(count > 8)
    let told = result.findings.filter { $0.rule == "R11" && $0.form == 0 }
    #expect(told.count == 1)
    #expect(told.first?.message.contains("共 \(count) 项内容待确认") == true)
  }

  @Test func `what is not sure is told first`() throws {
    let result = Recognizer().recognize(scan { $0.text == "≥90%" ? 41 : 95 })
    let finding = try #require(result.findings.last { $0.rule == "R11" })
    #expect(finding.field == "indicators/1/annualValue")
    #expect(finding.message.contains("其中 1 项把握不足 80%"))
    #expect(result.forms.first?.confidence["indicators/1/annualValue"] == 41)
  }

  @Test func `misread heads and signs are put right and told`() throws {
    let result = Recognizer().recognize(scan { _ in 80 })
    let indicators = try #require(result.forms.first?.form.indicators)
    #expect(indicators.map { $0[.annualValue] } == ["≥30组", "≥90%"])
    let repairs = result.findings.filter { $0.rule == "R11" && $0.form == nil }
    #expect(repairs.map(\.place?.row) == [4, 5])
    #expect(repairs.last?.message.contains("“之30组”") == true)
  }

  @Test func `a printed document has no marks, and nothing in it is put right`() throws {
    let result = Recognizer().recognize(scan { _ in nil })
    #expect(result.forms.first?.toConfirm.isEmpty == true)
    #expect(!result.findings.contains { $0.rule == "R11" })
    #expect(result.forms.first?.form.indicators.first?[.annualValue] == "之30组")
  }

  @Test func `marks survive the record format`() throws {
    let result = Recognizer().recognize(scan { $0.column == 0 ? 60 : 95 })
    var json = JSONWriter()
    json.object { result.writeMembers(to: &$0) }
    let text = json.text
    let again = try #require(RecognitionResult(try JSONReader.read(Array(text.utf8))))
    #expect(again.forms.first?.toConfirm == result.forms.first?.toConfirm)
    var second = JSONWriter()
    second.object { again.writeMembers(to: &$0) }
    #expect(second.text == text)
  }
}
