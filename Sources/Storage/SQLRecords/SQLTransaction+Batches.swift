// Batches and their forms as statements.
internal import Organisations
internal import Quantities
internal import Records
internal import SQL

extension SQLTransaction {
  private static let batchColumns: SQLText =
    "id, kind, person, organisation, made_at, state, details, revision"

  private static func batch(_ row: Row) throws(SQLError) -> Stored<Batch> {
    Stored(
      Batch(
        id: try row.identifier(0), kind: try row.text(1), person: try row.identifier(2),
        organisation: try row.identifier(3), moment: try row.moment(4), state: try row.text(5),
        details: try row.text(6)),
      revision: try row.whole(7))
  }

  func batch(_ id: BatchID) throws(RecordError) -> Stored<Batch> {
    try one(
      .batch, id.description,
      "SELECT \(part: Self.batchColumns) FROM batch WHERE id = \(id.rawValue)\(part: lock)", Self.batch)
  }

  func batches(
    of person: PersonID, before last: BatchID?, limit: Int
  ) throws(RecordError) -> [Stored<Batch>] {
    try all(
      """
      SELECT \(part: Self.batchColumns) FROM batch
      WHERE person = \(person.rawValue) AND id < \(last?.rawValue ?? Int64.max)
      ORDER BY id DESC LIMIT \(max(0, limit))
      """, Self.batch)
  }

  func add(_ batch: Batch) throws(RecordError) {
    try change(
      .batch, batch.id.description,
      """
      INSERT INTO batch (\(part: Self.batchColumns))
      VALUES (\(batch.id.rawValue), \(batch.kind), \(batch.person.rawValue), \(batch.organisation.rawValue),
        \(batch.moment.milliseconds), \(batch.state), \(batch.details), 1)
      """)
  }

  func save(_ batch: Batch, expecting revision: Int64) throws(RecordError) {
    try change(
      .batch, batch.id.description, expecting: revision,
      """
      UPDATE batch SET state = \(batch.state), details = \(batch.details), revision = revision + 1
      WHERE id = \(batch.id.rawValue) AND revision = \(revision)
      """,
      found: "SELECT revision FROM batch WHERE id = \(batch.id.rawValue)")
  }

  // MARK: Forms of a batch

  private static func item(_ row: Row) throws(SQLError) -> BatchItem {
    BatchItem(
      batch: try row.identifier(0), form: try row.identifier(1), state: try row.text(2),
      note: try row.text(3))
  }

  func batchItems(
    of batch: BatchID, in state: String?, after last: FormID?, limit: Int
  ) throws(RecordError) -> [BatchItem] {
    let isInState: SQLText = state.map { " AND state = \($0)" } ?? ""
    return try all(
      """
      SELECT batch, form, state, note FROM batch_item
      WHERE batch = \(batch.rawValue) AND form > \(last?.rawValue ?? 0)\(part: isInState)
      ORDER BY form LIMIT \(max(0, limit))
      """, Self.item)
  }

  func batchItem(_ form: FormID, of batch: BatchID) throws(RecordError) -> BatchItem? {
    try first(
      """
      SELECT batch, form, state, note FROM batch_item
      WHERE batch = \(batch.rawValue) AND form = \(form.rawValue)\(part: lock)
      """, Self.item)
  }

  func batchItemCounts(of batch: BatchID) throws(RecordError) -> [String: Int] {
    let rows = try all(
      "SELECT state, COUNT(*) FROM batch_item WHERE batch = \(batch.rawValue) GROUP BY state"
    ) { (row: Row) throws(SQLError) in (try row.text(0), try row.count(1)) }
    return Dictionary(rows, uniquingKeysWith: { first, _ in first })
  }

  func add(_ item: BatchItem) throws(RecordError) {
    try change(
      .batch, item.form.description,
      """
      INSERT INTO batch_item (batch, form, state, note)
      VALUES (\(item.batch.rawValue), \(item.form.rawValue), \(item.state), \(item.note))
      """)
  }

  func save(_ item: BatchItem) throws(RecordError) {
    let changed = try change(
      .batch, item.form.description,
      """
      UPDATE batch_item SET state = \(item.state), note = \(item.note)
      WHERE batch = \(item.batch.rawValue) AND form = \(item.form.rawValue)
      """)
    if changed == 0 { throw .notFound(.batch, key: item.form.description) }
  }
}
