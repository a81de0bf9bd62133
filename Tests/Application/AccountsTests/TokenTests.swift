// Tokens, links and tickets: read back strictly, bound to what they are for, worth nothing afterwards.
import Accounts
import Organisations
import Quantities
import TableProbes
import Testing

struct TokenTests {
  private static let now = Moment(milliseconds: 1_700_000_000_000)

  @Test func `a token is known by its fingerprint and by nothing else`() throws {
    var random = SeededGenerator(seed: 1)
    var seen: Set<TokenFingerprint> = []
    for _ in 0..<200 {
      let token = SecretToken(using: &random)
      let fingerprint = try token.fingerprint()
      #expect(seen.insert(fingerprint).inserted)
      #expect(try SecretToken(text: token.text)?.fingerprint() == fingerprint)
      #expect(TokenFingerprint(fingerprint.description) == fingerprint)
      #expect(token.text.utf8.count == 43 && token.text != fingerprint.description)
    }
  }

  @Test(arguments: ["", "short", String(repeating: "A", count: 44), String(repeating: "!", count: 43)])
  func `what is no token is refused`(text: String) {
    #expect(SecretToken(text: text) == nil)
    #expect(TokenFingerprint(text) == nil)
  }

  @Test func `a link works once and until its second`() throws {
    var random = SeededGenerator(seed: 4)
    let person = try #require(PersonID(5))
    for (purpose, seconds) in [(OneTimeLink.Purpose.setUp, 86_400), (.password(person), 259_200)] {
      let (token, made) = try OneTimeLink.make(for: purpose, at: Self.now, using: &random)
      var link = made
      let end = Self.now.advanced(bySeconds: seconds)
      #expect(throws: LinkRefusal.expired) { try link.use(token, at: end) }
      #expect(throws: LinkRefusal.unknown) { try link.use(SecretToken(using: &random), at: Self.now) }
      #expect(link == made)
      let last = Moment(milliseconds: end.milliseconds - 1)
      try link.use(token, at: last)
      #expect(link.used == last)
      #expect(throws: LinkRefusal.used) { try link.use(token, at: Self.now) }
    }
  }

  @Test func `a ticket says whose password was right, for five minutes`() throws {
    var random = SeededGenerator(seed: 5)
    let key = ServerKey(using: &random)
    let ticket = SignInTicket(person: try #require(PersonID(Int64.max)), at: Self.now)
    let text = try ticket.text(key: key)
    let end = Self.now.advanced(bySeconds: 300)
    #expect(try SignInTicket(text: text, key: key, at: Self.now) == ticket)
    #expect(try SignInTicket(text: text, key: key, at: Moment(milliseconds: end.milliseconds - 1)) == ticket)
    #expect(try SignInTicket(text: text, key: key, at: end) == nil)
    #expect(try SignInTicket(text: text, key: ServerKey(using: &random), at: Self.now) == nil)
    let letters = Array(text)
    for index in letters.indices {
      var changed = letters
      changed[index] = changed[index] == "A" ? "B" : "A"
      #expect(try SignInTicket(text: String(changed), key: key, at: Self.now) == nil)
    }
  }

  @Test func `the key reads back`() throws {
    var random = SeededGenerator(seed: 6)
    let key = ServerKey(using: &random)
    let ticket = SignInTicket(person: try #require(PersonID(7)), at: Self.now)
    let text = try ticket.text(key: key)
    let back = try #require(ServerKey(text: key.text))
    #expect(try SignInTicket(text: text, key: back, at: Self.now) == ticket)
    #expect(ServerKey(text: "") == nil && ServerKey(text: String(key.text.dropLast(4))) == nil)
  }
}
