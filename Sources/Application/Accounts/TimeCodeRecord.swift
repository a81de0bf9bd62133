// What is kept of a person's time codes.
package import Organisations
package import Quantities

/// The time codes of a person: the secret, the last code taken, and the recovery codes left.
package struct TimeCodeRecord: Sendable {
  package let secret: TimeCodeSecret
  /// The counter of the last code that was taken; codes up to it are worth nothing any more.
  package let lastCounter: Int64
  /// Those that were not used yet.
  package let recovery: [TokenFingerprint]

  private init(secret: TimeCodeSecret, lastCounter: Int64, recovery: [TokenFingerprint]) {
    self.secret = secret
    self.lastCounter = lastCounter
    self.recovery = recovery
  }

  /// Begins with a code that proves that the person's telephone has the secret; nil when it is wrong.
  package init?(
    secret: TimeCodeSecret, proof: String, at moment: Moment, recovery: [RecoveryCode]
  ) throws(DigestFailure) {
    guard let counter = try secret.acceptedCounter(proof, at: moment, after: nil) else { return nil }
    var fingerprints: [TokenFingerprint] = []
    for code in recovery { fingerprints.append(try code.fingerprint()) }
    self.init(secret: secret, lastCounter: counter, recovery: fingerprints)
  }

  /// The record after what was typed was taken, a time code or a recovery code; nil when it is wrong, or
  /// was taken before.
  ///
  /// The store has to put it in place of this very record (by its revision): of two requests with one code
  /// only one may pass.
  package func taking(_ typed: String, at moment: Moment) throws(DigestFailure) -> TimeCodeRecord? {
    if let counter = try secret.acceptedCounter(typed, at: moment, after: lastCounter) {
      return TimeCodeRecord(secret: secret, lastCounter: counter, recovery: recovery)
    }
    guard let fingerprint = try RecoveryCode(typed: typed)?.fingerprint(), recovery.contains(fingerprint)
    else { return nil }
    return TimeCodeRecord(
      secret: secret, lastCounter: lastCounter, recovery: recovery.filter { $0 != fingerprint })
  }

  /// `1 <sealed secret> <counter> <fingerprint>…`, for the store; the secret is sealed under the server's
  /// key for this person.
  package func text(
    of person: PersonID, key: ServerKey, using random: inout some RandomNumberGenerator
  ) throws(DigestFailure) -> String {
    let sealed = try Seal.close(
      Array(secret.text.utf8), label: Self.label(person), key: key, using: &random)
    return (["1", sealed, String(lastCounter)] + recovery.map(\.description)).joined(separator: " ")
  }

  /// Reads what ``text(of:key:using:)`` prints; nil for anything else, or under another key or person.
  package init?(text: String, of person: PersonID, key: ServerKey) throws(DigestFailure) {
    let parts = text.split(separator: " ", omittingEmptySubsequences: false)
    guard parts.count >= 3, parts[0] == "1", let counter = Int64(parts[2]), counter >= 0,
      let opened = try Seal.open(parts[1], label: Self.label(person), key: key),
      let secret = TimeCodeSecret(text: String(decoding: opened, as: UTF8.self))
    else { return nil }
    var recovery: [TokenFingerprint] = []
    for part in parts[3...] {
      guard let fingerprint = TokenFingerprint(part) else { return nil }
      recovery.append(fingerprint)
    }
    self.init(secret: secret, lastCounter: counter, recovery: recovery)
  }

  private static func label(_ person: PersonID) -> String { "time codes of \(person)" }
}
