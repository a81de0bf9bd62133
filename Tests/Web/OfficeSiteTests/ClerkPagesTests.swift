// The pages of a clerk: desk, projects, new forms, histories, attached files.
import Accounts
import FormDrafts
import HTTP
import Model
import OfficeOperations
import Organisations
import Permissions
import Quantities
import Records
import Testing
import Workflow

@testable import OfficeSite

extension TownOffice {
  /// Adds a person with a role, who can sign in.
  func appoint(_ account: String, _ role: Role, at place: OrganisationID) async throws {
    let (system, security) = (try await person(Self.accounts[0]), try await person(Self.accounts[1]))
    let added = try await AddPerson(name: "周敏", account: account, organisation: place).run(
      in: office, by: system
    ).id
    _ = try await GiveRight(person: added, role: role.rawValue, organisation: place).run(
      in: office, by: security)
    let link = try await IssuePasswordLink(person: added).run(in: office, by: security)
    try await UsePasswordLink(person: added, token: link.token.text, wanted: Self.password).run(in: office)
  }
}

/// A town office with a unit, its clerk and a reviewer of the bureau.
struct ClerkOffice {
  let town: TownOffice
  let unit: OrganisationID

  static let accounts = (clerk: "jing.ban", finance: "cai.zheng")

  init(isYearOpen: Bool = true) async throws {
    let town = try await TownOffice()
    self.town = town
    let office = town.office
    let system = try await town.person(TownOffice.accounts[0])
    _ = try await AddOrganisation(code: "713", name: "农林水务办", kind: "department").run(in: office, by: system)
    unit = try await AddOrganisation(code: "713001", name: "水利所", kind: "unit").run(in: office, by: system)
    let root = try await town.organisation(named: "临溪县")
    if isYearOpen { try await OpenYear(year: "2026").run(in: office, by: system) }
    let people = [
      (Self.accounts.clerk, Role.clerk, unit), (Self.accounts.finance, .financeReviewer, root),
    ]
    for (account, role, place) in people { try await town.appoint(account, role, at: place) }
  }

  func clerk() async throws -> Browser { try await town.browser(Self.accounts.clerk) }
  func finance() async throws -> Browser { try await town.browser(Self.accounts.finance) }

  /// A project with a target form that holds a goal.
  func form(_ name: String = "沟渠清淤", stage: Stage = .draft) async throws -> FormID {
    let (office, unit) = (town.office, unit)
    let clerk = try await town.person(Self.accounts.clerk)
    let project = try await AddProject(
      organisation: unit, typed: TypedProject(name: name, firstYear: "2026")
    ).run(in: office, by: clerk)
    let person = clerk.person.id
    let (now, year) = (office.now, try #require(FiscalYear(2026)))
    var target = ProjectTarget()
    target.goals.annual = "清淤 20 公里"
    target.budget.total = Money(fen: 4_000_000)
    let fields = FormDraft(record: .projectTarget(target)).fields
    let total = target.budget.total
    return try await office.change { records in
      let id: FormID = try records.nextNumber()
      try records.add(
        FormEntry(
          id: id, kind: .projectTarget, year: year, organisation: unit, project: project,
          stage: Stage.draft.rawValue))
      try records.setAmount(total, of: id)
      _ = try records.save(fields, of: id, onto: 0, by: person, at: now)
      return id
    }
  }

  /// Two versions of a form, the way of which ended with a return.
  func returnedForm() async throws -> FormID {
    let form = try await form()
    let office = town.office
    let clerk = try await town.person(Self.accounts.clerk).person.id
    let finance = try await town.person(Self.accounts.finance).person.id
    let now = office.now
    func add(
      _ action: String, _ before: Stage, _ after: Stage, _ version: Int, _ person: PersonID, _ role: Role,
      _ details: String
    )
      async throws
    {
      try await office.change { records in
        try records.add(
          Decision(
            id: try records.nextNumber(), form: form, version: version, action: action,
            stageBefore: before.rawValue, stageAfter: after.rawValue, person: person, role: role.rawValue,
            moment: now, details: details), expecting: try records.form(form).revision)
      }
    }
    func version(_ goal: String) async throws {
      var target = ProjectTarget()
      target.goals.annual = goal
      let record = Form.projectTarget(target).recordBytes
      try await office.change { records in
        _ = try records.addVersion(of: form, record: record, by: clerk, at: now, reason: "")
      }
    }
    let returning = "{\"objections\":[{\"field\":\"goals/annual\",\"words\":\"请写明<数量>\"}]}"
    try await version("清淤")
    try await add("submit", .draft, .awaitingFinance, 1, clerk, .clerk, "{\"route\":\"direct\"}")
    try await add("open", .awaitingFinance, .financeReview, 1, finance, .financeReviewer, "")
    try await add("return", .financeReview, .returned, 1, finance, .financeReviewer, returning)
    try await version("清淤 10 公里")
    try await add("submit", .returned, .awaitingFinance, 2, clerk, .clerk, "{\"route\":\"direct\"}")
    try await add("open", .awaitingFinance, .financeReview, 2, finance, .financeReviewer, "")
    try await add("return", .financeReview, .returned, 2, finance, .financeReviewer, returning)
    return form
  }
}

struct ClerkPagesTests {
  @Test func `an office without a year, and a unit without anything, say how to begin`() async throws {
    let early = try await ClerkOffice(isYearOpen: false)
    for path in ["/", "/projects", "/forms/add"] {
      let page = try await early.clerk().get(path)
      #expect(page.status == 200 && page.text.contains("还没有开放的年度"), "\(path)")
      expectLaws(page.text, path)
    }
    let empty = try await ClerkOffice()
    let browser = try await empty.clerk()
    #expect(try await browser.get("/").text.contains("2026 年还没有绩效表"))
    #expect(try await browser.get("/projects").text.contains("2026 年还没有项目"))
  }

  @Test func `a desk shows what waits, with the cells to mend and the reviewer's words as text`() async throws
  {
    let office = try await ClerkOffice()
    let form = try await office.returnedForm()
    let draft = try await office.form("<b>路灯</b>")
    let page = try await office.clerk().get("/")
    #expect(page.text.contains("等你办，2 件"))
    #expect(page.text.contains("去改 1 格"))
    #expect(page.text.contains("href=\"/forms/\(form)\"") && page.text.contains("href=\"/forms/\(draft)\""))
    #expect(page.text.contains("请写明&lt;数量&gt;") && !page.text.contains("<b>路灯"))
    #expect(page.text.contains("40,000.00"))
    expectLaws(page.text, "/")
  }

  @Test func `every page of a form keeps the laws, for the clerk and for the bureau`() async throws {
    let office = try await ClerkOffice()
    let form = try await office.returnedForm()
    let project = try await office.town.office.read { try $0.form(form).value.project }
    let paths = [
      "/", "/projects", "/projects?year=2026", "/projects/add", "/projects/\(try #require(project))",
      "/forms/add", "/forms/add?project=\(try #require(project))", "/forms/\(form)/history",
      "/forms/\(form)/history/comparison", "/forms/\(form)/history/comparison?from=1&to=draft",
      "/forms/\(form)/attachments",
    ]
    let clerk = try await office.clerk()
    for path in paths {
      let page = try await clerk.get(path)
      #expect(page.status == 200, "\(path) \(page.status)")
      expectLaws(page.text, path)
    }
    let finance = try await office.finance()
    for path in ["/forms/\(form)/history", "/forms/\(form)/history/comparison", "/forms/\(form)/attachments"]
    {
      #expect(try await finance.get(path).status == 200, "\(path)")
    }
    #expect(try await finance.get("/forms/\(form)/history/comparison?from=1&to=draft").status == 404)
    #expect(try await finance.get("/projects").status == 403)
    let stranger = try await office.town.audit()
    for path in ["/forms/\(form)/history", "/forms/\(form)/attachments", "/forms/999/history"] {
      #expect(try await stranger.get(path).status == 403, "\(path)")
    }
    #expect(try await clerk.get("/forms/999/history").status == 404)
  }

  @Test func `a project is added with its faults at their fields, and changed once`() async throws {
    let office = try await ClerkOffice()
    let clerk = try await office.clerk()
    _ = try await clerk.get("/projects/add?year=2026")
    let fields = [("unit", office.unit.description), ("name", ""), ("code", "12"), ("firstYear", "2026")]
    let refused = try await clerk.send("/projects", fields)
    #expect(
      refused.status == 400 && refused.text.contains("id=\"q-name-fault\"") && refused.text.contains("21 位"))
    let added = try await clerk.send("/projects", [fields[0], ("name", "沟渠清淤"), ("firstYear", "2026")])
    #expect(added.status == 303)
    let page = try await clerk.get(added.location)
    #expect(page.text.contains("沟渠清淤") && page.text.contains("项目已新建"))
    let path = String(added.location.prefix { $0 != "?" })
    let change = [("revision", "1"), ("name", "沟渠清淤二期"), ("firstYear", "2026")]
    #expect(try await clerk.send(path, change).status == 303)
    let stale = try await clerk.send(path, change)
    #expect(stale.status == 409 && stale.text.contains("先改了这一处"))
  }

  @Test func `a comparison marks what changed, and only that`() async throws {
    let office = try await ClerkOffice()
    let form = try await office.returnedForm()
    let page = try await office.clerk().get("/forms/\(form)/history/comparison?from=1&to=2")
    #expect(page.text.contains("清淤<ins> 10 公里</ins>"), "\(page.text)")
    #expect(page.text.contains("1 处不同"))
    #expect(try await office.clerk().get("/forms/\(form)/history/comparison?from=1&to=9").status == 404)
  }

  @Test func `a step is taken from the history, once, and with its reason`() async throws {
    let office = try await ClerkOffice()
    let form = try await office.form()
    let clerk = try await office.clerk()
    let page = try await clerk.get("/forms/\(form)/history")
    #expect(page.hidden("length") == "0" && page.text.contains("作废的理由"))
    let path = "/forms/\(form)/history/step"
    let silent = try await clerk.send(path, [("step", "lapse"), ("length", "0"), ("reason", " ")])
    #expect(silent.status == 400 && silent.text.contains("请填写作废的理由"))
    #expect(try await clerk.send(path, [("step", "approve"), ("length", "0")]).status == 404)
    let done = try await clerk.send(path, [("step", "lapse"), ("length", "0"), ("reason", "项目取消")])
    #expect(done.status == 303)
    #expect(try await clerk.get(done.location).text.contains("项目取消"))
    let late = try await clerk.send(path, [("step", "lapse"), ("length", "0"), ("reason", "另一个理由")])
    #expect(late.status == 409)
  }

  @Test func `files are attached without a script, downloaded under their name, and taken off`() async throws
  {
    let office = try await ClerkOffice()
    let form = try await office.form()
    let clerk = try await office.clerk()
    let path = "/forms/\(form)/attachments"
    #expect(try await clerk.get(path).text.contains("还没有附件"))
    let sent = try await clerk.upload(path, Array("<script>1</script>".utf8), field: "file", name: "批文.html")
    #expect(sent.status == 303, "\(sent.text)")
    let page = try await clerk.get(sent.location)
    #expect(page.text.contains("批文.html"))
    let link = try #require(page.value(behind: "class=\"lead\" href=\""))
    let file = try await clerk.get(link)
    #expect(file.text == "<script>1</script>")
    #expect(file.headers.text(.contentType) == "application/octet-stream")
    #expect(file.headers.text(.contentDisposition)?.hasPrefix("attachment;") == true)
    let empty = try await clerk.upload(path, [], field: "file", name: "")
    #expect(empty.status == 400 && empty.text.contains("没有选文件"))
    #expect(try await office.finance().get(path).status == 403)
    #expect(try await clerk.send(link + "/remove", []).status == 303)
    #expect(try await clerk.get(path).text.contains("还没有附件"))
  }
}
