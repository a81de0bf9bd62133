// Names of exported files: readable, safe, never the same twice.
import Model
import Testing

@testable import FormExport

@Suite struct ExportFileNameTests {
  private func project(_ name: String?, unit: String? = "云岭镇水利所", year: Int? = 2025) -> Form {
    var form = ProjectTarget()
    form.fiscalYear = year
    form.unit.name = unit
    form.project.name = name
    return .projectTarget(form)
  }

  @Test(arguments: [
    ("河道清淤", "2025-云岭镇水利所-河道清淤.pdf"),
    ("../../etc/passwd", "2025-云岭镇水利所-_.._etc_passwd.pdf"),
    ("a/b\\c:d*e?f\"g<h>i|j", "2025-云岭镇水利所-a_b_c_d_e_f_g_h_i_j.pdf"),
    ("  老人\n食堂\t补助 ", "2025-云岭镇水利所-老人食堂补助.pdf"),
    ("清淤\u{202E}fdp.exe", "2025-云岭镇水利所-清淤fdp.exe.pdf"),
    ("\u{0}\u{7}\u{200B}", "2025-云岭镇水利所.pdf"),
    ("...", "2025-云岭镇水利所.pdf"),
    ("con", "2025-云岭镇水利所-con_.pdf"),
    ("$(rm -rf ~)", "2025-云岭镇水利所-_(rm-rf~).pdf"),
  ])
  func `a name is readable and has no path in it`(name: String, wanted: String) {
    var names = ExportFileName()
    #expect(names.name(of: project(name), format: .pdf) == wanted)
  }

  @Test func `forms without a name have one nevertheless`() {
    var names = ExportFileName()
    let form = project(nil, unit: nil, year: nil)
    #expect(names.name(of: form, format: .docx) == "项目绩效目标.docx")
    #expect(names.name(of: form, format: .docx) == "项目绩效目标-2.docx")
  }

  @Test func `the same name is never given twice, whatever the case of its letters`() {
    var names = ExportFileName()
    #expect(names.name(of: project("AI助农"), format: .pdf) == "2025-云岭镇水利所-AI助农.pdf")
    #expect(names.name(of: project("ai助农"), format: .pdf) == "2025-云岭镇水利所-ai助农-2.pdf")
    let third = names.name(of: project("AI助农"), format: .pdf) { $0.hasSuffix("-3.pdf") }
    #expect(third == "2025-云岭镇水利所-AI助农-4.pdf")
  }

  @Test func `a name of any length fits a file system, whole characters only`() {
    var names = ExportFileName()
    for name in [String(repeating: "镇", count: 5_000), String(repeating: "👨‍👩‍👧", count: 300)] {
      let made = names.name(of: project(name, unit: name), format: .pdf)
      #expect(made.utf8.count <= ExportFileName.bytesMax)
      #expect(!made.unicodeScalars.contains("\u{FFFD}"))
      #expect(made.hasSuffix(".pdf"))
    }
  }

  @Test func `forms of one project in different stages have different names`() {
    var outcome = SelfEvaluation()
    outcome.project.name = "河道清淤"
    var names = ExportFileName()
    #expect(names.name(of: .projectSelfEvaluation(outcome), format: .pdf) == "河道清淤-项目绩效自评.pdf")
    #expect(names.name(of: .projectMonitoring(outcome), format: .pdf) == "河道清淤-项目绩效监控.pdf")
  }
}
