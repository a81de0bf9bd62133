// People, their roles and their deputies as statements.
internal import Organisations
internal import Quantities
internal import Records
internal import SQL

extension SQLTransaction {
  // MARK: People

  private static let personColumns: SQLText =
    "p.id, p.name, p.account, p.organisation, p.first_day, p.last_day, p.revision"

  private static func person(_ row: Row) throws(SQLError) -> Stored<Person> {
    guard let account = AccountName(try row.text(2)) else { throw .unexpectedValue(column: 2) }
    return Stored(
      Person(
        id: try row.identifier(0), name: try row.text(1), account: account,
        organisation: try row.identifier(3), days: try row.days(4)),
      revision: try row.whole(6))
  }

  func person(_ id: PersonID) throws(RecordError) -> Stored<Person> {
    try one(
      .person, id.description,
      "SELECT \(part: Self.personColumns) FROM person p WHERE p.id = \(id.rawValue)\(part: lock)",
      Self.person)
  }

  func person(account: AccountName) throws(RecordError) -> Stored<Person>? {
    try first(
      "SELECT \(part: Self.personColumns) FROM person p WHERE p.account = \(account.text)\(part: lock)",
      Self.person)
  }

  func people(under path: OrganisationPath?) throws(RecordError) -> [Stored<Person>] {
    try all(
      """
      SELECT \(part: Self.personColumns) FROM person p JOIN organisation o ON o.id = p.organisation
      WHERE true\(part: Self.isUnder(path)) ORDER BY p.account
      """, Self.person)
  }

  func add(_ person: Person) throws(RecordError) {
    try change(
      .person, person.account.text,
      """
      INSERT INTO person (id, name, account, organisation, first_day, last_day, revision)
      VALUES (\(person.id.rawValue), \(person.name), \(person.account.text),
        \(person.organisation.rawValue), \(person.days.first.description),
        \(person.days.last?.description), 1)
      """)
  }

  func save(_ person: Person, expecting revision: Int64) throws(RecordError) {
    try change(
      .person, person.id.description, expecting: revision,
      """
      UPDATE person SET name = \(person.name), account = \(person.account.text),
        organisation = \(person.organisation.rawValue), first_day = \(person.days.first.description),
        last_day = \(person.days.last?.description), revision = revision + 1
      WHERE id = \(person.id.rawValue) AND revision = \(revision)
      """,
      found: "SELECT revision FROM person WHERE id = \(person.id.rawValue)")
  }

  // MARK: Assignments

  private static let assignmentColumns: SQLText =
    "a.id, a.person, a.role, a.organisation, a.first_day, a.last_day, a.revision"

  private static func assignment(_ row: Row) throws(SQLError) -> Stored<Assignment> {
    Stored(
      Assignment(
        id: try row.identifier(0), person: try row.identifier(1), role: try row.word(2),
        organisation: try row.identifier(3), days: try row.days(4)),
      revision: try row.whole(6))
  }

  func assignments(of person: PersonID) throws(RecordError) -> [Stored<Assignment>] {
    try all(
      """
      SELECT \(part: Self.assignmentColumns) FROM assignment a
      WHERE a.person = \(person.rawValue) ORDER BY a.id
      """, Self.assignment)
  }

  func assignments(under path: OrganisationPath?) throws(RecordError) -> [Stored<Assignment>] {
    try all(
      """
      SELECT \(part: Self.assignmentColumns) FROM assignment a JOIN organisation o ON o.id = a.organisation
      WHERE true\(part: Self.isUnder(path)) ORDER BY a.id
      """, Self.assignment)
  }

  func assignments(at organisation: OrganisationID) throws(RecordError) -> [Stored<Assignment>] {
    try all(
      """
      SELECT \(part: Self.assignmentColumns) FROM assignment a
      WHERE a.organisation = \(organisation.rawValue) ORDER BY a.id
      """, Self.assignment)
  }

  func add(_ assignment: Assignment) throws(RecordError) {
    try change(
      .assignment, assignment.id.description,
      """
      INSERT INTO assignment (id, person, role, organisation, first_day, last_day, revision)
      VALUES (\(assignment.id.rawValue), \(assignment.person.rawValue), \(assignment.role.rawValue),
        \(assignment.organisation.rawValue), \(assignment.days.first.description),
        \(assignment.days.last?.description), 1)
      """)
  }

  func save(_ assignment: Assignment, expecting revision: Int64) throws(RecordError) {
    try change(
      .assignment, assignment.id.description, expecting: revision,
      """
      UPDATE assignment SET person = \(assignment.person.rawValue), role = \(assignment.role.rawValue),
        organisation = \(assignment.organisation.rawValue),
        first_day = \(assignment.days.first.description), last_day = \(assignment.days.last?.description),
        revision = revision + 1
      WHERE id = \(assignment.id.rawValue) AND revision = \(revision)
      """,
      found: "SELECT revision FROM assignment WHERE id = \(assignment.id.rawValue)")
  }

  // MARK: Deputies

  private static func deputy(_ row: Row) throws(SQLError) -> Stored<Deputy> {
    let deputy = Deputy(
      id: try row.identifier(0), principal: try row.identifier(1), deputy: try row.identifier(2),
      first: try row.day(3), last: try row.day(4))
    guard let deputy else { throw .unexpectedValue(column: 1) }
    return Stored(deputy, revision: try row.whole(5))
  }

  func deputies(of person: PersonID) throws(RecordError) -> [Stored<Deputy>] {
    try all(
      """
      SELECT id, principal, deputy, first_day, last_day, revision FROM deputy
      WHERE principal = \(person.rawValue) OR deputy = \(person.rawValue) ORDER BY id
      """, Self.deputy)
  }

  func add(_ deputy: Deputy) throws(RecordError) {
    try change(
      .deputy, deputy.id.description,
      """
      INSERT INTO deputy (id, principal, deputy, first_day, last_day, revision)
      VALUES (\(deputy.id.rawValue), \(deputy.principal.rawValue), \(deputy.deputy.rawValue),
        \(deputy.first.description), \(deputy.last.description), 1)
      """)
  }

  func save(_ deputy: Deputy, expecting revision: Int64) throws(RecordError) {
    try change(
      .deputy, deputy.id.description, expecting: revision,
      """
      UPDATE deputy SET principal = \(deputy.principal.rawValue), deputy = \(deputy.deputy.rawValue),
        first_day = \(deputy.first.description), last_day = \(deputy.last.description),
        revision = revision + 1
      WHERE id = \(deputy.id.rawValue) AND revision = \(revision)
      """,
      found: "SELECT revision FROM deputy WHERE id = \(deputy.id.rawValue)")
  }
}
