// Files into documents and templates out: whatever people fill in comes back.
import Organisations
import Rosters
import TableProbes
import Tables
import Testing

struct RosterFileTests {
  private static func text<Column: RosterColumn>(_ columns: Column.Type) -> String {
    String(decoding: RosterFile.template(columns), as: UTF8.self)
  }

  @Test func `a filled template is imported`() throws {
    let samples = try RosterSamples()
    let organisations = Self.text(OrganisationColumn.self) + "715,水务办公室,水务办,主管部门,,998877103,2026,\r\n"
    let plan = try samples.organisationImport().plan(separated(organisations))
    #expect(plan.additions.map(\.shortName) == ["水务办"] && plan.notes.isEmpty)
    let people = Self.text(PersonColumn.self) + "陈一,cy,713001,,经办,,2026-01-01,\r\n"
    let personPlan = try samples.personImport().plan(separated(people))
    #expect(personPlan.additions.count == 1 && personPlan.notes.isEmpty)
  }

  @Test func `an empty template has no rows`() throws {
    let error = try refusal {
      try RosterSamples().organisationImport().plan(separated(Self.text(OrganisationColumn.self)))
    }
    #expect(error?.faults.map(\.problem) == [.noRows])
  }

  @Test func `no head means two columns`() {
    func check<Column: RosterColumn>(_ columns: Column.Type) {
      var seen: Set<String> = []
      for column in columns.allCases {
        for head in [column.title] + column.synonyms {
          #expect(seen.insert(head).inserted, "\(head) means two columns")
        }
      }
    }
    check(OrganisationColumn.self)
    check(PersonColumn.self)
  }

  @Test func `a page with a table is read too`() throws {
    let page = "<html><body><table><tr><th>单位编码<th>单位名称<tr><td>715<td>水务办公室</table></body></html>"
    let plan = try RosterSamples().organisationImport().plan(RosterFile.document(Array(page.utf8)))
    #expect(plan.additions.map(\.name) == ["水务办公室"])
  }

  @Test func `a merged cell speaks for its rows`() throws {
    let page = """
      <html><table><tr><th>姓名<th>账号<th>单位编码<th>角色<tr><td>陈一<td>cy<td rowspan=2>713<td>经办
      <tr><td>李二<td>le<td>部门审核</table></html>
      """
    let plan = try RosterSamples().personImport().plan(RosterFile.document(Array(page.utf8)))
    #expect(plan.additions.map(\.account.text) == ["cy", "le"])
    #expect(Set(plan.additions.map(\.organisation)) == [try RosterSamples().organisation("713").id])
  }

  @Test(arguments: [[UInt8](), Array("%PDF-1.7 broken".utf8), [0x50, 0x4B, 3, 4], [0xD0, 0xCF, 0x11, 0xE0]])
  func `what is no table is an error of reading`(bytes: [UInt8]) {
    #expect(throws: ReadingError.self) { try RosterFile.document(bytes) }
  }

  @Test(arguments: [1, 2, 3])
  func `noise in cells is refused or planned, and never breaks anything`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let pieces = [
      "713", "0", "=", "甲", "\u{0}", "\u{FEFF}", "９", "-", "#N/A", " ", "\u{1F600}", "年", "系统管理员", "、",
    ]
    let samples = try RosterSamples()
    for _ in 0..<300 {
      func cell() -> String {
        (0..<Int.random(in: 0...3, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }
          .joined()
      }
      let row = (0..<8).map { _ in cell() }
      let table = Table(
        number: 1, rowCount: 2, columnCount: 8,
        cells: PersonColumn.allCases.enumerated().map {
          Cell(row: 0, column: $0.offset, text: $0.element.title)
        }
          + row.enumerated().map { Cell(row: 1, column: $0.offset, text: $0.element) })
      let document = Document(format: .text, blocks: [.table(table)])
      if let plan = try? samples.personImport().plan(document) {
        #expect(plan.additions.allSatisfy { !$0.name.isEmpty })
      }
    }
  }
}
