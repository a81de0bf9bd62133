// Changing one's own password, and setting one by a link.
import Accounts
import Design
import HTTP
import OfficeOperations
import Organisations

extension OfficePages {
  @Sendable func ownPasswordPage(_ request: Request, _ context: OfficeContext) async throws -> Response {
    try await ownPasswordPage(request, context, currentFault: nil, wantedFaults: []).response()
  }

  @Sendable func changeOwnPassword(_ request: Request, _ context: OfficeContext) async throws -> Response {
    let signedIn = try context.person()
    let form = try await request.form()
    guard form["wanted"] == form["again"] else {
      return try await ownPasswordPage(
        request, context, currentFault: nil, wantedFaults: [PasswordPageWording.differs]
      ).response(.badRequest)
    }
    do throws(OfficeRefusal) {
      try await ChangeOwnPassword(current: form["current"] ?? "", wanted: form["wanted"] ?? "")
        .run(in: office, by: signedIn)
    } catch {
      switch error {
      case .password(let refusal):
        return try await ownPasswordPage(
          request, context, currentFault: nil, wantedFaults: refusal.sentences
        ).response(error.status)
      case .signIn(.wrong):
        return try await ownPasswordPage(
          request, context, currentFault: PasswordPageWording.wrongCurrent, wantedFaults: []
        ).response(error.status)
      case .signIn(let refusal):
        return try await ownPasswordPage(
          request, context, currentFault: refusal.sentence, wantedFaults: []
        ).response(error.status)
      default: throw error
      }
    }
    return .redirect(to: Routes.home())
  }

  @Sendable func setPasswordPage(
    _ request: Request, _ context: OfficeContext, person: String, token: String
  ) async throws -> Response {
    try await setPasswordPage(request, context, person: person, token: token, faults: []).response()
  }

  @Sendable func setPassword(
    _ request: Request, _ context: OfficeContext, person: String, token: String
  ) async throws -> Response {
    guard let number = PersonID(person) else { throw OfficeRefusal.link(.unknown) }
    let form = try await request.form()
    guard form["wanted"] == form["again"] else {
      return try await setPasswordPage(
        request, context, person: person, token: token, faults: [PasswordPageWording.differs]
      ).response(.badRequest)
    }
    do throws(OfficeRefusal) {
      try await UsePasswordLink(person: number, token: token, wanted: form["wanted"] ?? "").run(in: office)
    } catch {
      guard case .password(let refusal) = error else { throw error }
      return try await setPasswordPage(
        request, context, person: person, token: token, faults: refusal.sentences
      ).response(error.status)
    }
    return .redirect(to: Routes.signIn())
  }

  // MARK: Pages

  private func ownPasswordPage(
    _ request: Request, _ context: OfficeContext, currentFault: String?, wantedFaults: [String]
  ) async throws -> Page {
    let signedIn = try context.person()
    var current = Question("current", PasswordPageWording.current, .password)
    current.autocomplete = "current-password"
    current.fault = currentFault
    current.isNeeded = true
    var content: [any Component] = []
    if signedIn.mustChangePassword {
      content.append(Notice(.ask, PasswordPageWording.due, text: PasswordPageWording.dueAdvice))
    }
    content.append(
      Panel(
        nil,
        [
          PageForm(
            Routes.ownPassword(), try context.formToken(),
            [
              Questions([current] + (try await wantedQuestions(faults: wantedFaults))),
              Buttons([Button.send(PasswordPageWording.change)]),
            ])
        ]))
    var frame = Frame(content)
    frame.isNarrow = true
    return try await page(
      OfficeWording.ownPassword, request, context, pageBar: PageBar(OfficeWording.ownPassword),
      content: [frame])
  }

  private func setPasswordPage(
    _ request: Request, _ context: OfficeContext, person: String, token: String, faults: [String]
  ) async throws -> Page {
    guard let number = PersonID(person) else { throw OfficeRefusal.link(.unknown) }
    let owner = try await UsePasswordLink(person: number, token: token, wanted: "").owner(in: office)
    return try await page(
      PasswordPageWording.set, request, context,
      content: [
        LonePanel(
          title: PasswordPageWording.set,
          content: [
            Paragraph(.second, PasswordPageWording.forAccount(owner.name, owner.account.text)),
            PageForm(
              Routes.setPassword(person, token), try context.formToken(),
              [
                Questions(try await wantedQuestions(faults: faults)),
                Buttons([Button.send(PasswordPageWording.set)]),
              ]),
          ])
      ])
  }

  /// The wanted password twice, with the rules beside it.
  private func wantedQuestions(faults: [String]) async throws -> [Question] {
    let rules = try await office.read { try AccountRules(in: $0).password }
    var wanted = Question("wanted", PasswordPageWording.wanted, .password)
    wanted.hint = rules.sentences.joined(separator: "；") + "。"
    wanted.fault = faults.joined().nilWhereEmpty
    var again = Question("again", PasswordPageWording.again, .password)
    wanted.autocomplete = "new-password"
    wanted.isNeeded = true
    again.autocomplete = "new-password"
    again.isNeeded = true
    return [wanted, again]
  }
}
