// Who works where: a list in pages, with a search.
import Design
import HTTP
import OfficeOperations
import Organisations
import Permissions
import Quantities
import Records

extension OfficePages {
  /// People on one page of the list.
  private static let peopleOfPage = 50

  @Sendable func peoplePage(_ request: Request, _ context: OfficeContext) async throws -> Response {
    let signedIn = try context.person()
    let query = try request.target.query()
    let wanted = query["q"] ?? ""
    let showsLeft = query["show"] == "left"
    let all = try await ListPeople().run(in: office, by: signedIn).map(\.value)
    let names = try await organisationNames(by: signedIn)
    let today = office.today
    let (left, present) = (all.filter { $0.isGone(on: today) }, all.filter { !$0.isGone(on: today) })
    let found = (showsLeft ? left : present).filter {
      $0.answers(to: wanted, organisation: names[$0.organisation] ?? "")
    }
    let roles = try await rolesToday(by: signedIn)
    let pageCount = max(1, (found.count + Self.peopleOfPage - 1) / Self.peopleOfPage)
    let number = min(max(query["page"].flatMap { Int($0) } ?? 1, 1), pageCount)
    let shown = found.dropFirst((number - 1) * Self.peopleOfPage).prefix(Self.peopleOfPage)
    var kept: [(String, String)] = showsLeft ? [("show", "left")] : []
    let finder = Finder(
      action: Routes.people(), name: "q", label: PeopleWording.search, value: wanted, kept: kept)
    if !wanted.isEmpty { kept.append(("q", wanted)) }
    var panel = Panel(
      PeopleWording.list(found.count), isPadded: false,
      [
        shown.isEmpty
          ? emptyPlace(wanted: wanted, showsLeft: showsLeft)
          : table(Array(shown), names, roles)
      ])
    panel.buttons = pager(number, of: pageCount, kept) + [finder]
    return try await page(
      OfficeWording.people, request, context, here: Routes.people(),
      pageBar: PageBar(OfficeWording.people, buttons: peopleButtons(signedIn)),
      content: [
        Frame(
          Outcome.notices(request) + (try await waitingLinks(context))
            + [tabs(present.count, left.count, showsLeft), panel])
      ]
    ).response()
  }

  private func tabs(_ present: Int, _ left: Int, _ showsLeft: Bool) -> Tabs {
    Tabs(
      OfficeWording.people,
      [
        (Destination(PeopleWording.present, Routes.people(), isHere: !showsLeft), present),
        (
          Destination(PeopleWording.left, Routes.people().with([("show", "left")]), isHere: showsLeft), left
        ),
      ])
  }

  private func pager(_ number: Int, of count: Int, _ kept: [(String, String)]) -> [any Component] {
    guard count > 1 else { return [] }
    func link(_ page: Int) -> Link? {
      (1...count).contains(page) ? Routes.people().with(kept + [("page", String(page))]) : nil
    }
    return [Pager(number, of: count, previous: link(number - 1), next: link(number + 1))]
  }

  private func peopleButtons(_ signedIn: SignedIn) -> [any Component] {
    var buttons: [any Component] = []
    if signedIn.mayDoSomewhere(.importPeople) {
      buttons.append(Button.small(OrganisationsWording.importTable, .go(TableImport.people.path())))
    }
    if signedIn.mayDoSomewhere(.changeRights) {
      buttons.append(Button.small(TableImport.rights.title, .go(TableImport.rights.path())))
    }
    if signedIn.mayDoSomewhere(.changePeople) {
      buttons.append(Button.small(PeopleWording.add, .go(Routes.addPerson()), look: .main))
    }
    return buttons
  }

  private func emptyPlace(wanted: String, showsLeft: Bool) -> EmptyPlace {
    if !wanted.isEmpty {
      return EmptyPlace(OrganisationsWording.notFound(wanted), PeopleWording.notFoundAdvice)
    }
    return showsLeft
      ? EmptyPlace(PeopleWording.noneLeft, PeopleWording.noneLeftAdvice)
      : EmptyPlace(PeopleWording.nonePresent, PeopleWording.nonePresentAdvice)
  }

  /// The roles that people hold today; nil for those who may not see them.
  private func rolesToday(by signedIn: SignedIn) async throws(OfficeRefusal) -> [PersonID: [String]]? {
    guard signedIn.mayDoSomewhere(.readRights) else { return nil }
    let today = office.today
    return Dictionary(
      grouping: try await ListRights().run(in: office, by: signedIn).filter {
        $0.assignment.value.days.contains(today)
      }, by: \.assignment.value.person
    ).mapValues { $0.map { PeopleWording.held($0.assignment.value.role, $0.organisation) } }
  }

  private func table(
    _ people: [Person], _ names: [OrganisationID: String], _ roles: [PersonID: [String]]?
  ) -> ListTable {
    var columns: [ListTable.Column] = [
      .init(PeopleWording.name), .init(PeopleWording.account), .init(PeopleWording.organisation),
    ]
    if roles != nil { columns.append(.init(PeopleWording.roles)) }
    columns.append(.init(PeopleWording.atWork))
    return ListTable(
      OfficeWording.people, columns: columns,
      rows: people.map { person in
        var cells: [any Component] = [
          Words(person.account.text), Words(names[person.organisation] ?? ""),
        ]
        if let roles {
          let held = roles[person.id] ?? []
          cells.append(
            held.isEmpty ? Tag(.plain, PeopleWording.noRole) : Words(held.joined(separator: "，")))
        }
        cells.append(Words(PeopleWording.days(person.days)))
        return .init(Lead(person.name, Routes.person(person.id)), cells)
      })
  }
}

extension Person {
  /// True after the last day.
  func isGone(on day: Day) -> Bool { days.last.map { $0 < day } ?? false }

  /// True where name, account or organisation have what is looked for.
  func answers(to wanted: String, organisation: String) -> Bool {
    let wanted = wanted.filter { !$0.isWhitespace }.lowercased()
    return wanted.isEmpty
      || [name, account.text, organisation].contains { $0.lowercased().contains(wanted) }
  }
}
