// Step 8 of the schema: the register of approval numbers, and work on many forms at once.
internal import SQL

extension Migration {
  static let approvals = Migration(number: 8, name: "approvals") { dialect in
    [
      """
      CREATE TABLE approval_number (
        organisation \(word: .integer) NOT NULL REFERENCES organisation (id),
        fiscal_year \(word: .integer) NOT NULL,
        running \(word: .integer) NOT NULL CHECK (running > 0),
        form \(word: .integer) NOT NULL REFERENCES form (id),
        number_text \(word: .text) NOT NULL CHECK (number_text <> ''),
        given_at \(word: .integer) NOT NULL,
        PRIMARY KEY (organisation, fiscal_year, running))\(word: .endOfTableByKey)
      """,
      "CREATE INDEX approval_number_by_form ON approval_number (form)",
      """
      CREATE TABLE batch (
        id \(word: .integer) PRIMARY KEY,
        kind \(word: .text) NOT NULL CHECK (kind <> ''),
        person \(word: .integer) NOT NULL REFERENCES person (id),
        organisation \(word: .integer) NOT NULL REFERENCES organisation (id),
        made_at \(word: .integer) NOT NULL,
        state \(word: .text) NOT NULL CHECK (state <> ''),
        details \(word: .text) NOT NULL,
        revision \(word: .integer) NOT NULL CHECK (revision > 0))\(word: .endOfTable)
      """,
      "CREATE INDEX batch_by_person ON batch (person, id)",
      """
      CREATE TABLE batch_item (
        batch \(word: .integer) NOT NULL REFERENCES batch (id),
        form \(word: .integer) NOT NULL REFERENCES form (id),
        state \(word: .text) NOT NULL,
        note \(word: .text) NOT NULL,
        PRIMARY KEY (batch, form))\(word: .endOfTableByKey)
      """,
    ] + dialect.appendOnly("approval_number")
  }
}
