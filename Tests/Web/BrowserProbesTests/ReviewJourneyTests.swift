// Reviewing in a real browser: by keys alone, two at once, one cell returned.
import Accounts
import BrowserProbes
import FormDrafts
import JSONText
import Model
import OfficeOperations
import Organisations
import Quantities
import Records
import Testing
import Workflow

/// Two reviewers of the bureau, and forms that wait for them.
struct ReviewOffice {
  let base: FormOffice

  static let reviewers = ["cai.zheng", "tong.cai"]

  init(_ base: FormOffice) async throws {
    self.base = base
    let office = base.office
    let system = try await FormOffice.person(
      office, OfficeInBrowser.accounts[0].1, OfficeInBrowser.password)
    let security = try await FormOffice.person(
      office, OfficeInBrowser.accounts[1].1, OfficeInBrowser.password)
    let root = try await office.read { try $0.organisations(under: nil)[0].value.id }
    for (number, account) in Self.reviewers.enumerated() {
      let added = try await AddPerson(
        name: number == 0 ? "何岚" : "沈舟", account: account, organisation: root
      ).run(in: office, by: system)
      _ = try await GiveRight(
        person: added.id, role: Role.financeReviewer.rawValue, organisation: root
      ).run(in: office, by: security)
      let link = try await IssuePasswordLink(person: added.id).run(in: office, by: security)
      try await UsePasswordLink(person: added.id, token: link.token.text, wanted: FormOffice.password)
        .run(in: office)
    }
  }

  /// A form that was submitted straight to the bureau, whatever the rules say of it.
  func waiting(_ record: Form, named name: String, amount: Int64) async throws -> FormID {
    let form = try await base.form(record, named: name)
    let clerk = try await FormOffice.person(base.office, FormOffice.clerks[0], FormOffice.password)
    let moment = base.office.now
    try await base.office.change { records in
      _ = try records.addVersion(
        of: form, record: record.recordBytes, by: clerk.person.id, at: moment, reason: "")
      try records.setAmount(Money(fen: amount), of: form)
      try records.add(
        Decision(
          id: try records.nextNumber(), form: form, version: 1, action: "submit", stageBefore: "draft",
          stageAfter: "awaiting-finance", person: clerk.person.id, role: Role.clerk.rawValue,
          moment: moment, details: "{\"route\":\"direct\"}"),
        expecting: try records.form(form).revision)
    }
    _ = try await FillDigests().run(in: base.office)
    return form
  }

  func stage(_ form: FormID) async throws -> String {
    try await base.office.read { try $0.form(form).value.stage }
  }

  /// A target without anything that would be sent back.
  static var sound: Form {
    guard case .projectTarget(var target) = SampleRecords.courtyard() else {
      return SampleRecords.courtyard()
    }
    target.budget.total = Money(fen: 100_000_000)
    target.budget.fiscal = target.budget.total
    target.goals.period = nil
    for index in target.indicators.indices { target.indicators[index].periodValue = nil }
    target.indicators[1].annualValue = "≥20场"
    target.indicators[5].name = "人居环境整治达标户数"
    target.indicators[5].annualValue = "≥1500户"
    return .projectTarget(target)
  }
}

extension Journeys {
  @Suite(.timeLimit(.minutes(5)))
  struct ReviewJourneyTests {
    @Test(arguments: Engine.installed)
    func `a form is approved by one key, and another by which it is taken back`(engine: Engine) async throws {
      try await FormOffice.run(on: engine) { office in
        let review = try await ReviewOffice(office)
        let first = try await review.waiting(ReviewOffice.sound, named: "甲工程", amount: 300)
        let second = try await review.waiting(ReviewOffice.sound, named: "乙工程", amount: 200)
        try await office.signIn(office.browser, ReviewOffice.reviewers[0])
        try await office.browser.open(office.place + "/review")
        try await office.wait("the first form", "location.pathname === '/review/\(first)'")
        try await office.press("a")
        try await office.wait("the next form", "location.pathname === '/review/\(second)'")
        #expect(try await review.stage(first) == "approved")
        try await office.press("u")
        try await office.wait("back again", "location.pathname === '/review/\(first)'")
        #expect(try await review.stage(first) == "finance-review")
        // Single letters do nothing while somebody types.
        try await office.press("e")
        #expect(try await office.browser.run("return document.activeElement.id").text == "opinion")
        try await office.press("a")
        try await Task.sleep(for: .milliseconds(200))
        #expect(try await review.stage(first) == "finance-review")
      }
    }

    @Test(arguments: Engine.installed)
    func `a cell is returned by keys, and its words are on the slip before it goes out`(engine: Engine)
      async throws
    {
      try await FormOffice.run(on: engine) { office in
        let review = try await ReviewOffice(office)
        let form = try await review.waiting(SampleRecords.courtyard(), named: "示范庭院创建", amount: 300)
        let other = try await review.waiting(ReviewOffice.sound, named: "乙工程", amount: 200)
        try await office.signIn(office.browser, ReviewOffice.reviewers[0])
        try await office.browser.open(office.place + "/review/\(form)")
        try await office.press("n")
        try await office.press("r")
        try await office.wait("the box", "document.activeElement.name === 'words'")
        // The box covers no row of the table: the one that is meant stands in sight.
        try await office.wait(
          "row in sight",
          """
          (() => { const row = document.querySelector('tr.is-current')?.getBoundingClientRect();
          return row && row.top > 100 && row.bottom < innerHeight; })()
          """)
        try await office.browser.press(" 请重算。")
        try await office.press("ctrl Enter")
        try await office.wait(
          "on the slip", "document.querySelector('.slip .remark')?.textContent.includes('请重算')")
        #expect(try await review.stage(form) == "finance-review")
        _ = try await office.browser.run("document.activeElement.blur()")
        try await office.press("R")
        try await office.wait("the next form", "location.pathname === '/review/\(other)'")
        #expect(try await review.stage(form) == "returned")
        let objections = try await office.office.read { try $0.course(of: form).objections }
        #expect(objections.count == 1 && objections[0].words.hasSuffix("请重算。"))
      }
    }

    @Test(arguments: Engine.installed)
    func `a cell is returned from the whole sheet, and the return taken back by a key`(engine: Engine)
      async throws
    {
      try await FormOffice.run(on: engine) { office in
        let browser = office.browser
        let review = try await ReviewOffice(office)
        let form = try await review.waiting(ReviewOffice.sound, named: "甲工程", amount: 300)
        let other = try await review.waiting(ReviewOffice.sound, named: "乙工程", amount: 200)
        try await office.signIn(browser, ReviewOffice.reviewers[0])
        try await browser.open(office.place + "/review/\(form)?tab=sheet")
        // From one cell of the column to the next by an arrow, and its box by the letter.
        _ = try await browser.run(
          "document.getElementById('c-indicators/k1/annualValue').querySelector('.cell-acts a').focus()")
        try await office.press("ArrowDown")
        try await office.wait(
          "the next cell", "document.activeElement.closest('.cell')?.id === 'c-indicators/k2/annualValue'")
        try await office.press("r")
        try await office.wait("the box", "document.activeElement.name === 'words'")
        try await office.wait(
          "the cell is marked",
          "document.querySelector('.review-sheet .is-chosen')?.id === 'c-indicators/k2/annualValue'")
        try await browser.press("请按合同数填写。")
        try await office.press("ctrl Enter")
        try await office.wait(
          "on the slip", "document.querySelector('.slip .remark')?.textContent.includes('合同数')")
        #expect(try await browser.address().contains("tab=sheet"))
        #expect(try await browser.count(".review-sheet .cell-acts .mark") == 1)
        _ = try await browser.run("document.activeElement.blur()")
        try await office.press("R")
        try await office.wait("the next form", "location.pathname === '/review/\(other)'")
        #expect(try await review.stage(form) == "returned")
        #expect(try await browser.text(".decision .last").contains("撤回退回"))
        try await office.press("u")
        try await office.wait("back again", "location.pathname === '/review/\(form)'")
        #expect(try await review.stage(form) == "finance-review")
      }
    }

    @Test(arguments: Engine.installed)
    func `two reviewers of one form see each other`(engine: Engine) async throws {
      try await FormOffice.run(on: engine) { office in
        let review = try await ReviewOffice(office)
        let form = try await review.waiting(ReviewOffice.sound, named: "甲工程", amount: 300)
        let other = try await Browser.start()
        do {
          try await office.signIn(other, ReviewOffice.reviewers[1])
          try await other.open(office.place + "/review/\(form)")
          try await office.signIn(office.browser, ReviewOffice.reviewers[0])
          try await office.browser.open(office.place + "/review/\(form)")
          #expect(try await office.browser.text(".colleagues").contains("沈舟"))
          try await other.open(office.place + "/review/\(form)")
          #expect(try await other.text(".colleagues").contains("何岚"))
        } catch {
          await other.stop()
          throw error
        }
        await other.stop()
      }
    }

    @Test func `the desk fits screens of every width`() async throws {
      try await FormOffice.run { office in
        let review = try await ReviewOffice(office)
        let form = try await review.waiting(SampleRecords.courtyard(rows: 12), named: "示范庭院创建", amount: 300)
        try await office.signIn(office.browser, ReviewOffice.reviewers[0])
        for width in [1366, 1100, 800, 430] {
          try await office.browser.resize(width: width, height: 768)
          for query in ["", "?tab=all", "?tab=sheet", "?at=goals/annual"] {
            try await office.browser.open(office.place + "/review/\(form)\(query)")
            #expect(try await office.browser.overflow() == 0, "\(width) \(query)")
          }
        }
        try await office.browser.resize(width: 1366, height: 768)
      }
    }
  }
}
