// What Excel and Word leave in the clipboard, pasted with real keys.
import BrowserProbes
import FormDrafts
import JSONText
import Testing

extension Journeys {
  @Suite(.timeLimit(.minutes(5)))
  struct ClipboardJourneyTests {
    /// Puts a table into the clipboard as other programs do: selected, and copied with the keys.
    private func copy(_ rows: [[String]], _ office: FormOffice) async throws {
      let browser = office.browser
      try await browser.open(office.place + "/projects")
      let cells = rows.map { row in
        "<tr>" + row.map { "<td>\($0)</td>" }.joined() + "</tr>"
      }.joined()
      _ = try await browser.run(
        """
        const table = document.createElement('table');
        table.innerHTML = arguments[0];
        document.querySelector('main').replaceChildren(table);
        const range = document.createRange();
        range.selectNode(table);
        getSelection().removeAllRanges();
        getSelection().addRange(range);
        """, cells)
      try await browser.chord([Key.control, "c"])
    }

    @Test(arguments: Engine.installed)
    func `thirty rows are copied from a table and pasted by keys, levels and all`(engine: Engine) async throws
    {
      try await FormOffice.run(on: engine) { office in
        let form = try await office.form(SampleRecords.courtyard(), named: "示范庭院创建")
        let rows = (1...30).map { ["第\($0)项工作", "≥\($0 * 9)次", "≥\($0 * 3)次"] }
        try await copy(rows, office)
        try await office.browser.open(office.place + "/forms/\(form)")
        try await office.focus("indicators/k7/name")
        try await office.browser.chord([Key.control, "v"])
        try await office.wait(
          "thirty rows", "document.querySelectorAll('tr[data-piece^=indicators]:not(.between)').length === 36"
        )
        try await office.wait("saved", "document.querySelector('.saving').dataset.state === 'saved'")
        #expect(try await office.rowCount(.indicators, of: form) == 36)
        #expect(try await office.stored("indicators/k7/name", of: form) == "第1项工作")
        #expect(try await office.stored("indicators/k7/annualValue", of: form) == "≥3次")
        // one press takes all of them back
        try await office.focus("indicators/k7/name")
        try await office.browser.chord([Key.control, "z"])
        try await office.wait(
          "undone", "document.querySelectorAll('tr[data-piece^=indicators]:not(.between)').length === 7")
        #expect(try await office.stored("indicators/k7/name", of: form) == "群众满意度")
      }
    }

    @Test func `a single cell and hostile cells are pasted as the texts that they are`() async throws {
      try await FormOffice.run { office in
        let form = try await office.form(SampleRecords.courtyard(), named: "示范庭院创建")
        for hostile in ["=1+1", "&lt;img src=x onerror=hurt=1&gt;", "@SUM(A1)"] {
          try await copy([["甲", hostile]], office)
          try await office.browser.open(office.place + "/forms/\(form)")
          try await office.focus("indicators/k6/name")
          try await office.browser.chord([Key.control, "v"])
          try await office.wait(
            "pasted",
            "[...document.querySelectorAll('textarea')].some((one) => one.name === 'indicators/k6/name'"
              + " && one.value === '甲')")
          try await office.wait("saved", "document.querySelector('.saving').dataset.state === 'saved'")
          let meant = hostile.replacing("&lt;", with: "<").replacing("&gt;", with: ">")
          let stored = [
            try await office.stored("indicators/k6/periodValue", of: form),
            try await office.stored("indicators/k6/annualValue", of: form),
          ]
          #expect(stored.contains(meant), "\(stored)")
          #expect(try await office.browser.run("return window.hurt === undefined") == .truth(true))
        }
      }
    }
  }
}
