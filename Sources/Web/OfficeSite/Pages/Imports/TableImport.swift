// The three tables that can be imported: organisations, people, and the roles of people.
import Design
import HTTP
import Ledger
import OfficeOperations
import Organisations
import Permissions
import Records
import Rosters
import Tables

/// What a table is imported as.
enum TableImport: String, CaseIterable {
  case organisations, people, rights

  /// Where the file is chosen, and sent to be looked at.
  var path: FixedPath {
    switch self {
    case .organisations: Routes.importOrganisations
    case .people: Routes.importPeople
    case .rights: Routes.importRights
    }
  }

  /// Where the agreement is sent.
  var confirmation: FixedPath {
    switch self {
    case .organisations: Routes.importOrganisationsConfirmed
    case .people: Routes.importPeopleConfirmed
    case .rights: Routes.importRightsConfirmed
    }
  }

  /// The empty table.
  var template: FixedPath {
    switch self {
    case .organisations: Routes.importOrganisationsTemplate
    case .people: Routes.importPeopleTemplate
    case .rights: Routes.importRightsTemplate
    }
  }

  /// The list that shows what was imported.
  var list: Link { self == .organisations ? Routes.organisations() : Routes.people() }

  var right: Right {
    switch self {
    case .organisations: .importOrganisations
    case .people: .importPeople
    case .rights: .changeRights
    }
  }

  var templateBytes: [UInt8] {
    self == .organisations
      ? RosterFile.template(OrganisationColumn.self) : RosterFile.template(PersonColumn.self)
  }
}

/// What an import would do, or has done, as a page shows it.
struct ImportOutline: Sendable {
  var summary: String
  /// How many things are added or changed.
  var count: Int
  var notes: [String]
  /// To be given back by whoever agrees.
  var fingerprint: Ledger.ContentHash
  /// What would be added and changed.
  var lines: [Line]

  /// One thing.
  struct Line: Sendable {
    var isNew: Bool
    var name: String
    var text: String
  }
}

extension OfficeSite {
  /// Looks at a table, or imports it where somebody agreed to what was seen.
  ///
  /// - Parameter confirmed: what was seen; nil only looks.
  func importTable(
    _ kind: TableImport, _ table: Document, confirmed: Ledger.ContentHash?, by signedIn: SignedIn
  ) async throws(OfficeRefusal) -> ImportOutline {
    switch kind {
    case .organisations:
      let work = ImportOrganisations(table: table, confirmed: confirmed)
      let preview =
        confirmed == nil
        ? try await work.preview(in: office, by: signedIn) : try await work.run(in: office, by: signedIn)
      return outline(preview)
    case .people:
      let work = ImportPeople(table: table, confirmed: confirmed)
      let preview =
        confirmed == nil
        ? try await work.preview(in: office, by: signedIn) : try await work.run(in: office, by: signedIn)
      return try await outline(preview, by: signedIn)
    case .rights:
      let work = ImportRights(table: table, confirmed: confirmed)
      let preview =
        confirmed == nil
        ? try await work.preview(in: office, by: signedIn) : try await work.run(in: office, by: signedIn)
      return try await outline(preview, by: signedIn)
    }
  }

  private func outline(_ preview: ImportOrganisations.Preview) -> ImportOutline {
    let plan = preview.plan
    return ImportOutline(
      summary: plan.summary, count: plan.additions.count + plan.changes.count,
      notes: plan.notes.map(\.sentence), fingerprint: preview.fingerprint,
      lines: plan.additions.map {
        ImportOutline.Line(
          isNew: true, name: $0.name, text: ImportWording.organisation($0.path, $0.kind, $0.years))
      }
        + plan.changes.map {
          ImportOutline.Line(
            isNew: false, name: $0.name, text: ImportWording.organisation($0.path, $0.kind, $0.years))
        })
  }

  private func outline(
    _ preview: ImportPeople.Preview, by signedIn: SignedIn
  ) async throws(OfficeRefusal) -> ImportOutline {
    let plan = preview.plan
    let names = try await organisationNames(by: signedIn)
    return ImportOutline(
      summary: plan.summary, count: plan.additions.count + plan.changes.count,
      notes: plan.notes.map(\.sentence), fingerprint: preview.fingerprint,
      lines: plan.additions.map {
        ImportOutline.Line(
          isNew: true, name: $0.name,
          text: ImportWording.person($0.account, names[$0.organisation] ?? "", $0.days))
      }
        + plan.changes.map {
          ImportOutline.Line(
            isNew: false, name: $0.name,
            text: ImportWording.person($0.account, names[$0.organisation] ?? "", $0.days))
        })
  }

  private func outline(
    _ preview: ImportRights.Preview, by signedIn: SignedIn
  ) async throws(OfficeRefusal) -> ImportOutline {
    let names = try await organisationNames(by: signedIn)
    let people = Dictionary(
      try await ListPeople().run(in: office, by: signedIn).map { ($0.value.id, $0.value) },
      uniquingKeysWith: { first, _ in first })
    let lines = preview.plan.proposals.sorted { $0.key < $1.key }.flatMap { person, roles in
      roles.map {
        ImportOutline.Line(
          isNew: true, name: people[person]?.name ?? "",
          text: ImportWording.right(
            people[person]?.account, $0.role, at: names[$0.organisation] ?? ""))
      }
    }
    return ImportOutline(
      summary: ImportWording.rights(preview.count), count: preview.count,
      notes: preview.plan.notes.map(\.sentence), fingerprint: preview.fingerprint, lines: lines)
  }

  /// What organisations are called, by number.
  func organisationNames(by signedIn: SignedIn) async throws(OfficeRefusal) -> [OrganisationID: String] {
    Dictionary(
      try await ListOrganisations().run(in: office, by: signedIn).map { ($0.value.id, $0.value.label) },
      uniquingKeysWith: { first, _ in first })
  }
}
