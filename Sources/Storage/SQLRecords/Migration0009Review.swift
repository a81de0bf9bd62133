// Step 9 of the schema: what reviewers keep while they review.
internal import SQL

extension Migration {
  static let review = Migration(number: 9, name: "review") { dialect in
    [
      """
      CREATE TABLE review_paper (
        form \(word: .integer) NOT NULL REFERENCES form (id),
        version_number \(word: .integer) NOT NULL CHECK (version_number > 0),
        side \(word: .text) NOT NULL,
        details \(word: .text) NOT NULL,
        person \(word: .integer) NOT NULL REFERENCES person (id),
        changed_at \(word: .integer) NOT NULL,
        revision \(word: .integer) NOT NULL CHECK (revision > 0),
        PRIMARY KEY (form, version_number, side))\(word: .endOfTable)
      """,
      """
      CREATE TABLE review_note (
        id \(word: .integer) PRIMARY KEY,
        form \(word: .integer) NOT NULL REFERENCES form (id),
        person \(word: .integer) NOT NULL REFERENCES person (id),
        made_at \(word: .integer) NOT NULL,
        words \(word: .text) NOT NULL CHECK (words <> ''))\(word: .endOfTable)
      """,
      "CREATE INDEX review_note_by_form ON review_note (form, id)",
      """
      CREATE TABLE form_glance (
        form \(word: .integer) NOT NULL REFERENCES form (id),
        person \(word: .integer) NOT NULL REFERENCES person (id),
        seen_at \(word: .integer) NOT NULL,
        PRIMARY KEY (form, person))\(word: .endOfTableByKey)
      """,
      "CREATE INDEX form_glance_by_moment ON form_glance (seen_at)",
    ] + dialect.appendOnly("review_note")
  }
}
