// Sessions against those who would like to have somebody else's, and the lock in front of them.
import Accounts
import HTTP
import OfficeOperations
import Organisations
import Records
import Testing

@testable import OfficeSite

@Suite struct SessionSecurityTests {
  private static let account = TownOffice.accounts[0]

  @Test func `a session that was planted before signing in is not the one that begins`() async throws {
    let town = try await TownOffice()
    let browser = Browser(OfficePages(town.office).responder)
    let planted = String(repeating: "A", count: 43)
    browser.plant("session", planted)
    _ = try await browser.get("/sign-in")
    let fields = [("account", Self.account), ("password", TownOffice.password)]
    #expect(try await browser.send("/sign-in", fields).status == 303)
    let begun = try #require(browser.cookies["session"])
    #expect(begun != planted)
    let thief = Browser(OfficePages(town.office).responder)
    thief.plant("session", planted)
    #expect(try await thief.get("/account/sessions").status == 303)
    #expect(try await thief.get("/account/sessions").location.hasPrefix("/sign-in"))
  }

  @Test func `who signs in twice has two sessions, and neither is the other`() async throws {
    let town = try await TownOffice()
    let (first, second) = (try await town.system(), try await town.system())
    #expect(first.cookies["session"] != second.cookies["session"])
  }

  @Test func `a session that was signed out of is worth nothing to who kept its cookie`() async throws {
    let town = try await TownOffice()
    let browser = try await town.system()
    let kept = try #require(browser.cookies["session"])
    _ = try await browser.get("/account/sessions")
    #expect(try await browser.send("/sign-out", []).status == 303)
    let thief = Browser(OfficePages(town.office).responder)
    thief.plant("session", kept)
    #expect(try await thief.get("/account/sessions").location.hasPrefix("/sign-in"))
  }

  @Test func `cookies are out of reach for scripts and other sites, and for the wire where there is TLS`()
    async throws
  {
    let town = try await TownOffice()
    for isSecure in [false, true] {
      var settings = OfficePages.Settings()
      settings.trustedPeers = ["10.0.0.7"]
      let browser = Browser(OfficePages(town.office, settings: settings).responder)
      if isSecure {
        browser.extra = [(.forwardedProto, "https"), (.origin, "https://office.example")]
      }
      _ = try await browser.get("/sign-in")
      let fields = [("account", Self.account), ("password", TownOffice.password)]
      #expect(try await browser.send("/sign-in", fields).status == 303)
      _ = try await browser.get("/account/sessions")
      _ = try await browser.send("/sign-out", [])
      #expect(browser.cookieLines.count >= 3)
      for line in browser.cookieLines {
        let marks = line.split(separator: ";").map { $0.drop { $0 == " " }.lowercased() }
        #expect(marks.contains("httponly"), "\(line)")
        #expect(marks.contains("path=/"), "\(line)")
        #expect(marks.contains { $0 == "samesite=lax" || $0 == "samesite=strict" }, "\(line)")
        #expect(!marks.contains { $0.hasPrefix("domain=") }, "\(line)")
        #expect(marks.contains("secure") == isSecure, "\(line)")
        #expect(line.hasPrefix("__Host-") == isSecure, "\(line)")
      }
    }
  }

  // MARK: The lock

  @Test func `five wrong passwords lock the account, whoever asks from wherever`() async throws {
    let town = try await TownOffice()
    let browser = Browser(OfficePages(town.office).responder)
    _ = try await browser.get("/sign-in")
    for _ in 0..<5 {
      let wrong = [("account", Self.account), ("password", "Wrong-guess.1")]
      #expect(try await browser.send("/sign-in", wrong).status == 400)
    }
    let right = [("account", Self.account), ("password", TownOffice.password)]
    #expect(try await browser.send("/sign-in", right).status == 429)
    let elsewhere = Browser(OfficePages(town.office).responder)
    elsewhere.peer = "10.9.9.9"
    _ = try await elsewhere.get("/sign-in")
    #expect(try await elsewhere.send("/sign-in", right).status == 429)
    // Others sign in as ever, from the same address too.
    _ = try await town.security()
    // The security administrator lifts it.
    let security = try await town.security()
    let person = try await town.office.read { records in
      try records.person(account: try #require(AccountName(Self.account)))?.value.id
    }
    let page = "/people/\(try #require(person))"
    _ = try await security.get(page)
    #expect(try await security.send("\(page)/unlock", []).status == 303)
    #expect(try await browser.send("/sign-in", right).status == 303)
  }

  @Test func `thirty wrong guesses lock the address, whatever accounts they were for`() async throws {
    let town = try await TownOffice()
    let browser = Browser(OfficePages(town.office).responder)
    browser.peer = "192.0.2.4"
    _ = try await browser.get("/sign-in")
    for guess in 0..<30 {
      _ = try await browser.send("/sign-in", [("account", "nobody.\(guess)"), ("password", "Wrong-guess.1")])
    }
    let right = [("account", Self.account), ("password", TownOffice.password)]
    #expect(try await browser.send("/sign-in", right).status == 429)
    browser.peer = "192.0.2.5"
    #expect(try await browser.send("/sign-in", right).status == 303)
  }

  @Test func `an account that nobody has is refused and locked like one that somebody has`() async throws {
    let town = try await TownOffice()
    var answers: [[String]] = []
    for account in [Self.account, "nobody"] {
      let browser = Browser(OfficePages(town.office).responder)
      browser.peer = "192.0.2.\(answers.count + 10)"
      _ = try await browser.get("/sign-in")
      var said: [String] = []
      for _ in 0..<6 {
        let answer = try await browser.send(
          "/sign-in", [("account", account), ("password", "Wrong-guess.1")])
        let notice = answer.text.split(separator: "class=\"notice").dropFirst().first.map(String.init) ?? ""
        said.append("\(answer.status) \(notice.split(separator: "</div>").first ?? "")")
      }
      answers.append(said)
    }
    #expect(answers[0] == answers[1])
  }
}
