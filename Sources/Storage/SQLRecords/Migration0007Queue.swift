// Step 7 of the schema: digests of forms in their queues, tallies, words that are searched, saved views.
internal import SQL

extension Migration {
  static let queue = Migration(number: 7, name: "queue") { dialect in
    [
      """
      CREATE TABLE form_digest (
        form \(word: .integer) PRIMARY KEY REFERENCES form (id),
        fiscal_year \(word: .integer) NOT NULL,
        kind \(word: .text) NOT NULL,
        organisation \(word: .integer) NOT NULL REFERENCES organisation (id),
        place \(word: .text) NOT NULL,
        project \(word: .integer) REFERENCES project (id),
        stage \(word: .text) NOT NULL,
        amount \(word: .integer),
        errors \(word: .integer),
        warnings \(word: .integer),
        hints \(word: .integer),
        round \(word: .integer) NOT NULL,
        step_count \(word: .integer) NOT NULL,
        moved_at \(word: .integer) NOT NULL,
        urgency \(word: .integer) NOT NULL CHECK (urgency >= 0))\(word: .endOfTable)
      """,
      // A row for the place of a form and one for each place above it; the most urgent have the lowest rank.
      """
      CREATE TABLE queue_entry (
        place \(word: .text) NOT NULL,
        fiscal_year \(word: .integer) NOT NULL,
        kind \(word: .text) NOT NULL,
        stage \(word: .text) NOT NULL,
        gravity \(word: .integer) NOT NULL,
        queue_rank \(word: .integer) NOT NULL,
        form \(word: .integer) NOT NULL,
        PRIMARY KEY (place, fiscal_year, kind, stage, gravity, queue_rank, form))\(word: .endOfTableByKey)
      """,
      """
      CREATE TABLE tally (
        fiscal_year \(word: .integer) NOT NULL,
        topic \(word: .text) NOT NULL,
        place \(word: .text) NOT NULL,
        item \(word: .text) NOT NULL,
        item_count \(word: .integer) NOT NULL,
        item_sum \(word: .integer) NOT NULL,
        PRIMARY KEY (fiscal_year, topic, place, item))\(word: .endOfTableByKey)
      """,
      """
      CREATE TABLE form_text (
        form \(word: .integer) PRIMARY KEY REFERENCES form (id),
        findings \(word: .text) NOT NULL,
        tokens \(word: .text) NOT NULL)\(word: .endOfTable)
      """,
      """
      CREATE TABLE saved_view (
        id \(word: .integer) PRIMARY KEY,
        person \(word: .integer) NOT NULL REFERENCES person (id),
        name \(word: .text) NOT NULL CHECK (name <> ''),
        filter \(word: .text) NOT NULL,
        revision \(word: .integer) NOT NULL CHECK (revision > 0))\(word: .endOfTable)
      """,
      "CREATE INDEX saved_view_by_person ON saved_view (person, id)",
    ] + lookup(dialect)
  }

  /// What finds forms by their tokens, which blanks part.
  private static func lookup(_ dialect: Dialect) -> [SQLText] {
    switch dialect {
    case .sqlite:
      // Without places in the text: only whether a form has a token is ever asked.
      [
        """
        CREATE VIRTUAL TABLE form_search USING fts5(
          tokens, content='form_text', content_rowid='form', detail=none, columnsize=0, tokenize='ascii')
        """
      ]
    case .postgreSQL:
      ["CREATE INDEX form_text_by_token ON form_text USING gin (string_to_array(tokens, ' '))"]
    }
  }
}
