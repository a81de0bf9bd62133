// The pages of notices, mail, reminders and the end of a year.
import HTTP
import OfficeOperations
import Organisations
import Quantities
import Records
import Testing
import Workflow

@testable import OfficeSite

struct NoticePageTests {
  /// A clerk whose form came back, by steps that people took.
  private func returned(_ office: ClerkOffice, name: String = "<b>清淤</b>") async throws -> FormID {
    let form = try await office.form(name)
    let finance = try await office.town.person(ClerkOffice.accounts.finance)
    let clerk = try await office.town.person(ClerkOffice.accounts.clerk)
    let decided: [(String, Stage, Stage, SignedIn)] = [
      ("submit", .draft, .awaitingFinance, clerk), ("open", .awaitingFinance, .financeReview, finance),
    ]
    let (now, town) = (office.town.office.now, office.town.office)
    for (action, before, after, person) in decided {
      let id = person.person.id
      let role = action == "submit" ? Role.clerk : .financeReviewer
      try await town.change { records in
        try records.add(
          Decision(
            id: try records.nextNumber(), form: form, version: 0, action: action,
            stageBefore: before.rawValue, stageAfter: after.rawValue, person: id, role: role.rawValue,
            moment: now, details: action == "submit" ? "{\"route\":\"direct\"}" : ""),
          expecting: try records.form(form).revision)
      }
    }
    let deed = Deed.return([Objection(field: "goals/annual", words: "请写明数量")])
    _ = try await TakeStep(form: form, deed: deed, length: 2).run(in: town, by: finance)
    return form
  }

  @Test func `the bell counts, the list tells, and a press leads to the form and is not repeated`()
    async throws
  {
    let office = try await ClerkOffice()
    let clerk = try await office.clerk()
    #expect(try await clerk.get("/").text.contains("没有新通知"))
    let form = try await returned(office)
    #expect(try await clerk.get("/").text.contains("1\u{A0}条没看过"))
    let page = try await clerk.get("/account/notices")
    #expect(page.text.contains("“&lt;b&gt;清淤&lt;/b&gt;”被退回，1\u{A0}格要改"))
    expectLaws(page.text, "/account/notices")
    let open = try #require(page.value(behind: "name=\"open\" value=\""))
    let answer = try await clerk.send("/account/notices", [("open", open)])
    #expect(answer.status == 303 && answer.location == "/forms/\(form)")
    #expect(try await clerk.get("/account/notices").text.contains("都看过了"))
    let finance = try await office.finance()
    _ = try await finance.get("/account/notices")
    #expect(try await finance.send("/account/notices", [("open", open)]).status == 404)
    #expect(try await finance.send("/account/notices", [("open", "x")]).status == 404)
  }

  @Test func `an arrival leads to the desk, several to the queue`() throws {
    let form = try #require(FormID(17))
    func place(_ kind: NoticeKind, count: Int = 1) throws -> String {
      OfficePages.destination(
        of: NoticeEntry(
          id: try #require(NoticeID(3)), person: try #require(PersonID(2)), kind: kind.rawValue, topic: "",
          form: form, actor: nil, onBehalfOf: nil, count: count, moment: .first, details: "")
      ).text
    }
    #expect(try place(.arrived) == "/review/17")
    #expect(try place(.arrived, count: 3) == "/queue")
    #expect(try place(.returned) == "/forms/17")
    #expect(try place(.sentBack) == "/forms/17/history" && place(.retracted) == "/forms/17/history")
  }

  @Test func `all that was shown is read at once, and what came since is not`() async throws {
    let office = try await ClerkOffice()
    let clerk = try await office.clerk()
    for name in ["甲", "乙"] { _ = try await returned(office, name: name) }
    let page = try await clerk.get("/account/notices")
    let all = try #require(page.value(behind: "name=\"all\" value=\""))
    #expect(try await clerk.send("/account/notices", [("all", "0")]).status == 303)
    #expect(try await clerk.get("/account/notices").text.contains("2\u{A0}条没看过"))
    #expect(try await clerk.send("/account/notices", [("all", all)]).status == 303)
    #expect(try await clerk.get("/account/notices?done=noticesRead").text.contains("都看过了"))
    for address in ["?after=x", "?after=1.0", "?after=99999999999999999.7"] {
      #expect(try await clerk.get("/account/notices\(address)").status == 200)
    }
  }

  @Test func `mail is offered where it is set up, and its faults stand at their fields`() async throws {
    let office = try await ClerkOffice()
    let (clerk, system) = (try await office.clerk(), try await office.town.system())
    #expect(try await clerk.get("/account/notices").text.contains("还没有设邮件"))
    let empty = try await system.get("/mail")
    expectLaws(empty.text, "/mail")
    var fields = [
      ("revision", empty.hidden("revision") ?? ""), ("host", "mail linxi"), ("port", "99999"),
      ("protection", "protected"), ("account", "jixiao"), ("password", "Lead-weight.77"),
      ("sender", "jixiao"),
      ("senderName", "绩效办"), ("site", ""), ("domains", "linxi.example"),
    ]
    let refused = try await system.send("/mail", fields)
    #expect(refused.status == 400)
    for field in ["host", "port", "sender"] { #expect(refused.text.contains("id=\"q-\(field)-fault\"")) }
    #expect(!refused.text.contains("Lead-weight"))
    (fields[1].1, fields[2].1, fields[6].1) = ("mail.linxi.example", "465", "jixiao@linxi.example")
    #expect(try await system.send("/mail", fields).status == 303)
    let page = try await system.get("/mail")
    #expect(page.text.contains("mail.linxi.example") && !page.text.contains("Lead-weight"))
    expectLaws(page.text, "/mail")
    #expect(try await system.send("/mail", fields).status == 409)
    let unsent = try await system.send("/mail/test", [("address", "a@linxi.example")])
    #expect(unsent.status == 422 && unsent.text.contains("没有装发邮件的部件"))
    #expect(try await system.send("/mail/test", [("address", "a@elsewhere.example")]).status == 400)
    let offered = try await clerk.get("/account/notices")
    #expect(offered.text.contains("只能用 linxi.example 的邮箱"))
    let choice = [("revision", "0"), ("address", "zhou@linxi.example"), ("pace", "soon")]
    #expect(try await clerk.send("/account/notices/mail", choice).status == 303)
    #expect(try await clerk.get("/account/notices").text.contains("zhou@linxi.example"))
    let wrong = try await clerk.send(
      "/account/notices/mail", [("revision", "1"), ("address", "zhou"), ("pace", "soon")])
    #expect(wrong.status == 400 && wrong.text.contains("id=\"q-address-fault\""))
    for browser in [clerk, try await office.town.security()] {
      #expect(try await browser.get("/mail").status == 403)
    }
  }

  @Test func `late units are reminded with one press, and once a day`() async throws {
    let office = try await ClerkOffice()
    let root = try await office.town.organisation(named: "临溪县")
    let system = try await office.town.person(TownOffice.accounts[0])
    let year = try #require(FiscalYear(2026))
    try await SetDeadline(year: year, step: .targetSubmission, organisation: root, day: "2026-03-01")
      .run(in: office.town.office, by: system)
    _ = try await office.form("甲")
    _ = try await FillDigests().run(in: office.town.office)
    let finance = try await office.finance()
    let page = try await finance.get("/reminders")
    #expect(page.text.contains("水利所") && page.text.contains("催全部已过期的\u{A0}1\u{A0}个"))
    expectLaws(page.text, "/reminders")
    let fields = [("year", "2026"), ("step", "target.submission"), ("whom", "late")]
    let done = try await finance.send("/reminders", fields)
    #expect(done.status == 200 && done.text.contains("已催\u{A0}1\u{A0}个单位，通知到\u{A0}1\u{A0}人"))
    expectLaws(done.text, "/reminders done")
    let again = try await finance.send("/reminders", fields)
    #expect(again.text.contains("今天已经催过"))
    let clerk = try await office.clerk()
    #expect(try await clerk.get("/account/notices").text.contains("催办：2026\u{A0}年绩效目标申报还差\u{A0}1\u{A0}张"))
    #expect(try await clerk.get("/reminders").status == 403)
    #expect(try await clerk.send("/reminders", fields).status == 403)
    let nobody = try await finance.send("/reminders", [("year", "2026"), ("whom", "chosen")])
    #expect(nobody.status == 400 && nobody.text.contains("没有可催的单位"))
    let foreign = [("year", "2026"), ("organisation", "999999"), ("whom", "chosen")]
    #expect(try await finance.send("/reminders", foreign).status == 404)
  }

  @Test func `closing a year says what it ends, and goes on only where that was ticked`() async throws {
    let office = try await ClerkOffice()
    _ = try await office.form("甲")
    let form = try await office.form("乙")
    let clerk = try await office.town.person(ClerkOffice.accounts.clerk).person.id
    let now = office.town.office.now
    try await office.town.office.change { records in
      try records.add(
        Decision(
          id: try records.nextNumber(), form: form, version: 0, action: "submit", stageBefore: "draft",
          stageAfter: "awaiting-finance", person: clerk, role: "clerk", moment: now,
          details: "{\"route\":\"direct\"}"), expecting: try records.form(form).revision)
    }
    let system = try await office.town.system()
    let page = try await system.get("/years/2026/close")
    #expect(page.text.contains("1\u{A0}张，作废"))
    expectLaws(page.text, "/years/2026/close")
    let revision = ("revision", page.hidden("revision") ?? "")
    let refused = try await system.send("/years/2026/close", [revision])
    #expect(refused.status == 400 && refused.text.contains("还有 1 张表在审核中"))
    #expect(try await system.send("/years/2026/close", [revision, ("endsReviews", "yes")]).status == 303)
    #expect(try await system.get("/years").text.contains("正在了结没批复的表：0 / 2"))
    _ = try await EndYearForms().run(in: office.town.office)
    #expect(try await system.get("/years").text.contains("已关闭，只能查看"))
  }

  @Test func `deputies are shown where they act, to both`() async throws {
    let office = try await ClerkOffice()
    let finance = try await office.town.person(ClerkOffice.accounts.finance)
    _ = try await AppointDeputy(account: ClerkOffice.accounts.clerk, lastDay: "2026-12-31")
      .run(in: office.town.office, by: finance)
    let deputy = try await office.clerk().get("/")
    #expect(deputy.text.contains("你正代周敏办理，到"))
    #expect(deputy.text.contains("周敏，代周敏"))
    #expect(try await office.finance().get("/").text.contains("周敏正代你办理，到"))
    #expect(try await office.clerk().get("/account/notices").text.contains("请你代周敏办理"))
  }
}
