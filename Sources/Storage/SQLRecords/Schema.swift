// The schema of the store: every step that ever was, in order. Steps are added and never altered.
internal import Ledger
package import SQL

/// The steps of the schema.
package enum Schema {
  /// All steps, numbered from 1.
  package static let migrations: [Migration] = [
    .organisations, .access, .forms, .office, .ledger,
  ]

  /// Applies them, and tells them apart by their SM3.
  package static let migrator = Migrator(migrations) { ContentHash(of: $0).bytes }

  /// The tables whose rows a backup holds, in an order in which each names only those before it.
  package static let tables: [SQLName] = [
    "organisation", "person", "assignment", "deputy", "credential", "failed_attempt", "sign_in_session",
    "project", "form", "form_field", "form_version", "decision", "budget_year", "deadline", "setting", "job",
    "attachment", "ledger_entry", "ledger_head",
  ]
}
