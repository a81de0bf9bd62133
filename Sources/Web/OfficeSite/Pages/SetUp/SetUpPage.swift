// The first start: the region and its three administrators.
import Accounts
import Design
import HTTP
import OfficeOperations

extension OfficePages {
  @Sendable func setUpPage(_ request: Request, _ context: OfficeContext, token: String) async throws
    -> Response
  {
    try await SetUpOffice.check(token, in: office)
    return try await setUpPage(request, context, token: token, form: FormFields(), faults: []).response()
  }

  @Sendable func setUp(_ request: Request, _ context: OfficeContext, token: String) async throws -> Response {
    let form = try await request.form()
    func administrator(_ prefix: String) -> SetUpOffice.Administrator {
      SetUpOffice.Administrator(
        name: form["\(prefix).name"] ?? "", account: form["\(prefix).account"] ?? "",
        password: form["\(prefix).password"] ?? "")
    }
    do throws(OfficeRefusal) {
      try await SetUpOffice(
        token: token,
        form: SetUpForm(
          regionCode: form["regionCode"] ?? "", regionName: form["regionName"] ?? "",
          systemAdministrator: administrator("system"), securityAdministrator: administrator("security"),
          auditAdministrator: administrator("audit"))
      ).run(in: office)
    } catch {
      guard case .fields(let faults) = error else { throw error }
      return try await setUpPage(request, context, token: token, form: form, faults: faults)
        .response(error.status)
    }
    return .redirect(to: Routes.signIn())
  }

  private func setUpPage(
    _ request: Request, _ context: OfficeContext, token: String, form: FormFields, faults: [FieldFault]
  ) async throws -> Page {
    func question(_ name: String, _ label: String, hint: String? = nil) -> Question {
      var question = Question(name, label, .text(value: form[name] ?? "", placeholder: ""))
      question.hint = hint
      question.isNeeded = true
      question.fault = faults.first { $0.field == name }?.sentence
      return question
    }
    func password(_ name: String) -> Question {
      var question = Question(name, SignInWording.password, .password)
      question.isNeeded = true
      question.autocomplete = "new-password"
      question.fault = faults.filter { $0.field == name }.map(\.sentence).joined().nilWhereEmpty
      return question
    }
    var content: [any Component] = [Paragraph(.second, SetUpPageWording.lede)]
    if !faults.isEmpty {
      content.append(
        Notice(.stop, SetUpPageWording.faults(faults.count), text: SetUpPageWording.passwordsAgain))
    }
    var fields: [any Component] = [
      Questions(
        [
          question("regionCode", SetUpPageWording.regionCode, hint: SetUpPageWording.regionCodeHint),
          question("regionName", SetUpPageWording.regionName),
        ], isPaired: true)
    ]
    for (prefix, title, hint) in SetUpPageWording.administrators {
      fields.append(Paragraph(.head, title))
      fields.append(Paragraph(.note, hint))
      fields.append(
        Questions(
          [
            question("\(prefix).name", SetUpPageWording.name),
            question("\(prefix).account", SignInWording.account),
            password("\(prefix).password"),
          ], isPaired: true))
    }
    fields.append(Paragraph(.note, PasswordRules().sentences.joined(separator: "；") + "。"))
    fields.append(Buttons([Button.send(SetUpPageWording.finish)]))
    content.append(PageForm(Routes.setUp(token), try context.formToken(), fields))
    return try await page(
      SetUpPageWording.title, request, context,
      content: [LonePanel(title: SetUpPageWording.title, isWide: true, content: content)])
  }
}

extension String {
  /// Nil instead of nothing.
  var nilWhereEmpty: String? { isEmpty ? nil : self }
}
