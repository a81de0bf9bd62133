// Projects as statements.
internal import Organisations
internal import Quantities
internal import Records
internal import SQL

extension SQLTransaction {
  static let projectColumns: SQLText =
    "p.id, p.organisation, p.code, p.name, p.category, p.first_year, p.last_year, p.revision"

  static func project(_ row: Row) throws(SQLError) -> Stored<ProjectEntry> {
    Stored(
      ProjectEntry(
        id: try row.identifier(0), organisation: try row.identifier(1), code: try row.textIfAny(2),
        name: try row.text(3), category: try row.text(4), years: try row.years(5)),
      revision: try row.whole(7))
  }

  func project(_ id: ProjectID) throws(RecordError) -> Stored<ProjectEntry> {
    try one(
      .project, id.description,
      "SELECT \(part: Self.projectColumns) FROM project p WHERE p.id = \(id.rawValue)\(part: lock)",
      Self.project)
  }

  func project(code: String) throws(RecordError) -> Stored<ProjectEntry>? {
    try first(
      "SELECT \(part: Self.projectColumns) FROM project p WHERE p.code = \(code)\(part: lock)",
      Self.project)
  }

  func projects(
    under path: OrganisationPath?, after last: ProjectID?, limit: Int
  ) throws(RecordError) -> [Stored<ProjectEntry>] {
    let last = last?.rawValue ?? 0
    let scope = try scope(of: path)
    if case .few(let ids) = scope, ids.isEmpty { return [] }
    let query: SQLText =
      switch scope {
      case .few(let ids):
        Self.page(of: ids, limit: limit) { id in
          """
          SELECT \(part: Self.projectColumns) FROM project p
          WHERE p.organisation = \(id) AND p.id > \(last) ORDER BY p.id
          """
        }
      case .many:
        """
        SELECT \(part: Self.projectColumns) FROM project p JOIN organisation o ON o.id = p.organisation
        WHERE p.id > \(last)\(part: Self.isUnder(path)) ORDER BY p.id LIMIT \(max(0, limit))
        """
      }
    return try all(query, Self.project)
  }

  func projects(
    of organisation: OrganisationID, after last: ProjectID?, limit: Int
  ) throws(RecordError) -> [Stored<ProjectEntry>] {
    try all(
      """
      SELECT \(part: Self.projectColumns) FROM project p
      WHERE p.organisation = \(organisation.rawValue) AND p.id > \(last?.rawValue ?? 0)
      ORDER BY p.id LIMIT \(max(0, limit))
      """, Self.project)
  }

  func add(_ project: ProjectEntry) throws(RecordError) {
    try change(
      .project, project.code ?? project.id.description,
      """
      INSERT INTO project (id, organisation, code, name, category, first_year, last_year, revision)
      VALUES (\(project.id.rawValue), \(project.organisation.rawValue), \(project.code), \(project.name),
        \(project.category), \(project.years.first.year), \(project.years.last?.year), 1)
      """)
    try countUnbegun(project)
  }

  func save(_ project: ProjectEntry, expecting revision: Int64) throws(RecordError) {
    let before = try self.project(project.id).value
    try change(
      .project, project.id.description, expecting: revision,
      """
      UPDATE project SET organisation = \(project.organisation.rawValue), code = \(project.code),
        name = \(project.name), category = \(project.category), first_year = \(project.years.first.year),
        last_year = \(project.years.last?.year), revision = revision + 1
      WHERE id = \(project.id.rawValue) AND revision = \(revision)
      """,
      found: "SELECT revision FROM project WHERE id = \(project.id.rawValue)")
    try countUnbegun(project, insteadOf: before)
  }
}
