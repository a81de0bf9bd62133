// One's own time codes: a secret for the telephone, the recovery codes once, and their end.
import Accounts
import Design
import HTML
import HTTP
import OfficeOperations
import Organisations

extension OfficePages {
  private static let endFields: Set<String> = ["code", "password"]

  @Sendable func ownTimeCodesPage(_ request: Request, _ context: OfficeContext) async throws -> Response {
    try await ownTimeCodesPage(request, context, Answers(), Outcome.notices(request)).response()
  }

  @Sendable func beginTimeCodes(_ request: Request, _ context: OfficeContext) async throws -> Response {
    let signedIn = try context.person()
    do throws(OfficeRefusal) {
      let beginning = try await BeginTimeCodes(issuer: TimeCodesWording.issuer).run(in: office, by: signedIn)
      return try await secretPage(request, context, beginning.secret, Answers())
    } catch {
      guard case .fields(let faults) = error else { throw error }
      var answers = Answers()
      answers.faults = faults.map { FieldFault("", $0.sentence) }
      return try await ownTimeCodesPage(request, context, answers, []).response(error.status)
    }
  }

  @Sendable func confirmTimeCodes(_ request: Request, _ context: OfficeContext) async throws -> Response {
    let signedIn = try context.person()
    let form = try await request.form()
    let text = form["secret"] ?? ""
    do throws(OfficeRefusal) {
      let codes = try await ConfirmTimeCodes(
        secret: text, code: form["code"] ?? "", password: form["password"] ?? ""
      ).run(in: office, by: signedIn)
      return try await recoveryPage(request, context, codes)
    } catch {
      var answers = Answers()
      answers.faults = try proofFaults(error)
      guard let secret = TimeCodeSecret(text: text) else { throw error }
      return try await secretPage(request, context, secret, answers, status: error.status)
    }
  }

  @Sendable func endTimeCodes(_ request: Request, _ context: OfficeContext) async throws -> Response {
    let signedIn = try context.person()
    let form = try await request.form()
    do throws(OfficeRefusal) {
      try await EndTimeCodes(code: form["code"] ?? "", password: form["password"] ?? "")
        .run(in: office, by: signedIn)
    } catch {
      var answers = Answers()
      answers.faults = try proofFaults(error)
      return try await ownTimeCodesPage(request, context, answers, []).response(error.status)
    }
    return .redirect(to: Outcome.timeCodesEnded.on(Routes.ownTimeCodes()))
  }

  /// What was wrong with password or code, at its field.
  private func proofFaults(_ refusal: OfficeRefusal) throws(OfficeRefusal) -> [FieldFault] {
    switch refusal {
    case .signIn(.wrong): [FieldFault("password", PasswordPageWording.wrongCurrent)]
    case .signIn(.wrongCode): [FieldFault("code", TimeCodesWording.wrongCode)]
    case .signIn(let refusal): [FieldFault("", refusal.sentence)]
    case .fields(let faults): faults
    default: throw refusal
    }
  }

  // MARK: Pages

  private func ownTimeCodesPage(
    _ request: Request, _ context: OfficeContext, _ answers: Answers, _ notices: [any Component]
  ) async throws -> Page {
    let left = try await ReadOwnTimeCodes().run(in: office, by: try context.person())
    let token = try context.formToken()
    var content = notices + answers.notices(besides: Self.endFields)
    if let left {
      content.append(
        Notice(left > 2 ? .pass : .ask, TimeCodesWording.isOn, text: TimeCodesWording.left(left)))
      content.append(
        Panel(
          TimeCodesWording.end,
          [
            Paragraph(.second, TimeCodesWording.endAdvice),
            PageForm(
              Routes.endTimeCodes(), token,
              [
                Questions(proofQuestions(answers, codeHint: SignInWording.timeCodeHint)),
                Buttons([Button.send(TimeCodesWording.end, look: .giveBack)]),
              ]),
          ]))
    } else {
      content.append(
        Panel(
          TimeCodesWording.isOff,
          [
            Paragraph(.second, TimeCodesWording.lede),
            PageForm(Routes.beginTimeCodes(), token, [Buttons([Button.send(TimeCodesWording.begin)])]),
          ]))
    }
    return try await timeCodesFrame(request, context, content)
  }

  private func secretPage(
    _ request: Request, _ context: OfficeContext, _ secret: TimeCodeSecret, _ answers: Answers,
    status: Status = .ok
  ) async throws(OfficeRefusal) -> Response {
    do {
      let signedIn = try context.person()
      let address = secret.address(
        issuer: TimeCodesWording.issuer, account: signedIn.person.account.text)
      let content: [any Component] =
        answers.notices(besides: Self.endFields) + [
          Panel(
            TimeCodesWording.firstStep,
            [
              Paragraph(.second, TimeCodesWording.scan),
              MatrixPicture(text: address, label: TimeCodesWording.picture),
              Paragraph(.second, TimeCodesWording.typeSecret), Copied(TimeCodesWording.grouped(secret.text)),
              Paragraph(.note, TimeCodesWording.orAddress), Copied(address),
            ]),
          Panel(
            TimeCodesWording.secondStep,
            [
              PageForm(
                Routes.confirmTimeCodes(), try context.formToken(),
                [
                  Hidden("secret", secret.text),
                  Questions(proofQuestions(answers, codeHint: TimeCodesWording.codeHint)),
                  Buttons([
                    Button.send(TimeCodesWording.confirm),
                    Button(OfficeWording.back, .go(Routes.ownTimeCodes()), look: .quiet),
                  ]),
                ])
            ]),
        ]
      return Self.shownOnce(try await timeCodesFrame(request, context, content).response(status))
    } catch { throw error as? OfficeRefusal ?? .unforeseen }
  }

  private func recoveryPage(
    _ request: Request, _ context: OfficeContext, _ codes: [RecoveryCode]
  ) async throws(OfficeRefusal) -> Response {
    do {
      let content: [any Component] = [
        Notice(.ask, TimeCodesWording.codesOnce, text: TimeCodesWording.codesAdvice),
        Panel(
          TimeCodesWording.recovery,
          [
            Finished { page in
              page.element("ol", ["class": "recovery"]) { page in
                for code in codes {
                  page.element("li") { page in page.element("code") { $0.text(code.text) } }
                }
              }
            },
            Buttons([Button(TimeCodesWording.kept, .go(Routes.ownTimeCodes()), look: .main)]),
          ]),
      ]
      return Self.shownOnce(try await timeCodesFrame(request, context, content).response())
    } catch { throw error as? OfficeRefusal ?? .unforeseen }
  }

  private func timeCodesFrame(
    _ request: Request, _ context: OfficeContext, _ content: [any Component]
  ) async throws -> Page {
    var frame = Frame(content)
    frame.isNarrow = true
    return try await page(
      OfficeWording.timeCodes, request, context, pageBar: PageBar(OfficeWording.timeCodes), content: [frame])
  }

  private func proofQuestions(_ answers: Answers, codeHint: String) -> [any Component] {
    var code = answers.text("code", SignInWording.timeCode, hint: codeHint, isNeeded: true)
    code.autocomplete = "one-time-code"
    var password = Question("password", PasswordPageWording.current, .password)
    password.autocomplete = "current-password"
    password.isNeeded = true
    password.fault = answers.fault("password")
    return [code, password]
  }

  /// An answer that no browser keeps.
  static func shownOnce(_ response: Response) -> Response {
    var response = response
    response.headers[.cacheControl] = "no-store"
    return response
  }
}
