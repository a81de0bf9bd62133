// Hashing passwords: the vectors of the reference, what is refused, and how many run at once.
import Dispatch
import Quantities
import Synchronization
import TableProbes
import Testing

@testable import Accounts

struct PasswordHasherTests {
  private static let cheap = PasswordCost(passes: 1, memory: 64, lanes: 1)
  private static let salt = [UInt8](0..<16)

  private static func password(_ text: String) throws -> Password { try #require(Password(text)) }

  /// Vectors of the reference implementation (`src/test.c`, Argon2id, version 0x13).
  @Test(arguments: [
    (
      "password", PasswordCost(passes: 2, memory: 65536, lanes: 1), "somesalt",
      "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc"
    ),
    (
      "password", PasswordCost(passes: 2, memory: 256, lanes: 2), "somesalt",
      "$argon2id$v=19$m=256,t=2,p=2$c29tZXNhbHQ$bQk8UB/VmZZF4Oo79iDXuL5/0ttZwg2f/5U52iv1cDc"
    ),
    (
      "differentpassword", PasswordCost(passes: 2, memory: 65536, lanes: 1), "somesalt",
      "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$C4TWUs9rDEvq7w3+J4umqA32aWKB1+DSiRuBfYxFj94"
    ),
  ])
  func `hashes are those of the reference`(
    text: String, cost: PasswordCost, salt: String, encoded: String
  ) async throws {
    let hasher = PasswordHasher(cost: cost)
    let hash = try await hasher.hash(Self.password(text), salt: Array(salt.utf8))
    #expect(hash.text == encoded)
    #expect(hash.cost == cost)
    #expect(try await hasher.isRight(Self.password(text), for: hash))
    #expect(try await !hasher.isRight(Self.password(text + " "), for: hash))
  }

  @Test func `the usual cost is t = 3 and 64 MiB`() async throws {
    let hasher = PasswordHasher()
    let hash = try await hasher.hash(Self.password("晴天去爬山 7 次!"), salt: Self.salt)
    #expect(hash.text.hasPrefix("$argon2id$v=19$m=65536,t=3,p=1$"))
    #expect(try await hasher.isRight(Self.password("晴天去爬山 7 次!"), for: hash))
    #expect(try await !hasher.isRight(Self.password("晴天去爬山 8 次!"), for: hash))
  }

  @Test func `a hash of another cost is compared too, and wants to be made anew`() async throws {
    let hash = try await PasswordHasher(cost: Self.cheap).hash(
      Self.password("river stone 9"), salt: Self.salt)
    let dearer = PasswordHasher(cost: PasswordCost(passes: 2, memory: 128, lanes: 1))
    #expect(try await dearer.isRight(Self.password("river stone 9"), for: hash))
    let record = PasswordRecord(hash: hash, set: .first)
    #expect(SignIn(hasher: dearer).wantsRehash(record))
    #expect(!SignIn(hasher: PasswordHasher(cost: Self.cheap)).wantsRehash(record))
  }

  @Test func `without a hash the answer is no`() async throws {
    let hasher = PasswordHasher(cost: Self.cheap)
    #expect(try await !hasher.isRight(Self.password("anything at all"), for: nil))
    #expect(try await !hasher.isAmong(Self.password("anything at all"), []))
  }

  @Test func `earlier passwords are found wherever they stand`() async throws {
    let hasher = PasswordHasher(cost: Self.cheap)
    var hashes: [PasswordHash] = []
    for text in ["first one", "second one", "third one"] {
      hashes.append(try await hasher.hash(Self.password(text), salt: Self.salt))
    }
    for text in ["first one", "second one", "third one"] {
      #expect(try await hasher.isAmong(Self.password(text), hashes))
    }
    #expect(try await !hasher.isAmong(Self.password("fourth one"), hashes))
  }

  @Test func `two run at once and never three`() async {
    let hasher = PasswordHasher(cost: Self.cheap, lanes: 2, waitingMax: 32)
    let crowd = Crowd()
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<24 {
        group.addTask { _ = try? await hasher.run { crowd.visit() } }
      }
    }
    #expect(crowd.most == 2)
    #expect(crowd.visits == 24)
    #expect(hasher.load == 0)
  }

  @Test func `more than can wait are told to come again, unknown accounts too`() async throws {
    let hasher = PasswordHasher(cost: Self.cheap, lanes: 1, waitingMax: 1)
    let gate = DispatchSemaphore(value: 0)
    let first = Task { try await hasher.run { gate.wait() } }
    // One after the other: what comes to an empty lane is done and gone before anybody sees it.
    while hasher.load < 1 { await Task.yield() }
    let second = Task { try await hasher.run { 2 } }
    while hasher.load < 2 { await Task.yield() }
    let password = try Self.password("nobody's password")
    await #expect(throws: HashingFailure.busy) { try await hasher.isRight(password, for: nil) }
    gate.signal()
    try await first.value
    #expect(try await second.value == 2)
    #expect(try await !hasher.isRight(password, for: nil))
  }

  @Test(arguments: [
    "", "password", "$argon2i$v=19$m=64,t=1,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAA",
    "$argon2id$v=16$m=64,t=1,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAA",
    "$argon2id$v=19$m=4194304,t=1,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAA",
    "$argon2id$v=19$m=64,t=1000,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAA",
    "$argon2id$v=19$m=64,t=0,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAA",
    "$argon2id$v=19$m=7,t=1,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAA",
    "$argon2id$v=19$m=64,t=1,p=99$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAA",
    "$argon2id$v=19$t=1,m=64,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAA",
    "$argon2id$v=19$m=64,t=1,p=1$AAAA$AAAAAAAAAAAAAAAAAAAAAA",
    "$argon2id$v=19$m=64,t=1,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAA AAAAA",
    "$argon2id$v=19$m=99999999999,t=1,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAA",
    "$argon2id$v=19$m=64,t=1,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAA$",
  ])
  func `what is no hash of ours, or would cost too much, is refused`(text: String) {
    #expect(PasswordHash(text: text) == nil)
  }

  @Test(arguments: ["", "line\nbreak", "zero\u{0}", "tab\t", String(repeating: "长", count: 86)])
  func `what nobody can have typed is no password`(text: String) {
    #expect(Password(text) == nil)
  }

  @Test func `secrets never show in descriptions`() async throws {
    var random = SeededGenerator(seed: 1)
    let password = try Self.password("river stone 9")
    let hash = try await PasswordHasher(cost: Self.cheap).hash(password, salt: Self.salt)
    let token = SecretToken(using: &random)
    let key = ServerKey(using: &random)
    let secret = TimeCodeSecret(using: &random)
    let recovery = RecoveryCode.make(using: &random)[0]
    let record = PasswordRecord(hash: hash, set: .first)
    for (value, hidden) in [
      (password as Any, "river"), (hash, hash.text), (token, token.text), (key, key.text),
      (secret, secret.text), (recovery, recovery.text), (record, hash.text),
    ] {
      #expect(!String(describing: value).contains(hidden))
      #expect(!String(reflecting: value).contains(hidden))
    }
  }
}

/// Counts who is there at once; the first visitor waits for the second.
private final class Crowd: Sendable {
  private let counts = Mutex((present: 0, most: 0, visits: 0))
  private let meeting = DispatchSemaphore(value: 0)

  var most: Int { counts.withLock { $0.most } }
  var visits: Int { counts.withLock { $0.visits } }

  func visit() {
    let number = counts.withLock { counts -> Int in
      counts.present += 1
      counts.visits += 1
      counts.most = max(counts.most, counts.present)
      return counts.visits
    }
    if number == 1 { meeting.wait() }
    if number == 2 { meeting.signal() }
    counts.withLock { $0.present -= 1 }
  }
}
