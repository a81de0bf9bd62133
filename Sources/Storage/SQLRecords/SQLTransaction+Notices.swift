// Notices, choices of mail and reminders as statements.
internal import Organisations
internal import Quantities
internal import Records
internal import SQL

extension SQLTransaction {
  private static let noticeColumns: SQLText =
    """
    id, person, kind, topic, form, actor, on_behalf_of, told_count, made_at, read_at, mailed_at, details
    """

  private static func notice(_ row: Row) throws(SQLError) -> NoticeEntry {
    NoticeEntry(
      id: try row.identifier(0), person: try row.identifier(1), kind: try row.text(2),
      topic: try row.text(3), form: try row.identifierIfAny(4), actor: try row.identifierIfAny(5),
      onBehalfOf: try row.identifierIfAny(6), count: try row.count(7), moment: try row.moment(8),
      read: try row.momentIfAny(9), mailed: try row.momentIfAny(10), details: try row.text(11))
  }

  func notice(_ id: NoticeID) throws(RecordError) -> NoticeEntry {
    try one(
      .notice, id.description,
      "SELECT \(part: Self.noticeColumns) FROM notice WHERE id = \(id.rawValue)\(part: lock)", Self.notice)
  }

  func notices(
    of person: PersonID, after last: NoticePlace?, limit: Int
  ) throws(RecordError) -> [NoticeEntry] {
    let (moment, id) = (last?.moment ?? .last, last?.id.rawValue ?? .max)
    return try all(
      """
      SELECT \(part: Self.noticeColumns) FROM notice
      WHERE person = \(person.rawValue) AND (made_at, id) < (\(moment.milliseconds), \(id))
      ORDER BY made_at DESC, id DESC LIMIT \(max(0, limit))
      """, Self.notice)
  }

  func unreadCount(of person: PersonID, limit: Int) throws(RecordError) -> Int {
    try first(
      """
      SELECT count(*) FROM (SELECT 1 FROM notice
        WHERE person = \(person.rawValue) AND read_at IS NULL LIMIT \(max(0, limit))) AS unread
      """
    ) { (row: Row) throws(SQLError) in try row.count(0) } ?? 0
  }

  func unmailedNotices(of person: PersonID, limit: Int) throws(RecordError) -> [NoticeEntry] {
    try all(
      """
      SELECT \(part: Self.noticeColumns) FROM notice
      WHERE person = \(person.rawValue) AND read_at IS NULL AND mailed_at IS NULL
      ORDER BY made_at, id LIMIT \(max(0, limit))
      """, Self.notice)
  }

  func tell(_ notice: NoticeEntry) throws(RecordError) -> Bool {
    let key = notice.id.description
    if notice.count < 1 { throw .invalid(.notice, detail: "count") }
    if !notice.topic.isEmpty {
      let grown = try change(
        .notice, key,
        """
        UPDATE notice SET told_count = told_count + \(notice.count), form = \(notice.form?.rawValue),
          actor = \(notice.actor?.rawValue), made_at = \(notice.moment.milliseconds),
          details = \(notice.details)
        WHERE id = (SELECT min(id) FROM notice
          WHERE person = \(notice.person.rawValue) AND topic = \(notice.topic) AND read_at IS NULL)
        """)
      if grown > 0 { return false }
    }
    try change(
      .notice, key,
      """
      INSERT INTO notice (\(part: Self.noticeColumns))
      VALUES (\(notice.id.rawValue), \(notice.person.rawValue), \(notice.kind), \(notice.topic),
        \(notice.form?.rawValue), \(notice.actor?.rawValue), \(notice.onBehalfOf?.rawValue),
        \(notice.count), \(notice.moment.milliseconds), \(notice.read?.milliseconds),
        \(notice.mailed?.milliseconds), \(notice.details))
      """)
    return true
  }

  func markRead(
    _ id: NoticeID?, of person: PersonID, upTo last: Moment, at moment: Moment
  ) throws(RecordError) -> Int {
    let isMeant: SQLText = id.map { " AND id = \($0.rawValue)" } ?? ""
    return try change(
      .notice, id?.description ?? "",
      """
      UPDATE notice SET read_at = \(moment.milliseconds)
      WHERE person = \(person.rawValue) AND read_at IS NULL
        AND made_at <= \(last.milliseconds)\(part: isMeant)
      """)
  }

  func markMailed(_ ids: [NoticeID], at moment: Moment) throws(RecordError) {
    for id in ids {
      try change(
        .notice, id.description,
        "UPDATE notice SET mailed_at = \(moment.milliseconds) WHERE id = \(id.rawValue)")
    }
  }

  // MARK: Choices of mail

  func mailChoice(of person: PersonID) throws(RecordError) -> Stored<MailChoice>? {
    try first(
      """
      SELECT address, pace, problem, revision FROM mail_choice
      WHERE person = \(person.rawValue)\(part: lock)
      """
    ) { (row: Row) throws(SQLError) in
      Stored(
        MailChoice(
          person: person, address: try row.text(0), pace: try row.text(1), problem: try row.text(2)),
        revision: try row.whole(3))
    }
  }

  func save(_ choice: MailChoice, expecting revision: Int64) throws(RecordError) {
    let text: SQLText =
      revision == 0
      ? """
      INSERT INTO mail_choice (person, address, pace, problem, revision)
      VALUES (\(choice.person.rawValue), \(choice.address), \(choice.pace), \(choice.problem), 1)
      ON CONFLICT DO NOTHING
      """
      : """
      UPDATE mail_choice SET address = \(choice.address), pace = \(choice.pace),
        problem = \(choice.problem), revision = revision + 1
      WHERE person = \(choice.person.rawValue) AND revision = \(revision)
      """
    try change(
      .mailChoice, choice.person.description, expecting: revision, text,
      found: "SELECT revision FROM mail_choice WHERE person = \(choice.person.rawValue)")
  }

  // MARK: Reminders

  func lastReminders(
    of year: FiscalYear, step: String, under path: OrganisationPath?
  ) throws(RecordError) -> [OrganisationID: Reminder] {
    let reminders = try all(
      """
      SELECT r.id, r.organisation, r.person, r.made_at, r.told_count
      FROM reminder r JOIN organisation o ON o.id = r.organisation
      WHERE r.fiscal_year = \(year.year) AND r.step = \(step)\(part: Self.isUnder(path)) ORDER BY r.id
      """
    ) { (row: Row) throws(SQLError) in
      Reminder(
        id: try row.identifier(0), organisation: try row.identifier(1), year: year, step: step,
        person: try row.identifierIfAny(2), moment: try row.moment(3), toldCount: try row.count(4))
    }
    return reminders.reduce(into: [:]) { last, reminder in last[reminder.organisation] = reminder }
  }

  func add(_ reminder: Reminder) throws(RecordError) {
    try change(
      .reminder, reminder.id.description,
      """
      INSERT INTO reminder (id, organisation, fiscal_year, step, person, made_at, told_count)
      VALUES (\(reminder.id.rawValue), \(reminder.organisation.rawValue), \(reminder.year.year),
        \(reminder.step), \(reminder.person?.rawValue), \(reminder.moment.milliseconds),
        \(reminder.toldCount))
      """)
  }
}
