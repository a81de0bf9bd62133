// The ledger page by page, for the auditor.
package import Ledger
import Organisations
import Permissions
import Records

/// Reads the ledger, the latest entries first.
package struct ReadLedger: Sendable {
  /// A thing and what belongs to it, such as `person/17`; blank for everything.
  package var subject: String
  /// The number before which the page begins; nil for the first page.
  package var before: Int64?
  /// Entries of a page: 1 to ``limitMax``.
  package var limit: Int

  package static let limitMax = 500

  package init(subject: String = "", before: Int64? = nil, limit: Int = 50) {
    self.subject = subject
    self.before = before
    self.limit = limit
  }

  /// One page.
  package struct Page: Sendable {
    /// The latest first.
    package let entries: [LedgerEntry]
    /// The end of the chain.
    package let head: LedgerHead
    /// With which the next page begins; nil on the last.
    package let next: Int64?
    /// The names of the people who act in the entries, by number; those who are not there are left out.
    package let names: [Int64: String]
  }

  /// - Throws: `.permission`.
  package func run(in office: Office, by signedIn: SignedIn) async throws(OfficeRefusal) -> Page {
    let limit = min(max(limit, 1), Self.limitMax)
    return try await office.read { records in
      try signedIn.mayDo(.readLedger, at: try records.root().path)
      let head = try records.ledgerHead()
      let end = min(max(before ?? .max, 1), head.sequence + 1)
      // One entry more than is shown tells whether there is a next page.
      let found =
        subject.trimmed.isEmpty
        ? try records.ledgerEntries(after: max(0, end - Int64(limit) - 2), limit: limit + 1)
          .filter { $0.sequence < end }.reversed()
        : try records.ledgerEntries(about: subject.trimmed, before: end, limit: limit + 1)
      let entries = Array(found.prefix(limit))
      return Page(
        entries: entries, head: head, next: found.count > limit ? entries.last?.sequence : nil,
        names: try records.names(of: entries))
    }
  }
}
