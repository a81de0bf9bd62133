// What is kept of a person's password.
package import Quantities

/// A person's password with its past, as one line of text for a store.
package struct PasswordRecord: Sendable, Hashable {
  package let hash: PasswordHash
  /// When it was set.
  package let set: Moment
  /// True for one that somebody else has given: it has to be changed before anything else.
  package let mustChange: Bool
  /// The hashes before it, the latest first.
  package let earlier: [PasswordHash]

  package init(hash: PasswordHash, set: Moment, mustChange: Bool = false, earlier: [PasswordHash] = []) {
    self.hash = hash
    self.set = set
    self.mustChange = mustChange
    self.earlier = earlier
  }

  /// True when it has to be changed before anything else is done.
  package func isChangeDue(_ rules: PasswordRules, at moment: Moment) -> Bool {
    mustChange || rules.end(set: set).map { $0 <= moment } ?? false
  }

  /// The record after a change, with as much of the past as the rules look at.
  package func changed(to hash: PasswordHash, at moment: Moment, _ rules: PasswordRules) -> PasswordRecord {
    PasswordRecord(
      hash: hash, set: moment, earlier: Array(([self.hash] + earlier).prefix(rules.historyCount)))
  }

  /// The same password hashed anew at another cost; its age stays.
  package func rehashed(_ hash: PasswordHash) -> PasswordRecord {
    PasswordRecord(hash: hash, set: set, mustChange: mustChange, earlier: earlier)
  }

  /// The hashes that a next password must not be one of: the present one and the past of the rules.
  package func refused(by rules: PasswordRules) -> [PasswordHash] {
    rules.historyCount == 0 ? [] : Array(([hash] + earlier).prefix(rules.historyCount))
  }

  /// `1 <milliseconds> <change|keep> <hash> <earlier hash>…`, for the store.
  package var text: String {
    (["1", String(set.milliseconds), mustChange ? "change" : "keep", hash.text] + earlier.map(\.text))
      .joined(separator: " ")
  }

  /// Reads what ``text`` prints; nil for anything else.
  package init?(text: String) {
    let parts = text.split(separator: " ", omittingEmptySubsequences: false)
    guard parts.count >= 4, parts[0] == "1", let milliseconds = Int64(parts[1]),
      parts[2] == "change" || parts[2] == "keep"
    else { return nil }
    var hashes: [PasswordHash] = []
    for part in parts[3...] {
      guard let hash = PasswordHash(text: String(part)) else { return nil }
      hashes.append(hash)
    }
    self.init(
      hash: hashes[0], set: Moment(milliseconds: milliseconds), mustChange: parts[2] == "change",
      earlier: Array(hashes.dropFirst()))
  }
}
