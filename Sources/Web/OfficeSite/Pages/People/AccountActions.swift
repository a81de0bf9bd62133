// What the security administrator does about the account of somebody: link, lock, sessions, time codes.
import Accounts
import Design
import HTTP
import OfficeOperations
import Organisations
import Permissions
import Quantities
import Records

extension OfficePages {
  @Sendable func issuePasswordLink(
    _ request: Request, _ context: OfficeContext, person: PersonID
  ) async throws -> Response {
    let issued = try await IssuePasswordLink(person: person).run(in: office, by: try context.person())
    return try await passwordLinkPage(
      request, context, person, issued.token, end: issued.end, needsTwo: issued.needsTwo)
  }

  @Sendable func confirmPasswordLink(
    _ request: Request, _ context: OfficeContext, person: PersonID
  ) async throws -> Response {
    try await ConfirmPasswordLink(person: person).run(in: office, by: try context.person())
    return .redirect(to: Outcome.linkConfirmed.on(Routes.people()))
  }

  /// The links that wait for a second administrator, for whoever may see them; nothing where none waits.
  func waitingLinks(_ context: OfficeContext) async throws -> [any Component] {
    let signedIn = try context.person()
    guard signedIn.mayDoSomewhere(.confirmPasswordLinks) else { return [] }
    let lines = try await ListWaitingLinks().run(in: office, by: signedIn)
    guard !lines.isEmpty else { return [] }
    let token = try context.formToken()
    let rows = lines.map { line in
      ListTable.Row(
        Lead(line.person.name, Routes.person(line.person.id), below: line.person.account.text),
        [
          Words(PeopleWording.named(line.issuer)), Words(OfficeWording.clock(line.end)),
          line.isOpenToReader
            ? PageForm(
              Routes.confirmPasswordLink(line.person.id), token,
              [Button.small(PeopleWording.confirmLink, .send(name: nil, value: nil))])
            : Words(PeopleWording.waitsForOther),
        ])
    }
    return [
      Panel(
        PeopleWording.waitingLinks, note: PeopleWording.waitingLinksNote, isPadded: false,
        [
          ListTable(
            PeopleWording.waitingLinks,
            columns: [
              .init(PeopleWording.name), .init(PeopleWording.issuer), .init(PeopleWording.linkEnd), .init(""),
            ], rows: rows)
        ])
    ]
  }

  @Sendable func unlockAccount(
    _ request: Request, _ context: OfficeContext, person: PersonID
  ) async throws -> Response {
    try await UnlockAccount(person: person).run(in: office, by: try context.person())
    return .redirect(to: Outcome.unlocked.on(Routes.person(person)))
  }

  @Sendable func endSessionsOfPerson(
    _ request: Request, _ context: OfficeContext, person: PersonID
  ) async throws -> Response {
    let signedIn = try context.person()
    try await EndSessionsOf(person: person).run(in: office, by: signedIn)
    if person == signedIn.person.id { return .redirect(to: Routes.signIn()) }
    return .redirect(to: Outcome.sessionsEnded.on(Routes.person(person)))
  }

  @Sendable func resetTimeCodes(
    _ request: Request, _ context: OfficeContext, person: PersonID
  ) async throws -> Response {
    let signedIn = try context.person()
    try await ResetTimeCodes(person: person).run(in: office, by: signedIn)
    if person == signedIn.person.id { return .redirect(to: Routes.signIn()) }
    return .redirect(to: Outcome.timeCodesReset.on(Routes.person(person)))
  }

  /// The link, this once: nothing that could be opened again leads to it.
  func passwordLinkPage(
    _ request: Request, _ context: OfficeContext, _ id: PersonID, _ token: SecretToken, end: Moment,
    needsTwo: Bool = false
  ) async throws -> Response {
    let signedIn = try context.person()
    let person = try await ReadPerson(id: id).run(in: office, by: signedIn).value
    let path = Routes.setPassword(id.description, token.text).text
    let host = request.headers.text(.host) ?? ""
    let address = (context.parts.isSecure ? "https://" : "http://") + host + path
    let second: [any Component] =
      needsTwo ? [Notice(.ask, PeopleWording.needsTwo, text: PeopleWording.needsTwoAdvice)] : []
    var frame = Frame(
      second + [
        Notice(.ask, PeopleWording.linkOnce, text: PeopleWording.linkAdvice(person.name, end)),
        Panel(
          PeopleWording.passwordLink,
          [
            Paragraph(.second, PeopleWording.linkFor(person)), Copied(address),
            Buttons([Button(PeopleWording.linkDone, .go(Routes.person(id)), look: .main)]),
          ]),
      ])
    frame.isNarrow = true
    var response = try await page(
      PeopleWording.passwordLink, request, context, here: Routes.people(),
      pageBar: PageBar(
        PeopleWording.passwordLink, back: Destination(person.name, Routes.person(id))),
      content: [frame]
    ).response()
    response.headers[.cacheControl] = "no-store"
    return response
  }
}
