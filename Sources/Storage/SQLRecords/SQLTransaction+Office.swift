// Years, deadlines, settings, jobs and attachments as statements.
internal import Ledger
internal import Organisations
internal import Quantities
internal import Records
internal import SQL

extension SQLTransaction {
  // MARK: Years and deadlines

  func budgetYears() throws(RecordError) -> [Stored<BudgetYear>] {
    try all("SELECT fiscal_year, is_open, revision FROM budget_year ORDER BY fiscal_year") {
      (row: Row) throws(SQLError) in
      Stored(BudgetYear(year: try row.fiscalYear(0), isOpen: try row.truth(1)), revision: try row.whole(2))
    }
  }

  func deadlines(of year: FiscalYear) throws(RecordError) -> [Stored<Deadline>] {
    try all(
      """
      SELECT step, organisation, last_day, revision FROM deadline
      WHERE fiscal_year = \(year.year) ORDER BY step, organisation
      """
    ) { (row: Row) throws(SQLError) in
      Stored(
        Deadline(
          year: year, step: try row.text(0), organisation: try row.identifier(1), day: try row.day(2)),
        revision: try row.whole(3))
    }
  }

  func save(_ year: BudgetYear, expecting revision: Int64) throws(RecordError) {
    let text: SQLText =
      revision == 0
      ? """
      INSERT INTO budget_year (fiscal_year, is_open, revision) VALUES (\(year.year.year), \(year.isOpen), 1)
      ON CONFLICT DO NOTHING
      """
      : """
      UPDATE budget_year SET is_open = \(year.isOpen), revision = revision + 1
      WHERE fiscal_year = \(year.year.year) AND revision = \(revision)
      """
    try change(
      .budgetYear, year.year.description, expecting: revision, text,
      found: "SELECT revision FROM budget_year WHERE fiscal_year = \(year.year.year)")
  }

  private func isAt(_ deadline: Deadline) -> SQLText {
    """
    fiscal_year = \(deadline.year.year) AND step = \(deadline.step)
      AND organisation = \(deadline.organisation.rawValue)
    """
  }

  func save(_ deadline: Deadline, expecting revision: Int64) throws(RecordError) {
    let text: SQLText =
      revision == 0
      ? """
      INSERT INTO deadline (fiscal_year, step, organisation, last_day, revision)
      VALUES (\(deadline.year.year), \(deadline.step), \(deadline.organisation.rawValue),
        \(deadline.day.description), 1)
      ON CONFLICT DO NOTHING
      """
      : """
      UPDATE deadline SET last_day = \(deadline.day.description), revision = revision + 1
      WHERE \(part: isAt(deadline)) AND revision = \(revision)
      """
    try change(
      .deadline, deadline.step, expecting: revision, text,
      found: "SELECT revision FROM deadline WHERE \(part: isAt(deadline))")
  }

  func remove(_ deadline: Deadline, expecting revision: Int64) throws(RecordError) {
    try change(
      .deadline, deadline.step, expecting: revision,
      "DELETE FROM deadline WHERE \(part: isAt(deadline)) AND revision = \(revision)",
      found: "SELECT revision FROM deadline WHERE \(part: isAt(deadline))")
  }

  // MARK: Settings

  private static func setting(_ row: Row) throws(SQLError) -> Stored<Setting> {
    Stored(Setting(key: try row.text(0), value: try row.text(1)), revision: try row.whole(2))
  }

  func setting(_ key: String) throws(RecordError) -> Stored<Setting>? {
    try first(
      """
      SELECT setting_key, setting_value, revision FROM setting WHERE setting_key = \(key)\(part: lock)
      """, Self.setting)
  }

  func settings() throws(RecordError) -> [Stored<Setting>] {
    try all("SELECT setting_key, setting_value, revision FROM setting ORDER BY setting_key", Self.setting)
  }

  func save(_ setting: Setting, expecting revision: Int64) throws(RecordError) {
    let text: SQLText =
      revision == 0
      ? """
      INSERT INTO setting (setting_key, setting_value, revision) VALUES (\(setting.key), \(setting.value), 1)
      ON CONFLICT DO NOTHING
      """
      : """
      UPDATE setting SET setting_value = \(setting.value), revision = revision + 1
      WHERE setting_key = \(setting.key) AND revision = \(revision)
      """
    try change(
      .setting, setting.key, expecting: revision, text,
      found: "SELECT revision FROM setting WHERE setting_key = \(setting.key)")
  }

  // MARK: Attachments

  private static let attachmentColumns: SQLText = "id, subject, name, byte_count, content, person, made_at"

  private static func attachment(_ row: Row) throws(SQLError) -> Attachment {
    Attachment(
      id: try row.identifier(0), subject: try row.text(1), name: try row.text(2),
      byteCount: try row.whole(3), content: try row.contentHash(4), person: try row.identifier(5),
      moment: try row.moment(6))
  }

  func attachment(_ id: AttachmentID) throws(RecordError) -> Attachment {
    try one(
      .attachment, id.description,
      "SELECT \(part: Self.attachmentColumns) FROM attachment WHERE id = \(id.rawValue)", Self.attachment)
  }

  func attachments(of subject: String) throws(RecordError) -> [Attachment] {
    try all(
      "SELECT \(part: Self.attachmentColumns) FROM attachment WHERE subject = \(subject) ORDER BY id",
      Self.attachment)
  }

  func attachments(after last: AttachmentID?, limit: Int) throws(RecordError) -> [Attachment] {
    try all(
      """
      SELECT \(part: Self.attachmentColumns) FROM attachment WHERE id > \(last?.rawValue ?? 0)
      ORDER BY id LIMIT \(max(0, limit))
      """, Self.attachment)
  }

  func add(_ attachment: Attachment) throws(RecordError) {
    try change(
      .attachment, attachment.name,
      """
      INSERT INTO attachment (\(part: Self.attachmentColumns))
      VALUES (\(attachment.id.rawValue), \(attachment.subject), \(attachment.name),
        \(attachment.byteCount), \(attachment.content.bytes), \(attachment.person.rawValue),
        \(attachment.moment.milliseconds))
      """)
  }

  func removeAttachment(_ id: AttachmentID) throws(RecordError) {
    let removed = try change(
      .attachment, id.description, "DELETE FROM attachment WHERE id = \(id.rawValue)")
    if removed == 0 { throw .notFound(.attachment, key: id.description) }
  }
}
