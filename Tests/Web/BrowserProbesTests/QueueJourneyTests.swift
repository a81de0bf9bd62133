// Finding a form in a real browser: the queue, a filter that is kept, a word, the overview and its file.
import BrowserProbes
import JSONText
import Testing

extension Journeys {
  @Suite(.timeLimit(.minutes(5)))
  struct QueueJourneyTests {
    @Test(arguments: Engine.installed)
    func `from the queue over a kept filter and a word of two characters to the file of the overview`(
      engine: Engine
    ) async throws {
      try await FormOffice.run(on: engine) { office in
        let browser = office.browser
        let review = try await ReviewOffice(office)
        let form = try await review.waiting(SampleRecords.courtyard(), named: "示范庭院创建", amount: 300)
        let other = try await review.waiting(ReviewOffice.sound, named: "甲工程", amount: 200)
        _ = try await review.waiting(ReviewOffice.sound, named: "乙工程", amount: 100)
        try await office.signIn(browser, ReviewOffice.reviewers[0])
        try await browser.open(office.place + "/queue")
        #expect(try await browser.text("body").contains("待我审 3 个"))
        try await expectWidths(office)
        // A filter, and its name.
        try await browser.click("select[name=found] option[value=errors]")
        try await browser.follow("form[action='/queue'] button[type=submit]")
        #expect(try await browser.address().contains("found=errors"))
        let listed = try await browser.text("main")
        #expect(listed.contains("示范庭院创建") && !listed.contains("甲工程"))
        try await browser.type("急的", into: "#q-name")
        try await browser.follow("form[action='/queue/views'] button[type=submit]")
        #expect(try await browser.address().contains("found=errors"))
        try await browser.open(office.place + "/queue")
        try await browser.follow("ul.views a")
        #expect(try await browser.address().contains("found=errors"))
        #expect(try await browser.text("nav.tabs [aria-current]").contains("急的"))
        try await expectWidths(office)
        // Two characters, and the form behind them.
        try await browser.open(office.place + "/search")
        try await browser.type("甲工", into: "main input[name=q]")
        try await browser.follow("form[action='/search'] button[type=submit]")
        #expect(try await browser.count("ol.found > li") == 1)
        #expect(try await browser.text("ol.found mark") == "甲工")
        try await expectWidths(office)
        try await browser.follow("ol.found h3 a")
        #expect(try await browser.address() == office.place + "/forms/\(other)")
        // The overview, and what leaves the house.
        try await browser.open(office.place + "/overview")
        #expect(try await browser.text("main").contains("农林水务办"))
        try await expectWidths(office)
        let file = try await browser.run(
          """
          const link = [...document.querySelectorAll('a')].find((one) => one.href.includes('/overview/'));
          return fetch(link.href).then(async (answer) => {
            const bytes = new Uint8Array(await answer.arrayBuffer());
            return [answer.status, answer.headers.get('content-disposition').split(';')[0],
              bytes.length > 1000,
              String.fromCharCode(bytes[0], bytes[1])].join(' ');
          });
          """)
        #expect(file == .text("200 attachment true PK"))
        #expect(try await review.stage(form) == "awaiting-finance")
      }
    }

    /// On a usual screen and on a narrow one nobody scrolls sideways.
    private func expectWidths(_ office: FormOffice) async throws {
      let address = try await office.browser.address()
      for (width, height) in [(430, 932), (1366, 768)] {
        try await office.browser.resize(width: width, height: height)
        #expect(try await office.browser.overflow() == 0, "\(address) at \(width)")
      }
    }
  }
}
