// Intakes as statements.
internal import Organisations
internal import Quantities
internal import Records
internal import SQL

extension SQLTransaction {
  private static let intakeColumns: SQLText =
    "id, organisation, person, made_at, name, byte_count, state, details, revision"

  private static func intake(_ row: Row) throws(SQLError) -> Stored<Intake> {
    Stored(
      Intake(
        id: try row.identifier(0), organisation: try row.identifier(1), person: try row.identifier(2),
        moment: try row.moment(3), name: try row.text(4), byteCount: try row.whole(5),
        state: try row.text(6), details: try row.text(7)),
      revision: try row.whole(8))
  }

  func intake(_ id: IntakeID) throws(RecordError) -> Stored<Intake> {
    try one(
      .intake, id.description,
      "SELECT \(part: Self.intakeColumns) FROM intake WHERE id = \(id.rawValue)\(part: lock)", Self.intake)
  }

  func intakes(
    of organisation: OrganisationID, before last: IntakeID?, limit: Int
  ) throws(RecordError) -> [Stored<Intake>] {
    try all(
      """
      SELECT \(part: Self.intakeColumns) FROM intake
      WHERE organisation = \(organisation.rawValue) AND id < \(last?.rawValue ?? Int64.max)
      ORDER BY id DESC LIMIT \(max(0, limit))
      """, Self.intake)
  }

  func add(_ intake: Intake) throws(RecordError) {
    try change(
      .intake, intake.id.description,
      """
      INSERT INTO intake (\(part: Self.intakeColumns))
      VALUES (\(intake.id.rawValue), \(intake.organisation.rawValue), \(intake.person.rawValue),
        \(intake.moment.milliseconds), \(intake.name), \(intake.byteCount), \(intake.state),
        \(intake.details), 1)
      """)
  }

  func save(_ intake: Intake, expecting revision: Int64) throws(RecordError) {
    try change(
      .intake, intake.id.description, expecting: revision,
      """
      UPDATE intake SET state = \(intake.state), details = \(intake.details), revision = revision + 1
      WHERE id = \(intake.id.rawValue) AND revision = \(revision)
      """,
      found: "SELECT revision FROM intake WHERE id = \(intake.id.rawValue)")
  }
}
