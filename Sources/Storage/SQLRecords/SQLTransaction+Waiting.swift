// How many projects have no form, counted along; nothing is counted by looking at projects.
internal import Model
internal import Organisations
internal import Quantities
internal import Records
internal import SQL

extension SQLTransaction {
  /// Counts a project that is added, or that stands otherwise from now on.
  func countUnbegun(_ project: ProjectEntry, insteadOf before: ProjectEntry? = nil) throws(RecordError) {
    if let before {
      if before.organisation == project.organisation, before.years == project.years { return }
      let forms: [(kind: FormKind, year: FiscalYear)] = try all(
        "SELECT kind, fiscal_year FROM form WHERE project = \(project.id.rawValue)"
      ) { (row: Row) throws(SQLError) in (try row.word(0), try row.fiscalYear(1)) }
      for form in forms {
        countUnbegun(form.kind, form.year, of: before, by: 1)
        countUnbegun(form.kind, form.year, of: project, by: -1)
      }
      unbegunChanges[UnbegunKey(before), default: 0] -= 1
    }
    unbegunChanges[UnbegunKey(project), default: 0] += 1
  }

  /// Counts a form that is added to its project.
  func countBegun(_ form: FormEntry) throws(RecordError) {
    guard let id = form.project else { return }
    let project = try first(
      "SELECT \(part: Self.projectColumns) FROM project p WHERE p.id = \(id.rawValue)\(part: lock)",
      Self.project)
    if let project { countUnbegun(form.kind, form.year, of: project.value, by: -1) }
  }

  private func countUnbegun(
    _ kind: FormKind, _ year: FiscalYear, of project: ProjectEntry, by count: Int64
  ) {
    guard project.years.contains(year) else { return }
    unbegunChanges[UnbegunKey(kind, year, of: project), default: 0] += count
  }

  /// Writes what was counted, last and in one order, as tallies are.
  func writeUnbegun() throws(RecordError) {
    let rows = unbegunChanges.filter { $0.value != 0 }.sorted { $0.key < $1.key }.map {
      key, count -> SQLText in
      "(\(key.kind), \(key.organisation), \(key.first), \(key.last), \(count))"
    }
    for start in stride(from: 0, to: rows.count, by: Self.rowsMax) {
      let some = Array(rows[start..<min(rows.count, start + Self.rowsMax)])
      try change(
        .project, "unbegun",
        """
        INSERT INTO unbegun (kind, organisation, first_year, last_year, project_count)
        VALUES \(part: .joined(some, by: ", "))
        ON CONFLICT (kind, organisation, first_year, last_year) DO UPDATE SET
          project_count = unbegun.project_count + excluded.project_count
        """)
    }
    unbegunChanges = [:]
  }
}

/// A row of the sums of projects without a form.
struct UnbegunKey: Hashable, Comparable {
  /// Empty for the projects themselves.
  let kind: String
  let organisation: Int64
  let first: Int
  let last: Int

  /// What stands for the end of a project that has none.
  private static let noEnd = 9999

  /// A project by itself.
  init(_ project: ProjectEntry) {
    kind = ""
    organisation = project.organisation.rawValue
    first = project.years.first.year
    last = project.years.last?.year ?? Self.noEnd
  }

  /// A form of a project.
  init(_ kind: FormKind, _ year: FiscalYear, of project: ProjectEntry) {
    self.kind = kind.rawValue
    organisation = project.organisation.rawValue
    first = year.year
    last = year.year
  }

  static func < (left: Self, right: Self) -> Bool {
    (left.kind, left.organisation, left.first, left.last)
      < (right.kind, right.organisation, right.first, right.last)
  }
}
