// How long sessions last and waits grow: to the exact second, and never shorter for more failures.
import Accounts
import Quantities
import TableProbes
import Testing

struct SessionAndLockoutTests {
  private static let start = Moment(milliseconds: 1_700_000_000_000)
  private static let rules = SessionRules(idleSeconds: 1800, absoluteSeconds: 43_200, countMax: 3)

  @Test(arguments: [
    (0, 0, SessionState.open), (1799, 0, .open), (1800, 0, .idle), (1801, 0, .idle), (1800, 1, .open),
    (43_199, 43_000, .open), (43_200, 43_199, .tooOld), (43_200, 0, .tooOld), (-30, 0, .open),
    (-31, 0, .tooOld),
  ])
  func `a session is over at the exact second`(now: Int, seen: Int, state: SessionState) {
    #expect(
      Self.rules.state(
        started: Self.start, lastSeen: Self.start.advanced(bySeconds: seen),
        at: Self.start.advanced(bySeconds: now)) == state)
  }

  @Test func `a millisecond before the second it is still open`() {
    let end = Self.start.advanced(bySeconds: 1800)
    let before = Moment(milliseconds: end.milliseconds - 1)
    #expect(Self.rules.state(started: Self.start, lastSeen: Self.start, at: before) == .open)
    #expect(Self.rules.state(started: Self.start, lastSeen: Self.start, at: end) == .idle)
    #expect(Self.rules.end(started: Self.start).seconds(since: Self.start) == 43_200)
  }

  @Test func `what is over stays over`() {
    var previous = SessionState.open
    for second in stride(from: 0, through: 50_000, by: 50) {
      let state = Self.rules.state(
        started: Self.start, lastSeen: Self.start, at: Self.start.advanced(bySeconds: second))
      if previous != .open { #expect(state != .open) }
      previous = state
    }
    #expect(previous == .tooOld)
  }

  @Test func `uses are noted now and then`() {
    #expect(!Self.rules.isNoteDue(lastSeen: Self.start, at: Self.start.advanced(bySeconds: 29)))
    #expect(Self.rules.isNoteDue(lastSeen: Self.start, at: Self.start.advanced(bySeconds: 30)))
    #expect(!Self.rules.isNoteDue(lastSeen: Self.start, at: Self.start.advanced(bySeconds: -5)))
  }

  @Test func `the session seen longest ago gives way to one more`() {
    func surplus(_ seen: [Int]) -> [Int] {
      Self.rules.surplus(seen.map { (key: $0, lastSeen: Self.start.advanced(bySeconds: $0)) })
    }
    #expect(surplus([]).isEmpty && surplus([2, 1]).isEmpty)
    #expect(surplus([3, 1, 2]) == [1])
    #expect(surplus([5, 4, 1, 2, 3]) == [1, 2, 3])
  }

  @Test func `limits have limits`() {
    #expect(
      SessionRules(idleSeconds: 0, absoluteSeconds: 0, countMax: 0)
        == SessionRules(idleSeconds: 60, absoluteSeconds: 300, countMax: 1))
    #expect(
      SessionRules(idleSeconds: .max, absoluteSeconds: .max, countMax: .max)
        == SessionRules(idleSeconds: 86_400, absoluteSeconds: 604_800, countMax: 50))
  }

  @Test(arguments: [
    (0, 0), (4, 0), (5, 60), (6, 120), (7, 240), (8, 480), (9, 960), (10, 1800), (11, 1800),
    (1_000_000, 1800),
    (Int.max, 1800), (-1, 0),
  ])
  func `the wait doubles up to the longest`(count: Int, seconds: Int) {
    #expect(LockoutRules.account.wait(after: count) == seconds)
  }

  @Test(arguments: [1, 2, 3])
  func `more failures never mean a shorter wait`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<300 {
      let rules = LockoutRules(
        freeAttempts: Int.random(in: -3...120, using: &random),
        firstSeconds: Int.random(in: -3...4000, using: &random),
        longestSeconds: Int.random(in: -3...90_000, using: &random),
        memorySeconds: Int.random(in: -3...3_000_000, using: &random))
      #expect(rules.wait(after: rules.freeAttempts - 1) == 0)
      #expect(rules.wait(after: rules.freeAttempts) == min(rules.firstSeconds, rules.longestSeconds))
      for count in 0..<150 {
        #expect(rules.wait(after: count) <= rules.wait(after: count + 1))
        #expect(rules.wait(after: count) <= rules.longestSeconds)
      }
    }
  }

  @Test func `after five failures nothing is admitted until the minute is over`() throws {
    let rules = LockoutRules.account
    var history = FailureHistory.none
    for attempt in 1...5 {
      guard case .admitted(let next) = rules.admission(history, at: Self.start) else {
        Issue.record("attempt \(attempt) was not admitted")
        return
      }
      history = next
      #expect(history.count == attempt)
    }
    let end = Self.start.advanced(bySeconds: 60)
    #expect(rules.admission(history, at: Self.start) == .locked(until: end))
    let before = Moment(milliseconds: end.milliseconds - 1)
    #expect(rules.admission(history, at: before) == .locked(until: end))
    #expect(rules.admission(history, at: end) == .admitted(FailureHistory(count: 6, last: end)))
  }

  @Test func `attempts while locked make the wait no longer`() {
    let history = FailureHistory(count: 7, last: Self.start)
    let first = LockoutRules.account.admission(history, at: Self.start.advanced(bySeconds: 1))
    let later = LockoutRules.account.admission(history, at: Self.start.advanced(bySeconds: 200))
    #expect(first == later && first == .locked(until: Self.start.advanced(bySeconds: 240)))
  }

  @Test func `failures are forgotten after a day`() {
    let history = FailureHistory(count: 40, last: Self.start)
    let day = Self.start.advanced(bySeconds: 86_400)
    #expect(
      LockoutRules.account.admission(history, at: day) == .admitted(FailureHistory(count: 1, last: day)))
  }

  @Test func `a clock put back makes no wait longer than the longest`() {
    let history = FailureHistory(count: 40, last: Self.start)
    let past = Self.start.advanced(bySeconds: -1_000_000)
    #expect(
      LockoutRules.account.admission(history, at: past) == .locked(until: past.advanced(bySeconds: 1800)))
  }

  @Test func `an address that signs in keeps the failures of others`() {
    let history = FailureHistory(count: 12, last: Self.start)
    #expect(LockoutRules.address.forgiven(history) == FailureHistory(count: 11, last: Self.start))
    #expect(LockoutRules.address.forgiven(.none) == .none)
    #expect(FailureHistory(count: -4, last: Self.start) == .none)
    #expect(FailureHistory(count: 4, last: nil) == .none)
  }

  @Test(arguments: [
    ("10.1.2.3", "10.1.2.3"), ("255.255.255.255", "255.255.255.255"), ("::ffff:10.1.2.3", "10.1.2.3"),
    ("::ffff:a01:203", "10.1.2.3"), ("2001:db8:0:1:aaaa:bbbb:cccc:dddd", "2001:db8:0:1::/64"),
    ("2001:DB8:0:1::1", "2001:db8:0:1::/64"), ("::1", "0:0:0:0::/64"), ("::", "0:0:0:0::/64"),
    ("fe80::1%eth0", "fe80:0:0:0::/64"), ("64:ff9b::10.1.2.3", "64:ff9b:0:0::/64"),
  ])
  func `addresses are counted by what their customer has`(text: String, key: String) {
    #expect(ClientAddress(text)?.description == key)
  }

  @Test(arguments: [
    "", "10.1.2", "10.1.2.256", "10.1.2.03", "10.1.2.3.4", "10.1.2.+3", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9",
    "1::2::3", ":::", "g::1", "12345::1", "1:2:3:4:5:6:7:8::", "10.1.2.3:80", "localhost", "::1 ",
    "２.1.2.3", "::10.1.2.3:1", "1.2.3.4::", String(repeating: "1:", count: 40),
  ])
  func `what is no address is refused`(text: String) {
    #expect(ClientAddress(text) == nil)
  }
}
