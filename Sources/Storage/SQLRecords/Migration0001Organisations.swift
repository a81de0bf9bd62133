// Step 1 of the schema: organisations, people, roles, deputies, and the numbers of everything.
internal import SQL

extension Migration {
  static let organisations = Migration(number: 1, name: "organisations") { dialect in
    numbers(dialect) + [
      """
      CREATE TABLE organisation (
        id \(word: .integer) PRIMARY KEY,
        path \(word: .text) NOT NULL,
        kind \(word: .text) NOT NULL CHECK (kind IN ('region', 'bureau', 'department', 'unit')),
        name \(word: .text) NOT NULL CHECK (name <> ''),
        short_name \(word: .text),
        first_year \(word: .integer) NOT NULL,
        last_year \(word: .integer) CHECK (last_year >= first_year),
        revision \(word: .integer) NOT NULL CHECK (revision > 0),
        UNIQUE (path, first_year))\(word: .endOfTable)
      """,
      """
      CREATE TABLE person (
        id \(word: .integer) PRIMARY KEY,
        name \(word: .text) NOT NULL CHECK (name <> ''),
        account \(word: .text) NOT NULL UNIQUE,
        organisation \(word: .integer) NOT NULL REFERENCES organisation (id),
        first_day \(word: .text) NOT NULL,
        last_day \(word: .text) CHECK (last_day >= first_day),
        revision \(word: .integer) NOT NULL CHECK (revision > 0))\(word: .endOfTable)
      """,
      "CREATE INDEX person_by_organisation ON person (organisation)",
      """
      CREATE TABLE assignment (
        id \(word: .integer) PRIMARY KEY,
        person \(word: .integer) NOT NULL REFERENCES person (id),
        role \(word: .text) NOT NULL,
        organisation \(word: .integer) NOT NULL REFERENCES organisation (id),
        first_day \(word: .text) NOT NULL,
        last_day \(word: .text) CHECK (last_day >= first_day),
        revision \(word: .integer) NOT NULL CHECK (revision > 0))\(word: .endOfTable)
      """,
      "CREATE INDEX assignment_by_person ON assignment (person)",
      "CREATE INDEX assignment_by_organisation ON assignment (organisation)",
      """
      CREATE TABLE deputy (
        id \(word: .integer) PRIMARY KEY,
        principal \(word: .integer) NOT NULL REFERENCES person (id),
        deputy \(word: .integer) NOT NULL REFERENCES person (id) CHECK (deputy <> principal),
        first_day \(word: .text) NOT NULL,
        last_day \(word: .text) NOT NULL CHECK (last_day >= first_day),
        revision \(word: .integer) NOT NULL CHECK (revision > 0))\(word: .endOfTable)
      """,
      "CREATE INDEX deputy_by_principal ON deputy (principal)",
      "CREATE INDEX deputy_by_deputy ON deputy (deputy)",
    ]
  }

  /// Where numbers come from: a sequence that transactions do not wait for, or one row.
  private static func numbers(_ dialect: Dialect) -> [SQLText] {
    switch dialect {
    case .sqlite:
      [
        "CREATE TABLE record_number (id INTEGER PRIMARY KEY CHECK (id = 1), last INTEGER NOT NULL) STRICT",
        "INSERT INTO record_number (id, last) VALUES (1, 0)",
      ]
    case .postgreSQL: ["CREATE SEQUENCE record_number AS BIGINT START 1 CACHE 1"]
    }
  }
}
