// The schema of the store: every step that ever was, in order. Steps are added and never altered.
internal import Ledger
package import SQL

/// The steps of the schema.
package enum Schema {
  /// All steps, numbered from 1.
  package static let migrations: [Migration] = [
    .organisations, .access, .forms, .office, .ledger, .intake, .queue, .approvals,
    .review, .notices, .unbegun, .ownTallies, .inForce,
  ]

  /// Applies them, and tells them apart by their SM3.
  package static let migrator = Migrator(migrations) { ContentHash(of: $0).bytes }
}
