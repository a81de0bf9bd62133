// The rules of passwords, sessions and lock-outs, as the security administrator sets them.
import Accounts
import Design
import HTTP
import OfficeOperations

extension OfficeSite {
  @Sendable func accountRulesPage(_ request: Request, _ context: OfficeContext) async throws -> Response {
    try await accountRulesPage(request, context, nil, Outcome.notices(request)).response()
  }

  @Sendable func changeAccountRules(_ request: Request, _ context: OfficeContext) async throws -> Response {
    let signedIn = try context.person()
    let form = try await request.form()
    var texts: [AccountSetting: String] = [:]
    for field in AccountSetting.allCases { texts[field] = form[field.rawValue] }
    do throws(OfficeRefusal) {
      try await ChangeAccountRules(
        texts: texts, revision: form["revision"].flatMap { Int64($0) } ?? 0
      ).run(in: office, by: signedIn)
    } catch {
      let answers = try await again(form, after: error, about: "account-rules", by: [.accountRulesChange])
      return try await accountRulesPage(request, context, answers, []).response(error.status)
    }
    return .redirect(to: Outcome.rulesChanged.on(Routes.accountRules()))
  }

  private func accountRulesPage(
    _ request: Request, _ context: OfficeContext, _ typed: Answers?, _ notices: [any Component]
  ) async throws -> Page {
    let signedIn = try context.person()
    let (rules, revision) = try await ReadAccountRules().run(in: office, by: signedIn)
    let current = AccountSetting.allCases.map { ($0.rawValue, String(rules[$0])) }
    var answers = typed ?? Answers(current)
    answers.now = current
    var content: [any Component] = [Hidden("revision", answers.revision(orNow: revision))]
    for (title, fields) in AccountRulesWording.groups {
      content.append(Paragraph(.head, title))
      content.append(
        Questions(
          fields.map { field in
            answers.text(
              field.rawValue, field.label, hint: AccountRulesWording.hint(field), isNeeded: true)
          }, isPaired: true))
    }
    content.append(Buttons([Button.send(OfficeWording.save)]))
    var frame = Frame(
      notices + answers.notices(besides: Set(AccountSetting.allCases.map(\.rawValue)))
        + [
          Paragraph(.second, AccountRulesWording.lede),
          Panel(nil, [PageForm(Routes.accountRules(), try context.formToken(), content)]),
        ])
    frame.isNarrow = true
    return try await page(
      OfficeWording.accountRules, request, context, here: Routes.accountRules(),
      pageBar: PageBar(OfficeWording.accountRules), content: [frame])
  }
}
