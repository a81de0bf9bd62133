// The roles that a table of people proposes: looked at first, then given as a whole or not at all.
package import Ledger
import Organisations
import Permissions
import Quantities
import Records
package import Rosters
package import Tables

/// Gives the roles of a table of people, which the system administrator has imported before.
package struct ImportRights: Sendable {
  package var table: Document
  /// In which codes are looked for; blank for the region of whoever imports.
  package var region: String
  /// What the dry run gave; nil does whatever the table says now.
  package var confirmed: ContentHash?

  /// What an import would do, or has done.
  package struct Preview: Sendable {
    /// The plan's proposals are what is given; its additions are empty.
    package let plan: PersonPlan
    /// How many rights are given.
    package let count: Int
    /// To be given back by whoever agrees.
    package let fingerprint: ContentHash
  }

  package init(table: Document, region: String = "", confirmed: ContentHash? = nil) {
    self.table = table
    self.region = region
    self.confirmed = confirmed
  }

  /// The dry run: changes nothing.
  ///
  /// - Throws: `.permission`, `.table`, `.fields` for people who are not there yet and for one's own rights.
  package func preview(in office: Office, by signedIn: SignedIn) async throws(OfficeRefusal) -> Preview {
    let day = office.today
    return try await office.read { try prepared(in: $0, by: signedIn, on: day).preview }
  }

  /// - Throws: as `preview`, and `.previewOutdated` where the plan is not the confirmed one any more.
  package func run(in office: Office, by signedIn: SignedIn) async throws(OfficeRefusal) -> Preview {
    let moment = office.now
    return try await office.change { records in
      try signedIn.demand(.changeRights)
      try records.takeTurn()
      let (preview, table) = try prepared(in: records, by: signedIn, on: moment.day())
      if let confirmed, confirmed != preview.fingerprint { throw OfficeRefusal.previewOutdated }
      guard let days = DaySpan(first: moment.day()) else { throw OfficeRefusal.unforeseen }
      for (person, roles) in preview.plan.proposals.sorted(by: { $0.key < $1.key }) {
        // Locks the person, as every giving of rights does.
        _ = try records.person(person)
        for draft in roles {
          guard let place = table.chart.organisation(draft.organisation) else { continue }
          let assignment = Assignment(
            id: try records.nextNumber(), person: person, role: draft.role, organisation: place.id, days: days
          )
          try records.give(assignment, at: place, by: signedIn, moment: moment)
        }
      }
      return preview
    }
  }

  private func prepared(
    in records: any RecordView, by signedIn: SignedIn, on day: Day
  ) throws -> (preview: Preview, table: PeopleTable) {
    let table = try PeopleTable(
      table, region: region, for: .changeRights, in: records, by: signedIn, on: day)
    var faults = table.plan.additions.map {
      FieldFault("table", OfficeWording.account($0.account, OfficeWording.importPeopleFirst))
    }
    var lines: [String] = []
    for (person, roles) in table.plan.proposals.sorted(by: { $0.key < $1.key }) {
      guard let holder = table.people[person]?.value else { continue }
      if person == signedIn.person.id {
        faults.append(FieldFault("table", OfficeWording.account(holder.account, OfficeWording.ownRights)))
      }
      if holder.days.last.map({ $0 < day }) ?? false {
        faults.append(FieldFault("table", OfficeWording.account(holder.account, OfficeWording.personLeft)))
      }
      try signedIn.mayDo(.changeRights, at: try table.path(holder.organisation))
      for role in roles { try signedIn.mayDo(.changeRights, at: try table.path(role.organisation)) }
      lines.append("\(person)")
      lines += roles.map(table.line)
    }
    guard faults.isEmpty else { throw OfficeRefusal.fields(faults) }
    let preview = Preview(
      plan: table.plan, count: table.plan.proposals.values.reduce(0) { $0 + $1.count },
      fingerprint: ContentHash(ofLines: lines))
    return (preview, table)
  }
}
