// A table of people held against the office: what both imports of such a table begin with.
import Organisations
import Permissions
import Quantities
import Records
import Rosters
import Tables

/// A table of people with everything that it is compared with.
struct PeopleTable {
  let plan: PersonPlan
  let people: [PersonID: Stored<Person>]
  let chart: OrganisationChart

  /// - Parameter region: as typed; blank for the region of whoever imports.
  /// - Throws: `.permission`, `.fields`, `RosterRefusal`.
  init(
    _ table: Document, region typed: String, for right: Right, in records: any RecordView,
    by signedIn: SignedIn, on day: Day
  ) throws {
    try signedIn.demand(right)
    var fields = TypedFields()
    let usual = signedIn.places(for: right).first?.region
    let region = fields.readOptional("region", typed, RosterCell.region) ?? usual
    try fields.check()
    guard let region else { throw OfficeRefusal.unforeseen }
    let organisations = try records.organisations(under: nil).map(\.value)
    do throws(ChartFailure) {
      chart = try OrganisationChart(organisations)
    } catch {
      throw RecordError.damaged("organisations")
    }
    let stored = try records.people(under: nil)
    people = Dictionary(stored.map { ($0.value.id, $0) }, uniquingKeysWith: { first, _ in first })
    let assignments = try records.assignments(under: nil).map(\.value)
    plan = try PersonImport(
      region: region, today: day, chart: chart, people: stored.map(\.value), assignments: assignments
    ).plan(table)
  }

  /// The place of an organisation that the plan names.
  func path(_ id: OrganisationID) throws(RecordError) -> OrganisationPath {
    guard let path = chart.organisation(id)?.path else { throw .notFound(.organisation, key: id.description) }
    return path
  }

  /// A role of the plan as one line, for the fingerprint.
  func line(_ role: RoleDraft) -> String { "\(role.role.rawValue) \(role.organisation)" }
}
