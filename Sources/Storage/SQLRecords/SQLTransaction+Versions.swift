// Versions and decisions as statements.
internal import Ledger
internal import Organisations
internal import Quantities
internal import Records
internal import SQL

extension SQLTransaction {
  private static let versionColumns: SQLText = "form, version_number, record, content, person, made_at"

  private static func version(_ row: Row) throws(SQLError) -> FormVersion {
    FormVersion(
      form: try row.identifier(0), number: try row.count(1), record: try row.bytes(2),
      content: try row.contentHash(3), person: try row.identifier(4), moment: try row.moment(5))
  }

  func version(_ number: Int, of form: FormID) throws(RecordError) -> FormVersion {
    try one(
      .formVersion, FormVersion.subject(form: form, number: number),
      """
      SELECT \(part: Self.versionColumns) FROM form_version
      WHERE form = \(form.rawValue) AND version_number = \(number)
      """, Self.version)
  }

  func versions(
    of form: FormID?, after last: (form: FormID, number: Int)?, limit: Int
  ) throws(RecordError) -> [FormVersion] {
    let ofForm: SQLText = form.map { " AND form = \($0.rawValue)" } ?? ""
    return try all(
      """
      SELECT \(part: Self.versionColumns) FROM form_version
      WHERE (form, version_number) > (\(last?.form.rawValue ?? 0), \(last?.number ?? 0))\(part: ofForm)
      ORDER BY form, version_number LIMIT \(max(0, limit))
      """, Self.version)
  }

  func addVersion(
    of form: FormID, record: [UInt8], by person: PersonID, at moment: Moment, reason: String
  ) throws(RecordError) -> FormVersion {
    let number = try first(
      """
      UPDATE form SET latest_version = latest_version + 1, revision = revision + 1
      WHERE id = \(form.rawValue) RETURNING latest_version
      """
    ) { (row: Row) throws(SQLError) in try row.count(0) }
    guard let number else { throw .notFound(.form, key: form.description) }
    let version = FormVersion(
      form: form, number: number, record: record, content: ContentHash(of: record), person: person,
      moment: moment)
    try change(
      .formVersion, FormVersion.subject(form: form, number: number),
      """
      INSERT INTO form_version (\(part: Self.versionColumns))
      VALUES (\(form.rawValue), \(number), \(record), \(version.content.bytes), \(person.rawValue),
        \(moment.milliseconds))
      """)
    try append(version.note(reason: reason))
    return version
  }

  // MARK: Decisions

  private static let decisionColumns: SQLText =
    """
    id, form, version_number, action, stage_before, stage_after, person, role, on_behalf_of, made_at, reason,
    details
    """

  /// The same with the name of a table before each.
  static func decisionColumns(_ table: SQLName) -> SQLText {
    .joined(
      (Schema.tables.first { $0.name.text == "decision" }?.columns ?? []).map { column in
        "\(name: table).\(name: column)"
      }, by: ", ")
  }

  static func decision(_ row: Row) throws(SQLError) -> Decision {
    Decision(
      id: try row.identifier(0), form: try row.identifier(1), version: try row.count(2),
      action: try row.text(3), stageBefore: try row.text(4), stageAfter: try row.text(5),
      person: try row.identifier(6), role: try row.text(7), onBehalfOf: try row.identifierIfAny(8),
      moment: try row.moment(9), reason: try row.text(10), details: try row.text(11))
  }

  func decisions(on form: FormID) throws(RecordError) -> [Decision] {
    try all(
      "SELECT \(part: Self.decisionColumns) FROM decision WHERE form = \(form.rawValue) ORDER BY id",
      Self.decision)
  }

  func add(_ decision: Decision, expecting revision: Int64) throws(RecordError) {
    try change(
      .form, decision.form.description, expecting: revision,
      """
      UPDATE form SET stage = \(decision.stageAfter), revision = revision + 1
      WHERE id = \(decision.form.rawValue) AND revision = \(revision) AND stage = \(decision.stageBefore)
      """,
      found: "SELECT revision FROM form WHERE id = \(decision.form.rawValue)")
    try change(
      .decision, decision.id.description,
      """
      INSERT INTO decision (\(part: Self.decisionColumns))
      VALUES (\(decision.id.rawValue), \(decision.form.rawValue), \(decision.version), \(decision.action),
        \(decision.stageBefore), \(decision.stageAfter), \(decision.person.rawValue), \(decision.role),
        \(decision.onBehalfOf?.rawValue), \(decision.moment.milliseconds), \(decision.reason),
        \(decision.details))
      """)
    try append(decision.note)
  }
}
