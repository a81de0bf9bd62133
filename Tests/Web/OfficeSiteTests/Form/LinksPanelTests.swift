// What of a department's form serves what, as pages: chosen below the sheet, seen by the reviewer.
import FormDrafts
import HTTP
import JSONText
import Model
import OfficeOperations
import Organisations
import Permissions
import Quantities
import Records
import Testing
import Workflow

@testable import OfficeSite

@Suite struct LinksPanelTests {
  /// A department's target of the unit, with two tasks and an indicator; its project is of 4 万元.
  private func department(in office: ClerkOffice) async throws -> (form: FormID, project: ProjectID) {
    let other = try await office.form("<b>路灯</b>")
    let project = try #require(try await office.town.office.read { try $0.form(other).value.project })
    var target = DepartmentTarget()
    target.tasks = [
      DepartmentTask(name: "\"><img src=x>", funds: Money(fen: 3_000_000)),
      DepartmentTask(name: "巡查", funds: Money(fen: 1_000_000)),
    ]
    var indicator = Indicator()
    indicator.name = "巡查次数"
    target.indicators = [indicator]
    let form = try await BeginForm(
      kind: .departmentTarget, year: try #require(FiscalYear(2026)), organisation: office.unit, project: nil,
      beginning: .record(.departmentTarget(target))
    ).run(in: office.town.office, by: try await office.town.person(ClerkOffice.accounts.clerk))
    return (form, project)
  }

  private func links(of form: FormID, in office: ClerkOffice) async throws -> FormLinks {
    try await ReadForm(form: form).run(
      in: office.town.office, by: try await office.town.person(ClerkOffice.accounts.clerk)
    ).draft.links
  }

  @Test func `what serves what is chosen without a script, and told in sentences`() async throws {
    let office = try await ClerkOffice()
    let (form, project) = try await department(in: office)
    let clerk = try await office.clerk()
    let path = "/forms/\(form)"
    let page = try await clerk.get(path)
    expectLaws(page.text, path)
    #expect(page.text.contains("1 个项目还没有说明属于哪项任务：&lt;b&gt;路灯&lt;/b&gt;。"))
    #expect(page.text.contains("2 项任务合计 4 万元，本单位本年 1 个项目预算合计 4 万元。"))
    #expect(page.text.contains("name=\"links/projects/p\(project)\""))
    #expect(!page.text.contains("<img") && !page.text.contains("<b>路灯"))
    let sent = try await clerk.send(
      path,
      [
        ("revision", try #require(page.hidden("revision"))), ("shown", try #require(page.hidden("shown"))),
        ("links/projects/p\(project)", "k1"), ("links/indicators/k1", "k2"), ("act", "save"),
      ])
    #expect(sent.status == 303)
    var wanted = FormLinks()
    wanted.projects = [project.rawValue: 0]
    wanted.indicators = [0: 1]
    #expect(try await links(of: form, in: office) == wanted)
    let after = try await clerk.get(path).text
    #expect(after.contains("填 3 万元，它的 1 个项目预算合计 4 万元，项目多 1 万元。"))
    #expect(after.contains("<option value=\"k2\" selected>巡查</option>"))
  }

  @Test func `the script's answer brings the panel, and two who choose differently see both by name`()
    async throws
  {
    let office = try await ClerkOffice()
    let (form, project) = try await department(in: office)
    let clerk = try await office.clerk()
    let name = "links/projects/p\(project)"
    func save(_ task: String, onto revision: String) async throws -> JSONValue {
      let answer = try await clerk.send(
        "/forms/\(form)/fields", [("revision", revision), ("prints", ""), (name, task)])
      return try JSONReader.read(Array(answer.text.utf8))
    }
    let first = try await clerk.get("/forms/\(form)").hidden("revision") ?? ""
    let saved = try await save("k2", onto: first)
    #expect(saved["state"]?.text == "saved")
    #expect(saved["links"]?.text?.contains("项目多 3 万元") == true)
    // somebody else has chosen the other task since
    let other = try await AddPerson(name: "吴敏", account: "wu.min", organisation: office.unit).run(
      in: office.town.office, by: try await office.town.person(TownOffice.accounts[0])
    ).id
    let now = office.town.office.now
    try await office.town.office.change { records in
      _ = try records.save(
        [FieldChange(path: name, value: "\"k1\"")], of: form,
        onto: try records.form(form).value.draftRevision, by: other, at: now)
    }
    let met = try await save("", onto: saved["revision"]?.text ?? "")
    #expect(met["conflicts"]?.elements?.compactMap(\.text) == [name])
    let panel = try #require(met["links"]?.text)
    #expect(panel.contains("吴敏") && panel.contains("&gt;&lt;img src=x&gt;"), "\(panel)")
  }

  @Test func `reviewers see it on their desk, and cannot choose`() async throws {
    let office = try await ClerkOffice()
    let (form, _) = try await department(in: office)
    let clerk = try await office.town.person(ClerkOffice.accounts.clerk).person.id
    let now = office.town.office.now
    try await office.town.office.change { records in
      let record = FormDraft(fields: try records.fields(of: form, after: 0), kind: .departmentTarget)
        .record
      _ = try records.addVersion(of: form, record: record.recordBytes, by: clerk, at: now, reason: "")
      try records.add(
        Decision(
          id: try records.nextNumber(), form: form, version: 1, action: "submit",
          stageBefore: Stage.draft.rawValue, stageAfter: Stage.awaitingFinance.rawValue, person: clerk,
          role: Role.clerk.rawValue, moment: now, details: "{\"route\":\"direct\"}"),
        expecting: try records.form(form).revision)
    }
    _ = try await FillDigests().run(in: office.town.office)
    let page = try await office.finance().get("/review/\(form)")
    expectLaws(page.text, "/review")
    #expect(page.text.contains("2 项任务还没有指标：") && page.text.contains("1 个指标还没有说明衡量哪项任务：巡查次数。"))
    #expect(!page.text.contains("name=\"links/"))
  }
}
