// Appointing a deputy for somebody, or for oneself, and ending it.
import Design
import HTTP
import OfficeOperations
import Organisations
import Permissions
import Records

extension OfficeSite {
  private static let deputyFields: Set<String> = ["account", "firstDay", "lastDay"]

  // MARK: For somebody else

  @Sendable func appointDeputyPage(
    _ request: Request, _ context: OfficeContext, person: PersonID
  ) async throws -> Response {
    try await appointDeputyPage(request, context, person, Answers()).response()
  }

  @Sendable func appointDeputy(
    _ request: Request, _ context: OfficeContext, person: PersonID
  ) async throws -> Response {
    let signedIn = try context.person()
    let form = try await request.form()
    do throws(OfficeRefusal) {
      try demand(.appointDeputies, of: signedIn)
      try await appoint(form, for: person, by: signedIn)
    } catch {
      return try await appointDeputyPage(request, context, person, again(form, after: error))
        .response(error.status)
    }
    return .redirect(to: Outcome.deputyAppointed.on(Routes.person(person)))
  }

  @Sendable func endDeputy(
    _ request: Request, _ context: OfficeContext, person: PersonID, deputy: DeputyID
  ) async throws -> Response {
    let signedIn = try context.person()
    try demand(.appointDeputies, of: signedIn)
    let form = try await request.form()
    try await EndDeputy(
      principal: person, id: deputy, revision: form["revision"].flatMap { Int64($0) } ?? 0
    ).run(in: office, by: signedIn)
    return .redirect(to: Outcome.deputyEnded.on(Routes.person(person)))
  }

  private func appointDeputyPage(
    _ request: Request, _ context: OfficeContext, _ id: PersonID, _ answers: Answers
  ) async throws -> Page {
    let signedIn = try context.person()
    try demand(.appointDeputies, of: signedIn)
    let person = try await ReadPerson(id: id).run(in: office, by: signedIn).value
    return try await formPage(
      PeopleWording.appointing(for: person.name), request, context, here: Routes.people(),
      back: Destination(person.name, Routes.person(id)),
      notices: answers.notices(besides: Self.deputyFields),
      form: PageForm(
        Routes.appointDeputy(id), try context.formToken(),
        deputyQuestions(answers) + [
          Buttons([
            Button.send(PeopleWording.appointDeputy),
            Button(OfficeWording.back, .go(Routes.person(id)), look: .quiet),
          ])
        ]))
  }

  // MARK: For oneself

  @Sendable func ownDeputiesPage(_ request: Request, _ context: OfficeContext) async throws -> Response {
    try await ownDeputiesPage(request, context, Answers(), Outcome.notices(request)).response()
  }

  @Sendable func appointOwnDeputy(_ request: Request, _ context: OfficeContext) async throws -> Response {
    let signedIn = try context.person()
    let form = try await request.form()
    do throws(OfficeRefusal) {
      try await appoint(form, for: nil, by: signedIn)
    } catch {
      let answers = try await again(form, after: error)
      return try await ownDeputiesPage(request, context, answers, []).response(error.status)
    }
    return .redirect(to: Outcome.deputyAppointed.on(Routes.ownDeputies()))
  }

  @Sendable func endOwnDeputy(
    _ request: Request, _ context: OfficeContext, deputy: DeputyID
  ) async throws -> Response {
    let signedIn = try context.person()
    let form = try await request.form()
    try await EndDeputy(id: deputy, revision: form["revision"].flatMap { Int64($0) } ?? 0)
      .run(in: office, by: signedIn)
    return .redirect(to: Outcome.deputyEnded.on(Routes.ownDeputies()))
  }

  private func ownDeputiesPage(
    _ request: Request, _ context: OfficeContext, _ answers: Answers, _ notices: [any Component]
  ) async throws -> Page {
    let signedIn = try context.person()
    let token = try context.formToken()
    let lines = try await ListDeputies().run(in: office, by: signedIn)
    let list = Panel(
      PeopleWording.deputies, isPadded: false,
      [
        deputiesTable(lines, of: signedIn.person.id) { deputy in
          PageForm(
            Routes.endOwnDeputy(deputy.value.id), token,
            [
              Hidden("revision", String(deputy.revision)),
              Button.small(PeopleWording.endNow, .send(name: nil, value: nil), look: .quiet),
            ])
        }
      ])
    let form = Panel(
      PeopleWording.appointDeputy,
      [
        PageForm(
          Routes.ownDeputies(), token,
          deputyQuestions(answers) + [Buttons([Button.send(PeopleWording.appointDeputy)])])
      ])
    var frame = Frame(
      notices + answers.notices(besides: Self.deputyFields)
        + [Paragraph(.second, PeopleWording.deputyLede), list, form])
    frame.isNarrow = true
    return try await page(
      OfficeWording.deputies, request, context, pageBar: PageBar(OfficeWording.deputies), content: [frame])
  }

  // MARK: Both

  private func appoint(
    _ form: FormFields, for person: PersonID?, by signedIn: SignedIn
  ) async throws(OfficeRefusal) {
    _ = try await AppointDeputy(
      principal: person, account: form["account"] ?? "", firstDay: form["firstDay"] ?? "",
      lastDay: form["lastDay"] ?? ""
    ).run(in: office, by: signedIn)
  }

  private func deputyQuestions(_ answers: Answers) -> [any Component] {
    [
      Questions([
        answers.text(
          "account", PeopleWording.deputyAccount, hint: PeopleWording.deputyAccountHint, isNeeded: true)
      ]),
      Questions(
        [
          answers.day("firstDay", PeopleWording.rightFirstDay, hint: PeopleWording.fromToday),
          answers.day(
            "lastDay", PeopleWording.rightLastDay, hint: PeopleWording.deputyLastDay, isNeeded: true),
        ], isPaired: true),
    ]
  }
}
