// Step 12 of the schema: how many forms of each stage a place has of its own.
internal import SQL

extension Migration {
  /// Tallies hold what lies below a place too; with `own/STAGE` as their topic and a kind as their item, the
  /// forms of the very place alone.
  static let ownTallies = Migration(number: 12, name: "own-tallies") { _ in
    [
      """
      INSERT INTO tally (fiscal_year, topic, place, item, item_count, item_sum)
      SELECT fiscal_year, 'own/' || stage, place, kind, count(*), 0 FROM form_digest
      GROUP BY fiscal_year, stage, place, kind
      """
    ]
  }
}
