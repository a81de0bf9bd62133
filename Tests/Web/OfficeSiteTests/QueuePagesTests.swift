// The pages on which forms are chosen, found and counted.
import FormDrafts
import HTTP
import Model
import OfficeOperations
import Organisations
import Quantities
import Records
import Testing
import Workflow

@testable import OfficeSite

/// An office with forms that wait for the bureau.
struct QueueOffice {
  let desk: ClerkOffice
  var office: Office { desk.town.office }

  init(_ names: [String], waitingAt stage: Stage = .awaitingFinance) async throws {
    desk = try await ClerkOffice()
    for name in names { _ = try await submitted(name, to: stage) }
    _ = try await FillDigests().run(in: desk.town.office)
  }

  /// A form whose submission waits.
  private func submitted(_ name: String, to stage: Stage) async throws -> FormID {
    let form = try await desk.form(name)
    let clerk = try await desk.town.person(ClerkOffice.accounts.clerk).person.id
    var target = ProjectTarget()
    target.goals.annual = "\(name)：清淤 20 公里"
    target.budget.total = Money(fen: 4_000_000)
    let record = Form.projectTarget(target).recordBytes
    let now = office.now
    let route: Route = stage == .awaitingDepartment ? .viaDepartment : .direct
    try await office.change { records in
      _ = try records.addVersion(of: form, record: record, by: clerk, at: now, reason: "")
      try records.add(
        Decision(
          id: try records.nextNumber(), form: form, version: 1, action: "submit",
          stageBefore: Stage.draft.rawValue, stageAfter: stage.rawValue, person: clerk,
          role: Role.clerk.rawValue, moment: now, details: "{\"route\":\"\(route.rawValue)\"}"),
        expecting: try records.form(form).revision)
    }
    return form
  }
}

struct QueuePagesTests {
  @Test func `what waits stands on the first page and in the queue, with the way to each form`() async throws
  {
    let queue = try await QueueOffice(["沟渠清淤", "堤防加固"])
    let finance = try await queue.desk.finance()
    for path in ["/", "/queue"] {
      let page = try await finance.get(path)
      #expect(page.status == 200)
      for words in ["沟渠清淤", "堤防加固", "待我审 2 个", "40,000.00"] {
        #expect(page.text.contains(words), "\(words) in \(path)")
      }
      expectLaws(page.text, path)
    }
    #expect(try await finance.get("/queue?stage=approved").text.contains("这里没有绩效表"))
    #expect(try await finance.get("/queue?found=errors&stage=awaiting-finance").text.contains("沟渠清淤"))
  }

  @Test func `what nobody has reviewed yet is listed for those who wait for it`() async throws {
    let queue = try await QueueOffice([])
    _ = try await queue.desk.form("新桥加固")
    _ = try await FillDigests().run(in: queue.office)
    let page = try await queue.desk.clerk().get("/queue")
    #expect(page.text.contains("待我审 1 个"))
    #expect(page.text.contains("新桥加固"))
    #expect(!page.text.contains("没有等你审的绩效表"))
  }

  @Test(arguments: [Stage.awaitingFinance, .awaitingDepartment])
  func `what has no finding is offered together to those who may approve it together`(
    stage: Stage
  ) async throws {
    let queue = try await QueueOffice(["沟渠清淤", "堤防加固"], waitingAt: stage)
    let (office, town) = (queue.office, queue.desk.town)
    try await town.appoint(
      "bu.men", .departmentReviewer, at: try await town.organisation(named: "农林水务办"))
    let forms = try await office.change { records in
      let forms = try records.forms(FormSelection(), after: nil, limit: 10).map(\.value.id)
      for form in forms {
        guard var digest = try records.digest(of: form) else { continue }
        digest.findings = FindingCounts(errors: 0, warnings: 0, hints: 0)
        try records.save(digest)
      }
      return forms
    }
    let isFinance = stage == .awaitingFinance
    let browser = try await isFinance ? queue.desk.finance() : town.browser("bu.men")
    let (list, desk) = (try await browser.get("/queue"), try await browser.get("/review/\(forms[0])"))
    #expect(desk.status == 200 && list.status == 200)
    #expect(list.text.contains("可一并同意") == isFinance)
    #expect(desk.text.contains("可一并同意") == isFinance)
    // Who looks at each form finds each of them in the list.
    #expect(list.text.contains("沟渠清淤") != isFinance)
    #expect(desk.text.contains("沟渠清淤") && desk.text.contains("堤防加固"))
  }

  @Test func `a word of the address that is no filter is not guessed at`() async throws {
    let queue = try await QueueOffice([])
    let finance = try await queue.desk.finance()
    for path in [
      "/queue?stage=all", "/queue?year=1", "/queue?after=x", "/search?place=9", "/overview?kind=x",
    ] {
      #expect(try await finance.get(path).status == 404, "\(path)")
    }
    #expect(try await finance.get("/queue?place=999999/").status == 404)
    #expect(try await finance.get("/queue?year=&kind=&stage=&found=&place=").status == 200)
  }

  @Test func `a filter is kept under a name and given up again`() async throws {
    let queue = try await QueueOffice(["沟渠清淤"])
    let finance = try await queue.desk.finance()
    _ = try await finance.get("/queue?found=errors")
    #expect(try await finance.send("/queue/views", [("found", "errors"), ("name", " 急的 ")]).status == 303)
    let page = try await finance.get("/queue")
    #expect(page.text.contains("急的"))
    #expect(page.text.contains("/queue?found=errors"))
    let again = try await finance.send("/queue/views", [("found", "errors"), ("name", "急的")])
    #expect(again.status == 422 || again.status == 400)
    #expect(again.text.contains("已经有叫这个名字的了"))
    expectLaws(again.text, "/queue/views")
    #expect(try await finance.send("/queue/views", [("name", "")]).text.contains("给它起个名字"))
    let reviewer = try await queue.desk.town.person(ClerkOffice.accounts.finance).person.id
    let views = try await queue.office.read { try $0.savedViews(of: reviewer) }
    let view = try #require(views.first?.value)
    #expect(view.filter == "found=errors")
    let clerk = try await queue.desk.clerk()
    _ = try await clerk.get("/queue")
    #expect(try await clerk.send("/queue/views/\(view.id)/remove", []).status == 404)
    _ = try await finance.get("/queue")
    #expect(try await finance.send("/queue/views/\(view.id)/remove", []).status == 303)
    #expect(try await !finance.get("/queue").text.contains("急的"))
  }

  @Test func `forms are found from any page, with the words where they stand`() async throws {
    let queue = try await QueueOffice(["沟渠清淤", "堤防加固"])
    let finance = try await queue.desk.finance()
    #expect(try await finance.get("/").text.contains("action=\"/search\""))
    let page = try await finance.get("/search?q=%E5%A0%A4%E9%98%B2")
    #expect(page.text.contains("<mark>堤防</mark>"))
    #expect(!page.text.contains("沟渠清淤"))
    expectLaws(page.text, "/search")
    #expect(try await finance.get("/search?q=%E5%A0%A4").text.contains("写两个字以上的词"))
    #expect(try await finance.get("/search?q=nothing").text.contains("没有找到"))
    #expect(try await finance.get("/search").status == 200)
    let hostile = try await finance.get("/search?q=%3Cscript%3Ealert%281%29%3C%2Fscript%3E")
    #expect(hostile.status == 200)
    #expect(!hostile.text.contains("<script>alert"))
  }

  @Test func `the overview tells how far the units are, on the page and as a workbook`() async throws {
    let queue = try await QueueOffice(["沟渠清淤"])
    let finance = try await queue.desk.finance()
    let page = try await finance.get("/overview?year=2026")
    for words in ["各单位走到哪", "农林水务办", "stacked-bar", "4.0", "都交齐了"] {
      #expect(page.text.contains(words), "\(words)")
    }
    expectLaws(page.text, "/overview")
    let file = try await finance.get("/overview/table?year=2026")
    #expect(file.status == 200)
    #expect(file.headers.text(.contentType)?.contains("spreadsheetml") == true)
    #expect(try await finance.get("/overview?year=2031").status == 200)
    let clerk = try await queue.desk.clerk()
    #expect(try await clerk.get("/overview").status == 403)
    #expect(try await clerk.get("/overview/table").status == 403)
  }
}
