// What people do in the office, done in a real browser over a real server and a real store.
import BrowserProbes
import JSONText
import Testing

extension Journeys {
  @Suite(.timeLimit(.minutes(5)))
  struct OfficeJourneyTests {
    @Test(arguments: Engine.installed)
    func `the link of the first start leads to an office that can be signed in to`(engine: Engine)
      async throws
    {
      try await OfficeInBrowser.run(on: engine, isSetUp: false) { office in
        let browser = office.browser
        try await office.open(office.setUpPath)
        try await office.checkWidths()
        // A mistake first: what was typed stays, the passwords do not.
        try await fillSetUp(office, password: "short")
        #expect(try await browser.count(".has-fault") > 0)
        #expect(
          try await browser.run("return document.querySelector('[name=regionName]').value").text == "临溪镇")
        #expect(try await browser.count("input[type=password][value]") == 0)
        try await office.checkWidths()
        try await fillSetUp(office, password: OfficeInBrowser.password)
        #expect(try await office.path() == "/sign-in")
        try await office.checkWidths()
        for (_, account) in OfficeInBrowser.accounts {
          try await office.signIn(account)
          #expect(try await office.path() == "/")
          try await office.checkWidths()
          try await office.signOut()
          #expect(try await office.path() == "/sign-in")
        }
        // The link is spent.
        try await office.open(office.setUpPath)
        #expect(try await browser.count("form input[type=password]") == 0)
        try await office.checkWidths()
      }
    }

    private func fillSetUp(_ office: OfficeInBrowser, password: String) async throws {
      try await office.browser.type("330000123", into: "[name=regionCode]")
      try await office.browser.type("临溪镇", into: "[name=regionName]")
      for (prefix, account) in OfficeInBrowser.accounts {
        try await office.browser.type("管理员", into: "[name='\(prefix).name']")
        try await office.browser.type(account, into: "[name='\(prefix).account']")
        try await office.browser.type(password, into: "[name='\(prefix).password']")
      }
      try await office.browser.follow("main form button[type=submit]")
    }

    @Test(arguments: Engine.installed)
    func `who has signed out sees nothing by going back`(engine: Engine) async throws {
      try await OfficeInBrowser.run(on: engine) { office in
        try await office.signIn()
        try await office.open("/account/sessions")
        try await office.signOut()
        _ = try await office.browser.run("history.back()")
        try await office.open("/account/sessions")
        #expect(try await office.browser.count("details.who") == 0)
        try await office.open("/")
        #expect(try await office.path() == "/sign-in")
        #expect(try await office.browser.count("details.who") == 0)
      }
    }

    @Test func `wrong passwords are told, then lock the account for a while`() async throws {
      try await OfficeInBrowser.run { office in
        for attempt in 1...5 {
          try await office.signIn(OfficeInBrowser.systemAccount, "Wrong-guess.\(attempt)")
          #expect(try await office.path() == "/sign-in")
          #expect(try await office.browser.count(".notice") == 1)
          #expect(
            try await office.browser.run("return document.querySelector('#q-password').value").text == "")
        }
        try await office.checkWidths()
        let wrong = try await office.browser.text(".notice")
        // Even the right one has to wait now.
        try await office.signIn()
        let locked = try await office.browser.text(".notice")
        #expect(locked != wrong)
        #expect(locked.contains("次数过多"), "\(locked)")
        try await office.checkWidths()
        office.clock.advance(seconds: 61)
        try await office.signIn()
        #expect(try await office.path() == "/")
      }
    }

    @Test(arguments: Engine.installed)
    func `a changed password counts at once and the old one no more`(engine: Engine) async throws {
      try await OfficeInBrowser.run(on: engine) { office in
        // A password of a moment ago cannot be changed yet.
        office.clock.advance(seconds: 7_200)
        try await office.signIn()
        try await office.open("/account/password")
        try await office.checkWidths()
        try await change(office, from: "Wrong-guess.1", to: OfficeInBrowser.otherPassword)
        #expect(try await office.browser.count(".has-fault #q-current") == 1)
        try await change(office, from: OfficeInBrowser.password, to: "short")
        #expect(try await office.browser.count(".has-fault #q-wanted") == 1)
        try await office.checkWidths()
        try await change(office, from: OfficeInBrowser.password, to: OfficeInBrowser.otherPassword)
        #expect(try await office.path() == "/")
        try await office.signOut()
        try await office.signIn()
        #expect(try await office.path() == "/sign-in")
        try await office.signIn(OfficeInBrowser.systemAccount, OfficeInBrowser.otherPassword)
        #expect(try await office.path() == "/")
      }
    }

    private func change(_ office: OfficeInBrowser, from current: String, to wanted: String) async throws {
      try await office.browser.type(current, into: "#q-current")
      try await office.browser.type(wanted, into: "#q-wanted")
      try await office.browser.type(wanted, into: "#q-again")
      try await office.browser.follow("main form button[type=submit]")
    }

    @Test func `the list of sessions shows each sign-in and ends the others`() async throws {
      try await OfficeInBrowser.run { office in
        // A browser that was forgotten somewhere: its cookie is gone here, its session is not.
        try await office.signIn()
        try await office.browser.forgetCookies()
        try await office.signIn()
        try await office.open("/account/sessions")
        #expect(try await office.browser.count("main tbody tr") == 2)
        try await office.checkWidths()
        try await office.browser.follow("main button[value=others]")
        #expect(try await office.path() == "/account/sessions")
        #expect(try await office.browser.count("main tbody tr") == 1)
        #expect(try await office.browser.count("main tbody button") == 0)
        try await office.checkWidths()
      }
    }

    @Test func `the keyboard alone signs in, looks at the sessions and signs out`() async throws {
      try await OfficeInBrowser.run { office in
        let browser = office.browser
        try await office.open("/sign-in")
        try await tab(office, to: "#q-account")
        try await browser.press(OfficeInBrowser.systemAccount + Key.tab)
        try await browser.press(OfficeInBrowser.password + Key.enter)
        _ = try await browser.text("details.who")
        #expect(try await office.path() == "/")
        try await tab(office, to: "details.who > summary")
        try await browser.press(Key.enter)
        try await tab(office, to: "details.who a[href='/account/sessions']")
        try await browser.press(Key.enter)
        _ = try await browser.text("main tbody tr")
        #expect(try await office.path() == "/account/sessions")
        try await tab(office, to: "details.who > summary")
        try await browser.press(Key.enter)
        try await tab(office, to: "details.who form button[type=submit]")
        try await browser.press(Key.enter)
        _ = try await browser.text("#q-account")
        #expect(try await office.path() == "/sign-in")
      }
    }

    /// Presses Tab until an element has the focus; each stop on the way shows that it has it.
    private func tab(_ office: OfficeInBrowser, to selector: String) async throws {
      for _ in 0..<30 {
        try await office.browser.press(Key.tab)
        let isThere = "return document.activeElement.matches(arguments[0])"
        if try await office.browser.run(isThere, selector) == .truth(true) {
          let isShown = "return document.activeElement.matches(':focus-visible')"
          #expect(try await office.browser.run(isShown) == .truth(true), "\(selector)")
          return
        }
      }
      Issue.record("\(selector) cannot be reached by Tab")
    }

    @Test(arguments: ["/no-such-page", "/account/sessions", "/set-up/AAAA", "/set-password/1/AAAA"])
    func `pages of refusals hold together on every screen`(path: String) async throws {
      try await OfficeInBrowser.run { office in
        try await office.open(path)
        #expect(!(try await office.browser.text("h1")).isEmpty)
        try await office.checkWidths()
        let picture = try await office.browser.screenshot()
        #expect(picture.starts(with: [0x89, 0x50, 0x4E, 0x47]))
      }
    }
  }
}
