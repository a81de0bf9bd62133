// The ledger in the store.
package import Ledger

/// Reads the ledger.
package protocol LedgerView {
  /// The last entry's number and hash.
  func ledgerHead() throws(RecordError) -> LedgerHead

  /// Entries by number, after one of them (0 for the first), at most `limit`.
  func ledgerEntries(after sequence: Int64, limit: Int) throws(RecordError) -> [LedgerEntry]

  /// Entries about a subject and what belongs to it (`form/17` has `form/17/version/1`), the latest first,
  /// those before a number, at most `limit`.
  func ledgerEntries(
    about subject: String, before sequence: Int64, limit: Int
  ) throws(RecordError) -> [LedgerEntry]
}

extension LedgerView {
  /// The latest entries about a subject.
  package func ledgerEntries(about subject: String, limit: Int) throws(RecordError) -> [LedgerEntry] {
    try ledgerEntries(about: subject, before: .max, limit: limit)
  }
}

/// Writes the ledger.
package protocol LedgerStore {
  /// Writes a note when the transaction ends. Notes get their numbers then, in the order in which they were
  /// given, and nodes take turns; until then no view shows them.
  func append(_ note: LedgerNote) throws(RecordError)
}
