// The rules for passwords: what passes, what does not and why, and how long one lasts.
import Accounts
import Organisations
import Quantities
import Testing

struct PasswordRulesTests {
  private static func account(_ text: String = "zhang.san") throws -> AccountName {
    try #require(AccountName(text))
  }

  @Test(arguments: [
    "Lantern-42-river", "雨后的第3座Bridge", "tea Kettle sings 6", "9Mountains!Green", "kF7#vbQ2!x", "Xq8wLmT2rV",
    "correct horse Battery 7", "Wo3 ai yi ge xiao cheng",
  ])
  func `good passwords pass`(text: String) throws {
    #expect(try PasswordRules().flaws(of: text, account: Self.account()).isEmpty)
  }

  @Test(arguments: [
    ("", [PasswordFlaw.notText]), ("a\nb", [.notText]),
    (String(repeating: "长", count: 86), [.tooLong(max: 256)]),
    ("kF7#vbQ2", [.tooShort(min: 10)]), ("kfqvbwzmpt", [.tooFewKinds(min: 3)]),
    ("kfqvbwzmpt7", [.tooFewKinds(min: 3)]), ("KFq7", [.tooShort(min: 10), .isPredictable]),
    ("Zhang.San-lantern-7", [.holdsAccountName]), ("7-lantern-NAS.gnahz", [.holdsAccountName]),
    ("P@ssw0rd2024!", [.isCommon]), ("Password123456", [.isCommon]), ("1234567890aA!", [.isPredictable]),
    ("Admin@123456", [.isCommon]), ("Aa1!Aa1!Aa", []), ("AdminAdmin2026!", [.isCommon]),
    ("Qwertyuiop123!", [.isCommon]), ("1qaz2wsx#EDC", [.isPredictable]), ("CCCCCCCCCCCc1!", [.isPredictable]),
    ("Abcdefghij1234!", [.isPredictable]), ("Caizhengju@2025", [.isCommon]), ("!!!Dongguan2026", [.isCommon]),
    ("Woaini1314520!", [.isCommon]),
  ])
  func `weak passwords are refused, each with its reason`(text: String, flaws: [PasswordFlaw]) throws {
    #expect(try PasswordRules().flaws(of: text, account: Self.account()) == flaws)
  }

  @Test func `a longer password of one kind passes where the rules say so`() throws {
    let rules = PasswordRules(charactersMin: 16, kindsMin: 1)
    #expect(try rules.flaws(of: "lantern river bridge kettle", account: Self.account()).isEmpty)
    #expect(try rules.flaws(of: "lantern", account: Self.account()).contains(.tooShort(min: 16)))
  }

  @Test func `a telephone number as account is not to be in the password`() throws {
    let account = try Self.account("13800001111")
    #expect(PasswordRules().flaws(of: "Kettle13800001111!", account: account).contains(.holdsAccountName))
  }

  @Test func `a very short account name does not forbid its letters`() throws {
    #expect(try PasswordRules().flaws(of: "Lantern-42-river", account: Self.account("er")).isEmpty)
  }

  @Test func `numbers outside their ranges become the nearest inside`() {
    let low = PasswordRules(charactersMin: -5, kindsMin: 0, historyCount: -1, daysMax: -1, hoursMin: -1)
    #expect(low == PasswordRules(charactersMin: 8, kindsMin: 1, historyCount: 0, daysMax: 0, hoursMin: 0))
    let high = PasswordRules(
      charactersMin: .max, kindsMin: .max, historyCount: .max, daysMax: .max, hoursMin: .max)
    #expect(
      high
        == PasswordRules(charactersMin: 64, kindsMin: 4, historyCount: 24, daysMax: 3650, hoursMin: 720))
  }

  private static let hash = PasswordHash(
    text: "$argon2id$v=19$m=64,t=1,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAA")

  @Test func `a password is over at the second at which its days are`() throws {
    let set = Moment(milliseconds: 1_700_000_000_000)
    let record = PasswordRecord(hash: try #require(Self.hash), set: set)
    let rules = PasswordRules(daysMax: 90)
    #expect(!record.isChangeDue(rules, at: set.advanced(bySeconds: 90 * 86_400 - 1)))
    #expect(record.isChangeDue(rules, at: set.advanced(bySeconds: 90 * 86_400)))
    #expect(!record.isChangeDue(PasswordRules(daysMax: 0), at: .last))
    #expect(PasswordRecord(hash: record.hash, set: set, mustChange: true).isChangeDue(rules, at: set))
  }

  @Test func `a record of a password reads back, and nothing else does`() throws {
    let hash = try #require(Self.hash)
    let set = Moment(milliseconds: -5)
    for count in 0..<4 {
      for mustChange in [true, false] {
        let record = PasswordRecord(
          hash: hash, set: set, mustChange: mustChange, earlier: Array(repeating: hash, count: count))
        #expect(PasswordRecord(text: record.text) == record)
      }
    }
    for text in [
      "", "1", "1 0 keep", "2 0 keep \(hash.text)", "1 x keep \(hash.text)", "1 0 maybe \(hash.text)",
      "1 0 keep \(hash.text) ", "1 0 keep rubbish", "1 0 keep \(hash.text) rubbish",
    ] {
      #expect(PasswordRecord(text: text) == nil)
    }
  }

  @Test func `the past is as long as the rules look back`() async throws {
    let signIn = SignIn(hasher: PasswordHasher(cost: PasswordCost(passes: 1, memory: 64, lanes: 1)))
    let rules = PasswordRules(historyCount: 3, hoursMin: 0)
    let account = try Self.account()
    var moment = Moment(milliseconds: 0)
    var record: PasswordRecord?
    func change(to text: String) async throws {
      moment = moment.advanced(bySeconds: 10)
      record = try await signIn.record(
        changing: record, to: text, account: account, rules: rules, isOwnChange: true,
        salt: [UInt8](0..<16), at: moment)
    }
    for number in 1...3 { try await change(to: "Lantern-\(number)-river") }
    for number in 1...3 {
      await #expect(throws: PasswordChangeRefusal.flaws([.wasUsed(count: 3)])) {
        try await change(to: "Lantern-\(number)-river")
      }
    }
    try await change(to: "Lantern-4-river")
    #expect(record?.earlier.count == 3)
    try await change(to: "Lantern-1-river")
  }

  @Test func `nobody runs through the history in an hour, but a link or a due change always works`()
    async throws
  {
    let signIn = SignIn(hasher: PasswordHasher(cost: PasswordCost(passes: 1, memory: 64, lanes: 1)))
    let rules = PasswordRules(hoursMin: 1)
    let account = try Self.account()
    let set = Moment(milliseconds: 0)
    let hash = try #require(Self.hash)
    func change(_ record: PasswordRecord, after seconds: Int, isOwn: Bool) async throws {
      _ = try await signIn.record(
        changing: record, to: "Lantern-42-river", account: account, rules: rules, isOwnChange: isOwn,
        salt: [UInt8](0..<16), at: set.advanced(bySeconds: seconds))
    }
    let record = PasswordRecord(hash: hash, set: set)
    await #expect(throws: PasswordChangeRefusal.flaws([.tooEarly(until: set.advanced(bySeconds: 3600))])) {
      try await change(record, after: 3599, isOwn: true)
    }
    try await change(record, after: 3600, isOwn: true)
    try await change(record, after: 1, isOwn: false)
    try await change(PasswordRecord(hash: hash, set: set, mustChange: true), after: 1, isOwn: true)
  }

  @Test func `every flaw has a sentence of its own`() {
    let flaws: [PasswordFlaw] = [
      .tooShort(min: 10), .tooLong(max: 256), .tooFewKinds(min: 3), .holdsAccountName, .isCommon,
      .isPredictable, .wasUsed(count: 5), .tooEarly(until: .first), .notText,
    ]
    #expect(Set(flaws.map(\.sentence)).count == flaws.count)
    #expect(PasswordRules().sentences.count == 5)
    #expect(PasswordRules(kindsMin: 1, historyCount: 0, daysMax: 0).sentences.count == 2)
  }

  @Test func `a wait is told in the time of China, never too early`() {
    let until = Moment(milliseconds: 1_795_251_930_250)
    #expect(PasswordFlaw.tooEarly(until: until).sentence.contains("11月21日 17:06"))
    #expect(SignInRefusal.locked(until: until).sentence.contains("11月21日 17:06"))
  }
}
