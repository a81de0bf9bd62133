// Step 10 of the schema: what people are told, and who was reminded.
internal import SQL

extension Migration {
  static let notices = Migration(number: 10, name: "notices") { _ in
    [
      """
      CREATE TABLE notice (
        id \(word: .integer) PRIMARY KEY,
        person \(word: .integer) NOT NULL REFERENCES person (id),
        kind \(word: .text) NOT NULL,
        topic \(word: .text) NOT NULL,
        form \(word: .integer) REFERENCES form (id),
        actor \(word: .integer) REFERENCES person (id),
        on_behalf_of \(word: .integer) REFERENCES person (id),
        told_count \(word: .integer) NOT NULL CHECK (told_count > 0),
        made_at \(word: .integer) NOT NULL,
        read_at \(word: .integer),
        mailed_at \(word: .integer),
        details \(word: .text) NOT NULL)\(word: .endOfTable)
      """,
      "CREATE INDEX notice_by_person ON notice (person, made_at, id)",
      "CREATE INDEX notice_unread ON notice (person, topic) WHERE read_at IS NULL",
      """
      CREATE TABLE mail_choice (
        person \(word: .integer) PRIMARY KEY REFERENCES person (id),
        address \(word: .text) NOT NULL,
        pace \(word: .text) NOT NULL,
        problem \(word: .text) NOT NULL,
        revision \(word: .integer) NOT NULL CHECK (revision > 0))\(word: .endOfTable)
      """,
      """
      CREATE TABLE reminder (
        id \(word: .integer) PRIMARY KEY,
        organisation \(word: .integer) NOT NULL REFERENCES organisation (id),
        fiscal_year \(word: .integer) NOT NULL,
        step \(word: .text) NOT NULL,
        person \(word: .integer) REFERENCES person (id),
        made_at \(word: .integer) NOT NULL,
        told_count \(word: .integer) NOT NULL CHECK (told_count >= 0))\(word: .endOfTable)
      """,
      "CREATE INDEX reminder_by_step ON reminder (fiscal_year, step, organisation, id)",
    ]
  }
}
