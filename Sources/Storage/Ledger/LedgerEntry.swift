// One line of the ledger: who did what to what, when, with which content, and why.
package import Quantities

/// What is to be written down; its place in the chain is given when the transaction ends.
package struct LedgerNote: Sendable, Hashable {
  package var moment: Moment
  /// The number of the person; nil for the system itself.
  package var actor: Int64?
  package var action: LedgerAction
  /// What it was done to, as a path: `form/17/version/3`.
  package var subject: String
  /// The digest of the content that came of it; nil where there is none, as for a sign-in.
  package var content: ContentHash?
  /// Why, as the actor said; empty where nobody asks.
  package var reason: String

  package init(
    moment: Moment, actor: Int64?, action: LedgerAction, subject: String, content: ContentHash? = nil,
    reason: String = ""
  ) {
    self.moment = moment
    self.actor = actor
    self.action = action
    self.subject = subject
    self.content = content
    self.reason = reason
  }
}

/// What was done: a short word in small letters, such as `form.version` or `session.start`.
///
/// The words are those of the operations; the ledger itself knows one of them, because it holds the versions
/// of forms against it.
package struct LedgerAction: Sendable, Hashable, CustomStringConvertible {
  package let rawValue: String

  package init(_ rawValue: String) { self.rawValue = rawValue }

  package var description: String { rawValue }

  /// A version of a form was stored; the subject is `form/N/version/M`, the content its bytes.
  package static let formVersion = LedgerAction("form.version")
}

/// A note in its place: numbered, and chained to the one before.
package struct LedgerEntry: Sendable, Hashable {
  /// 1, 2, 3 … without a gap.
  package var sequence: Int64
  package var note: LedgerNote
  /// The hash of the entry before; zeros before the first.
  package var previous: ContentHash
  /// The SM3 of the canonical encoding of all of the above.
  package var hash: ContentHash

  /// An entry as it stands somewhere, right or wrong.
  package init(sequence: Int64, note: LedgerNote, previous: ContentHash, hash: ContentHash) {
    self.sequence = sequence
    self.note = note
    self.previous = previous
    self.hash = hash
  }

  /// The entry that follows a head.
  package init(_ note: LedgerNote, after head: LedgerHead) {
    sequence = head.sequence + 1
    self.note = note
    previous = head.hash
    var encoder = LedgerEncoder()
    hash = encoder.hash(sequence: sequence, note: note, previous: head.hash)
  }
}

/// The last entry's number and hash: who knows it from yesterday can tell today whether anything before it
/// was changed. `0` and zeros for an empty ledger.
package struct LedgerHead: Sendable, Hashable, CustomStringConvertible {
  package let sequence: Int64
  package let hash: ContentHash

  package static let empty = LedgerHead(sequence: 0, hash: .zero)

  package init(sequence: Int64, hash: ContentHash) {
    self.sequence = sequence
    self.hash = hash
  }

  /// Reads what `description` prints; nil for anything else.
  package init?(_ text: some StringProtocol) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, let sequence = Int64(parts[0]), sequence >= 0, String(sequence) == parts[0],
      let hash = ContentHash(hexadecimal: parts[1])
    else { return nil }
    self.init(sequence: sequence, hash: hash)
  }

  /// To be printed or posted: `1204:9f86d0…`.
  package var description: String { "\(sequence):\(hash)" }
}
