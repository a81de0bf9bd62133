// A form's way to its approvals in a real browser: clerk, department, bureau, a return and an adjustment.
import BrowserProbes
import JSONText
import Records
import Testing
import Workflow

extension Journeys {
  @Suite(.timeLimit(.minutes(5)))
  struct ApprovalJourneyTests {
    @Test(arguments: Engine.installed)
    func `a form goes by its pages from submission over a return to two approvals`(engine: Engine)
      async throws
    {
      try await OfficeInBrowser.run(on: engine) { office in
        let browser = office.browser
        let bureau = try await ApprovalBureau(office, hasDepartment: true)
        let form = try await bureau.draft("沟渠清淤")
        try await bureau.submitByPage(form)
        try await bureau.decideByPage(ApprovalBureau.department, "forward", form, to: .awaitingFinance)
        // The bureau returns two cells.
        try await bureau.reviewByPage(ApprovalBureau.finance, form)
        try await bureau.object(at: "goals/annual", "请写明受益村数", in: form)
        try await bureau.object(at: "indicators/k2/annualValue", "请按合同长度填写", in: form)
        try await browser.click("#decision button[name=act][value=return]")
        try await bureau.wait(for: .returned, form)
        try await office.signOut()
        // Two cells are open, and a forged save of a third is refused.
        try await office.signIn(ApprovalBureau.clerk)
        try await office.open("/forms/\(form)")
        let open = "textarea:not([readonly]):not([disabled])"
        let names = try await browser.run(
          "return [...document.querySelectorAll(arguments[0])].map((one) => one.name).join(' ')", open)
        #expect(names == .text("goals/annual indicators/k2/annualValue"), "\(names)")
        try await bureau.expectLocked("budget/total", of: form)
        try await bureau.write(
          "完成镇域 18 公里沟渠清淤，受益 3 个村，汛期前全部完工，沿线群众满意。", into: "goals/annual")
        try await bureau.write("≥18公里", into: "indicators/k2/annualValue")
        try await office.signOut()
        try await bureau.submitByPage(form)
        try await bureau.decideByPage(ApprovalBureau.department, "forward", form, to: .awaitingFinance)
        try await bureau.approveByPage(form, number: "云财绩〔2026〕1号")
        try await bureau.expectPaperReadsBack(form)
        // The adjustment stands beside what was approved.
        try await bureau.adjust(form)
        try await office.signOut()
        try await bureau.decideByPage(ApprovalBureau.department, "forward", form, to: .awaitingFinance)
        try await bureau.approveByPage(form, number: "云财绩〔2026〕2号", shows: "≥19公里")
        #expect(try await browser.text(".beside").contains("调整后"))
        try await bureau.expectPaperReadsBack(form)
        try await bureau.expectLedger(of: form)
      }
    }

    @Test func `a batch goes by itself once the drawn form is read`() async throws {
      try await OfficeInBrowser.run { office in
        let browser = office.browser
        let bureau = try await ApprovalBureau(office)
        for number in 1...3 { _ = try await bureau.waitingForm("第\(number)条沟") }
        try await office.signIn(ApprovalBureau.finance)
        try await office.open("/approvals")
        try await browser.follow("button[name=all][value=yes]")
        try await bureau.wait("drawn") { try await office.browser.count("a[href*='/forms/'].is-main") > 0 }
        try await office.checkWidths()
        try await browser.follow("a.is-main")
        try await office.checkWidths()
        try await browser.follow("button[name=verdict][value=read]")
        try await browser.follow("main form button.is-main")
        try await bureau.wait("done") { try await office.browser.text("main").contains("批复了 3 张") }
        try await office.checkWidths()
      }
    }
  }
}
