// Codes parted from names: departments, units, projects, categories.
import Model
import Testing

@testable import FormVocabulary

@Suite struct CodedNameTests {
  @Test(arguments: [
    ("713001临溪县水务局", "713001", "临溪县水务局"), ("219-临溪县司法局", "219", "临溪县司法局"), ("[042]临溪县教育局", "042", "临溪县教育局"),
    ("【042001】临溪县第一小学", "042001", "临溪县第一小学"), ("（305）临溪县林业站", "305", "临溪县林业站"),
    ("临溪县水务局（713001）", "713001", "临溪县水务局"),
    ("临溪县水务局[713]", "713", "临溪县水务局"), ("临溪县水务局-713001", "713001", "临溪县水务局"),
    ("  118 临溪县档案馆 ", "118", "临溪县档案馆"),
    ("A0512—临溪县气象台", "A0512", "临溪县气象台"),
  ])
  func `an organisation's code is parted from its name`(text: String, code: String, name: String) {
    #expect(CodedName.party(text) == Party(code: code, name: name))
  }

  @Test(arguments: [
    "临溪县水务局", "2024年临溪县水务局", "12号仓库", "临溪县第31中学", "110指挥中心", "临溪县水务局（2024）", "临溪县水务局（本级）", "713001",
    "3-5岁托育园",
    "（临溪县）水务局",
  ])
  func `figures that belong to a name stay in it`(text: String) {
    #expect(CodedName.party(text) == Party(name: text))
  }

  @Test(arguments: [
    ("312临溪县水务局", "312", "临溪县水务局"), ("临溪县水务局312", "312", "临溪县水务局"), ("2024年临溪县水务局", nil, "2024年临溪县水务局"),
    ("12号仓库", nil, "12号仓库"), ("临溪县第31中学", nil, "临溪县第31中学"), ("312", nil, "312"),
  ])
  func `three figures are a code where the label asks for one`(text: String, code: String?, name: String) {
    #expect(CodedName.party(text, hasCode: true) == Party(code: code, name: name))
  }

  @Test(arguments: [
    ("临溪县民政局", true), ("临溪市第二人民医院", true), ("急救中心", false), ("指挥中心", false), ("水务局", false), ("县水务局", false),
    ("临溪县", false),
  ])
  func `an authority of a place is told from others`(text: String, isOne: Bool) {
    #expect(CodedName.isAuthorityOfPlace(text) == isOne)
  }

  @Test func `a blank text names nobody`() {
    #expect(CodedName.party(" 　\n") == nil)
  }

  @Test(arguments: [
    ("350721240000012345678河道清淤", "350721240000012345678", "河道清淤"), ("55000024P-河道清淤", "55000024P", "河道清淤"),
    ("[2024001]河道清淤", "2024001", "河道清淤"), ("河道清淤（20240000017）", "20240000017", "河道清淤"), ("河道清淤", nil, "河道清淤"),
    ("2024年河道清淤", nil, "2024年河道清淤"), ("100个村河道清淤", nil, "100个村河道清淤"), ("河道清淤（2024）", nil, "河道清淤（2024）"),
    ("河道清淤（二期）", nil, "河道清淤（二期）"), ("12345河道热线", nil, "12345河道热线"),
  ])
  func `a project's code is parted from its name`(text: String, code: String?, name: String) {
    let project = CodedName.project(text)
    #expect(project.code == code)
    #expect(project.name == name)
  }

  @Test(arguments: [
    ("32-专项资金项目", "专项资金项目"), ("3、特定目标类", "特定目标类"), ("特定目标类", "特定目标类"), ("32-", "32-"), ("2024年专项", "2024年专项"),
    ("", ""), ("1234567-专项", "1234567-专项"),
  ])
  func `a category loses its code`(text: String, name: String) {
    #expect(CodedName.category(text) == name)
  }
}
