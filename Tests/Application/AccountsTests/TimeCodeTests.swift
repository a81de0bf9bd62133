// Time codes: the vectors of RFC 4226 and RFC 6238, what is taken once, and what is kept.
import Organisations
import Quantities
import TableProbes
import Testing

@testable import Accounts

struct TimeCodeTests {
  @Test(arguments: [
    (59, "94287082", "46119246", "90693936"), (1_111_111_109, "07081804", "68084774", "25091201"),
    (1_111_111_111, "14050471", "67062674", "99943326"), (1_234_567_890, "89005924", "91819424", "93441116"),
    (2_000_000_000, "69279037", "90698825", "38618901"), (20_000_000_000, "65353130", "77737706", "47863826"),
  ])
  func `codes are those of RFC 6238`(seconds: Int, sha1: String, sha256: String, sha512: String) throws {
    let digits = Array("1234567890".utf8)
    func key(_ count: Int) -> [UInt8] { (0..<count).map { digits[$0 % 10] } }
    let counter = TimeCodeSecret.counter(at: Moment(milliseconds: Int64(seconds) * 1000))
    #expect(try TimeCodeSecret.code(key: key(20), counter: counter, digits: 8, .sha1) == sha1)
    #expect(try TimeCodeSecret.code(key: key(32), counter: counter, digits: 8, .sha256) == sha256)
    #expect(try TimeCodeSecret.code(key: key(64), counter: counter, digits: 8, .sha512) == sha512)
  }

  @Test func `codes by counter are those of RFC 4226`() throws {
    let expected = [
      "755224", "287082", "359152", "969429", "338314", "254676", "287922", "162583", "399871", "520489",
    ]
    for (counter, code) in expected.enumerated() {
      let made = try TimeCodeSecret.code(
        key: Array("12345678901234567890".utf8), counter: Int64(counter), digits: 6)
      #expect(made == code)
    }
  }

  private static func secret() throws -> TimeCodeSecret {
    try #require(TimeCodeSecret(text: FiveBitText.text(Array("12345678901234567890".utf8))))
  }

  private static func moment(_ seconds: Int) -> Moment { Moment(milliseconds: Int64(seconds) * 1000) }

  @Test(arguments: [
    (0, true), (29, true), (30, true), (59, true), (60, false), (1000, false),
  ])
  func `a code counts in its half minute and the next`(seconds: Int, isTaken: Bool) throws {
    let counter = try Self.secret().acceptedCounter("755224", at: Self.moment(seconds), after: nil)
    #expect((counter != nil) == isTaken)
  }

  @Test func `the code of the next half minute counts for a telephone that is ahead`() throws {
    #expect(try Self.secret().acceptedCounter("287082", at: Self.moment(0), after: nil) == 1)
    #expect(try Self.secret().acceptedCounter("359152", at: Self.moment(0), after: nil) == nil)
  }

  @Test func `no code is taken twice, nor one before it`() throws {
    let secret = try Self.secret()
    #expect(try secret.acceptedCounter("287082", at: Self.moment(31), after: 0) == 1)
    #expect(try secret.acceptedCounter("287082", at: Self.moment(31), after: 1) == nil)
    #expect(try secret.acceptedCounter("755224", at: Self.moment(31), after: 1) == nil)
    #expect(try secret.acceptedCounter("359152", at: Self.moment(31), after: 1) == 2)
  }

  @Test(arguments: ["", "75522", "7552244", "75522a", "７５５２２４", "-75522", "755 22", "755224\n"])
  func `what is no code is not taken`(code: String) throws {
    #expect(try Self.secret().acceptedCounter(code, at: Self.moment(0), after: nil) == nil)
  }

  @Test func `blanks in a code do not matter`() throws {
    #expect(try Self.secret().acceptedCounter("755 224", at: Self.moment(0), after: nil) == 0)
  }

  @Test func `before 1970 and at the end of the calendar codes are still codes`() throws {
    let secret = try Self.secret()
    for moment in [Moment.first, .last] {
      #expect(try secret.acceptedCounter("000000", at: moment, after: Int64.max) == nil)
    }
  }

  @Test func `the address for the telephone escapes what it must`() throws {
    let address = try Self.secret().address(issuer: "准绳 A&B", account: "zhang.san")
    #expect(
      address
        == "otpauth://totp/%E5%87%86%E7%BB%B3%20A%26B:zhang.san?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
        + "&issuer=%E5%87%86%E7%BB%B3%20A%26B&algorithm=SHA1&digits=6&period=30")
  }

  @Test(arguments: ["", "GEZDGNBV", "gezdgnbvgy3tqojqgezdgnbvgy3tqojq", "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJ1"])
  func `short and misspelt secrets are refused`(text: String) {
    #expect(TimeCodeSecret(text: text) == nil)
  }

  private static func record(_ random: inout SeededGenerator) throws -> (TimeCodeRecord, [RecoveryCode]) {
    let codes = RecoveryCode.make(using: &random)
    let record = try TimeCodeRecord(secret: secret(), proof: "755224", at: moment(0), recovery: codes)
    return (try #require(record), codes)
  }

  @Test func `time codes begin with a proof, which is used up by it`() throws {
    var random = SeededGenerator(seed: 7)
    let (record, _) = try Self.record(&random)
    #expect(try record.taking("755224", at: Self.moment(1)) == nil)
    #expect(try record.taking("287082", at: Self.moment(1))?.lastCounter == 1)
    #expect(
      try TimeCodeRecord(secret: Self.secret(), proof: "000000", at: Self.moment(0), recovery: []) == nil)
  }

  @Test func `the second step of signing in takes a code once`() throws {
    var random = SeededGenerator(seed: 12)
    let (record, _) = try Self.record(&random)
    let signIn = SignIn(hasher: PasswordHasher(cost: PasswordCost(passes: 1, memory: 64, lanes: 1)))
    let taken = try signIn.finish(record, typed: "287082", at: Self.moment(31))
    #expect(taken.lastCounter == 1)
    for typed in ["287082", "755224", "000000", ""] {
      #expect(throws: SignInRefusal.wrongCode) { try signIn.finish(taken, typed: typed, at: Self.moment(31)) }
    }
  }

  @Test func `a recovery code works once, however it is typed`() throws {
    var random = SeededGenerator(seed: 8)
    let (record, codes) = try Self.record(&random)
    #expect(codes.count == 10 && Set(codes.map(\.text)).count == 10)
    let typed = " " + codes[3].text.lowercased().replacingOccurrences("-", with: " ")
    let after = try #require(try record.taking(typed, at: Self.moment(0)))
    #expect(after.recovery.count == 9 && after.lastCounter == record.lastCounter)
    #expect(try after.taking(typed, at: Self.moment(0)) == nil)
    #expect(try after.taking(codes[4].text, at: Self.moment(0))?.recovery.count == 8)
  }

  @Test(arguments: ["", "ABCD-EFGH-IJKL", "ABCD-EFGH-IJKL-MNO1", "ABCD-EFGH-IJKL-MNOPQ", "中文"])
  func `what is no recovery code is not taken`(typed: String) throws {
    var random = SeededGenerator(seed: 9)
    #expect(try Self.record(&random).0.taking(typed, at: Self.moment(0)) == nil)
    #expect(RecoveryCode(typed: typed) == nil)
  }

  @Test func `the record reads back for its person and key alone`() throws {
    var random = SeededGenerator(seed: 10)
    let (record, _) = try Self.record(&random)
    let key = ServerKey(using: &random)
    let other = ServerKey(using: &random)
    let person = try #require(PersonID(3))
    let stranger = try #require(PersonID(4))
    let text = try record.text(of: person, key: key, using: &random)
    #expect(!text.contains(record.secret.text))
    let back = try #require(try TimeCodeRecord(text: text, of: person, key: key))
    #expect(back.secret.text == record.secret.text && back.lastCounter == record.lastCounter)
    #expect(back.recovery == record.recovery)
    #expect(try TimeCodeRecord(text: text, of: stranger, key: key) == nil)
    #expect(try TimeCodeRecord(text: text, of: person, key: other) == nil)
    #expect(try TimeCodeRecord(text: "1", of: person, key: key) == nil)
    #expect(try TimeCodeRecord(text: text + " rubbish", of: person, key: key) == nil)
  }

  @Test func `a sealed secret with any byte altered does not open`() throws {
    var random = SeededGenerator(seed: 11)
    let key = ServerKey(using: &random)
    for length in [0, 1, 31, 32, 33, 100] {
      let secret = RandomBytes.take(length, using: &random)
      let text = try Seal.close(secret, label: "a", key: key, using: &random)
      #expect(try Seal.open(text, label: "a", key: key) == secret)
      #expect(try Seal.open(text, label: "b", key: key) == nil)
      let bytes = try #require(SixBitText.bytes(text))
      for index in bytes.indices {
        var altered = bytes
        altered[index] ^= 1
        #expect(try Seal.open(SixBitText.text(altered), label: "a", key: key) == nil)
      }
    }
  }
}

extension String {
  /// Every `sign` put in place by another text.
  fileprivate func replacingOccurrences(_ sign: Character, with text: String) -> String {
    split(separator: sign, omittingEmptySubsequences: false).joined(separator: text)
  }
}
