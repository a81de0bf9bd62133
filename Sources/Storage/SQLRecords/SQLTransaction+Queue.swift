// Queues and their tallies as statements.
internal import Model
internal import Organisations
internal import Quantities
internal import Records
internal import SQL

extension SQLTransaction {
  private static let digestColumns: SQLText =
    """
    d.form, d.fiscal_year, d.kind, d.organisation, d.place, d.project, d.stage, d.amount, d.errors,
    d.warnings, d.hints, d.round, d.step_count, d.moved_at, d.urgency, d.in_force, d.in_force_amount
    """

  private static func digest(_ row: Row) throws(SQLError) -> FormDigest {
    let counts =
      try row.wholeIfAny(8) == nil
      ? nil
      : FindingCounts(errors: try row.count(8), warnings: try row.count(9), hints: try row.count(10))
    return FormDigest(
      form: try row.identifier(0), year: try row.fiscalYear(1), kind: try row.word(2),
      organisation: try row.identifier(3), place: try row.path(4), project: try row.identifierIfAny(5),
      stage: try row.text(6), amount: try row.wholeIfAny(7).map { Money(fen: $0) }, findings: counts,
      round: try row.count(11), length: try row.count(12), moved: try row.moment(13),
      urgency: try row.whole(14),
      inForce: try row.textIfAny(15).map { stage throws(SQLError) in
        FormDigest.InForce(stage: stage, amount: try row.wholeIfAny(16).map { Money(fen: $0) })
      })
  }

  func digest(of form: FormID) throws(RecordError) -> FormDigest? {
    try first(
      """
      SELECT \(part: Self.digestColumns) FROM form_digest d WHERE d.form = \(form.rawValue)\(part: lock)
      """, Self.digest)
  }

  func queue(
    _ lanes: [QueueLane], from position: QueuePosition?, isBackward: Bool, limit: Int
  ) throws(RecordError) -> [FormDigest] {
    if lanes.isEmpty || limit <= 0 { return [] }
    let order: SQLText = isBackward ? "queue_rank DESC, form DESC" : "queue_rank, form"
    let some = lanes.map { lane -> SQLText in
      """
      SELECT queue_rank, form FROM queue_entry
        WHERE place = \(lane.place.stored) AND fiscal_year = \(lane.year.year)
          AND kind = \(lane.kind.rawValue) AND stage = \(lane.stage)
          AND gravity = \(lane.gravity.rawValue)\(part: Self.lies(position, isBackward))
      """
    }
    // A form that is adjusted may be in two of them, and so may one below two of their places.
    let mayRepeat = lanes.contains { $0.stageInForce != nil || $0.place != lanes[0].place }
    let union: SQLText = mayRepeat ? " UNION " : " UNION ALL "
    func limited(_ lane: SQLText) -> SQLText {
      "SELECT * FROM (\(part: lane) ORDER BY \(part: order) LIMIT \(limit)) AS lane"
    }
    let merged: SQLText =
      switch connection.dialect {
      // The lanes are merged row by row, as long as nothing says that each be limited for itself.
      case .sqlite: .joined(some, by: union)
      // A server would read whole lanes for what it takes each row of once.
      case .postgreSQL:
        "SELECT queue_rank, form FROM (\(part: .joined(some.map(limited), by: union))) AS lanes"
      }
    let nearest: SQLText = isBackward ? "q.queue_rank DESC, q.form DESC" : "q.queue_rank, q.form"
    return try all(
      """
      SELECT \(part: Self.digestColumns)
      FROM (\(part: merged) ORDER BY \(part: order) LIMIT \(limit)) AS q
      JOIN form_digest d ON d.form = q.form ORDER BY \(part: nearest)
      """, Self.digest)
  }

  /// ` AND …` for what lies behind a place in a queue, or before it.
  private static func lies(_ position: QueuePosition?, _ isBackward: Bool) -> SQLText {
    guard let position else { return "" }
    let (rank, form) = (-position.urgency, position.form.rawValue)
    return isBackward
      ? " AND (queue_rank, form) < (\(rank), \(form))" : " AND (queue_rank, form) > (\(rank), \(form))"
  }

  func save(_ digest: FormDigest) throws(RecordError) {
    let key = digest.form.description
    // Two who put the same form into its queue for the first time do it one after the other.
    _ = try form(digest.form)
    if let before = try self.digest(of: digest.form) {
      try removeEntries(of: before)
      tallyLanes(of: before, times: -1)
    }
    let values: SQLText =
      """
      \(digest.form.rawValue), \(digest.year.year), \(digest.kind.rawValue), \(digest.organisation.rawValue),
        \(digest.place.stored), \(digest.project?.rawValue), \(digest.stage), \(digest.amount?.fen),
        \(digest.findings?.errors), \(digest.findings?.warnings), \(digest.findings?.hints), \(digest.round),
        \(digest.length), \(digest.moved.milliseconds), \(digest.urgency), \(digest.inForce?.stage),
        \(digest.inForce?.amount?.fen)
      """
    try change(
      .form, key,
      """
      INSERT INTO form_digest (form, fiscal_year, kind, organisation, place, project, stage, amount, errors,
        warnings, hints, round, step_count, moved_at, urgency, in_force, in_force_amount)
      VALUES (\(part: values))
      ON CONFLICT (form) DO UPDATE SET stage = excluded.stage, amount = excluded.amount,
        errors = excluded.errors, warnings = excluded.warnings, hints = excluded.hints,
        round = excluded.round, step_count = excluded.step_count, moved_at = excluded.moved_at,
        urgency = excluded.urgency, in_force = excluded.in_force,
        in_force_amount = excluded.in_force_amount
      """)
    try addEntries(of: digest)
    tallyLanes(of: digest, times: 1)
  }

  private func removeEntries(of digest: FormDigest) throws(RecordError) {
    for lane in digest.lanes {
      for place in try lineage(of: digest.place) {
        try change(
          .form, digest.form.description,
          """
          DELETE FROM queue_entry WHERE place = \(place.stored) AND fiscal_year = \(digest.year.year)
            AND kind = \(digest.kind.rawValue) AND stage = \(lane.stage)
            AND gravity = \(lane.gravity.rawValue) AND queue_rank = \(-digest.urgency)
            AND form = \(digest.form.rawValue)
          """)
      }
    }
  }

  private func addEntries(of digest: FormDigest) throws(RecordError) {
    let places = try lineage(of: digest.place)
    let rows = digest.lanes.flatMap { lane in
      places.map { place -> SQLText in
        """
        (\(place.stored), \(digest.year.year), \(digest.kind.rawValue), \(lane.stage),
          \(lane.gravity.rawValue), \(-digest.urgency), \(digest.form.rawValue))
        """
      }
    }
    if rows.isEmpty { return }
    try change(
      .form, digest.form.description,
      """
      INSERT INTO queue_entry (place, fiscal_year, kind, stage, gravity, queue_rank, form)
      VALUES \(part: .joined(rows, by: ", "))
      """)
  }

  func formsWithoutDigest(after last: FormID?, limit: Int) throws(RecordError) -> [FormID] {
    try all(
      """
      SELECT f.id FROM form f WHERE f.id > \(last?.rawValue ?? 0)
        AND NOT EXISTS (SELECT 1 FROM form_digest d WHERE d.form = f.id)
      ORDER BY f.id LIMIT \(max(0, limit))
      """
    ) { (row: Row) throws(SQLError) in try row.identifier(0) }
  }

  // MARK: Tallies

  /// A place and those above it, from the region with which the installation was set up.
  private func lineage(of place: OrganisationPath) throws(RecordError) -> [OrganisationPath] {
    if let root = rootRegion { return place.lineage(in: root) }
    let root = try first("SELECT path FROM organisation ORDER BY path LIMIT 1") {
      (row: Row) throws(SQLError) in try row.path(0)
    }
    rootRegion = root?.region
    return place.lineage(in: root?.region ?? place.region)
  }

  func count(
    _ topic: TallyTopic, _ item: String, at place: OrganisationPath, in year: FiscalYear, by count: Int64,
    sum: Int64
  ) throws(RecordError) {
    precondition(isWriting, "a view changes nothing")
    tally(topic, item, place, year, by: count, sum: sum)
  }

  private func tally(
    _ topic: TallyTopic, _ item: String, _ place: OrganisationPath, _ year: FiscalYear, by count: Int64,
    sum: Int64
  ) {
    add(TallyKey(year: year.year, topic: topic.rawValue, place: place, item: item), count, sum)
  }

  /// Counts a form in its lanes, and at its very place.
  private func tallyLanes(of digest: FormDigest, times: Int64) {
    for lane in digest.lanes {
      tally(
        .stage, QueueLane.item(digest.kind, lane.stage, lane.gravity), digest.place, digest.year, by: times,
        sum: times * lane.sum)
    }
    tallyOwn(digest, by: times)
  }

  /// Counts a form at the very place alone, by stage and kind: who has forms of a stage is then told by a row
  /// of each, and not by a dozen.
  private func tallyOwn(_ digest: FormDigest, by count: Int64) {
    let topic = Self.ownTopic(digest.stage)
    add(
      TallyKey(
        year: digest.year.year, topic: topic, place: digest.place, item: digest.kind.rawValue, isOwn: true),
      count, 0)
  }

  /// The topic of what places have of a stage without what lies below them.
  static func ownTopic(_ stage: String) -> String { "own/\(stage)" }

  private func add(_ key: TallyKey, _ count: Int64, _ sum: Int64) {
    var change = tallyChanges[key] ?? (0, 0)
    change.count &+= count
    change.sum &+= sum
    tallyChanges[key] = change
  }

  /// Writes what was counted. Everybody counts the forms of the region, so these rows are taken last, in one
  /// order, when the transaction waits for nothing else any more.
  func writeTallies() throws(RecordError) {
    if tallyChanges.isEmpty { return }
    var totals: [TallyRow: (count: Int64, sum: Int64)] = [:]
    for (key, change) in tallyChanges where change.count != 0 || change.sum != 0 {
      for place in try key.isOwn ? [key.place] : lineage(of: key.place) {
        let row = TallyRow(year: key.year, topic: key.topic, place: place.stored, item: key.item)
        let total = totals[row] ?? (0, 0)
        totals[row] = (total.count &+ change.count, total.sum &+ change.sum)
      }
    }
    let rows = totals.filter { $0.value.count != 0 || $0.value.sum != 0 }.sorted { $0.key < $1.key }
      .map { key, value -> SQLText in
        "(\(key.year), \(key.topic), \(key.place), \(key.item), \(value.count), \(value.sum))"
      }
    for start in stride(from: 0, to: rows.count, by: Self.rowsMax) {
      let some = Array(rows[start..<min(rows.count, start + Self.rowsMax)])
      try change(
        .form, "tally",
        """
        INSERT INTO tally (fiscal_year, topic, place, item, item_count, item_sum)
        VALUES \(part: .joined(some, by: ", "))
        ON CONFLICT (fiscal_year, topic, place, item) DO UPDATE SET
          item_count = tally.item_count + excluded.item_count, item_sum = tally.item_sum + excluded.item_sum
        """)
    }
    tallyChanges = [:]
  }

  static let tallyColumns: SQLText = "place, item, item_count, item_sum"

  static func tally(
    _ topic: TallyTopic, _ year: FiscalYear
  ) -> (Row) throws(SQLError) -> Tally {
    // Rows come by place: a path is read once for all its items.
    var last: (text: String, path: OrganisationPath)?
    return { (row: Row) throws(SQLError) in
      let text = try row.text(0)
      let path = if let last, last.text == text { last.path } else { try row.path(0) }
      last = (text, path)
      return Tally(
        place: path, year: year, topic: topic, item: try row.text(1), count: try row.whole(2),
        sum: try row.whole(3))
    }
  }

  func tallies(
    of topic: TallyTopic, in year: FiscalYear, at places: [OrganisationPath]
  ) throws(RecordError) -> [Tally] {
    var found: [Tally] = []
    let all = Set(places).sorted()
    for start in stride(from: 0, to: all.count, by: Self.rowsMax) {
      let some = all[start..<min(all.count, start + Self.rowsMax)].map { "\($0.stored)" as SQLText }
      found += try self.all(
        """
        SELECT \(part: Self.tallyColumns) FROM tally
        WHERE fiscal_year = \(year.year) AND topic = \(topic.rawValue)
          AND place IN (\(part: .joined(some, by: ", "))) AND item_count <> 0 ORDER BY place, item
        """, Self.tally(topic, year))
    }
    return found
  }

  func tallies(
    of topic: TallyTopic, in year: FiscalYear, under place: OrganisationPath, items: [String]?
  ) throws(RecordError) -> [Tally] {
    let range = place.storedRange
    let wanted: SQLText =
      items.map { " AND item IN (\(part: .joined($0.map { "\($0)" }, by: ", ")))" } ?? ""
    if items?.isEmpty == true { return [] }
    return try all(
      """
      SELECT \(part: Self.tallyColumns) FROM tally
      WHERE fiscal_year = \(year.year) AND topic = \(topic.rawValue)
        AND place >= \(range.first) AND place < \(range.end) AND item_count <> 0\(part: wanted)
      ORDER BY place, item
      """, Self.tally(topic, year))
  }
}

/// What was counted at a place while a transaction ran.
struct TallyKey: Hashable {
  var year: Int
  var topic: String
  var place: OrganisationPath
  var item: String
  /// True where it is not counted above the place too.
  var isOwn = false
}

/// A row of the table of tallies.
private struct TallyRow: Hashable, Comparable {
  var year: Int
  var topic: String
  var place: String
  var item: String

  static func < (left: Self, right: Self) -> Bool {
    (left.year, left.topic, left.place, left.item) < (right.year, right.topic, right.place, right.item)
  }
}
