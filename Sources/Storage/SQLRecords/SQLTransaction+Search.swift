// The words by which forms are found, and saved views, as statements.
internal import Organisations
internal import Records
internal import SQL

extension SQLTransaction {
  func text(of form: FormID) throws(RecordError) -> FormText? {
    try first("SELECT findings, tokens FROM form_text WHERE form = \(form.rawValue)") {
      (row: Row) throws(SQLError) in
      FormText(
        form: form, findings: try row.text(0), tokens: try row.text(1).split(separator: " ").map(String.init))
    }
  }

  func save(_ text: FormText) throws(RecordError) {
    let key = text.form.description
    let tokens = text.tokens.joined(separator: " ")
    if connection.dialect == .sqlite {
      // The lookup keeps no copy of what it has, and is told what to forget.
      try change(
        .form, key,
        """
        INSERT INTO form_search (form_search, rowid, tokens)
        SELECT 'delete', form, tokens FROM form_text WHERE form = \(text.form.rawValue)
        """)
    }
    try change(
      .form, key,
      """
      INSERT INTO form_text (form, findings, tokens)
      VALUES (\(text.form.rawValue), \(text.findings), \(tokens))
      ON CONFLICT (form) DO UPDATE SET findings = excluded.findings, tokens = excluded.tokens
      """)
    if connection.dialect == .sqlite {
      try change(
        .form, key, "INSERT INTO form_search (rowid, tokens) VALUES (\(text.form.rawValue), \(tokens))")
    }
  }

  /// Of so many forms a server picks the latest at once: it has them from the index without reading a word.
  private static let pickedMax: Int64 = 50_000

  var asksHowManyAreSearched: Bool { connection.dialect == .postgreSQL }

  func formsFound(
    by tokens: [String], among count: Int64?, before last: FormID?, limit: Int
  ) throws(RecordError) -> [FormID] {
    if tokens.isEmpty || limit <= 0 { return [] }
    let last = last?.rawValue ?? Int64.max
    let query: SQLText
    switch connection.dialect {
    case .sqlite:
      // Tokens are letters and digits, so that nothing in the question is a word of the lookup's own.
      let question = tokens.map { "\"\($0)\"" }.joined(separator: " AND ")
      query = """
        SELECT rowid FROM form_search WHERE form_search MATCH \(question) AND rowid < \(last)
        ORDER BY rowid DESC LIMIT \(limit)
        """
    case .postgreSQL:
      // Whether many forms have the tokens or few decides how they are looked for: the server knows which
      // are frequent, if it may plan for these very tokens.
      _ = try all("SELECT set_config('plan_cache_mode', 'force_custom_plan', true)") {
        (row: Row) throws(SQLError) in try row.text(0)
      }
      // It believes that taking words apart costs nothing, and would read form after form of other places: a
      // sum has no order that it could follow.
      let order: SQLText = count.map { $0 <= Self.pickedMax } ?? false ? "form + 0" : "form"
      query = """
        SELECT form FROM form_text
        WHERE string_to_array(tokens, ' ') @> string_to_array(\(tokens.joined(separator: " ")), ' ')
          AND form < \(last)
        ORDER BY \(part: order) DESC LIMIT \(limit)
        """
    }
    return try all(query) { (row: Row) throws(SQLError) in try row.identifier(0) }
  }

  // MARK: Saved views

  func savedViews(of person: PersonID) throws(RecordError) -> [Stored<SavedView>] {
    try all(
      "SELECT id, name, filter, revision FROM saved_view WHERE person = \(person.rawValue) ORDER BY id"
    ) { (row: Row) throws(SQLError) in
      Stored(
        SavedView(
          id: try row.identifier(0), person: person, name: try row.text(1), filter: try row.text(2)),
        revision: try row.whole(3))
    }
  }

  func add(_ view: SavedView) throws(RecordError) {
    try change(
      .savedView, view.id.description,
      """
      INSERT INTO saved_view (id, person, name, filter, revision)
      VALUES (\(view.id.rawValue), \(view.person.rawValue), \(view.name), \(view.filter), 1)
      """)
  }

  func remove(_ view: SavedViewID, expecting revision: Int64) throws(RecordError) {
    try change(
      .savedView, view.description, expecting: revision,
      "DELETE FROM saved_view WHERE id = \(view.rawValue) AND revision = \(revision)",
      found: "SELECT revision FROM saved_view WHERE id = \(view.rawValue)")
  }
}
