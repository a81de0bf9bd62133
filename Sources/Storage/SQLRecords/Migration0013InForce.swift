// Step 13 of the schema: what stays in force while a later version is on its way, in lanes of its own.
internal import SQL

extension Migration {
  /// A form is adjusted where the last adjustment was not abandoned, and nothing is approved since. The sum
  /// of its version in force stands in the version alone: it is told from the form's next step on.
  static let inForce = Migration(number: 13, name: "in-force") { _ in
    [
      "ALTER TABLE form_digest ADD COLUMN in_force \(word: .text)",
      "ALTER TABLE form_digest ADD COLUMN in_force_amount \(word: .integer)",
      """
      UPDATE form_digest SET in_force = (
        SELECT a.stage_before FROM decision a WHERE a.form = form_digest.form AND a.action = 'adjust'
          AND NOT EXISTS (
            SELECT 1 FROM decision b WHERE b.form = a.form AND b.id > a.id
              AND b.action IN ('adjust', 'abandon')))
      WHERE stage IN ('adjusting', 'returned', 'awaiting-department', 'department-review',
        'awaiting-finance', 'finance-review')
      """,
      """
      INSERT INTO queue_entry (place, fiscal_year, kind, stage, gravity, queue_rank, form)
      SELECT q.place, q.fiscal_year, q.kind, 'in-force-' || d.in_force, 0, q.queue_rank, q.form
      FROM queue_entry q JOIN form_digest d ON d.form = q.form WHERE d.in_force IS NOT NULL
      """,
      """
      INSERT INTO tally (fiscal_year, topic, place, item, item_count, item_sum)
      SELECT fiscal_year, 'stage', place, kind || '/' || stage || '/0', count(*), 0 FROM queue_entry
      WHERE stage LIKE 'in-force-%' GROUP BY fiscal_year, place, kind, stage
      """,
    ]
  }
}
