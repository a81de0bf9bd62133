// What reviewers keep, as statements.
internal import Organisations
internal import Quantities
internal import Records
internal import SQL

extension SQLTransaction {
  private static let paperColumns: SQLText =
    "form, side, version_number, details, person, changed_at, revision"

  private static func paper(_ row: Row) throws(SQLError) -> Stored<ReviewPaper> {
    Stored(
      ReviewPaper(
        form: try row.identifier(0), side: try row.text(1), version: try row.count(2),
        details: try row.text(3), person: try row.identifier(4), moment: try row.moment(5)),
      revision: try row.whole(6))
  }

  func reviewPaper(
    of form: FormID, side: String, version: Int
  ) throws(RecordError) -> Stored<ReviewPaper>? {
    try first(
      """
      SELECT \(part: Self.paperColumns) FROM review_paper
      WHERE form = \(form.rawValue) AND version_number = \(version) AND side = \(side)\(part: lock)
      """, Self.paper)
  }

  func reviewPapers(of form: FormID) throws(RecordError) -> [Stored<ReviewPaper>] {
    try all(
      """
      SELECT \(part: Self.paperColumns) FROM review_paper
      WHERE form = \(form.rawValue) ORDER BY version_number, side
      """, Self.paper)
  }

  func save(_ paper: ReviewPaper, expecting revision: Int64) throws(RecordError) {
    let key = ReviewPaper.subject(form: paper.form, side: paper.side, version: paper.version)
    let found: SQLText = """
      SELECT revision FROM review_paper WHERE form = \(paper.form.rawValue)
        AND version_number = \(paper.version) AND side = \(paper.side)
      """
    if revision == 0 {
      try change(
        .reviewPaper, key, expecting: 0,
        """
        INSERT INTO review_paper (\(part: Self.paperColumns))
        VALUES (\(paper.form.rawValue), \(paper.side), \(paper.version), \(paper.details),
          \(paper.person.rawValue), \(paper.moment.milliseconds), 1)
        ON CONFLICT (form, version_number, side) DO NOTHING
        """, found: found)
    } else {
      try change(
        .reviewPaper, key, expecting: revision,
        """
        UPDATE review_paper SET details = \(paper.details), person = \(paper.person.rawValue),
          changed_at = \(paper.moment.milliseconds), revision = revision + 1
        WHERE form = \(paper.form.rawValue) AND version_number = \(paper.version) AND side = \(paper.side)
          AND revision = \(revision)
        """, found: found)
    }
  }

  func reviewNotes(on form: FormID, limit: Int) throws(RecordError) -> [ReviewNote] {
    try all(
      """
      SELECT id, form, person, made_at, words FROM review_note
      WHERE form = \(form.rawValue) ORDER BY id LIMIT \(max(0, limit))
      """
    ) { (row: Row) throws(SQLError) in
      ReviewNote(
        id: try row.identifier(0), form: try row.identifier(1), person: try row.identifier(2),
        moment: try row.moment(3), words: try row.text(4))
    }
  }

  func add(_ note: ReviewNote) throws(RecordError) {
    try change(
      .reviewNote, note.id.description,
      """
      INSERT INTO review_note (id, form, person, made_at, words)
      VALUES (\(note.id.rawValue), \(note.form.rawValue), \(note.person.rawValue),
        \(note.moment.milliseconds), \(note.words))
      """)
  }

  func glances(at form: FormID, since moment: Moment) throws(RecordError) -> [FormGlance] {
    try all(
      """
      SELECT form, person, seen_at FROM form_glance
      WHERE form = \(form.rawValue) AND seen_at >= \(moment.milliseconds) ORDER BY seen_at DESC, person
      """
    ) { (row: Row) throws(SQLError) in
      FormGlance(form: try row.identifier(0), person: try row.identifier(1), moment: try row.moment(2))
    }
  }

  func save(_ glance: FormGlance) throws(RecordError) {
    try change(
      .glance, "\(glance.form)/\(glance.person)",
      """
      INSERT INTO form_glance (form, person, seen_at)
      VALUES (\(glance.form.rawValue), \(glance.person.rawValue), \(glance.moment.milliseconds))
      ON CONFLICT (form, person) DO UPDATE SET seen_at = excluded.seen_at
      """)
  }

  func removeGlances(before moment: Moment) throws(RecordError) {
    try change(.glance, "", "DELETE FROM form_glance WHERE seen_at < \(moment.milliseconds)")
  }
}
