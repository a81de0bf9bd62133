// The reviewers' desk as pages, without a script: what stands on it, what its presses do.
import Findings
import FormDrafts
import HTTP
import Model
import OfficeOperations
import Organisations
import Permissions
import Quantities
import Records
import Review
import Testing
import Workflow

@testable import OfficeSite

extension ClerkOffice {
  /// A form on the way of its second round: returned once, mended in the goal, submitted again.
  func resubmittedForm(_ name: String = "沟渠清淤") async throws -> FormID {
    let form = try await form(name)
    let office = town.office
    let clerk = try await town.person(Self.accounts.clerk).person.id
    let finance = try await town.person(Self.accounts.finance).person.id
    let now = office.now
    let steps: [(String, Stage, Stage, PersonID, Role, String, String)] = [
      ("submit", .draft, .awaitingFinance, clerk, .clerk, "", "{\"route\":\"direct\"}"),
      ("open", .awaitingFinance, .financeReview, finance, .financeReviewer, "", ""),
      (
        "return", .financeReview, .returned, finance, .financeReviewer, "请写明<数量>",
        "{\"objections\":[{\"field\":\"goals/annual\",\"words\":\"请写明<数量>\"}]}"
      ),
      ("submit", .returned, .awaitingFinance, clerk, .clerk, "已写明", "{\"route\":\"direct\"}"),
    ]
    for (action, before, after, person, role, reason, details) in steps {
      let isSubmission = action == "submit"
      let goal = before == .draft ? "清淤" : "清淤 20 公里"
      try await office.change { records in
        if isSubmission {
          var target = ProjectTarget()
          target.goals.annual = goal
          target.budget.total = Money(fen: 4_000_000)
          _ = try records.addVersion(
            of: form, record: Form.projectTarget(target).recordBytes, by: clerk, at: now, reason: "")
        }
        try records.add(
          Decision(
            id: try records.nextNumber(), form: form,
            version: try records.form(form).value.latestVersion, action: action,
            stageBefore: before.rawValue, stageAfter: after.rawValue, person: person, role: role.rawValue,
            moment: now, reason: reason, details: details),
          expecting: try records.form(form).revision)
      }
    }
    _ = try await FillDigests().run(in: office)
    return form
  }

  func course(_ form: FormID) async throws -> FormCourse {
    try await town.office.read { try $0.course(of: form) }
  }
}

@Suite struct ReviewPagesTests {
  private func length(_ page: Browser.Answer) throws -> String { try #require(page.hidden("length")) }

  @Test func `an empty desk says so, and the first form of the queue is the desk`() async throws {
    let office = try await ClerkOffice()
    let browser = try await office.finance()
    let empty = try await browser.get("/review")
    #expect(empty.status == 200 && empty.text.contains("没有等你审的绩效表"))
    expectLaws(empty.text, "/review")
    let form = try await office.resubmittedForm()
    #expect(try await browser.get("/review").location == "/review/\(form)")
    #expect(try await browser.get("/").text.contains("href=\"/review\""))
    let clerk = try await office.clerk()
    #expect(try await clerk.get("/review").status == 403)
    #expect(try await clerk.get("/review/\(form)").status == 403)
  }

  @Test func `the desk tells findings first, what was asked and what changed, and keeps the laws`()
    async throws
  {
    let office = try await ClerkOffice()
    let form = try await office.resubmittedForm("<b>路灯</b>")
    let browser = try await office.finance()
    for query in ["", "?tab=all", "?tab=sheet", "?side=slip", "?side=notes", "?at=goals/annual&finding=1"] {
      let page = try await browser.get("/review/\(form)\(query)")
      #expect(page.status == 200, "\(query)")
      expectLaws(page.text, "/review\(query)")
      #expect(!page.text.contains("<b>路灯</b>") && page.text.contains("&lt;b&gt;路灯"), "\(query)")
      #expect(page.text.contains("先看发现"), "\(query)")
    }
    let page = try await browser.get("/review/\(form)")
    #expect(page.text.contains("照退回单改了") && page.text.contains("上一轮：请写明&lt;数量&gt;"))
    #expect(page.text.contains("说明：已写明") && page.text.contains("第 2 轮"))
    // Looking opened nothing.
    #expect(try await office.course(form).stage == .awaitingFinance)
  }

  @Test func `every cell of the whole sheet leads to its return box, and back to the sheet`() async throws {
    let office = try await ClerkOffice()
    let form = try await office.resubmittedForm()
    let browser = try await office.finance()
    let path = "/review/\(form)?tab=sheet"
    let sheet = try await browser.get(path)
    for at in ["goals/annual", "budget/total", "project/name", "goals/period"] {
      let link = "/review/\(form)?tab=sheet&amp;at=\(at)#box"
      #expect(sheet.text.contains("href=\"\(link)\"") || sheet.text.contains("&amp;finding="), "\(at)")
      let box = try await browser.get("\(path)&at=\(at)")
      #expect(box.text.contains("data-box=\"\(at)\"") && box.text.contains("id=\"box\""), "\(at)")
      #expect(box.text.contains("is-chosen"), "\(at)")
      expectLaws(box.text, "\(path)&at=\(at)")
    }
    // As many links as cells: what the clerk writes, each once.
    let links = sheet.text.split(separator: "data-act=\"return-here\"").dropFirst()
      .compactMap { $0.split(separator: "at=").dropFirst().first?.prefix { $0 != "#" && $0 != "&" } }
    let inSheet = sheet.text.split(separator: "class=\"cell-acts\"").dropFirst()
    #expect(inSheet.count > 5 && Set(links).count >= inSheet.count, "\(inSheet.count) \(links)")
    // The bureau's own cells are nobody's to return.
    #expect(!sheet.text.contains("at=approval/opinion") && !sheet.text.contains("at=fiscalYear"))
    let kept = try await browser.send(
      "/review/\(form)",
      [
        ("act", "object"), ("path", "budget/total"), ("words", "请附测算"), ("at", "budget/total"),
        ("tab", "sheet"), ("whyNow", "上轮漏看"),
      ])
    #expect(kept.status == 303 && kept.location == "/review/\(form)?tab=sheet")
    #expect(try await browser.get(path).text.contains("已记入退回单"))
    // Who only looks has no such links.
    let back = try await office.clerk()
    #expect(try await !back.get("/forms/\(form)").text.contains("cell-acts"))
  }

  @Test func `a return is taken back without a script, from the next page and from the form's own`()
    async throws
  {
    let office = try await ClerkOffice()
    let form = try await office.resubmittedForm()
    let clerkPerson = try await office.town.person(ClerkOffice.accounts.clerk)
    // The draft says what was submitted.
    try await office.town.office.change { records in
      let entry = try records.form(form).value
      let submitted = FormDraft(record: try records.version(entry.latestVersion, of: form).form())
      _ = try records.save(
        submitted.fields, of: form, onto: entry.draftRevision, by: clerkPerson.person.id, at: .first)
    }
    let browser = try await office.finance()
    let path = "/review/\(form)"
    _ = try await browser.get(path)
    func sendBack() async throws {
      _ = try await browser.send(
        path, [("act", "object"), ("path", "goals/annual"), ("words", "还要写质量"), ("at", "goals/annual")])
      let slip = try await browser.get("\(path)?side=slip")
      #expect(
        try await browser.send(path, [("act", "return"), ("length", try length(slip))]).status == 303)
      #expect(try await office.course(form).stage == .returned)
    }
    try await sendBack()
    let page = try await browser.get(path)
    #expect(page.text.contains("撤回退回"))
    let clerk = try await office.clerk()
    #expect(try await clerk.send(path, [("act", "back"), ("length", try length(page))]).status == 403)
    let answer = try await browser.send(path, [("act", "back"), ("length", try length(page))])
    #expect(answer.status == 303 && answer.location == path)
    #expect(try await office.course(form).stage == .financeReview)
    #expect(try await clerk.get("/account/notices").text.contains("退回已撤回，现在不用改"))
    #expect(try await browser.get("/forms/\(form)/history").text.contains("撤回退回"))
    // From an old page, and when the clerk has begun: nothing happens, and it is said.
    let old = try await browser.send(path, [("act", "back"), ("length", try length(page))])
    #expect(old.status != 303)
    try await sendBack()
    let revision = try await office.town.office.read { try $0.form(form).value.draftRevision }
    _ = try await SaveFields(
      form: form, onto: revision, edits: [.set(path: "goals/annual", typed: "清淤 20 公里，验收合格")]
    ).run(in: office.town.office, by: clerkPerson)
    let late = try await browser.get(path)
    #expect(!late.text.contains("撤回退回") && late.text.contains("已退回"))
    let refused = try await browser.send(path, [("act", "back"), ("length", try length(late))])
    #expect(refused.status != 303)
    #expect(try await office.course(form).stage == .returned)
  }

  @Test func `a cell is returned without a script: box, slip, sending`() async throws {
    let office = try await ClerkOffice()
    let form = try await office.resubmittedForm()
    let browser = try await office.finance()
    let path = "/review/\(form)"
    let box = try await browser.get("\(path)?at=goals/annual")
    #expect(box.text.contains("在“年度目标”退回"))
    let empty = try await browser.send(
      path, [("act", "object"), ("path", "goals/annual"), ("words", " "), ("at", "goals/annual")])
    #expect(empty.status == 400 && empty.text.contains("请写退回的理由"))
    let kept = try await browser.send(
      path,
      [
        ("act", "object"), ("path", "goals/annual"), ("words", "还要写<质量>"), ("proposal", "清淤 20 公里，验收合格"),
        ("at", "goals/annual"), ("side", "slip"),
      ])
    #expect(kept.status == 303 && kept.location == "\(path)?side=slip")
    let slip = try await browser.get("\(path)?side=slip")
    #expect(slip.text.contains("还要写&lt;质量&gt;") && slip.text.contains("退回 1 格"))
    #expect(try await office.course(form).stage == .financeReview)
    // An approval beside a slip is refused, with what was written in the opinion still there.
    let refused = try await browser.send(
      path, [("act", "approve"), ("length", try length(slip)), ("opinion", "同意这一版")])
    #expect(refused.status == 400 && refused.text.contains("退回单上还有 1 格"))
    #expect(refused.text.contains("同意这一版"))
    let sent = try await browser.send(path, [("act", "return"), ("length", try length(slip))])
    #expect(sent.status == 303)
    #expect(try await office.course(form).objections.map(\.proposal) == ["清淤 20 公里，验收合格"])
    // The second press of the same page is the same return.
    let again = try await browser.send(path, [("act", "return"), ("length", try length(slip))])
    #expect(again.status == 303)
    #expect(try await office.course(form).stage == .returned)
  }

  @Test func `a decision leads to the next form, from which it can be taken back`() async throws {
    let office = try await ClerkOffice()
    let first = try await office.resubmittedForm("甲工程")
    let second = try await office.resubmittedForm("乙工程")
    let browser = try await office.finance()
    let page = try await browser.get("/review/\(first)")
    #expect(page.text.contains("还没有开始审核"))
    let signedIn = try await office.town.person(ClerkOffice.accounts.finance)
    let review = try await ReadReview(form: first).run(in: office.town.office, by: signedIn)
    for finding in review.opened.help.findings where finding.finding.severity == .error {
      let seen = try await browser.send("/review/\(first)", [("act", "seen:\(finding.key)")])
      #expect(seen.status == 303)
    }
    // The page was opened before the form was: one's own opening makes nobody late.
    let approved = try await browser.send(
      "/review/\(first)", [("act", "approve"), ("length", try length(page)), ("opinion", "同意")])
    #expect(approved.location == "/review/\(second)?last=\(first)", "\(approved.text)")
    let next = try await browser.get(approved.location)
    #expect(next.text.contains("已同意：甲工程") && next.text.contains("撤回上一步"))
    #expect(try await office.course(first).stage == .approved)
    let back = try await browser.send(
      "/review/\(first)",
      [("act", "back"), ("length", String(try await office.course(first).length))])
    #expect(back.location == "/review/\(first)")
    #expect(try await office.course(first).stage == .financeReview)
  }

  @Test func `grades are kept with their reasons, and go back to what was proposed`() async throws {
    let office = try await ClerkOffice()
    let form = try await office.resubmittedForm()
    let browser = try await office.finance()
    _ = try await browser.get("/review/\(form)")
    let signedIn = try await office.town.person(ClerkOffice.accounts.finance)
    func grade() async throws -> ReviewWork.Grading? {
      try await ReadReview(form: form).run(in: office.town.office, by: signedIn).work.grades[.achievable]
    }
    for (fields, wanted) in [
      ([("grade-achievable", "poor")], ReviewWork.Grading(.poor)),
      ([("grade-achievable", "poor"), ("reason-achievable", "没有人手")], .init(.poor, reason: "没有人手")),
      ([("grade-achievable", "excellent")], nil), ([("grade-achievable", "splendid")], nil),
    ] as [([(String, String)], ReviewWork.Grading?)] {
      let answer = try await browser.send("/review/\(form)", [("act", "grades")] + fields)
      #expect(answer.status == 303)
      #expect(try await grade() == wanted, "\(fields)")
    }
  }

  @Test func `a press that nobody knows is refused, and told only to whoever may see the form`() async throws
  {
    let office = try await ClerkOffice()
    let form = try await office.resubmittedForm()
    let finance = try await office.finance()
    let clerk = try await office.clerk()
    for browser in [finance, clerk] { _ = try await browser.get("/account/sessions") }
    for act in ["", "erase", "drop:", "seen:"] {
      #expect(try await finance.send("/review/\(form)", [("act", act)]).status == 400, "\(act)")
      #expect(try await clerk.send("/review/\(form)", [("act", act)]).status == 403, "\(act)")
    }
    #expect(try await clerk.send("/review/\(form)/glance", []).status == 403)
    #expect(try await finance.send("/review/\(form)/glance", []).status == 200)
  }
}
