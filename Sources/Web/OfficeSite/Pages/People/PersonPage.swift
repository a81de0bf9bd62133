// One person: what is known, what the person may do where, and what an administrator can do about it.
import Accounts
import Design
import HTTP
import OfficeOperations
import Organisations
import Permissions
import Quantities
import Records

extension OfficeSite {
  @Sendable func personPage(
    _ request: Request, _ context: OfficeContext, person: PersonID
  ) async throws -> Response {
    try await personPage(request, context, person, Outcome.notices(request)).response()
  }

  /// The page of a person with something to be told first.
  func personPage(
    _ request: Request, _ context: OfficeContext, _ id: PersonID, _ notices: [any Component]
  ) async throws -> Page {
    let signedIn = try context.person()
    let person = try await ReadPerson(id: id).run(in: office, by: signedIn).value
    guard let home = try await organisation(person.organisation, by: signedIn) else { throw Refusal.notFound }
    var content = notices
    var facts = Panel(
      PeopleWording.account, [Facts(facts(of: person, home))])
    if (try? signedIn.mayDo(.changePeople, at: home.path)) != nil {
      facts.buttons = [Button.small(PeopleWording.change, .go(Routes.changePerson(id)))]
    }
    content.append(facts)
    if signedIn.mayDoSomewhere(.readRights) {
      content.append(try await rightsPanel(of: person, home, by: signedIn))
      content.append(try await deputiesPanel(of: person, home, context))
    }
    content += try await accountPanel(of: person, home, context)
    return try await page(
      person.name, request, context, here: Routes.people(),
      pageBar: PageBar(
        person.name, back: Destination(OfficeWording.people, Routes.people()),
        beside: person.isGone(on: office.today) ? [Tag(.plain, PeopleWording.left)] : []),
      content: [Frame(content)])
  }

  /// An organisation by its number; nil where there is none.
  func organisation(
    _ id: OrganisationID, by signedIn: SignedIn
  ) async throws(OfficeRefusal) -> Organisation? {
    try await ListOrganisations(under: id).run(in: office, by: signedIn).map(\.value).first { $0.id == id }
  }

  private func facts(of person: Person, _ home: Organisation) -> [(name: String, value: String)] {
    [
      (PeopleWording.name, person.name), (PeopleWording.account, person.account.text),
      (PeopleWording.organisation, home.name), (PeopleWording.atWork, PeopleWording.days(person.days)),
    ]
  }

  // MARK: Rights

  private func rightsPanel(
    of person: Person, _ home: Organisation, by signedIn: SignedIn
  ) async throws -> Panel {
    let today = office.today
    let lines = try await ListRights(person: person.id).run(in: office, by: signedIn)
    let mayChange = (try? signedIn.mayDo(.changeRights, at: home.path)) != nil
    let rows = lines.map { line -> ListTable.Row in
      let right = line.assignment.value
      let isOver = right.days.last.map { $0 < today } ?? false
      var end: any Component = Words("")
      if isOver {
        end = Tag(.plain, PeopleWording.over)
      } else if mayChange, person.id != signedIn.person.id {
        end = Button.small(
          PeopleWording.endRight, .go(Routes.right(person.id, right.id)), look: .quiet)
      }
      return ListTable.Row(
        Lead(right.role.label, nil, below: right.role.explanation),
        [Words(line.organisation.label), Words(PeopleWording.days(right.days)), end])
    }
    var panel = Panel(
      PeopleWording.roles, isPadded: false,
      [
        rows.isEmpty
          ? EmptyPlace(PeopleWording.noRole, PeopleWording.noRoleAdvice)
          : ListTable(
            PeopleWording.roles,
            columns: [
              .init(PeopleWording.role), .init(PeopleWording.place), .init(PeopleWording.days), .init(""),
            ],
            rows: rows)
      ])
    if mayChange, person.id != signedIn.person.id, !person.isGone(on: today) {
      panel.buttons = [
        Button.small(PeopleWording.giveRight, .go(Routes.giveRight(person.id)), look: .main)
      ]
    }
    return panel
  }

  private func deputiesPanel(
    of person: Person, _ home: Organisation, _ context: OfficeContext
  ) async throws -> Panel {
    let signedIn = try context.person()
    let lines = try await ListDeputies(person: person.id).run(in: office, by: signedIn)
    let mayAppoint = (try? signedIn.mayDo(.appointDeputies, at: home.path)) != nil
    let token = try context.formToken()
    var panel = Panel(
      PeopleWording.deputies, isPadded: false,
      [
        deputiesTable(lines, of: person.id) { deputy in
          mayAppoint
            ? PageForm(
              Routes.endDeputy(person.id, deputy.value.id), token,
              [
                Hidden("revision", String(deputy.revision)),
                Button.small(PeopleWording.endNow, .send(name: nil, value: nil), look: .quiet),
              ]) : nil
        }
      ])
    if mayAppoint, !person.isGone(on: office.today) {
      panel.buttons = [
        Button.small(PeopleWording.appointDeputy, .go(Routes.appointDeputy(person.id)))
      ]
    }
    return panel
  }

  /// Who stands in for whom; `end` makes the form that ends an appointment of the person's own.
  func deputiesTable(
    _ lines: [ListDeputies.Line], of person: PersonID, end: (Stored<Deputy>) -> PageForm?
  ) -> any Component {
    guard !lines.isEmpty else {
      return EmptyPlace(PeopleWording.noDeputy, PeopleWording.noDeputyAdvice)
    }
    let today = office.today
    return ListTable(
      PeopleWording.deputies,
      columns: [
        .init(PeopleWording.principal), .init(PeopleWording.acting), .init(PeopleWording.days), .init(""),
      ],
      rows: lines.map { line in
        let deputy = line.deputy.value
        var last: any Component = Words("")
        if deputy.last < today {
          last = Tag(.plain, PeopleWording.over)
        } else if deputy.principal == person, let form = end(line.deputy) {
          last = form
        }
        return .init(
          Words(PeopleWording.named(line.principal)),
          [
            Words(PeopleWording.named(line.acting)), Words(PeopleWording.days(deputy.first, deputy.last)),
            last,
          ])
      })
  }

  // MARK: The account

  /// What the security administrator can do about an account; nothing for others.
  private func accountPanel(
    of person: Person, _ home: Organisation, _ context: OfficeContext
  ) async throws -> [any Component] {
    let signedIn = try context.person()
    let token = try context.formToken()
    func may(_ right: Right) -> Bool { (try? signedIn.mayDo(right, at: home.path)) != nil }
    var ways: [AccountWay] = []
    if may(.issuePasswordLinks), !person.isGone(on: office.today) {
      ways.append(
        AccountWay(
          link: Routes.passwordLink(person.id), text: PeopleWording.passwordLink,
          note: PeopleWording.passwordLinkNote))
    }
    if may(.unlockAccounts) {
      let end = try await lockEnd(of: person.id, by: signedIn)
      ways.append(
        AccountWay(
          link: Routes.unlock(person.id), text: PeopleWording.unlock,
          note: end.map { PeopleWording.locked(until: $0) } ?? PeopleWording.notLocked))
    }
    if may(.endSessionsOfOthers) {
      ways.append(
        AccountWay(
          link: Routes.endSessionsOf(person.id), text: PeopleWording.endSessions,
          note: PeopleWording.endSessionsNote))
    }
    if may(.resetTimeCodesOfOthers) {
      ways.append(
        AccountWay(
          link: Routes.resetTimeCodes(person.id), text: PeopleWording.resetTimeCodes,
          note: PeopleWording.resetTimeCodesNote))
    }
    guard !ways.isEmpty else { return [] }
    let rows = ways.map { way in
      ListTable.Row(
        Words(way.note),
        [
          PageForm(
            way.link, token, [Button.small(way.text, .send(name: nil, value: nil))])
        ])
    }
    return [
      Panel(
        PeopleWording.signingIn, isPadded: false,
        [
          ListTable(
            PeopleWording.signingIn, columns: [.init(PeopleWording.situation), .init("")], rows: rows)
        ])
    ]
  }

  /// Until when the account is locked; nil where it is not, or where the person holds something elsewhere.
  private func lockEnd(of person: PersonID, by signedIn: SignedIn) async throws(OfficeRefusal) -> Moment? {
    do throws(OfficeRefusal) {
      return try await UnlockAccount(person: person).lockedUntil(in: office, by: signedIn)
    } catch {
      if case .permission = error { return nil }
      throw error
    }
  }
}

/// One thing that can be done about an account.
private struct AccountWay {
  var link: Link
  var text: String
  var note: String
}
