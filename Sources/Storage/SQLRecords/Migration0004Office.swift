// Step 4 of the schema: years, deadlines, settings, jobs, attachments.
internal import SQL

extension Migration {
  static let office = Migration(number: 4, name: "office") { _ in
    [
      """
      CREATE TABLE budget_year (
        fiscal_year \(word: .integer) PRIMARY KEY,
        is_open \(word: .integer) NOT NULL CHECK (is_open IN (0, 1)),
        revision \(word: .integer) NOT NULL CHECK (revision > 0))\(word: .endOfTable)
      """,
      """
      CREATE TABLE deadline (
        fiscal_year \(word: .integer) NOT NULL REFERENCES budget_year (fiscal_year),
        step \(word: .text) NOT NULL,
        organisation \(word: .integer) NOT NULL REFERENCES organisation (id),
        last_day \(word: .text) NOT NULL,
        revision \(word: .integer) NOT NULL CHECK (revision > 0),
        PRIMARY KEY (fiscal_year, step, organisation))\(word: .endOfTableByKey)
      """,
      """
      CREATE TABLE setting (
        setting_key \(word: .text) PRIMARY KEY,
        setting_value \(word: .text) NOT NULL,
        revision \(word: .integer) NOT NULL CHECK (revision > 0))\(word: .endOfTableByKey)
      """,
      """
      CREATE TABLE job (
        id \(word: .integer) PRIMARY KEY,
        kind \(word: .text) NOT NULL,
        payload \(word: .text) NOT NULL,
        due_at \(word: .integer) NOT NULL,
        lease_ends_at \(word: .integer),
        attempts \(word: .integer) NOT NULL CHECK (attempts >= 0),
        problem \(word: .text))\(word: .endOfTable)
      """,
      "CREATE INDEX job_by_due ON job (due_at, id)",
      """
      CREATE TABLE attachment (
        id \(word: .integer) PRIMARY KEY,
        subject \(word: .text) NOT NULL,
        name \(word: .text) NOT NULL CHECK (name <> ''),
        byte_count \(word: .integer) NOT NULL CHECK (byte_count >= 0),
        content \(word: .bytes) NOT NULL CHECK (\(word: .byteCount)(content) = 32),
        person \(word: .integer) NOT NULL REFERENCES person (id),
        made_at \(word: .integer) NOT NULL)\(word: .endOfTable)
      """,
      "CREATE INDEX attachment_by_subject ON attachment (subject, id)",
    ]
  }
}
