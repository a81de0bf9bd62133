// A few invented organisations and people to begin with.
internal import Model
package import Organisations
package import Quantities
package import Records

/// What every law starts from: 临溪镇 with a department, two units, and two people.
package struct SmallOffice: Sendable {
  package let region: OrganisationID
  package let department: OrganisationID
  package let unit: OrganisationID
  package let otherUnit: OrganisationID
  package let clerk: PersonID
  package let reviewer: PersonID

  /// 2026-03-02 01:20 UTC.
  package static let start = Moment(milliseconds: 1_772_414_400_000)

  /// So many seconds after the start.
  package static func moment(_ seconds: Int) -> Moment { start.advanced(bySeconds: seconds) }

  /// Adds everything in one transaction.
  package init(in records: any RecordStore) async throws(RecordError) {
    self = try await records.transaction { (records: any RecordTransaction) throws(RecordError) in
      try SmallOffice(in: records)
    }
  }

  private init(in records: any RecordTransaction) throws(RecordError) {
    let years = try Self.years(2024)
    var made: [OrganisationID] = []
    for (path, kind, name) in [
      ("330000123/", OrganisationKind.region, "临溪镇"),
      ("330000123/713", .department, "农林水务局"),
      ("330000123/713001", .unit, "水利所"),
      ("330000123/714001", .unit, "文化站"),
    ] {
      guard let path = OrganisationPath(path) else { throw .damaged("path") }
      let id: OrganisationID = try records.nextNumber()
      try records.add(Organisation(id: id, path: path, kind: kind, name: name, years: years))
      made.append(id)
    }
    (region, department, unit, otherUnit) = (made[0], made[1], made[2], made[3])
    clerk = try Self.person("zhou.min", "周敏", at: unit, in: records)
    reviewer = try Self.person("he.lan", "何岚", at: department, in: records)
  }

  /// Years from one on.
  package static func years(_ first: Int) throws(RecordError) -> YearSpan {
    guard let first = FiscalYear(first), let years = YearSpan(first: first) else { throw .damaged("year") }
    return years
  }

  /// A day in March 2026.
  package static func days(_ first: Int, _ last: Int? = nil) throws(RecordError) -> DaySpan {
    let end = last.flatMap { Day(year: 2026, month: 3, day: $0) }
    guard let first = Day(year: 2026, month: 3, day: first), let days = DaySpan(first: first, last: end)
    else { throw .damaged("day") }
    return days
  }

  /// Adds a person.
  package static func person(
    _ account: String, _ name: String, at organisation: OrganisationID, in records: any RecordTransaction
  ) throws(RecordError) -> PersonID {
    guard let account = AccountName(account) else { throw .damaged("account") }
    let id: PersonID = try records.nextNumber()
    try records.add(
      Person(id: id, name: name, account: account, organisation: organisation, days: try days(1)))
    return id
  }

  /// Adds a project and its target form for 2026.
  package func addForm(
    named name: String, in records: any RecordTransaction
  ) throws(RecordError) -> FormID {
    let project: ProjectID = try records.nextNumber()
    try records.add(
      ProjectEntry(
        id: project, organisation: unit, code: nil, name: name, category: "特定目标类",
        years: try Self.years(2026)))
    guard let year = FiscalYear(2026) else { throw .damaged("year") }
    let form: FormID = try records.nextNumber()
    try records.add(
      FormEntry(
        id: form, kind: .projectTarget, year: year, organisation: unit, project: project, stage: "draft"))
    return form
  }

  /// The same in a transaction of its own.
  package func addForm(named name: String, to records: any RecordStore) async throws(RecordError) -> FormID {
    try await records.transaction { (records: any RecordTransaction) throws(RecordError) in
      try addForm(named: name, in: records)
    }
  }
}
