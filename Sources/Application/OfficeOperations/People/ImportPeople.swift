// A table of people: looked at first, then imported as a whole or not at all.
package import Ledger
import Organisations
import Permissions
import Quantities
import Records
package import Rosters
package import Tables

/// Imports a table of people. Roles in it are proposals, which `ImportRights` gives.
package struct ImportPeople: Sendable {
  package var table: Document
  /// In which codes are looked for; blank for the region of whoever imports.
  package var region: String
  /// What the dry run gave: the import does that and nothing else. Nil, for programs that do not ask, does
  /// whatever the table says now.
  package var confirmed: ContentHash?

  /// What an import would do, or has done.
  package struct Preview: Sendable {
    package let plan: PersonPlan
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
  /// - Throws: `.permission`, `.fields` for the region, `.table`.
  package func preview(in office: Office, by signedIn: SignedIn) async throws(OfficeRefusal) -> Preview {
    let day = office.today
    return try await office.read { try prepared(in: $0, by: signedIn, on: day).preview }
  }

  /// - Throws: as `preview`, and `.previewOutdated` where the plan is not the confirmed one any more.
  package func run(in office: Office, by signedIn: SignedIn) async throws(OfficeRefusal) -> Preview {
    let moment = office.now
    let day = moment.day()
    return try await office.change { records in
      try signedIn.demand(.importPeople)
      try records.takeTurn()
      let roll = try AdministratorRoll(in: records, on: day)
      let (preview, table) = try prepared(in: records, by: signedIn, on: day)
      if let confirmed, confirmed != preview.fingerprint { throw OfficeRefusal.previewOutdated }
      for draft in preview.plan.additions {
        let person = Person(
          id: try records.nextNumber(), name: draft.name, account: draft.account,
          organisation: draft.organisation, days: draft.days)
        try records.add(person)
        try records.append(signedIn.note(.personAdd, person.subject, at: moment, content: person.content))
      }
      for person in preview.plan.changes {
        try records.save(person, expecting: table.people[person.id]?.revision ?? 0)
        try records.append(signedIn.note(.personChange, person.subject, at: moment, content: person.content))
      }
      try roll.check(in: records, field: "table", on: day)
      return preview
    }
  }

  private func prepared(
    in records: any RecordView, by signedIn: SignedIn, on day: Day
  ) throws -> (preview: Preview, table: PeopleTable) {
    let table = try PeopleTable(
      table, region: region, for: .importPeople, in: records, by: signedIn, on: day)
    var lines: [String] = []
    for draft in table.plan.additions {
      try signedIn.mayDo(.importPeople, at: try table.path(draft.organisation))
      lines.append("\(draft.account) \(draft.organisation) \(draft.days) \(draft.name)")
      lines += draft.roles.map(table.line)
    }
    for after in table.plan.changes {
      guard let before = table.people[after.id] else { continue }
      for organisation in [before.value.organisation, after.organisation] {
        try signedIn.mayDo(.importPeople, at: try table.path(organisation))
      }
      let live = try records.liveAssignments(of: after.id, on: day)
      let faults = PersonChange(before: before.value, after: after).faults(live: live, on: day)
      guard faults.isEmpty else {
        throw OfficeRefusal.fields(
          faults.map { FieldFault("table", OfficeWording.account(after.account, $0.sentence)) })
      }
      lines.append("\(after.id) \(before.revision) \(after.organisation) \(after.days) \(after.name)")
    }
    let preview = Preview(plan: table.plan, fingerprint: ContentHash(ofLines: lines))
    return (preview, table)
  }
}
