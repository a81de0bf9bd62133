// Signing in: who comes in, what everybody else is told, and how attempts are counted.
import Accounts
import Organisations
import Quantities
import Testing

struct SignInTests {
  private static let now = Moment(milliseconds: 1_795_251_930_000)
  private static let signIn = SignIn(
    hasher: PasswordHasher(cost: PasswordCost(passes: 1, memory: 64, lanes: 1)))

  private static func day(_ text: String) throws -> Day { try #require(Day(text)) }

  private static func account(
    password: String? = "Lantern-42-river", until last: String? = nil, hasTimeCodes: Bool = false
  ) async throws -> KnownAccount {
    let person = Person(
      id: try #require(PersonID(7)), name: "陈一", account: try #require(AccountName("chen.yi")),
      organisation: try #require(OrganisationID(1)),
      days: try #require(DaySpan(first: day("2026-01-01"), last: try last.map(day))))
    var record: PasswordRecord?
    if let password {
      record = try await signIn.record(
        changing: nil, to: password, account: person.account, rules: PasswordRules(), isOwnChange: false,
        salt: [UInt8](0..<16), at: now)
    }
    return KnownAccount(person: person, password: record, hasTimeCodes: hasTimeCodes)
  }

  private static func outcome(
    _ account: KnownAccount?, _ password: String
  ) async throws -> Result<SignInSuccess, SignInRefusal> {
    do throws(SignInRefusal) {
      return .success(
        try await signIn.check(account, password: password, at: now, on: now.day()))
    } catch {
      return .failure(error)
    }
  }

  @Test func `the right password signs in`() async throws {
    let account = try await Self.account()
    #expect(
      try await Self.outcome(account, "Lantern-42-river") == .success(.signedIn(account.person.id)))
  }

  @Test func `with time codes a ticket comes first`() async throws {
    let account = try await Self.account(hasTimeCodes: true)
    let ticket = SignInTicket(person: account.person.id, at: Self.now)
    #expect(try await Self.outcome(account, "Lantern-42-river") == .success(.needsTimeCode(ticket)))
    #expect(try await Self.outcome(account, "Lantern-43-river") == .failure(.wrong))
  }

  @Test(arguments: ["", "lantern-42-river", "Lantern-42-river ", "\n", String(repeating: "x", count: 5000)])
  func `a wrong password is wrong`(password: String) async throws {
    #expect(try await Self.outcome(Self.account(), password) == .failure(.wrong))
  }

  @Test func `whatever keeps somebody out, the answer is the same`() async throws {
    let right = "Lantern-42-river"
    #expect(try await Self.outcome(nil, right) == .failure(.wrong))
    #expect(try await Self.outcome(Self.account(password: nil), right) == .failure(.wrong))
    #expect(try await Self.outcome(Self.account(until: "2026-11-20"), right) == .failure(.wrong))
    #expect(try await Self.outcome(Self.account(until: "2026-11-21"), right) != .failure(.wrong))
  }

  @Test func `an attempt counts before it is answered, and success takes it back`() throws {
    let rules = AccountRules()
    let attempt = try SignInAttempt(
      account: FailureHistory(count: 3, last: Self.now), address: FailureHistory(count: 9, last: Self.now),
      rules: rules, at: Self.now)
    #expect(attempt.account.count == 4 && attempt.address.count == 10)
    let kept = attempt.succeeded(rules)
    #expect(kept.account == .none && kept.address.count == 9)
  }

  @Test func `the later of two waits is told`() {
    let rules = AccountRules()
    let locked = FailureHistory(count: 6, last: Self.now)
    let longer = FailureHistory(count: 32, last: Self.now)
    func refusal(_ account: FailureHistory, _ address: FailureHistory) -> SignInRefusal? {
      do throws(SignInRefusal) {
        _ = try SignInAttempt(account: account, address: address, rules: rules, at: Self.now)
        return nil
      } catch {
        return error
      }
    }
    #expect(refusal(.none, .none) == nil)
    #expect(refusal(locked, .none) == .locked(until: Self.now.advanced(bySeconds: 120)))
    #expect(refusal(.none, longer) == .locked(until: Self.now.advanced(bySeconds: 240)))
    #expect(refusal(locked, longer) == .locked(until: Self.now.advanced(bySeconds: 240)))
  }

  @Test func `a hundred attempts at once are five and a wait`() {
    let rules = AccountRules()
    var history = FailureHistory.none
    var admitted = 0
    for _ in 0..<100 {
      guard
        let attempt = try? SignInAttempt(account: history, address: .none, rules: rules, at: Self.now)
      else { continue }
      history = attempt.account
      admitted += 1
    }
    #expect(admitted == 5)
  }

  @Test func `a first password may be weak in nothing`() async {
    await #expect(throws: PasswordChangeRefusal.self) { _ = try await Self.account(password: "Chen.Yi-2026") }
  }

  @Test func `refusals have sentences that tell nothing about accounts`() {
    let refusals: [SignInRefusal] = [.wrong, .locked(until: Self.now), .busy, .unavailable, .wrongCode]
    #expect(Set(refusals.map(\.sentence)).count == refusals.count)
    #expect(LinkRefusal.allCases.allSatisfy { !$0.sentence.isEmpty })
    #expect(SessionState.allCases.count { !$0.sentence.isEmpty } == 2)
  }
}
