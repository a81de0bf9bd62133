// Records through every format and back.
import FormSheets
import Forms
import Model
import Operations
import Quantities
import SheetFiles
import SheetPrinting
import Testing

@testable import FormExport

@Suite struct ExportFormsTests {
  /// An invented project with texts that formats find hard.
  static func project(_ name: String = "河道清淤", _ change: (inout ProjectTarget) -> Void = { _ in }) -> Form {
    var form = ProjectTarget()
    form.title = "云岭镇财政项目支出绩效目标批复表"
    form.fiscalYear = 2025
    form.project.name = name
    form.project.category = "其他运转类"
    form.unit.name = "云岭镇水利所"
    form.budget.total = Money(fen: 34_125_050)
    form.goals.annual = "1、清淤河道12公里；\n2、加固“青石”堤防3处 & 涵洞<若干>。"
    for (name, value) in [("清淤长度", "≥12公里"), ("=1+1", "=95%"), ("@SUM(A1)", "-5"), ("\"引号\",逗号", "+3%")] {
      var indicator = Indicator()
      indicator.level1 = "产出指标"
      indicator.level2 = "数量指标"
      indicator.name = name
      indicator.annualValue = value
      form.indicators.append(indicator)
    }
    change(&form)
    return .projectTarget(form)
  }

  private func exporting(_ format: ExportFormat, _ layout: FormLayout? = nil) throws -> ExportForms {
    try ExportForms(ExportSettings(format: format, layout: layout, created: 1_700_000_000))
  }

  @Test(arguments: [ExportFormat.html, .docx, .xlsx, .json, .csv])
  func `a written file read in again is the record`(format: ExportFormat) throws {
    let exporting = try exporting(format)
    let forms = try [Self.project(), Self.project("古树保护")].map { try exporting.layOut($0) }
    for chosen in [[forms[0]], forms] {
      let file = try exporting.write(chosen)
      #expect(file.notices == [])
      #expect(exporting.differences(in: file, from: chosen, reading: ReadForms()) == [])
    }
  }

  @Test(arguments: [ExportFormat.html, .docx, .xlsx, .json, .csv])
  func `a file that says something else is found out`(format: ExportFormat) throws {
    let exporting = try exporting(format)
    let written = try exporting.layOut(Self.project())
    let meant = try exporting.layOut(Self.project { $0.indicators[1].annualValue = "=96%" })
    let file = try exporting.write([written])
    let differences = exporting.differences(in: file, from: [meant], reading: ReadForms())
    #expect(!differences.isEmpty)
    if format.showsForm {
      #expect(differences.map(\.path) == ["indicators/1/annualValue"])
      #expect(differences[0].sentence == "第 1 张表：第 2 项指标“=1+1”的年度指标值 应为“=96%”，读回“=95%”。")
    }
    let both = exporting.differences(in: file, from: [written, meant], reading: ReadForms())
    #expect(!both.isEmpty)
  }

  @Test func `a pdf says so where fonts are`() throws {
    let exporting = try exporting(.pdf)
    let file = try exporting.write([try exporting.layOut(Self.project())])
    #expect(file.bytes.starts(with: Array("%PDF-".utf8)))
    #expect(try exporting.write([try exporting.layOut(Self.project())]) == file)
  }

  @Test func `a font that is asked for is named in office files, and told where print has none`() throws {
    let fonts = ExportFonts(body: "无此字体")
    let settings = ExportSettings(format: .pdf, fonts: fonts, created: 0)
    let notices = try ExportForms(settings).fontNotices
    #expect(notices.count { $0.contains("无此字体") } == 1)
    #expect(ExportFonts(title: "方正姚体").office.title == "方正姚体")
    #expect(fonts.office.body == "无此字体")
    #expect(fonts.printed[.note].families.first == "无此字体")
    #expect(fonts.printed[.title] == ExportFonts().printed[.title])
  }

  @Test func `a layout of another kind is refused with those that fit`() throws {
    let exporting = try exporting(.html, .monitoring)
    #expect(throws: ExportError.self) { try exporting.layOut(Self.project()) }
    do {
      _ = try exporting.layOut(Self.project())
    } catch {
      #expect(error.sentence.contains("dongguan-approval"))
    }
  }

  @Test func `the review sheet is no record and is not compared with one`() throws {
    let exporting = try exporting(.html, .targetReview)
    let laidOut = try exporting.layOut(Self.project())
    #expect(laidOut.losses == [])
    let file = try exporting.write([laidOut])
    #expect(exporting.differences(in: file, from: [laidOut], reading: ReadForms()) == [])
  }

  @Test func `cells of a table are never formulas`() {
    let bytes = RecordTable([Self.project()]).bytes
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.contains("'=1+1"))
    #expect(text.contains("'@SUM(A1)"))
    #expect(text.contains("'+3%"))
    #expect(text.contains(",-5"))
    #expect(text.contains("\"\"\"引号\"\",逗号\""))
  }

  @Test(arguments: [
    [["a", "b"], ["1", ""]], [["'=x", "=x", "'", "''"], ["\r\n", ",", "\"", " =y"]],
    [["-1", "-x", "@", "\t"]],
  ])
  func `whatever cells hold, a table gives them back`(rows: [[String]]) {
    var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]
    for row in rows { bytes += RecordTable.line(row) }
    #expect(RecordTable.cells(bytes) == rows)
  }
}
