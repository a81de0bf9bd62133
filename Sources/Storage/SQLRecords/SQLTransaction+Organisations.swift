// Organisations as statements.
internal import Organisations
internal import Quantities
internal import Records
internal import SQL

extension SQLTransaction {
  static let organisationColumns: SQLText =
    "o.id, o.path, o.kind, o.name, o.short_name, o.first_year, o.last_year, o.revision"

  static func organisation(_ row: Row) throws(SQLError) -> Stored<Organisation> {
    Stored(
      Organisation(
        id: try row.identifier(0), path: try row.path(1), kind: try row.word(2), name: try row.text(3),
        shortName: try row.textIfAny(4), years: try row.years(5)),
      revision: try row.whole(7))
  }

  /// ` AND o.path …` for a place and everything below it.
  static func isUnder(_ path: OrganisationPath?) -> SQLText {
    guard let range = path?.storedRange else { return "" }
    return " AND o.path >= \(range.first) AND o.path < \(range.end)"
  }

  /// Where the rows of a place are: with a few organisations, whose rows an index gives in their order, or
  /// with so many that rows are filtered as they come.
  enum Scope {
    case few([Int64])
    case many
  }

  /// More organisations than this are many.
  private static let fewMax = 64

  func scope(of path: OrganisationPath?) throws(RecordError) -> Scope {
    guard path != nil else { return .many }
    let ids = try all(
      "SELECT o.id FROM organisation o WHERE true\(part: Self.isUnder(path)) LIMIT \(Self.fewMax + 1)"
    ) { (row: Row) throws(SQLError) in try row.whole(0) }
    return ids.count > Self.fewMax ? .many : .few(ids)
  }

  /// A page of what a few organisations have, by number: a page of each, and the first of all these. So the
  /// cost is that of some pages, however much there is of everything.
  static func page(
    of organisations: [Int64], limit: Int, _ part: (Int64) -> SQLText
  ) -> SQLText {
    let limit = max(0, limit)
    let pages = organisations.map { id -> SQLText in
      "SELECT * FROM (\(part: part(id)) LIMIT \(limit)) AS one_page"
    }
    return "SELECT * FROM (\(part: .joined(pages, by: " UNION ALL "))) AS pages ORDER BY id LIMIT \(limit)"
  }

  func organisation(_ id: OrganisationID) throws(RecordError) -> Stored<Organisation> {
    try one(
      .organisation, id.description,
      """
      SELECT \(part: Self.organisationColumns) FROM organisation o
      WHERE o.id = \(id.rawValue)\(part: lock)
      """, Self.organisation)
  }

  func organisations(at path: OrganisationPath) throws(RecordError) -> [Stored<Organisation>] {
    try all(
      """
      SELECT \(part: Self.organisationColumns) FROM organisation o
      WHERE o.path = \(path.stored) ORDER BY o.first_year
      """, Self.organisation)
  }

  func organisations(next place: OrganisationPath) throws(RecordError) -> [Stored<Organisation>] {
    // A text of the place's own region, one level of code longer than its own, or one that ends with the
    // region itself.
    let own = place.stored
    let regions: SQLText =
      place.code.level == 0 ? " OR substr(o.path, length(o.path), 1) = '/' AND o.path <> \(own)" : ""
    let length = own.utf8.count + OrganisationCode.levelDigits
    return try all(
      """
      SELECT \(part: Self.organisationColumns) FROM organisation o
      WHERE (o.path > \(own) AND o.path < \(own + ":") AND length(o.path) = \(length)\(part: regions))
        \(part: Self.isUnder(place))
      ORDER BY o.path, o.first_year
      """, Self.organisation)
  }

  func organisations(under path: OrganisationPath?) throws(RecordError) -> [Stored<Organisation>] {
    try all(
      """
      SELECT \(part: Self.organisationColumns) FROM organisation o
      WHERE true\(part: Self.isUnder(path)) ORDER BY o.path, o.first_year
      """, Self.organisation)
  }

  func add(_ organisation: Organisation) throws(RecordError) {
    try change(
      .organisation, organisation.path.description,
      """
      INSERT INTO organisation (id, path, kind, name, short_name, first_year, last_year, revision)
      VALUES (\(organisation.id.rawValue), \(organisation.path.stored), \(organisation.kind.rawValue),
        \(organisation.name), \(organisation.shortName), \(organisation.years.first.year),
        \(organisation.years.last?.year), 1)
      """)
  }

  func save(_ organisation: Organisation, expecting revision: Int64) throws(RecordError) {
    try change(
      .organisation, organisation.id.description, expecting: revision,
      """
      UPDATE organisation SET path = \(organisation.path.stored), kind = \(organisation.kind.rawValue),
        name = \(organisation.name), short_name = \(organisation.shortName),
        first_year = \(organisation.years.first.year), last_year = \(organisation.years.last?.year),
        revision = revision + 1
      WHERE id = \(organisation.id.rawValue) AND revision = \(revision)
      """,
      found: "SELECT revision FROM organisation WHERE id = \(organisation.id.rawValue)")
  }
}
