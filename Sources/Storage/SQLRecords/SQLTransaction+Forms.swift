// Forms and their drafts as statements.
internal import FormDrafts
internal import Model
internal import Organisations
internal import Quantities
internal import Records
internal import SQL

extension SQLTransaction {
  private static let formColumns: SQLText =
    """
    f.id, f.kind, f.fiscal_year, f.organisation, f.project, f.stage, f.amount, f.latest_version,
    f.draft_revision, f.revision
    """

  private static func form(_ row: Row) throws(SQLError) -> Stored<FormEntry> {
    Stored(
      FormEntry(
        id: try row.identifier(0), kind: try row.word(1), year: try row.fiscalYear(2),
        organisation: try row.identifier(3), project: try row.identifierIfAny(4), stage: try row.text(5),
        amount: try row.wholeIfAny(6).map { Money(fen: $0) }, latestVersion: try row.count(7),
        draftRevision: try row.whole(8)),
      revision: try row.whole(9))
  }

  func form(_ id: FormID) throws(RecordError) -> Stored<FormEntry> {
    try one(
      .form, id.description,
      "SELECT \(part: Self.formColumns) FROM form f WHERE f.id = \(id.rawValue)\(part: lock)", Self.form)
  }

  /// ` AND …` for each thing that is asked for besides the place.
  private static func isSelected(_ selection: FormSelection) -> SQLText {
    var text: SQLText = ""
    if let organisation = selection.organisation {
      text = text + " AND f.organisation = \(organisation.rawValue)"
    }
    if let year = selection.year { text = text + " AND f.fiscal_year = \(year.year)" }
    if let kind = selection.kind { text = text + " AND f.kind = \(kind.rawValue)" }
    if let stage = selection.stage { text = text + " AND f.stage = \(stage)" }
    if let project = selection.project { text = text + " AND f.project = \(project.rawValue)" }
    return text
  }

  func forms(
    _ selection: FormSelection, after last: FormID?, limit: Int
  ) throws(RecordError) -> [Stored<FormEntry>] {
    let last = last?.rawValue ?? 0
    let scope = try scope(of: selection.path)
    if case .few(let ids) = scope, ids.isEmpty { return [] }
    let query: SQLText =
      switch scope {
      case .few(let ids):
        Self.page(of: ids, limit: limit) { id in
          """
          SELECT \(part: Self.formColumns) FROM form f
          WHERE f.organisation = \(id) AND f.id > \(last)\(part: Self.isSelected(selection)) ORDER BY f.id
          """
        }
      case .many:
        """
        SELECT \(part: Self.formColumns) FROM form f JOIN organisation o ON o.id = f.organisation
        WHERE f.id > \(last)\(part: Self.isUnder(selection.path))\(part: Self.isSelected(selection))
        ORDER BY f.id LIMIT \(max(0, limit))
        """
      }
    return try all(query, Self.form)
  }

  func formCounts(_ selection: FormSelection) throws(RecordError) -> [String: Int] {
    let scope = try scope(of: selection.path)
    if case .few(let ids) = scope, ids.isEmpty { return [:] }
    let place: SQLText =
      switch scope {
      case .few(let ids):
        "FROM form f WHERE f.organisation IN (\(part: .joined(ids.map { "\($0)" }, by: ", ")))"
      case .many:
        """
        FROM form f JOIN organisation o ON o.id = f.organisation
        WHERE true\(part: Self.isUnder(selection.path))
        """
      }
    let counts = try all(
      "SELECT f.stage, count(*) \(part: place)\(part: Self.isSelected(selection)) GROUP BY f.stage"
    ) { (row: Row) throws(SQLError) in (try row.text(0), try row.count(1)) }
    return Dictionary(counts, uniquingKeysWith: { first, _ in first })
  }

  func add(_ form: FormEntry) throws(RecordError) {
    try countBegun(form)
    try change(
      .form, form.id.description,
      """
      INSERT INTO form (id, kind, fiscal_year, organisation, project, stage, amount, latest_version,
        draft_revision, revision)
      VALUES (\(form.id.rawValue), \(form.kind.rawValue), \(form.year.year),
        \(form.organisation.rawValue), \(form.project?.rawValue), \(form.stage), \(form.amount?.fen), 0, 0, 1)
      """)
  }

  func setAmount(_ amount: Money?, of form: FormID) throws(RecordError) {
    let changed = try change(
      .form, form.description, "UPDATE form SET amount = \(amount?.fen) WHERE id = \(form.rawValue)")
    if changed == 0 { throw .notFound(.form, key: form.description) }
  }

  // MARK: Drafts

  func fields(of form: FormID, after revision: Int64) throws(RecordError) -> [DraftField] {
    try all(
      """
      SELECT path, field_value, revision, person, changed_at FROM form_field
      WHERE form = \(form.rawValue) AND revision > \(revision) ORDER BY path
      """
    ) { (row: Row) throws(SQLError) in
      DraftField(
        path: try row.text(0), value: try row.textIfAny(1), revision: try row.whole(2),
        person: try row.identifier(3), moment: try row.moment(4))
    }
  }

  func save(
    _ changes: [FieldChange], of form: FormID, onto revision: Int64, by person: PersonID, at moment: Moment
  ) throws(RecordError) -> Int64 {
    let current = try one(
      .form, form.description,
      "SELECT draft_revision FROM form WHERE id = \(form.rawValue)\(part: lock)"
    ) { (row: Row) throws(SQLError) in try row.whole(0) }
    guard revision <= current else {
      throw .stale(.form, key: form.description, expected: revision, found: current)
    }
    if revision < current {
      let wanted = Set(changes.map(\.path))
      let changed = try fields(of: form, after: revision).map(\.path).filter(wanted.contains)
      if !changed.isEmpty { throw .fieldsChanged(paths: changed) }
    }
    // A field that is named twice gets its last value.
    let last = Dictionary(changes.map { ($0.path, $0) }, uniquingKeysWith: { _, last in last })
    let rows = last.values.sorted { $0.path < $1.path }.map { change -> SQLText in
      """
      (\(form.rawValue), \(change.path), \(change.value), \(current + 1), \(person.rawValue),
        \(moment.milliseconds))
      """
    }
    if rows.isEmpty { return current }
    for start in stride(from: 0, to: rows.count, by: Self.rowsMax) {
      try self.change(
        .form, form.description,
        """
        INSERT INTO form_field (form, path, field_value, revision, person, changed_at)
        VALUES \(part: .joined(Array(rows[start..<min(rows.count, start + Self.rowsMax)]), by: ", "))
        ON CONFLICT (form, path) DO UPDATE SET field_value = excluded.field_value,
          revision = excluded.revision, person = excluded.person, changed_at = excluded.changed_at
        """)
    }
    try change(
      .form, form.description,
      "UPDATE form SET draft_revision = \(current + 1) WHERE id = \(form.rawValue)")
    return current + 1
  }

  /// Rows of one statement at most: engines bound the number of arguments.
  static let rowsMax = 100
}
