// The store of the office: everything is read in one consistent state and changed in one transaction.
package import Ledger
package import Organisations

/// A store of records. The same calls do the same on every engine; `RecordsContract` is the law.
///
/// Work is a closure that runs at once and without a pause on the store's own thread, so nothing in it can
/// wait for a network or a person. It must have no effects of its own, because a store may run it again: when
/// two transactions were in each other's way, or when one commit for several did not come about.
///
///     let id = try await records.transaction { records in
///       let id: PersonID = try records.nextNumber()
///       try records.add(Person(id: id, …))
///       try records.append(LedgerNote(…))
///       return id
///     }
package protocol RecordStore: Sendable {
  /// Reads from one consistent state.
  func read<Answer: Sendable>(
    _ work: @Sendable (any RecordView) throws(RecordError) -> Answer
  ) async throws(RecordError) -> Answer

  /// Changes several things and writes their ledger entries, all or nothing. When it returns, the changes
  /// survive a failure of power. What the work reads with a single-record call stays as read until the end.
  func transaction<Answer: Sendable>(
    _ work: @escaping @Sendable (any RecordTransaction) throws(RecordError) -> Answer
  ) async throws(RecordError) -> Answer

  /// Holds every ledger entry and every form version against its hash.
  ///
  /// - Parameter heads: heads that were printed or posted; each must lie on the chain.
  func verify(expecting heads: [LedgerHead]) async throws(RecordError) -> LedgerReport

  /// Ends the work that has begun and gives everything back.
  func close() async
}

/// What a check of the ledger saw.
package struct LedgerReport: Sendable, Equatable {
  package var entryCount: Int64
  package var versionCount: Int64
  /// The head that the entries lead to.
  package var head: LedgerHead
  /// Empty for a sound store.
  package var faults: [LedgerFault]

  package init(entryCount: Int64, versionCount: Int64, head: LedgerHead, faults: [LedgerFault]) {
    self.entryCount = entryCount
    self.versionCount = versionCount
    self.head = head
    self.faults = faults
  }
}

/// What can be asked of a store, noun by noun.
package protocol RecordView: OrganisationView, PersonView, AccessView, ProjectView, FormView, CalendarView,
  SettingView, JobView, AttachmentView, IntakeView, QueueView, ApprovalView, BatchView, LedgerView
{}

/// What can be changed in a store, noun by noun.
package protocol RecordTransaction: RecordView, OrganisationStore, PersonStore, AccessStore, ProjectStore,
  FormStore, CalendarStore, SettingStore, JobStore, AttachmentStore, IntakeStore, QueueStore,
  ApprovalStore, BatchStore,
  LedgerStore
{
  /// A number that nothing has had before, whatever the noun. A transaction that fails may leave a gap.
  func nextNumber<Noun>() throws(RecordError) -> Identifier<Noun>
}
