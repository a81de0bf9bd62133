// The pages of approvals: the list, one approval, batches with their drawn forms, printed papers, phrases.
import HTTP
import Model
import OfficeOperations
import Organisations
import Quantities
import Records
import StorageProbes
import Testing
import Workflow

@testable import OfficeSite

extension ClerkOffice {
  /// A form that waits at the bureau, with a version that was submitted.
  func waitingForm(_ name: String = "沟渠清淤", goal: String = "完成 20 公里沟渠清淤，汛期前完工，群众满意。") async throws
    -> FormID
  {
    let form = try await form(name)
    let office = town.office
    let clerk = try await town.person(Self.accounts.clerk).person.id
    let now = office.now
    var target = SoundTarget.record
    target.goals.annual = goal
    let record = Form.projectTarget(target).recordBytes
    try await office.change { records in
      _ = try records.addVersion(of: form, record: record, by: clerk, at: now, reason: "")
      try records.add(
        Decision(
          id: try records.nextNumber(), form: form, version: 1, action: "submit",
          stageBefore: Stage.draft.rawValue, stageAfter: Stage.awaitingFinance.rawValue, person: clerk,
          role: Role.clerk.rawValue, moment: now, details: "{\"route\":\"direct\"}"),
        expecting: try records.form(form).revision)
    }
    return form
  }

  func workOnBatches() async throws {
    while try await WorkOnBatch().run(in: town.office) {}
  }
}

@Suite struct ApprovalPagesTests {
  @Test func `a form is approved from its page, with the opinion that was drafted`() async throws {
    let office = try await ClerkOffice()
    let form = try await office.waitingForm()
    let finance = try await office.finance()
    let list = try await finance.get("/approvals")
    expectLaws(list.text, "/approvals")
    #expect(list.text.contains("沟渠清淤") && list.text.contains("40,000.00"))
    let page = try await finance.get("/approvals/forms/\(form)")
    expectLaws(page.text, "one")
    #expect(page.text.contains("“清淤沟渠长度”≥20公里"))
    let length = try #require(page.hidden("length"))
    // A phrase goes behind what was written, and decides nothing.
    let more = try await finance.send(
      "/approvals/forms/\(form)", [("length", length), ("opinion", "同意。"), ("add", "请严格控制成本。")])
    #expect(more.status == 200 && more.text.contains("同意。请严格控制成本。"))
    let wordless = try await finance.send("/approvals/forms/\(form)", [("length", length), ("opinion", " ")])
    #expect(wordless.status == 400 && wordless.text.contains("请填写批复意见"))
    let fields = [("length", length), ("opinion", "同意，请严格控制成本。")]
    let done = try await finance.send("/approvals/forms/\(form)", fields)
    #expect(done.status == 303)
    #expect(try await finance.send("/approvals/forms/\(form)", fields).status == 303)
    let approved = try await finance.get(done.location)
    expectLaws(approved.text, "approved")
    #expect(approved.text.contains("同意，请严格控制成本。") && approved.text.contains("已批复"))
    for format in ["pdf", "docx", "xlsx"] {
      #expect(try await finance.get("/approvals/forms/\(form)/paper/\(format)").status == 200, "\(format)")
    }
    #expect(try await finance.get("/approvals/forms/\(form)/paper/exe").status == 404)
    #expect(try await finance.get("/approvals/forms/\(form)/adjustment/pdf").status == 404)
    let clerk = try await office.clerk()
    let seen = try await clerk.get("/approvals/forms/\(form)")
    #expect(seen.status == 200 && !seen.text.contains("重新审核"))
    #expect(try await clerk.get("/approvals").status == 403)
    let reopening = [("step", "reopen"), ("length", "3"), ("reason", "口径有误")]
    #expect(try await clerk.send("/approvals/forms/\(form)/step", reopening).status == 403)
    #expect(try await finance.send("/approvals/forms/\(form)/step", reopening).status == 303)
    let again = try await finance.get("/approvals/forms/\(form)").text
    #expect(again.contains("财政审核中"))
  }

  @Test func `a draft tells its last day, and what is adjusted is late for nothing`() async throws {
    let office = try await ClerkOffice()
    let root = try await office.town.organisation(named: "临溪县")
    let year = try #require(FiscalYear(2026))
    try await SetDeadline(year: year, step: .targetSubmission, organisation: root, day: "2026-03-01")
      .run(in: office.town.office, by: try await office.town.person(TownOffice.accounts[0]))
    let clerk = try await office.clerk()
    #expect(try await clerk.get("/forms/\(try await office.form("路灯"))").text.contains("截止 3 月 1 日，已过"))
    let form = try await office.waitingForm()
    let finance = try await office.finance()
    let length = try #require(try await finance.get("/approvals/forms/\(form)").hidden("length"))
    let approval = [("length", length), ("opinion", "同意，请严格控制成本。")]
    #expect(try await finance.send("/approvals/forms/\(form)", approval).status == 303)
    let next = try #require(try await clerk.get("/forms/\(form)/history").hidden("length"))
    let adjustment = [("step", "adjust"), ("length", next), ("reason", "工期改了")]
    #expect(try await clerk.send("/forms/\(form)/history/step", adjustment).status == 303)
    let page = try await clerk.get("/forms/\(form)").text
    #expect(page.contains("调整中") && !page.contains("截止 3 月 1 日"))
  }

  @Test func `a clerk approves nothing, whatever he sends`() async throws {
    let office = try await ClerkOffice()
    let form = try await office.waitingForm()
    let clerk = try await office.clerk()
    _ = try await clerk.get("/")
    let before = try await office.town.entryCount()
    for (path, fields) in [
      ("/approvals/forms/\(form)", [("length", "1"), ("opinion", "同意")]),
      ("/approvals/batches", [("form", "\(form)")]), ("/approvals/batches", [("all", "yes")]),
      ("/approvals/prints", [("form", "\(form)")]), ("/approvals/phrases", [("number", "甲")]),
      ("/approvals/share", [("share", "1")]),
    ] {
      #expect(try await clerk.send(path, fields).status == 403, "\(path)")
    }
    #expect(try await office.town.entryCount() == before)
  }

  @Test func `a batch is checked, read and approved over its pages`() async throws {
    let office = try await ClerkOffice()
    for number in 1...3 { _ = try await office.waitingForm("第\(number)条沟") }
    let finance = try await office.finance()
    _ = try await finance.get("/approvals")
    let none = try await finance.send("/approvals/batches", [("all", "no")])
    #expect(none.status == 400 && none.text.contains("没有可以办理的表"))
    let begun = try await finance.send(
      "/approvals/batches", [("all", "yes"), ("stage", "awaiting-finance"), ("year", "2026")])
    #expect(begun.status == 303)
    let checking = try await finance.get(begun.location)
    expectLaws(checking.text, "checking")
    #expect(checking.text.contains("核对中") && checking.text.contains("data-poll"))
    try await office.workOnBatches()
    #expect(try await finance.get("\(begun.location)/state").text.contains("reading"))
    let reading = try await finance.get(begun.location)
    expectLaws(reading.text, "reading")
    let drawn = try #require(reading.value(behind: "href=\"\(begun.location)/forms/"))
    let early = try await finance.send("\(begun.location)/confirm", [])
    #expect(early.status == 400 && early.text.contains("没有看"))
    let path = "\(begun.location)/forms/\(drawn)"
    let form = try await finance.get(path)
    expectLaws(form.text, "drawn")
    let length = try #require(form.hidden("length"))
    let wordless = [("length", length), ("verdict", "read"), ("opinion", "")]
    #expect(try await finance.send(path, wordless).status == 400)
    let agreed = try await finance.send(path, [("length", length), ("verdict", "read"), ("opinion", "同意。")])
    #expect(agreed.location == begun.location)
    let ready = try await finance.get(begun.location)
    #expect(ready.text.contains("批复这 3 张"))
    #expect(try await finance.send("\(begun.location)/confirm", []).status == 303)
    try await office.workOnBatches()
    let done = try await finance.get(begun.location)
    expectLaws(done.text, "done")
    #expect(done.text.contains("批复了 3 张"))
    let printed = try await finance.send(
      "/approvals/prints", [("all", "yes"), ("stage", "approved"), ("printing", "pdf")])
    try await office.workOnBatches()
    let ended = try await finance.get(printed.location)
    expectLaws(ended.text, "printed")
    #expect(ended.text.contains("批复表3张-"))
    let file = try await finance.get("\(printed.location)/file")
    #expect(file.status == 200 && file.headers.text(.contentType) == "application/pdf")
    #expect(try await finance.send("\(printed.location)/stop", []).status == 303)
  }

  @Test func `phrases and the pattern of numbers are kept on their page, and count for the next opinion`()
    async throws
  {
    let office = try await ClerkOffice()
    let form = try await office.waitingForm()
    let finance = try await office.finance()
    let page = try await finance.get("/approvals/phrases")
    expectLaws(page.text, "phrases")
    let place = try #require(page.hidden("place"))
    let wrong = try await finance.send(
      "/approvals/phrases", [("place", place), ("revision", "0"), ("number", "云财绩{号}"), ("clauses", "Z9：甲")])
    #expect(wrong.status == 400 && wrong.text.contains("{年度} 是预算年度") && wrong.text.contains("Z9"))
    let kept = try await finance.send(
      "/approvals/phrases",
      [
        ("place", place), ("revision", "0"), ("number", "云财绩〔{年度}〕{号}号"), ("excellent", "同意{项目}。"),
        ("good", "原则同意{项目}。"), ("clauses", "a08：{格}请逐项列出"), ("opinions", "甲。\n\n乙。"),
      ])
    #expect(kept.status == 303)
    let again = try await finance.get(kept.location)
    #expect(again.text.contains("A08：{格}请逐项列出") && again.text.contains("甲。\n乙。"))
    let proposal = try await finance.get("/approvals/forms/\(form)")
    #expect(proposal.text.contains("同意沟渠清淤。") && proposal.text.contains(">乙。<"))
    let system = try await office.town.system()
    let share = try await system.get("/approvals/share")
    expectLaws(share.text, "share")
    #expect(try await system.send("/approvals/share", [("share", "0"), ("revision", "0")]).status == 400)
    #expect(try await system.send("/approvals/share", [("share", "20"), ("revision", "0")]).status == 303)
  }
}
