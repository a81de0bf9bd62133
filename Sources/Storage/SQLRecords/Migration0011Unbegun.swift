// Step 11 of the schema: how many projects have no form yet, as sums.
internal import SQL

extension Migration {
  /// A project counts one from its first to its last year, with an empty kind; each form takes one away in
  /// its year, with its own kind, where that is a year of the project. A project without an end has 9999.
  static let unbegun = Migration(number: 11, name: "unbegun") { _ in
    [
      """
      CREATE TABLE unbegun (
        kind \(word: .text) NOT NULL,
        organisation \(word: .integer) NOT NULL REFERENCES organisation (id),
        first_year \(word: .integer) NOT NULL,
        last_year \(word: .integer) NOT NULL,
        project_count \(word: .integer) NOT NULL,
        PRIMARY KEY (kind, organisation, first_year, last_year))\(word: .endOfTableByKey)
      """,
      """
      INSERT INTO unbegun (kind, organisation, first_year, last_year, project_count)
      SELECT '', organisation, first_year, COALESCE(last_year, 9999), count(*) FROM project
      GROUP BY organisation, first_year, COALESCE(last_year, 9999)
      """,
      """
      INSERT INTO unbegun (kind, organisation, first_year, last_year, project_count)
      SELECT f.kind, p.organisation, f.fiscal_year, f.fiscal_year, -count(*)
      FROM form f JOIN project p ON p.id = f.project
      WHERE f.fiscal_year BETWEEN p.first_year AND COALESCE(p.last_year, 9999)
      GROUP BY f.kind, p.organisation, f.fiscal_year
      """,
    ]
  }
}
