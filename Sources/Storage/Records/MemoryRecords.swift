// The store in memory: for tests, and for whoever wants to see what the law means without an engine.
package import Ledger
internal import Organisations

/// Records that are gone when the process ends. Transactions run one after the other on a copy of the state,
/// which takes the place of the state when they end well.
package actor MemoryRecords: RecordStore {
  private var state = MemoryState()
  private var isClosed = false

  package init() {}

  /// Reads from one consistent state.
  package func read<Answer: Sendable>(
    _ work: @Sendable (any RecordView) throws(RecordError) -> Answer
  ) throws(RecordError) -> Answer {
    if isClosed { throw .unavailable("closed") }
    return try work(MemoryTransaction(state))
  }

  /// Changes several things, all or nothing.
  package func transaction<Answer: Sendable>(
    _ work: @escaping @Sendable (any RecordTransaction) throws(RecordError) -> Answer
  ) throws(RecordError) -> Answer {
    if isClosed { throw .unavailable("closed") }
    let transaction = MemoryTransaction(state)
    let answer: Answer
    do throws(RecordError) {
      answer = try work(transaction)
    } catch {
      // Numbers are never given twice, as sequences of a server do it.
      state.lastNumber = transaction.state.lastNumber
      throw error
    }
    if let spoiling = transaction.spoiling { throw spoiling }
    transaction.writeNotes()
    state = transaction.state
    return answer
  }

  /// Holds everything against its hash.
  package func verify(expecting heads: [LedgerHead]) throws(RecordError) -> LedgerReport {
    var verifier = LedgerVerifier(expecting: heads)
    for entry in state.ledger { verifier.take(entry) }
    let head = verifier.finish(stored: state.head)
    return LedgerReport(
      entryCount: verifier.count, versionCount: Int64(state.versions.values.reduce(0) { $0 + $1.count }),
      head: head, faults: verifier.faults)
  }

  /// Ends the work that has begun and gives everything back.
  package func close() { isClosed = true }
}
