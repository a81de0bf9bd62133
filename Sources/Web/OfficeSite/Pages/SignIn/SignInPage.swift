// Signing in and out.
import Accounts
import Design
import HTTP
import OfficeOperations

extension OfficePages {
  @Sendable func signInPage(_ request: Request, _ context: OfficeContext) async throws -> Response {
    let next = (try? request.target.query())?[SignInFirst.field]
    if context.signedIn != nil { return .redirect(to: SignInFirst.destination(next)) }
    return try await signInPage(request, context, account: "", next: next, fault: nil).response()
  }

  @Sendable func signIn(_ request: Request, _ context: OfficeContext) async throws -> Response {
    let form = try await request.form()
    let (account, next) = (form["account"] ?? "", form[SignInFirst.field])
    do throws(OfficeRefusal) {
      let outcome = try await SignInWithPassword(
        account: account, password: form["password"] ?? "", address: context.parts.clientAddress,
        agent: request.headers.text("user-agent") ?? ""
      ).run(in: office)
      return try await answer(outcome, request, context, next: next)
    } catch {
      guard case .signIn(let refusal) = error else { throw error }
      return try await signInPage(request, context, account: account, next: next, fault: refusal.sentence)
        .response(error.status)
    }
  }

  @Sendable func takeTimeCode(_ request: Request, _ context: OfficeContext) async throws -> Response {
    let form = try await request.form()
    let (ticket, next) = (form["ticket"] ?? "", form[SignInFirst.field])
    do throws(OfficeRefusal) {
      let outcome = try await SignInWithTimeCode(
        ticket: ticket, code: form["code"] ?? "", address: context.parts.clientAddress,
        agent: request.headers.text("user-agent") ?? ""
      ).run(in: office)
      return try await answer(outcome, request, context, next: next)
    } catch {
      guard case .signIn(let refusal) = error else { throw error }
      return try await timeCodePage(request, context, ticket: ticket, next: next, fault: refusal.sentence)
        .response(error.status)
    }
  }

  @Sendable func signOut(_ request: Request, _ context: OfficeContext) async throws -> Response {
    if let signedIn = context.signedIn { try await EndOwnSessions(.this).run(in: office, by: signedIn) }
    var response = Response.redirect(to: Routes.signIn())
    response.set(try Sessions<OfficeContext>.cookie(.end, in: context))
    return response
  }

  private func answer(
    _ outcome: SignInOutcome, _ request: Request, _ context: OfficeContext, next: String?
  ) async throws(OfficeRefusal) -> Response {
    do {
      switch outcome {
      case .signedIn(_, let token):
        var response = Response.redirect(to: SignInFirst.destination(next))
        response.set(try Sessions<OfficeContext>.cookie(.begin(token: token.text, maxAge: nil), in: context))
        return response
      case .needsTimeCode(let ticket):
        return try await timeCodePage(request, context, ticket: ticket, next: next, fault: nil).response()
      }
    } catch { throw error as? OfficeRefusal ?? .unforeseen }
  }

  // MARK: Pages

  private func signInPage(
    _ request: Request, _ context: OfficeContext, account: String, next: String?, fault: String?
  ) async throws -> Page {
    var name = Question("account", SignInWording.account, .text(value: account, placeholder: ""))
    name.autocomplete = "username"
    name.isNeeded = true
    var password = Question("password", SignInWording.password, .password)
    password.autocomplete = "current-password"
    password.isNeeded = true
    var content: [any Component] = []
    if let fault { content.append(Notice(.stop, SignInWording.notSignedIn, text: fault)) }
    content.append(
      PageForm(
        Routes.signIn(), try context.formToken(),
        [
          Hidden(SignInFirst.field, next), Questions([name, password]),
          Buttons([Button.send(SignInWording.signIn)]),
        ]))
    if settings.isDemo {
      content += [Paragraph(.note, SignInWording.demoPassword(settings.demoPassword)), demoAccounts]
    }
    return try await page(
      SignInWording.signIn, request, context,
      content: [LonePanel(title: SignInWording.title, content: content)])
  }

  private var demoAccounts: ListTable {
    ListTable(
      SignInWording.demoAccounts,
      columns: [.init(SignInWording.account), .init(SignInWording.part)],
      rows: settings.demoAccounts.map { .init(Words($0.account), [Words($0.label)]) })
  }

  private func timeCodePage(
    _ request: Request, _ context: OfficeContext, ticket: String, next: String?, fault: String?
  ) async throws -> Page {
    var code = Question("code", SignInWording.timeCode, .text(value: "", placeholder: "000000"))
    code.hint = SignInWording.timeCodeHint
    code.autocomplete = "one-time-code"
    code.isNeeded = true
    code.fault = fault
    return try await page(
      SignInWording.timeCode, request, context,
      content: [
        LonePanel(
          title: SignInWording.timeCode,
          content: [
            PageForm(
              Routes.timeCode(), try context.formToken(),
              [
                Hidden("ticket", ticket), Hidden(SignInFirst.field, next), Questions([code]),
                Buttons([Button.send(SignInWording.signIn), Button(SignInWording.back, .go(Routes.signIn()))]
                ),
              ])
          ])
      ])
  }
}
