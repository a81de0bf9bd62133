// What a check of the ledger can find.

/// Something that is not as it was written, and where.
package enum LedgerFault: Sendable, Hashable {
  /// A field of the entry, or its hash, was changed.
  case altered(sequence: Int64)
  /// Entries are not there.
  case missing(first: Int64, last: Int64)
  /// The entry stood at another place.
  case moved(from: Int64, to: Int64)
  /// The entry is sound in itself but does not continue the one before it: one of the two was exchanged.
  case exchanged(sequence: Int64)
  /// An entry stands twice.
  case repeated(sequence: Int64)
  /// The row cannot even be read as an entry.
  case unreadable(sequence: Int64)
  /// The end of the chain is not what the store says it is.
  case otherHead(stored: LedgerHead, found: LedgerHead)
  /// A head that was printed or posted does not belong to this chain.
  case unknownHead(LedgerHead)
  /// A version's bytes are not those whose hash stands beside them.
  case alteredVersion(form: Int64, version: Int64)
  /// A version's hash, person or moment is not the one that the ledger has.
  case otherVersion(form: Int64, version: Int64, sequence: Int64)
  /// A version of which the ledger knows nothing.
  case unwrittenVersion(form: Int64, version: Int64)
  /// The ledger tells of a version that is not there.
  case missingVersion(subject: String, sequence: Int64)
  /// A decision is not what the ledger has of it, or the ledger has nothing.
  case alteredDecision(form: Int64, decision: Int64)
  /// The ledger tells of a decision that is not there.
  case missingDecision(subject: String, sequence: Int64)
  /// An attachment's bytes are missing, or are not those of its hash.
  case alteredAttachment(ContentHash)
  /// The file's structure is damaged; the engine's words.
  case damagedFile(String)
}
