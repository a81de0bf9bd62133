// The organisations as a tree by code, with a search.
import Design
import HTML
import HTTP
import OfficeOperations
import Organisations
import Permissions
import Quantities
import Records

extension OfficeSite {
  @Sendable func organisationsPage(_ request: Request, _ context: OfficeContext) async throws -> Response {
    let signedIn = try context.person()
    let query = try request.target.query()
    let wanted = query["q"] ?? ""
    let showsEnded = query["show"] == "ended"
    let all = try await ListOrganisations().run(in: office, by: signedIn).map(\.value)
    let today = office.today
    let (ended, present) = (all.filter { $0.isOver(on: today) }, all.filter { !$0.isOver(on: today) })
    let found = (showsEnded ? ended : present).filter { $0.answers(to: wanted) }
    let kept: [(String, String)] = showsEnded ? [("show", "ended")] : []
    let finder = Finder(
      action: Routes.organisations(), name: "q", label: OrganisationsWording.search, value: wanted,
      kept: kept)
    var panel = Panel(
      OrganisationsWording.list(found.count), isPadded: false,
      [
        found.isEmpty
          ? emptyPlace(wanted: wanted, showsEnded: showsEnded)
          : table(found, isTree: wanted.isEmpty && !showsEnded)
      ])
    panel.buttons = [finder]
    let tabs = Tabs(
      OfficeWording.organisations,
      [
        (
          Destination(OrganisationsWording.present, Routes.organisations(), isHere: !showsEnded),
          present.count
        ),
        (
          Destination(
            OrganisationsWording.ended, Routes.organisations().with([("show", "ended")]), isHere: showsEnded),
          ended.count
        ),
      ])
    return try await page(
      OfficeWording.organisations, request, context, here: Routes.organisations(),
      pageBar: PageBar(OfficeWording.organisations, buttons: organisationButtons(signedIn)),
      content: [Frame(Outcome.notices(request) + [tabs, panel])]
    ).response()
  }

  private func organisationButtons(_ signedIn: SignedIn) -> [any Component] {
    var buttons: [any Component] = []
    if signedIn.mayDoSomewhere(.importOrganisations) {
      buttons.append(
        Button.small(OrganisationsWording.importTable, .go(TableImport.organisations.path())))
    }
    if signedIn.mayDoSomewhere(.changeOrganisations) {
      buttons.append(
        Button.small(OrganisationsWording.add, .go(Routes.addOrganisation()), look: .main))
    }
    return buttons
  }

  private func emptyPlace(wanted: String, showsEnded: Bool) -> EmptyPlace {
    if !wanted.isEmpty {
      return EmptyPlace(OrganisationsWording.notFound(wanted), OrganisationsWording.notFoundAdvice)
    }
    return showsEnded
      ? EmptyPlace(OrganisationsWording.noneEnded, OrganisationsWording.noneEndedAdvice)
      : EmptyPlace(OrganisationsWording.nonePresent, OrganisationsWording.nonePresentAdvice)
  }

  private func table(_ organisations: [Organisation], isTree: Bool) -> ListTable {
    ListTable(
      OfficeWording.organisations,
      columns: [
        .init(OrganisationsWording.name), .init(OrganisationsWording.code), .init(OrganisationsWording.kind),
        .init(OrganisationsWording.years),
      ],
      rows: organisations.map { organisation in
        .init(
          Branch(organisation, level: isTree ? organisation.path.code.level : 0),
          [
            Words(OrganisationsWording.code(of: organisation.path)), Words(organisation.kind.label),
            Words(OrganisationsWording.years(organisation.years)),
          ])
      })
  }
}

/// The name of an organisation at its level of the tree.
private struct Branch: Component {
  var organisation: Organisation
  var level: Int

  init(_ organisation: Organisation, level: Int) {
    self.organisation = organisation
    self.level = level
  }

  func write(to page: inout MarkupWriter) {
    page.element("span", ["class": "branch level-\(level)"]) { page in
      page.add(
        Lead(
          organisation.name, Routes.organisation(organisation.id), below: organisation.shortName))
    }
  }
}

extension Organisation {
  /// True where its last year is over.
  func isOver(on day: Day) -> Bool { years.last.map { $0.year < day.year } ?? false }

  /// True where code, name or short name have what is looked for.
  func answers(to wanted: String) -> Bool {
    let wanted = wanted.filter { !$0.isWhitespace }.lowercased()
    guard !wanted.isEmpty else { return true }
    return path.code.digits.utf8.starts(with: wanted.utf8)
      || [name, shortName ?? ""].contains { $0.lowercased().contains(wanted) }
  }
}
