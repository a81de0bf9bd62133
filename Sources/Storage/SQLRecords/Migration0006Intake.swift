// Step 6 of the schema: documents that are read into drafts.
internal import SQL

extension Migration {
  static let intake = Migration(number: 6, name: "intake") { _ in
    [
      """
      CREATE TABLE intake (
        id \(word: .integer) PRIMARY KEY,
        organisation \(word: .integer) NOT NULL REFERENCES organisation (id),
        person \(word: .integer) NOT NULL REFERENCES person (id),
        made_at \(word: .integer) NOT NULL,
        name \(word: .text) NOT NULL CHECK (name <> ''),
        byte_count \(word: .integer) NOT NULL CHECK (byte_count >= 0),
        state \(word: .text) NOT NULL,
        details \(word: .text) NOT NULL,
        revision \(word: .integer) NOT NULL CHECK (revision > 0))\(word: .endOfTable)
      """,
      "CREATE INDEX intake_by_organisation ON intake (organisation, id)",
    ]
  }
}
