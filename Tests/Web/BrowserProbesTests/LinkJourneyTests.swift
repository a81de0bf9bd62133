// What of a department's form serves what, chosen in a real browser: saved by itself, kept offline, disputed.
import BrowserProbes
import FormDrafts
import JSONText
import Model
import Quantities
import Testing

extension Journeys {
  @Suite(.timeLimit(.minutes(5)))
  struct LinkJourneyTests {
    private static let indicator = "links/indicators/k1"
    private static var department: Form {
      var target = DepartmentTarget()
      target.fiscalYear = 2026
      target.department.name = "水利所"
      target.tasks = [
        DepartmentTask(name: "沟渠清淤", content: "清淤", funds: Money(fen: 3_000_000), expected: "畅通"),
        DepartmentTask(name: "日常巡查", content: "巡查", funds: Money(fen: 1_000_000), expected: "安全"),
      ]
      target.subgoals = [Subgoal(name: "防汛安全", goal: "安全度汛")]
      var indicator = Indicator()
      (indicator.level1, indicator.level2) = ("产出指标", "数量指标")
      (indicator.name, indicator.annualValue) = ("巡查次数", "≥12次")
      target.indicators = [indicator]
      return .departmentTarget(target)
    }

    private let saved = "document.querySelector('.saving')?.dataset.state === 'saved'"

    private func choose(_ key: String, at name: String, in browser: Browser) async throws {
      _ = try await browser.run(
        """
        const field = document.getElementsByName(arguments[0].split(' ')[0])[0];
        field.focus();
        field.value = arguments[0].split(' ')[1] ?? '';
        field.dispatchEvent(new Event('change', { bubbles: true }));
        """, "\(name) \(key)")
    }

    private func value(of name: String, in browser: Browser) async throws -> String? {
      try await browser.run("return document.getElementsByName(arguments[0])[0].value", name).text
    }

    @Test(arguments: Engine.installed)
    func `a task is chosen for an indicator, saved by itself, undone, and kept while the server is gone`(
      engine: Engine
    ) async throws {
      try await FormOffice.run(on: engine) { office in
        let browser = office.browser
        let form = try await office.form(Self.department, named: "沟渠清淤")
        try await browser.open(office.place + "/forms/\(form)")
        let wrong = try await browser.run(AccessibilityLaw.script).elements?.compactMap(\.text) ?? []
        #expect(wrong == [])
        for width in [430, 1366] {
          try await browser.resize(width: width, height: 768)
          #expect(try await browser.overflow() == 0, "\(width)")
        }
        let told = "document.querySelector('[data-part=links]').textContent.includes"
        try await office.wait("the sentence", "\(told)('2 项任务还没有指标：')")
        try await choose("k2", at: Self.indicator, in: browser)
        try await office.wait("another sentence", "\(told)('1 项任务还没有指标：沟渠清淤。') && \(saved)")
        #expect(try await office.stored(Self.indicator, of: form) == "k2")
        // the focus is still where it was
        #expect(try await browser.run("return document.activeElement.name").text == Self.indicator)
        try await office.press("ctrl z")
        try await office.wait("undone", "\(told)('2 项任务还没有指标：') && \(saved)")
        #expect(try await office.stored(Self.indicator, of: form) == nil)
        await office.stopServer()
        try await choose("k1", at: Self.indicator, in: browser)
        try await office.wait("waiting", "document.querySelector('.saving').dataset.state === 'waiting'")
        try office.startServer()
        try await browser.open(office.place + "/forms/\(form)")
        try await office.wait("what was kept", "\(told)('1 项任务还没有指标：日常巡查。')")
        #expect(try await office.stored(Self.indicator, of: form) == "k1")
        #expect(try await value(of: Self.indicator, in: browser) == "k1")
      }
    }

    @Test func `two who choose differently see both tasks by name, and one is taken`() async throws {
      try await FormOffice.run { office in
        let browser = office.browser
        let form = try await office.form(Self.department, named: "沟渠清淤")
        try await browser.open(office.place + "/forms/\(form)")
        let other = try await Browser.start()
        do {
          try await office.signIn(other, FormOffice.clerks[1])
          try await other.open(office.place + "/forms/\(form)")
          try await choose("k1", at: Self.indicator, in: other)
          try await office.wait("saved there", in: other, saved)
          try await choose("k2", at: Self.indicator, in: browser)
          let versions =
            "[...document.querySelectorAll('.links-panel .version')].map((one) => one.textContent)"
          try await office.wait("both", "\(versions).length === 2")
          let texts = try await browser.run("return \(versions)").elements?.compactMap(\.text) ?? []
          #expect(texts.count == 2 && texts[0].contains("日常巡查") && texts[1].contains("沟渠清淤"), "\(texts)")
          #expect(try await office.stored(Self.indicator, of: form) == "k1")
          try await browser.click(".links-panel .version button[value^='mine:']")
          try await office.wait("one", "\(versions).length === 0 && \(saved)")
          #expect(try await office.stored(Self.indicator, of: form) == "k2")
        } catch {
          await other.stop()
          throw error
        }
        await other.stop()
      }
    }
  }
}
