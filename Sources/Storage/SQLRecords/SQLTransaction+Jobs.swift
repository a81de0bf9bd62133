// Jobs as statements: several nodes take them side by side, and none twice.
internal import Organisations
internal import Quantities
internal import Records
internal import SQL

extension SQLTransaction {
  private static let jobColumns: SQLText = "id, kind, payload, due_at, attempts, problem"

  private static func job(_ row: Row) throws(SQLError) -> Job {
    Job(
      id: try row.identifier(0), kind: try row.text(1), payload: try row.text(2), due: try row.moment(3),
      attempts: try row.count(4), problem: try row.textIfAny(5))
  }

  func jobs(limit: Int) throws(RecordError) -> [Job] {
    try all("SELECT \(part: Self.jobColumns) FROM job ORDER BY id LIMIT \(max(0, limit))", Self.job)
  }

  func jobs(kind: String, limit: Int) throws(RecordError) -> [Job] {
    try all(
      """
      SELECT \(part: Self.jobColumns) FROM job WHERE kind = \(kind) ORDER BY id LIMIT \(max(0, limit))
      """, Self.job)
  }

  func isJobDue(kinds: [String], now: Moment) throws(RecordError) -> Bool {
    if kinds.isEmpty { return false }
    let isWanted = SQLText.joined(kinds.map { "\($0)" }, by: ", ")
    let due = try first(
      """
      SELECT id FROM job WHERE kind IN (\(part: isWanted)) AND due_at <= \(now.milliseconds)
        AND (lease_ends_at IS NULL OR lease_ends_at <= \(now.milliseconds)) LIMIT 1
      """
    ) { (row: Row) throws(SQLError) in try row.whole(0) }
    return due != nil
  }

  func add(_ job: Job) throws(RecordError) {
    try change(
      .job, job.id.description,
      """
      INSERT INTO job (\(part: Self.jobColumns))
      VALUES (\(job.id.rawValue), \(job.kind), \(job.payload), \(job.due.milliseconds), \(job.attempts),
        \(job.problem))
      """)
  }

  func takeJob(kinds: [String], now: Moment, leaseEnds: Moment) throws(RecordError) -> Job? {
    if kinds.isEmpty { return nil }
    // Without a list of kinds in the text there would be one statement for each number of kinds; few differ.
    let isWanted = SQLText.joined(kinds.map { "\($0)" }, by: ", ")
    return try first(
      """
      UPDATE job SET attempts = attempts + 1, lease_ends_at = \(leaseEnds.milliseconds)
      WHERE id = (SELECT id FROM job WHERE kind IN (\(part: isWanted)) AND due_at <= \(now.milliseconds)
        AND (lease_ends_at IS NULL OR lease_ends_at <= \(now.milliseconds))
        ORDER BY due_at, id LIMIT 1\(word: .skipLocked))
      RETURNING \(part: Self.jobColumns)
      """, Self.job)
  }

  func finish(_ job: Job) throws(RecordError) {
    let removed = try change(
      .job, job.id.description,
      "DELETE FROM job WHERE id = \(job.id.rawValue) AND attempts = \(job.attempts)")
    if removed == 0 { throw try missed(job) }
  }

  func putBack(_ job: Job, due: Moment, problem: String) throws(RecordError) {
    let changed = try change(
      .job, job.id.description,
      """
      UPDATE job SET due_at = \(due.milliseconds), lease_ends_at = NULL, problem = \(problem)
      WHERE id = \(job.id.rawValue) AND attempts = \(job.attempts)
      """)
    if changed == 0 { throw try missed(job) }
  }

  /// Why an attempt is no longer the last.
  private func missed(_ job: Job) throws(RecordError) -> RecordError {
    let attempts = try first("SELECT attempts FROM job WHERE id = \(job.id.rawValue)") {
      (row: Row) throws(SQLError) in try row.whole(0)
    }
    guard let attempts else { return .notFound(.job, key: job.id.description) }
    return .stale(.job, key: job.id.description, expected: Int64(job.attempts), found: attempts)
  }
}
