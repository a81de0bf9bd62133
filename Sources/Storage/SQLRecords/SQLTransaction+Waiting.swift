// What units have not handed in yet, as statements.
internal import Model
internal import Organisations
internal import Quantities
internal import Records
internal import SQL

extension SQLTransaction {
  func projectsWithoutForm(
    of year: FiscalYear, kind: FormKind, under path: OrganisationPath?
  ) throws(RecordError) -> [OrganisationID: Int] {
    let counts: [(OrganisationID, Int)] = try all(
      """
      SELECT p.organisation, count(*) FROM project p JOIN organisation o ON o.id = p.organisation
      WHERE p.first_year <= \(year.year) AND (p.last_year IS NULL OR p.last_year >= \(year.year))
        AND NOT EXISTS (SELECT 1 FROM form f
          WHERE f.project = p.id AND f.fiscal_year = \(year.year) AND f.kind = \(kind.rawValue))
        \(part: Self.isUnder(path))
      GROUP BY p.organisation
      """
    ) { (row: Row) throws(SQLError) in (try row.identifier(0), try row.count(1)) }
    return Dictionary(counts, uniquingKeysWith: { first, _ in first })
  }
}
