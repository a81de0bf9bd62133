// The law of records: what holds on every store, sentence by sentence.
internal import Records

/// The law. Run each sentence on a store of its own, with nothing in it.
package enum RecordsContract {
  /// All sentences.
  package static let laws: [RecordLaw] =
    transactionLaws + organisationLaws + personLaws + accessLaws + projectLaws + formLaws + pageLaws
    + draftLaws + versionLaws + officeLaws + intakeLaws + queueLaws + openWorkLaws + approvalLaws
    + reviewLaws + noticeLaws + waitingLaws + jobLaws + ledgerLaws + concurrencyLaws
}

/// Work of a law in one transaction, with the type of its error said once.
func change<Answer: Sendable>(
  _ records: any RecordStore,
  _ work: @escaping @Sendable (any RecordTransaction) throws(RecordError) -> Answer
) async throws -> Answer {
  try await records.transaction(work)
}

/// The same for reading.
func look<Answer: Sendable>(
  _ records: any RecordStore, _ work: @Sendable (any RecordView) throws(RecordError) -> Answer
) async throws -> Answer {
  try await records.read(work)
}
