// The columns of each table, for whoever copies whole tables from one engine to another.
package import SQL

/// A table and its columns in the order in which copies keep them.
package struct TableShape: Sendable {
  package let name: SQLName
  package let columns: [SQLName]
}

extension Schema {
  /// All tables with rows of the office, in an order in which each names only those before it. A test
  /// compares them with both engines.
  package static let tables: [TableShape] = [
    .init(
      name: "organisation",
      columns: ["id", "path", "kind", "name", "short_name", "first_year", "last_year", "revision"]),
    .init(
      name: "person",
      columns: ["id", "name", "account", "organisation", "first_day", "last_day", "revision"]),
    .init(
      name: "assignment",
      columns: ["id", "person", "role", "organisation", "first_day", "last_day", "revision"]),
    .init(name: "deputy", columns: ["id", "principal", "deputy", "first_day", "last_day", "revision"]),
    .init(name: "credential", columns: ["person", "kind", "secret", "changed_at", "revision"]),
    .init(name: "failed_attempt", columns: ["attempt_key", "attempt_count", "last_at", "locked_until"]),
    .init(
      name: "sign_in_session",
      columns: ["token", "person", "started_at", "last_seen_at", "expires_at", "address", "agent"]),
    .init(
      name: "project",
      columns: ["id", "organisation", "code", "name", "category", "first_year", "last_year", "revision"]),
    .init(
      name: "form",
      columns: [
        "id", "kind", "fiscal_year", "organisation", "project", "stage", "amount", "latest_version",
        "draft_revision", "revision",
      ]),
    .init(
      name: "form_field", columns: ["form", "path", "field_value", "revision", "person", "changed_at"]),
    .init(
      name: "form_version", columns: ["form", "version_number", "record", "content", "person", "made_at"]),
    .init(
      name: "decision",
      columns: [
        "id", "form", "version_number", "action", "stage_before", "stage_after", "person", "role",
        "on_behalf_of", "made_at", "reason", "details",
      ]),
    .init(name: "budget_year", columns: ["fiscal_year", "is_open", "revision"]),
    .init(name: "deadline", columns: ["fiscal_year", "step", "organisation", "last_day", "revision"]),
    .init(name: "setting", columns: ["setting_key", "setting_value", "revision"]),
    .init(
      name: "job", columns: ["id", "kind", "payload", "due_at", "lease_ends_at", "attempts", "problem"]),
    .init(
      name: "attachment", columns: ["id", "subject", "name", "byte_count", "content", "person", "made_at"]),
    .init(
      name: "intake",
      columns: [
        "id", "organisation", "person", "made_at", "name", "byte_count", "state", "details", "revision",
      ]),
    .init(
      name: "form_digest",
      columns: [
        "form", "fiscal_year", "kind", "organisation", "place", "project", "stage", "amount", "errors",
        "warnings", "hints", "round", "step_count", "moved_at", "urgency", "in_force", "in_force_amount",
      ]),
    .init(
      name: "queue_entry",
      columns: ["place", "fiscal_year", "kind", "stage", "gravity", "queue_rank", "form"]),
    .init(
      name: "tally", columns: ["fiscal_year", "topic", "place", "item", "item_count", "item_sum"]),
    .init(
      name: "unbegun", columns: ["kind", "organisation", "first_year", "last_year", "project_count"]),
    .init(name: "form_text", columns: ["form", "findings", "tokens"]),
    .init(name: "saved_view", columns: ["id", "person", "name", "filter", "revision"]),
    .init(
      name: "approval_number",
      columns: ["organisation", "fiscal_year", "running", "form", "number_text", "given_at"]),
    .init(
      name: "batch",
      columns: ["id", "kind", "person", "organisation", "made_at", "state", "details", "revision"]),
    .init(name: "batch_item", columns: ["batch", "form", "state", "note"]),
    .init(
      name: "review_paper",
      columns: ["form", "version_number", "side", "details", "person", "changed_at", "revision"]),
    .init(name: "review_note", columns: ["id", "form", "person", "made_at", "words"]),
    .init(name: "form_glance", columns: ["form", "person", "seen_at"]),
    .init(
      name: "notice",
      columns: [
        "id", "person", "kind", "topic", "form", "actor", "on_behalf_of", "told_count", "made_at", "read_at",
        "mailed_at", "details",
      ]),
    .init(name: "mail_choice", columns: ["person", "address", "pace", "problem", "revision"]),
    .init(
      name: "reminder",
      columns: ["id", "organisation", "fiscal_year", "step", "person", "made_at", "told_count"]),
    .init(
      name: "ledger_entry",
      columns: [
        "sequence", "made_at", "actor", "action", "subject", "content", "reason", "previous_hash", "hash",
      ]),
    .init(name: "ledger_head", columns: ["id", "sequence", "hash"]),
  ]
}
