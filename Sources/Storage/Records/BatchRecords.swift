// Work on many forms at once in the store: what was asked for, and how far each form is.
package import Organisations
package import Quantities

/// The number of a batch.
package typealias BatchID = Identifier<Batch>

/// Something that is done with many forms, by a job, while somebody looks on.
package struct Batch: Sendable, Hashable {
  package let id: BatchID
  /// What is done, in a word of the application.
  package let kind: String
  /// Who asked for it, and in whose name it is done.
  package let person: PersonID
  /// The place at which the person has the right to it.
  package let organisation: OrganisationID
  package let moment: Moment
  /// How far it is, in a word of the application.
  package var state: String
  /// What was chosen and what came of it, as JSON; the store does not read it.
  package var details: String

  package init(
    id: BatchID, kind: String, person: PersonID, organisation: OrganisationID, moment: Moment, state: String,
    details: String = ""
  ) {
    self.id = id
    self.kind = kind
    self.person = person
    self.organisation = organisation
    self.moment = moment
    self.state = state
    self.details = details
  }

  /// What it is called as the subject of its attachments and in the ledger.
  package var subject: String { "batch/\(id)" }
}

/// A form of a batch.
package struct BatchItem: Sendable, Hashable {
  package let batch: BatchID
  package let form: FormID
  /// How far it is, in a word of the application.
  package var state: String
  /// Why, or what came of it.
  package var note: String

  package init(batch: BatchID, form: FormID, state: String, note: String = "") {
    self.batch = batch
    self.form = form
    self.state = state
    self.note = note
  }
}

/// Reads batches.
package protocol BatchView {
  /// - Throws: `.notFound`.
  func batch(_ id: BatchID) throws(RecordError) -> Stored<Batch>

  /// Those of a person, the latest first, before a number (nil for the latest), at most `limit`.
  func batches(
    of person: PersonID, before last: BatchID?, limit: Int
  ) throws(RecordError) -> [Stored<Batch>]

  /// Forms of a batch by number, after one (nil for the first), in one state (nil for any), at most `limit`.
  func batchItems(
    of batch: BatchID, in state: String?, after last: FormID?, limit: Int
  ) throws(RecordError) -> [BatchItem]

  /// Nil where the batch has no such form.
  func batchItem(_ form: FormID, of batch: BatchID) throws(RecordError) -> BatchItem?

  /// How many forms of a batch are how far.
  func batchItemCounts(of batch: BatchID) throws(RecordError) -> [String: Int]
}

/// Changes batches.
package protocol BatchStore {
  /// - Throws: `.unknownReference`, `.invalid` for one without kind or state.
  func add(_ batch: Batch) throws(RecordError)

  /// Changes state and details; the rest stays.
  ///
  /// - Throws: `.notFound`, `.stale`.
  func save(_ batch: Batch, expecting revision: Int64) throws(RecordError)

  /// - Throws: `.alreadyExists` for a form that the batch has, `.unknownReference`.
  func add(_ item: BatchItem) throws(RecordError)

  /// Changes state and note.
  ///
  /// - Throws: `.notFound`.
  func save(_ item: BatchItem) throws(RecordError)
}
