// Where the office's letters are handed in, as the system administrator sets it, and a letter to try it.
import Accounts
import Design
import HTTP
import Mail
import OfficeOperations
import Permissions

extension OfficePages {
  private static let mailSettingFields = [
    "host", "port", "protection", "account", "password", "sender", "senderName", "site", "domains",
  ]

  @Sendable func mailPage(_ request: Request, _ context: OfficeContext) async throws -> Response {
    try await mailPage(request, context, outcome: Outcome.notices(request)).response()
  }

  @Sendable func changeMail(_ request: Request, _ context: OfficeContext) async throws -> Response {
    let signedIn = try context.person()
    try demand(.changeSettings, of: signedIn)
    let form = try await request.form()
    var typed = ChangeMailSettings.Typed()
    typed.host = form["host"] ?? ""
    typed.port = form["port"] ?? ""
    typed.protection = form["protection"] ?? ""
    typed.account = form["account"] ?? ""
    typed.password = form["password"] ?? ""
    typed.sender = form["sender"] ?? ""
    typed.senderName = form["senderName"] ?? ""
    typed.site = form["site"] ?? ""
    typed.domains = form["domains"] ?? ""
    do throws(OfficeRefusal) {
      try await ChangeMailSettings(typed, revision: form["revision"].flatMap { Int64($0) } ?? 0)
        .run(in: office, by: signedIn)
    } catch {
      let answers = try await again(form, after: error, about: "mail", by: [.mailSettingsChange])
      return try await mailPage(request, context, settings: answers).response(error.status)
    }
    return .redirect(to: Outcome.mailChanged.on(Routes.mail()))
  }

  @Sendable func testMail(_ request: Request, _ context: OfficeContext) async throws -> Response {
    let signedIn = try context.person()
    try demand(.changeSettings, of: signedIn)
    let form = try await request.form()
    var answers = Answers(form)
    var status = Status.unprocessableContent
    do throws(OfficeRefusal) {
      let problem = try await SendTestMail(address: form["address"] ?? "").run(in: office, by: signedIn)
      guard let problem else { return .redirect(to: Outcome.testMailSent.on(Routes.mail())) }
      answers.faults = [FieldFault("address", problem.sentence)]
    } catch {
      answers = try await again(form, after: error)
      status = error.status
    }
    return try await mailPage(request, context, test: answers).response(status)
  }

  // MARK: The page

  private func mailPage(
    _ request: Request, _ context: OfficeContext, settings typed: Answers? = nil, test: Answers? = nil,
    outcome: [any Component] = []
  ) async throws -> Page {
    let signedIn = try context.person()
    let state = try await ReadMailSettings().run(in: office, by: signedIn)
    let token = try context.formToken()
    let current = Self.texts(of: state.settings)
    var answers = typed ?? Answers(current)
    answers.now = current.filter { $0.0 != "password" }
    let faults = answers.notices(besides: Set(Self.mailSettingFields))
    let frame = Frame(
      outcome + faults + [Paragraph(.second, MailPageWording.lede), settingsPanel(state, answers, token)],
      side: [goingPanel(state), testPanel(state, test ?? Answers(), token)])
    return try await page(
      MailPageWording.name, request, context, here: Routes.mail(), pageBar: PageBar(MailPageWording.name),
      content: [frame])
  }

  private static func texts(of settings: MailSettings) -> [(String, String)] {
    let server = settings.server
    return [
      ("host", server?.host.text ?? ""), ("port", server.map { String($0.port) } ?? "465"),
      ("protection", (server?.protection ?? .protected).rawValue),
      ("account", server?.credentials?.account ?? ""), ("password", ""),
      ("sender", server?.sender.text ?? ""), ("senderName", server?.senderName ?? ""),
      ("site", settings.site), ("domains", settings.domains.map(\.text).joined(separator: " ")),
    ]
  }

  private func settingsPanel(
    _ state: ReadMailSettings.State, _ answers: Answers, _ token: FormToken
  ) -> Panel {
    let hasPassword = state.settings.server?.credentials != nil
    var password = Question("password", MailPageWording.password, .password)
    password.hint = hasPassword ? MailPageWording.passwordKept : MailPageWording.passwordHint
    password.fault = answers.fault("password")
    password.autocomplete = "off"
    return Panel(
      nil,
      [
        PageForm(
          Routes.mail(), token,
          [
            Hidden("revision", answers.revision(orNow: state.revision)),
            Paragraph(.head, MailPageWording.server),
            Questions(
              [
                answers.text("host", MailPageWording.host, hint: MailPageWording.hostHint),
                answers.text("port", MailPageWording.port),
              ], isPaired: true),
            Questions([
              answers.select(
                "protection", MailPageWording.protection,
                MailProtection.allCases.map { (value: $0.rawValue, text: $0.label) })
            ]),
            Questions(
              [
                answers.text("account", MailPageWording.account, hint: MailPageWording.accountHint), password,
              ],
              isPaired: true),
            Paragraph(.head, MailPageWording.letters),
            Questions(
              [
                answers.text("sender", MailPageWording.sender),
                answers.text("senderName", MailPageWording.senderName),
              ], isPaired: true),
            Questions([
              answers.text("site", MailPageWording.site, hint: MailPageWording.siteHint),
              answers.text("domains", MailPageWording.domains, hint: MailPageWording.domainsHint),
            ]), Buttons([Button.send(OfficeWording.save)]),
          ])
      ])
  }

  private func goingPanel(_ state: ReadMailSettings.State) -> Panel {
    var content: [any Component] = [
      Paragraph(.plain, MailPageWording.going(state.settings.server != nil, state.waitingCount))
    ]
    if let problem = state.problem {
      content.append(Notice(.ask, MailPageWording.lastProblem, text: problem.sentence))
    }
    return Panel(MailPageWording.howItGoes, content)
  }

  private func testPanel(
    _ state: ReadMailSettings.State, _ answers: Answers, _ token: FormToken
  ) -> Panel {
    guard state.settings.server != nil else {
      return Panel(MailPageWording.test, [Paragraph(.second, MailPageWording.testAfterSaving)])
    }
    return Panel(
      MailPageWording.test,
      [
        PageForm(
          Routes.testMail(), token,
          [
            Questions([
              answers.text("address", MailPageWording.testAddress, hint: MailPageWording.testHint)
            ]), Buttons([Button.send(MailPageWording.sendTest, look: .plain)]),
          ])
      ])
  }
}
