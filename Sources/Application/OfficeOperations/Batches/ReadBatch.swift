// A batch as its page shows it, and the list of one's own.
import Ledger
import Organisations
import Permissions
package import Quantities
package import Records
import Workflow

/// A batch with how far it is.
package struct BatchReport: Sendable {
  package let batch: Batch
  package let revision: Int64
  /// How many of its forms are how far.
  package let counts: [BatchItemState: Int]
  /// The forms that are to be read, or were; all of them.
  package let drawn: [Line]
  /// Forms that are not in it after all; the first of them.
  package let out: [Line]
  /// Forms that were done; the first of them.
  package let done: [Line]
  /// What was printed; nil where nothing is ready.
  package let file: Attachment?

  /// How many forms it has.
  package var total: Int { counts.values.reduce(0, +) }
  /// How many forms are at one of these.
  package func count(_ states: BatchItemState...) -> Int { states.reduce(0) { $0 + (counts[$1] ?? 0) } }

  /// A form of the batch.
  package struct Line: Sendable {
    package let item: BatchItem
    /// The project's name, or the organisation's.
    package let name: String
    package let organisation: String
    package let amount: Money?
  }
}

/// Reads a batch of one's own.
package struct ReadBatch: Sendable {
  package var id: BatchID

  package init(id: BatchID) { self.id = id }

  /// Lines of a list at most.
  package static let linesMax = 200

  /// - Throws: `.permission`, `.records(.notFound)` also for somebody else's.
  package func run(in office: Office, by signedIn: SignedIn) async throws(OfficeRefusal) -> BatchReport {
    try await office.read { records in
      try signedIn.demandPart(.printBatches)
      let stored = try records.batch(id, of: nil, by: signedIn)
      var counts: [BatchItemState: Int] = [:]
      for (state, count) in try records.batchItemCounts(of: id) {
        counts[BatchItemState(rawValue: state) ?? .out, default: 0] += count
      }
      func lines(_ states: BatchItemState...) throws -> [BatchReport.Line] {
        try states.flatMap { state in
          try records.batchItems(of: id, in: state.rawValue, after: nil, limit: Self.linesMax)
        }.sorted { $0.form < $1.form }.map { try records.line(of: $0) }
      }
      return BatchReport(
        batch: stored.value, revision: stored.revision, counts: counts, drawn: try lines(.drawn, .read),
        out: try lines(.out), done: try lines(.done),
        file: try records.attachments(of: stored.value.subject).last)
    }
  }
}

/// The batches that somebody has begun, the latest first.
package struct ListBatches: Sendable {
  package init() {}

  private static let batchesMax = 20

  /// - Throws: `.permission`.
  package func run(
    in office: Office, by signedIn: SignedIn
  ) async throws(OfficeRefusal) -> [(batch: Batch, total: Int, done: Int)] {
    try await office.read { records in
      try signedIn.demand(.printBatches)
      return try records.batches(of: signedIn.person.id, before: nil, limit: Self.batchesMax).map {
        stored -> (batch: Batch, total: Int, done: Int) in
        let counts = try records.batchItemCounts(of: stored.value.id)
        return (stored.value, counts.values.reduce(0, +), counts[BatchItemState.done.rawValue] ?? 0)
      }
    }
  }
}

extension RecordView {
  /// A form of a batch with its name.
  func line(of item: BatchItem) throws -> BatchReport.Line {
    let entry = try form(item.form).value
    let place = try organisation(entry.organisation).value
    let project = try entry.project.map { id throws(RecordError) in try self.project(id).value }
    return BatchReport.Line(
      item: item, name: project?.name ?? place.label, organisation: place.label, amount: entry.amount)
  }
}
