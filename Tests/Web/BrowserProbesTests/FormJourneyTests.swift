// Writing a form in a real browser: saving by itself, pasting, two at once, the network gone, no mouse.
import BrowserProbes
import FormDrafts
import JSONText
import Testing

extension Journeys {
  @Suite(.timeLimit(.minutes(5)))
  struct FormJourneyTests {
    private static let value = "indicators/k2/annualValue"

    private func field(_ path: String) -> String { "textarea[name='\(path)']" }

    private let saved =
      "document.querySelector('.saving')?.dataset.state === 'saved'"
      + " && !document.querySelector('.cell.is-waiting')"

    /// Each mark in the sheet bears the number of the finding that it leads to.
    private let isNumbered = """
      [...document.querySelectorAll('.sheet [data-number]')].length > 0
      && [...document.querySelectorAll('.sheet [data-number]')].every((place) => {
        const card = document.getElementById(place.parentElement.getAttribute('href').slice(1));
        return card?.dataset.finding === place.textContent
          && card.querySelector('.mark').textContent.trim() === place.textContent;
      })
      """

    @Test(arguments: Engine.installed)
    func `what is typed is saved by itself, and what is found stands beside it`(engine: Engine) async throws {
      try await FormOffice.run(on: engine) { office in
        let browser = office.browser
        let form = try await office.form(SampleRecords.courtyard(), named: "示范庭院创建")
        try await browser.open(office.place + "/forms/\(form)")
        let before = try await browser.count(".rail [data-finding]")
        #expect(before > 0)
        // fewer households fit into the budget: the sum that did not hold is gone
        try await office.write("≥100户", into: "indicators/k1/annualValue")
        try await office.wait("saved", saved)
        try await office.wait(
          "finding gone",
          "![...document.querySelectorAll('.rail summary')].some((one) => one.textContent.includes('A01'))")
        #expect(try await office.stored("indicators/k1/annualValue", of: form) == "≥100户")
        try await office.wait("marks are numbered anew", isNumbered)
        // and undone, it is back
        try await office.focus("indicators/k1/annualValue")
        try await office.press("ctrl z")
        try await office.wait(
          "finding back",
          "[...document.querySelectorAll('.rail summary')].some((one) => one.textContent.includes('A01'))")
        #expect(try await office.stored("indicators/k1/annualValue", of: form) == "≥1560户")
        try await office.wait("marks are numbered as before", isNumbered)
      }
    }

    @Test(arguments: Engine.installed)
    func `thirty rows of a spreadsheet are pasted as one edit`(engine: Engine) async throws {
      try await FormOffice.run(on: engine) { office in
        let browser = office.browser
        let form = try await office.form(SampleRecords.courtyard(), named: "示范庭院创建")
        try await browser.open(office.place + "/forms/\(form)")
        let rows = (1...30).map { "第\($0)项工作\t≥\($0 * 3)次" }.joined(separator: "\\n")
        _ = try await browser.run(
          """
          const field = document.querySelector(arguments[0]);
          field.focus();
          const clipboardData = new DataTransfer();
          clipboardData.setData("text/plain", "\(rows)".replaceAll("\\\\t", "\\t"));
          const manner = { clipboardData, bubbles: true, cancelable: true };
          field.dispatchEvent(new ClipboardEvent("paste", manner));
          """, field("indicators/k7/name"))
        try await office.wait(
          "thirty rows", "document.querySelectorAll('tr[data-piece^=indicators]:not(.between)').length === 36"
        )
        try await office.wait("saved", saved)
        #expect(try await office.rowCount(.indicators, of: form) == 36)
        try await office.focus("indicators/k7/name")
        try await office.press("ctrl z")
        try await office.wait(
          "undone", "document.querySelectorAll('tr[data-piece^=indicators]:not(.between)').length === 7")
      }
    }

    @Test(arguments: Engine.installed)
    func `two who write into one field see both texts, and one is chosen`(engine: Engine) async throws {
      try await FormOffice.run(on: engine) { office in
        let form = try await office.form(SampleRecords.courtyard(), named: "示范庭院创建")
        let other = try await Browser.start()
        do {
          try await office.signIn(other, FormOffice.clerks[1])
          for browser in [office.browser, other] { try await browser.open(office.place + "/forms/\(form)") }
          try await office.write("≥4场", into: Self.value, in: other)
          try await office.wait("saved by the other", in: other, saved)
          try await office.write("≥5场", into: Self.value)
          try await office.wait("both texts", "document.querySelector('.versus')")
          let said = try await office.browser.text(".versus")
          #expect(said.contains("≥4场") && said.contains("≥5场") && said.contains("吴芳"), "\(said)")
          // another field is saved meanwhile, and the choice stays
          try await office.write("≥96%", into: "indicators/k3/annualValue")
          for _ in 0..<600 where try await office.stored("indicators/k3/annualValue", of: form) != "≥96%" {
            try await Task.sleep(for: .milliseconds(50))
          }
          try await office.wait(
            "still there", "document.querySelector('.versus') && !document.querySelector('.cell.is-waiting')")
          #expect(try await office.stored(Self.value, of: form) == "≥4场")
          try await office.browser.click(".versus button[value='mine:\(Self.value)']")
          try await office.wait("chosen", "!document.querySelector('.versus') && \(saved)")
          #expect(try await office.stored(Self.value, of: form) == "≥5场")
          #expect(try await office.stored("indicators/k3/annualValue", of: form) == "≥96%")
        } catch {
          await other.stop()
          throw error
        }
        await other.stop()
      }
    }

    @Test(arguments: Engine.installed)
    func `a server that is gone for a while loses nothing, not even over a reload`(engine: Engine)
      async throws
    {
      try await FormOffice.run(on: engine) { office in
        let browser = office.browser
        let form = try await office.form(SampleRecords.courtyard(), named: "示范庭院创建")
        try await browser.open(office.place + "/forms/\(form)")
        await office.stopServer()
        try await office.write("≥5场", into: Self.value)
        try await office.wait("told", "document.querySelector('.saving').dataset.state === 'waiting'")
        try await office.write("2026年11月底前", into: "indicators/k4/annualValue")
        try office.startServer()
        try await office.wait("saved when back", "\(saved) && !document.querySelector('.cell.is-waiting')")
        #expect(try await office.stored(Self.value, of: form) == "≥5场")
        #expect(try await office.stored("indicators/k4/annualValue", of: form) == "2026年11月底前")
        // gone again, and the page is left before it is back
        await office.stopServer()
        try await office.write("≥6场", into: Self.value)
        try await office.wait("told again", "document.querySelector('.saving').dataset.state === 'waiting'")
        try office.startServer()
        try await browser.open(office.place + "/forms/\(form)")
        try await office.wait("sent after a reload", saved)
        #expect(try await office.stored(Self.value, of: form) == "≥6场")
      }
    }

    @Test func `a row that is added while the server is gone is there with its text when it is back`()
      async throws
    {
      try await FormOffice.run { office in
        let browser = office.browser
        let form = try await office.form(SampleRecords.courtyard(), named: "示范庭院创建")
        let rows = "document.querySelectorAll('tr[data-piece^=indicators]:not(.between)').length"
        for isReloaded in [false, true] {
          try await browser.open(office.place + "/forms/\(form)")
          let before = try await office.rowCount(.indicators, of: form)
          await office.stopServer()
          try await office.focus("indicators/k2/name")
          try await browser.chord([Key.alt, Key.enter])
          try await office.wait("a row to type into", "\(rows) === \(before + 1)")
          try await office.wait("the focus in it", "/\\/r[0-9a-z]{10}\\//.test(document.activeElement.name)")
          try await browser.press("断线时加的一行")
          try await browser.press(Key.tab)
          try await browser.press("≥3次")
          let name = try #require(try await browser.run("return document.activeElement.name").text)
          #expect(try await office.rowCount(.indicators, of: form) == before)
          try office.startServer()
          if isReloaded { try await browser.open(office.place + "/forms/\(form)") }
          try await office.wait("saved", "\(saved) && \(rows) === \(before + 1)")
          // whoever asked in vain asks again after eight seconds at the latest
          for _ in 0..<600 where try await office.stored(name, of: form) != "≥3次" {
            try await Task.sleep(for: .milliseconds(50))
          }
          let row = name.split(separator: "/").prefix(2).joined(separator: "/")
          #expect(try await office.stored(row + "/name", of: form) == "断线时加的一行")
          #expect(try await office.stored(name, of: form) == "≥3次")
          #expect(try await office.stored(row + "/level2", of: form) == "数量指标")
          #expect(try await office.rowCount(.indicators, of: form) == before + 1)
        }
      }
    }

    @Test func `texts for a row that the page was printed without find it`() async throws {
      try await FormOffice.run { office in
        let browser = office.browser
        let form = try await office.form(SampleRecords.courtyard(), named: "示范庭院创建")
        try await browser.open(office.place + "/forms/\(form)")
        _ = try await browser.run(
          "return fetch(location.href).then((page) => page.text()).then((text) => { window.printed = text })")
        try await office.focus("indicators/k2/name")
        try await browser.chord([Key.alt, Key.enter])
        try await office.wait("a row", "/\\/r[0-9a-z]{10}\\//.test(document.activeElement.name) && \(saved)")
        let name = try #require(try await browser.run("return document.activeElement.name").text)
        // the page as it was printed before the row, opened with what was typed into it
        _ = try await browser.run(
          """
          const { person, form } = document.querySelector("form.form-page").dataset;
          document.open();
          localStorage.setItem(`plumbline.form.${person}.${form}`,
            JSON.stringify({ texts: { [arguments[0]]: "后来到的一行" } }));
          document.write(window.printed);
          document.close();
          """, name)
        try await office.wait(
          "the text in its row", "document.querySelector(`\(field(name))`)?.value === '后来到的一行' && \(saved)")
        #expect(try await office.stored(name, of: form) == "后来到的一行")
      }
    }

    @Test func `a form is written with the keyboard alone`() async throws {
      try await FormOffice.run { office in
        let browser = office.browser
        let form = try await office.form(SampleRecords.courtyard(), named: "示范庭院创建")
        try await browser.open(office.place + "/forms/\(form)")
        let focused = "document.activeElement.name"
        try await office.focus("indicators/k1/annualValue")
        // down a row in the same column
        try await browser.press(Key.enter)
        #expect(try await browser.run("return \(focused)").text == Self.value)
        // to the field beside
        try await browser.press(Key.tab)
        #expect(try await browser.run("return \(focused)").text != Self.value)
        // a row below, and a name into it
        try await office.focus("indicators/k2/name")
        try await office.press("alt Enter")
        try await office.wait(
          "a row", "document.querySelectorAll('tr[data-piece^=indicators]:not(.between)').length === 8")
        try await office.wait("the focus in it", "!/\\/k[1-7]\\//.test(\(focused))")
        try await browser.press("宣传活动场次")
        try await office.wait("saved", saved)
        #expect(try await office.rowCount(.indicators, of: form) == 8)
        // to the next finding, and back to what the field said before
        try await office.press("F8")
        try await office.wait("a finding", "document.querySelector('.rail .finding.is-current')")
      }
    }

    @Test func `hostile texts stay texts, and a page without a script saves them too`() async throws {
      try await FormOffice.run { office in
        let browser = office.browser
        let form = try await office.form(SampleRecords.courtyard(), named: "示范庭院创建")
        try await browser.open(office.place + "/forms/\(form)")
        for hostile in ["<script>window.hurt=1</script>", "</textarea><img src=x onerror=hurt=1>", "=1+1"] {
          try await office.write(hostile, into: "indicators/k6/annualValue")
          try await office.wait("saved", saved)
          #expect(try await office.stored("indicators/k6/annualValue", of: form) == hostile)
          try await browser.open(office.place + "/forms/\(form)")
          #expect(try await browser.run("return window.hurt === undefined") == .truth(true))
          #expect(
            try await browser.run(
              "return document.querySelector(arguments[0]).value", field("indicators/k6/annualValue")
            ).text == hostile)
        }
        // as a browser without a script sends it
        _ = try await browser.run(
          """
          const form = document.querySelector("form.form-page");
          form.querySelector("textarea[name='goals/annual']").value = "没有脚本也能存，2026 年办 5 场";
          HTMLFormElement.prototype.submit.call(form);
          """)
        try await Task.sleep(for: .milliseconds(300))
        #expect(try await office.stored("goals/annual", of: form) == "没有脚本也能存，2026 年办 5 场")
      }
    }

    @Test func `nobody scrolls sideways, and every target is large enough`() async throws {
      try await FormOffice.run { office in
        let browser = office.browser
        let form = try await office.form(SampleRecords.courtyard(rows: 14), named: "示范庭院创建")
        for path in ["/forms/\(form)", "/forms/\(form)/print"] {
          for (width, height) in [(430, 932), (1366, 768)] {
            try await browser.resize(width: width, height: height)
            try await browser.open(office.place + path)
            #expect(try await browser.overflow() == 0, "\(path) at \(width)")
            let small = try await browser.run(
              """
              return [...document.querySelectorAll('a, button, summary, textarea')].filter((one) => {
                const box = one.getBoundingClientRect();
                return box.width > 0 && !one.closest('.unseen, p') && !one.matches('.unseen, .skip')
                  && (box.width < 24 || box.height < 24);
              }).map((one) => one.className + ' ' + one.textContent).slice(0, 5).join('; ');
              """)
            #expect(small.text == "", "\(path) at \(width)")
          }
        }
      }
    }
  }
}
