// One's own sessions, and their end.
import Design
import HTTP
import Ledger
import OfficeOperations
import Records

extension OfficePages {
  private static let endField = "end"
  private static let allOthers = "others"

  @Sendable func sessionsPage(_ request: Request, _ context: OfficeContext) async throws -> Response {
    let signedIn = try context.person()
    let sessions = try await ListOwnSessions().run(in: office, by: signedIn)
    let rows = sessions.map { session -> ListTable.Row in
      let isThis = session.token == signedIn.session
      var end = Button(
        SessionsWording.end, .send(name: Self.endField, value: session.token.description), look: .quiet)
      end.isSmall = true
      return ListTable.Row(
        Lead(SessionsWording.browser(session.agent), nil, below: session.address),
        [
          Words(OfficeWording.clock(session.started)), Words(OfficeWording.clock(session.lastSeen)),
          isThis ? Tag(.approved, SessionsWording.this) : end,
        ])
    }
    let table = ListTable(
      OfficeWording.sessions,
      columns: [
        .init(SessionsWording.device), .init(SessionsWording.started), .init(SessionsWording.lastSeen),
        .init(""),
      ], rows: rows)
    var content: [any Component] = [table]
    if sessions.count > 1 {
      content.append(
        Buttons([
          Button(
            SessionsWording.endOthers, .send(name: Self.endField, value: Self.allOthers), look: .giveBack)
        ]))
    }
    return try await page(
      OfficeWording.sessions, request, context,
      pageBar: PageBar(OfficeWording.sessions),
      content: [
        Frame([
          Paragraph(.second, SessionsWording.lede),
          Panel(nil, [PageForm(Routes.sessions(), try context.formToken(), content)]),
        ])
      ]
    ).response()
  }

  @Sendable func endSessions(_ request: Request, _ context: OfficeContext) async throws -> Response {
    let signedIn = try context.person()
    let end = try await request.form()[Self.endField] ?? ""
    if end == Self.allOthers {
      try await EndOwnSessions(.allOthers).run(in: office, by: signedIn)
    } else {
      guard let token = ContentHash(hexadecimal: end) else { throw Refusal.notFound }
      try await EndOwnSessions(.one(token)).run(in: office, by: signedIn)
    }
    return .redirect(to: Routes.sessions())
  }
}
