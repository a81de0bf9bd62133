// What the security administrator does about the account of somebody: link, lock, sessions, time codes.
import Accounts
import Design
import HTTP
import OfficeOperations
import Organisations
import Permissions
import Quantities
import Records

extension OfficeSite {
  @Sendable func issuePasswordLink(
    _ request: Request, _ context: OfficeContext, person: PersonID
  ) async throws -> Response {
    let (token, end) = try await IssuePasswordLink(person: person).run(in: office, by: try context.person())
    return try await passwordLinkPage(request, context, person, token, end: end)
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
    _ request: Request, _ context: OfficeContext, _ id: PersonID, _ token: SecretToken, end: Moment
  ) async throws -> Response {
    let signedIn = try context.person()
    let person = try await ReadPerson(id: id).run(in: office, by: signedIn).value
    let path = Routes.setPassword(id.description, token.text).text
    let host = request.headers.text(.host) ?? ""
    let address = (context.parts.isSecure ? "https://" : "http://") + host + path
    var frame = Frame([
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
