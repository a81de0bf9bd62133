// A table of organisations: looked at first, then imported as a whole or not at all.
package import Ledger
import Organisations
import Permissions
import Quantities
import Records
package import Rosters
package import Tables

/// Imports a table of organisations.
package struct ImportOrganisations: Sendable {
  package var table: Document
  /// Where organisations without a column for it lie; blank for the region of whoever imports.
  package var region: String
  /// What the dry run gave: the import does that and nothing else. Nil, for programs that do not ask, does
  /// whatever the table says now.
  package var confirmed: ContentHash?

  /// What an import would do, or has done.
  package struct Preview: Sendable {
    package let plan: OrganisationPlan
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
    return try await office.read { try plan(in: $0, by: signedIn, on: day).preview }
  }

  /// - Throws: as `preview`, and `.previewOutdated` where the plan is not the confirmed one any more.
  package func run(in office: Office, by signedIn: SignedIn) async throws(OfficeRefusal) -> Preview {
    let moment = office.now
    return try await office.change { records in
      try signedIn.demand(.importOrganisations)
      try records.takeTurn()
      let (preview, revisions) = try plan(in: records, by: signedIn, on: moment.day())
      if let confirmed, confirmed != preview.fingerprint { throw OfficeRefusal.previewOutdated }
      for draft in preview.plan.additions {
        let organisation = draft.organisation(try records.nextNumber())
        try records.add(organisation)
        try records.append(note(.organisationAdd, organisation, by: signedIn, at: moment))
      }
      for organisation in preview.plan.changes {
        try records.save(organisation, expecting: revisions[organisation.id] ?? 0)
        try records.append(note(.organisationChange, organisation, by: signedIn, at: moment))
      }
      return preview
    }
  }

  private func note(
    _ action: LedgerAction, _ organisation: Organisation, by signedIn: SignedIn, at moment: Moment
  ) -> LedgerNote {
    signedIn.note(
      action, organisation.subject, at: moment, content: organisation.content, reason: organisation.ledgerText
    )
  }

  private func plan(
    in records: any RecordView, by signedIn: SignedIn, on day: Day
  ) throws -> (preview: Preview, revisions: [OrganisationID: Int64]) {
    try signedIn.demand(.importOrganisations)
    var fields = TypedFields()
    let usual = signedIn.places(for: .importOrganisations).first?.region
    let region = fields.readOptional("region", region, RosterCell.region) ?? usual
    try fields.check()
    guard let region, let year = FiscalYear(day.year) else { throw OfficeRefusal.unforeseen }
    let existing = try records.organisations(under: nil)
    let plan = try OrganisationImport(region: region, year: year, existing: existing.map(\.value)).plan(table)
    for path in Set(plan.additions.map(\.path) + plan.changes.map(\.path)).sorted() {
      try signedIn.mayDo(.importOrganisations, at: path)
    }
    let revisions = Dictionary(
      existing.map { ($0.value.id, $0.revision) }, uniquingKeysWith: { first, _ in first })
    let lines =
      plan.additions.map { "\($0.kind.rawValue) \($0.path) \($0.years) \($0.name) \($0.shortName ?? "")" }
      + plan.changes.map { "\($0.id) \(revisions[$0.id] ?? 0) \($0.ledgerText)" }
    let preview = Preview(plan: plan, fingerprint: ContentHash(ofLines: lines))
    return (preview, revisions)
  }
}

extension ContentHash {
  /// The digest of lines, each with its length before it.
  init(ofLines lines: [String]) {
    self.init(of: lines.flatMap { Array("\($0.utf8.count):\($0)".utf8) })
  }
}
