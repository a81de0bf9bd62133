// Tables of organisations: what they would do, everything that can be wrong with them, and where.
import Findings
import Organisations
import Quantities
import Rosters
import TableProbes
import Tables
import Testing

struct OrganisationImportTests {
  private static func plan(_ text: String) throws -> OrganisationPlan {
    try RosterSamples().organisationImport().plan(separated(text))
  }

  private static func drawn(_ drafts: [OrganisationDraft]) -> [String] {
    drafts.map { "\($0.path.code) \($0.kind) \($0.name) \($0.shortName ?? "-") \($0.years)" }
  }

  @Test func `departments and units are added, what is above first`() throws {
    let plan = try Self.plan(
      """
      单位编码,单位名称,单位简称,单位类型,上级编码,启用年度,停用年度
      715001002,水电站,,,,2026,
      715001,水利所,水利,预算单位,715,2026年,
      715,水务办公室,,主管部门,,2025,2030
      """.replacing("2026,\n715001", with: "2026,2030\n715001").replacing("2026年,\n", with: "2026年,2030\n"))
    #expect(
      Self.drawn(plan.additions) == [
        "715 department 水务办公室 - 2025–2030", "715001 unit 水利所 水利 2026–2030",
        "715001002 unit 水电站 - 2026–2030",
      ])
    #expect(plan.changes.isEmpty && plan.unchangedCount == 0)
    #expect(plan.summary == "将新增 3 个单位，修改 0 个，0 个没有变化。")
  }

  @Test func `what is there is known again, and changed where it differs`() throws {
    let samples = try RosterSamples()
    let plan = try Self.plan(
      "编码,名称,简称\n713,云梯镇城乡建设办公室,建设办\n713001,路灯与道路管理所,\n713002,服务中心,服务中心\n")
    #expect(plan.additions.isEmpty && plan.unchangedCount == 2)
    #expect(plan.changes.map(\.name) == ["路灯与道路管理所"])
    #expect(plan.changes.map(\.id) == [try samples.organisation("713001").id])
    #expect(plan.changes.map(\.years) == [try samples.organisation("713001").years])
  }

  @Test(arguments: [
    "单位编码,单位名称", "编码,名称", " 单位 编码 ,单位名称（必填）", "预算单位代码*,预算单位名称：", "机构编码(3位一级),机构名称",
    "代码,单位", "\"单位\n编码\",单位全称", "部门（单位）编码,部门（单位）名称",
  ])
  func `heads are known in many spellings`(head: String) throws {
    #expect(try Self.plan("\(head)\n715,水务办公室\n").additions.count == 1)
  }

  @Test func `a title above the head, blank rows and repeated heads are passed over`() throws {
    let plan = try Self.plan(
      "2026 年预算单位一览表,,\n,,\n序号,单位编码,单位名称\n1,715,水务办公室\n,,\n序号,单位编码,单位名称\n2,715001,水利所\n")
    #expect(plan.additions.map(\.path.code.digits) == ["715", "715001"])
    #expect(plan.notes.map(\.sentence) == ["没有用到“序号”这一列。"])
  }

  @Test func `codes are read in full-width digits and with blanks, names lose line breaks`() throws {
    let plan = try Self.plan("单位编码,单位名称\n'７１５ ,\"水务\n办公室\"\n")
    #expect(Self.drawn(plan.additions) == ["715 department 水务办公室 - 2026–"])
  }

  @Test func `a bureau is known by its name, and this is told`() throws {
    let plan = try Self.plan("单位编码,单位名称\n106,云梯镇第二财政所\n")
    #expect(plan.additions.map(\.kind) == [.bureau])
    #expect(plan.notes.map(\.sentence) == ["没有写明单位类型，“云梯镇第二财政所”按名称识别为财政部门。"])
    #expect(try Self.plan("单位编码,单位名称,单位类型\n106,云梯镇第二财政所,主管部门\n").additions.map(\.kind) == [.department])
  }

  @Test func `towns are imported with their region codes`() throws {
    let samples = try RosterSamples()
    let plan = try Self.plan(
      "地区编码,单位编码,单位名称,单位类型\n998877104,,石桥镇,地区\n998877104,713,石桥镇建设办公室,\n998877105,998877105,木桥镇,地区\n")
    #expect(plan.additions.map(\.path.description) == ["998877104/", "998877104/713", "998877105/"])
    #expect(plan.additions.allSatisfy { $0.path.region != samples.region })
  }

  @Test func `the organisation above may be told by code, region or name`() throws {
    for parent in ["713", "建设办", "云梯镇城乡建设办公室"] {
      #expect(try Self.plan("编码,名称,上级单位\n713009,排水所,\(parent)\n").additions.count == 1)
    }
    #expect(try Self.plan("编码,名称,上级单位\n715,水务办公室,998877103\n").additions.count == 1)
    #expect(try Self.plan("编码,名称,上级单位\n715,水务办公室,云梯镇\n715001,水利所,水务办公室\n").additions.count == 2)
  }

  @Test(arguments: [
    // The table.
    ("甲,乙\n1,2\n", ["0,0 noHeads"]), ("单位编码\n715\n", ["0,0 noHeads"]), ("单位编码,单位名称\n", ["0,0 noRows"]),
    ("单位编码,编码,单位名称\n715,715,甲\n", ["1,2 doubleColumn"]), ("姓名,账号,单位编码,单位名称\n甲,jia,713,乙\n", ["0,0 noHeads"]),
    // Codes.
    ("单位编码,单位名称\n,水务办公室\n", ["2,1 missing"]), ("单位编码,单位名称\n7150,水务办公室\n", ["2,1 lostZeros"]),
    ("单位编码,单位名称\n15,水务办公室\n", ["2,1 lostZeros"]), ("单位编码,单位名称\n000,水务办公室\n", ["2,1 notCode"]),
    ("单位编码,单位名称\n715000,水利所\n", ["2,1 notCode"]), ("单位编码,单位名称\n71A,水务办公室\n", ["2,1 notCode"]),
    ("单位编码,单位名称\n715-001,水利所\n", ["2,1 notCode"]), ("单位编码,单位名称\n713001002003004005,所\n", ["2,1 notCode"]),
    // Names.
    ("单位编码,单位名称\n715,\n", ["2,2 missing"]), ("单位编码,单位名称\n715,=A1\n", ["2,2 notText"]),
    ("单位编码,单位名称\n715,#REF!\n", ["2,2 notText"]), ("单位编码,单位名称\n715,12345\n", ["2,2 notText"]),
    ("单位编码,单位名称\n715,@cmd\n", ["2,2 notText"]), ("单位编码,单位名称\n715,水\u{202E}务\n", ["2,2 notText"]),
    ("单位编码,单位名称\n715,\(String(repeating: "水", count: 101))\n", ["2,2 tooLong"]),
    ("单位编码,单位名称,简称\n715,水务办,\(String(repeating: "水", count: 31))\n", ["2,3 tooLong"]),
    // Kinds and levels.
    ("单位编码,单位名称,单位类型\n715,水务办公室,大户\n", ["2,3 unknownKind"]),
    ("单位编码,单位名称,单位类型\n715,水务办公室,预算单位\n", ["2,3 chart"]),
    ("单位编码,单位名称,单位类型\n713009,排水所,主管部门\n", ["2,3 chart"]),
    ("单位编码,单位名称,单位类型\n715,水务办公室,地区\n", ["2,3 chart"]),
    // What is above.
    ("单位编码,单位名称\n999001,孤儿所\n", ["2,1 chart"]), ("单位编码,单位名称\n715001001,水电站\n", ["2,1 chart"]),
    ("单位编码,单位名称,上级编码\n713009,排水所,714\n", ["2,3 parentDisagrees"]),
    ("单位编码,单位名称,上级编码\n713009,排水所,713009\n", ["2,3 circle"]),
    ("单位编码,单位名称,上级编码\n715,甲办,716\n716,乙办,715\n", ["2,3 circle", "3,3 circle"]),
    ("单位编码,单位名称,上级编码\n713009,排水所,没有的单位\n", ["2,3 unknownOrganisation"]),
    ("单位编码,单位名称,上级编码\n713009,排水所,服务中心\n", ["2,3 ambiguousName"]),
    ("单位编码,单位名称,上级编码\n713009,排水所,71\n", ["2,3 lostZeros"]),
    ("单位编码,单位名称,地区编码\n713009,排水所,998877104\n", ["2,1 chart"]),
    ("单位编码,单位名称,地区编码\n713009,排水所,99887\n", ["2,3 notRegion"]),
    // Years.
    ("单位编码,单位名称,启用年度\n715,水务办公室,26\n", ["2,3 notYear"]),
    ("单位编码,单位名称,启用年度\n715,水务办公室,1900\n", ["2,3 notYear"]),
    ("单位编码,单位名称,启用年度,停用年度\n715,水务办公室,2027,2026\n", ["2,4 yearsReversed"]),
    ("单位编码,单位名称,启用年度\n713009,排水所,2019\n", ["2,3 chart"]),
    ("单位编码,单位名称,停用年度\n713,云梯镇城乡建设办公室,2026\n", ["2,3 chart", "2,3 chart"]),
    // Rows against one another.
    ("单位编码,单位名称\n715,水务办公室\n715,水务办公室\n", ["3,1 duplicate"]),
    ("单位编码,单位名称\n715,甲办\n716,乙办\n715,丙办\n", ["4,1 duplicate"]),
    // Several at once, in the order of the table.
    (
      "单位编码,单位名称,单位类型\n7,甲,\n715,,怪\n716,乙办,\n", ["2,1 lostZeros", "3,2 missing", "3,3 unknownKind"]
    ),
  ])
  func `what is wrong is told at its cell, and nothing is planned`(text: String, faults: [String]) throws {
    let error = try #require(try refusal { try Self.plan(text) }, "planned: \(text)")
    #expect(lines(error) == faults)
    #expect(error.faults.allSatisfy { !$0.sentence.isEmpty && $0.sentence.hasSuffix("。") })
  }

  @Test func `a fault is said with its place and what to do`() throws {
    let book = try workbook([("单位表", [["单位编码", "单位名称"], ["#715", "水务办公室"], ["#1", "文化站"]])])
    let error = try #require(
      try refusal { try RosterSamples().organisationImport().plan(RosterFile.document(book)) })
    #expect(
      error.faults.map(\.sentence) == [
        "工作表“单位表”第 3 行 A 列（单位编码）“1”：编码位数不对，每级应为 3 位数字。如果编码以 0 开头，请先把这一列的格式设为“文本”再填。"
      ])
    #expect(error.sentence == "表格有 1 处需要修改。没有导入任何内容，请改好后重新上传。")
  }

  @Test func `of many faults the first are listed and all are counted`() throws {
    let rows = (0..<500).map { "\($0 % 10),所\n" }.joined()
    let error = try #require(try refusal { try Self.plan("单位编码,单位名称\n" + rows) })
    #expect(error.faults.count == 200 && error.count == 500)
    #expect(error.faults.first?.place.row == 2 && error.faults.last?.place.row == 201)
  }

  @Test func `a workbook is read sheet by sheet, the others are passed over`() throws {
    let book = try workbook([
      ("说明", [["请按模板填写"]]), ("人员", [["姓名", "账号", "单位编码", "单位名称"], ["甲", "jia", "713", "乙"]]),
      ("单位", [["单位编码", "单位名称"], ["#715", "水务办公室"], ["715001", "水利所"]]),
    ])
    let plan = try RosterSamples().organisationImport().plan(RosterFile.document(book))
    #expect(plan.additions.map(\.path.code.digits) == ["715", "715001"])
    #expect(plan.notes.map(\.sentence) == ["没有读取工作表“说明”。", "没有读取工作表“人员”。"])
  }

  @Test(arguments: [1, 2, 3, 4, 5, 6])
  func `whatever is planned leaves a sound tree`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let samples = try RosterSamples()
    var plannedCount = 0
    for _ in 0..<300 {
      let rows = (0..<Int.random(in: 1...4, using: &random)).map { _ in
        let code = ["713", "714", "715", "105"].randomElement(using: &random) ?? ""
        let below = ["", "", "001", "002", "001001"].randomElement(using: &random) ?? ""
        let years = ["", "2019", "2020", "2024", "2026"].randomElement(using: &random) ?? ""
        let last = ["", "", "2023", "2026", "2030"].randomElement(using: &random) ?? ""
        let kind = ["", "", "主管部门", "预算单位", "财政局"].randomElement(using: &random) ?? ""
        return "\(code)\(below),名\(Int.random(in: 0...3, using: &random))所,\(kind),\(years),\(last)\n"
      }
      let document = try separated("单位编码,单位名称,类型,启用年度,停用年度\n" + rows.joined())
      guard let plan = try? samples.organisationImport().plan(document) else { continue }
      plannedCount += 1
      var future = Dictionary(uniqueKeysWithValues: samples.organisations.map { ($0.id, $0) })
      for change in plan.changes { future[change.id] = change }
      for (index, draft) in plan.additions.enumerated() {
        let id = try #require(OrganisationID(Int64(1000 + index)))
        future[id] = draft.organisation(id)
      }
      #expect(OrganisationChart.failures(in: Array(future.values)).isEmpty, "\(rows)")
    }
    #expect(plannedCount > 20)
  }

  @Test func `importing what was planned once more changes nothing`() throws {
    let samples = try RosterSamples()
    let text = "单位编码,单位名称,启用年度,停用年度\n715,水务办公室,2026,\n715001,水利所,2026,2029\n713001,路灯所,,\n"
    let plan = try samples.organisationImport().plan(separated(text))
    var organisations = samples.organisations.map { old in plan.changes.first { $0.id == old.id } ?? old }
    for (index, draft) in plan.additions.enumerated() {
      organisations.append(draft.organisation(try #require(OrganisationID(Int64(100 + index)))))
    }
    let again = try OrganisationImport(region: samples.region, year: samples.year, existing: organisations)
      .plan(separated(text))
    #expect(again.additions.isEmpty && again.changes.isEmpty && again.unchangedCount == 3)
  }
}
