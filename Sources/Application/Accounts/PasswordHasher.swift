// Argon2id away from the threads that serve requests, two at once.
import CArgon2
import Dispatch
import Synchronization

/// Why a password could not be hashed or compared.
package enum HashingFailure: Error, Sendable, Hashable {
  /// Too many are waiting already; the person may try again in a moment.
  case busy
  /// The machine has no memory for it now.
  case noMemory
  /// The library refused. The code is for operators.
  case refused(code: Int32)
}

/// Hashes and compares passwords: at most so many at once as it has lanes, the others wait in line.
///
/// Each takes tens of milliseconds and 64 MiB, so the work runs on queues of its own and never on the
/// threads that serve requests; memory stays below lanes × cost whatever arrives.
package final class PasswordHasher: Sendable {
  /// What new hashes cost.
  package let cost: PasswordCost
  private let queues: [DispatchQueue]
  private let waitingMax: Int
  /// How many are running or waiting, by lane.
  private let loads: Mutex<[Int]>
  private let total = Mutex(0)
  private let decoy: PasswordHash?

  /// - Parameters:
  ///   - lanes: how many run at once.
  ///   - waitingMax: how many may wait for each lane.
  package init(cost: PasswordCost = .usual, lanes: Int = 2, waitingMax: Int = 32) {
    self.cost = cost
    self.waitingMax = max(1, waitingMax)
    queues = (0..<max(1, lanes)).map { DispatchQueue(label: "plumbline.passwords.\($0)") }
    loads = Mutex(Array(repeating: 0, count: max(1, lanes)))
    decoy = PasswordHash(
      text: "$argon2id$v=19$m=\(cost.memory),t=\(cost.passes),p=\(cost.lanes)$"
        + String(repeating: "A", count: 22) + "$" + String(repeating: "A", count: 43))
  }

  /// Bytes of a salt.
  package static let saltBytes = 16

  /// The hash of a password with 16 random bytes of salt.
  package func hash(_ password: Password, salt: [UInt8]) async throws(HashingFailure) -> PasswordHash {
    let cost = cost
    return try await run { Self.hash(password.bytes, salt: salt, cost: cost) }.get()
  }

  /// Whether a password is the one of a hash.
  ///
  /// Without a hash (an account that is not there) the work is done all the same and the answer is no, so
  /// that the time tells nothing about which accounts there are.
  package func isRight(_ password: Password, for hash: PasswordHash?) async throws(HashingFailure) -> Bool {
    guard let compared = hash ?? decoy else { return false }
    let isEqual = try await run { Self.verify(password.bytes, compared) }.get()
    return isEqual && hash != nil
  }

  /// Whether a password is one of several, as of a person's earlier ones; looks at all of them.
  package func isAmong(_ password: Password, _ hashes: [PasswordHash]) async throws(HashingFailure) -> Bool {
    var isFound = false
    for hash in hashes {
      let isRight = try await isRight(password, for: hash)
      isFound = isFound || isRight
    }
    return isFound
  }

  /// How many are running or waiting.
  package var load: Int { loads.withLock { $0.reduce(0, +) } }

  /// How many were hashed or compared since the beginning: the work that somebody outside could measure.
  package var count: Int { total.withLock { $0 } }

  /// Runs blocking work on the lane with the least to do.
  func run<Answer: Sendable>(_ work: @escaping @Sendable () -> Answer) async throws(HashingFailure) -> Answer
  {
    let lane = loads.withLock { loads -> Int? in
      guard let lane = loads.indices.min(by: { loads[$0] < loads[$1] }), loads[lane] <= waitingMax
      else { return nil }
      loads[lane] += 1
      return lane
    }
    guard let lane else { throw .busy }
    total.withLock { $0 += 1 }
    return await withCheckedContinuation { continuation in
      queues[lane].async {
        let answer = work()
        self.loads.withLock { $0[lane] -= 1 }
        continuation.resume(returning: answer)
      }
    }
  }

  private static let hashBytes = 32

  private static func hash(
    _ password: [UInt8], salt: [UInt8], cost: PasswordCost
  ) -> Result<PasswordHash, HashingFailure> {
    let length = argon2_encodedlen(
      cost.passes, cost.memory, cost.lanes, UInt32(clamping: salt.count), UInt32(hashBytes), Argon2_id)
    var encoded = [CChar](repeating: 0, count: length)
    let code = argon2id_hash_encoded(
      cost.passes, cost.memory, cost.lanes, password, password.count, salt, salt.count, hashBytes, &encoded,
      encoded.count)
    guard code == ARGON2_OK.rawValue else { return .failure(failure(code)) }
    let text = String(decoding: encoded.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    guard let hash = PasswordHash(text: text) else { return .failure(.refused(code: code)) }
    return .success(hash)
  }

  /// The library compares in constant time.
  private static func verify(_ password: [UInt8], _ hash: PasswordHash) -> Result<Bool, HashingFailure> {
    let code = argon2id_verify(hash.text, password, password.count)
    if code == ARGON2_OK.rawValue { return .success(true) }
    return code == ARGON2_VERIFY_MISMATCH.rawValue ? .success(false) : .failure(failure(code))
  }

  private static func failure(_ code: Int32) -> HashingFailure {
    code == ARGON2_MEMORY_ALLOCATION_ERROR.rawValue ? .noMemory : .refused(code: code)
  }
}
