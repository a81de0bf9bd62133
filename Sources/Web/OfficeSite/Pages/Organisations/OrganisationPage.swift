// One organisation: adding it, looking at it, changing it, ending it.
import Design
import HTTP
import Ledger
import OfficeOperations
import Organisations
import Permissions
import Quantities
import Records

extension OfficeSite {
  private static let changes: Set<LedgerAction> = [.organisationAdd, .organisationChange]

  // MARK: Adding

  @Sendable func addOrganisationPage(_ request: Request, _ context: OfficeContext) async throws -> Response {
    try await addOrganisationPage(
      request, context, Answers([("firstYear", String(office.today.year))])
    ).response()
  }

  @Sendable func addOrganisation(_ request: Request, _ context: OfficeContext) async throws -> Response {
    let signedIn = try context.person()
    let form = try await request.form()
    let added: OrganisationID
    do throws(OfficeRefusal) {
      added = try await AddOrganisation(
        code: form["code"] ?? "", name: form["name"] ?? "", shortName: form["shortName"] ?? "",
        kind: form["kind"] ?? "", firstYear: form["firstYear"] ?? "", lastYear: form["lastYear"] ?? ""
      ).run(in: office, by: signedIn)
    } catch {
      return try await addOrganisationPage(request, context, again(form, after: error)).response(error.status)
    }
    return .redirect(to: Outcome.added.on(Routes.organisation(added)))
  }

  private func addOrganisationPage(
    _ request: Request, _ context: OfficeContext, _ answers: Answers
  ) async throws -> Page {
    let signedIn = try context.person()
    try demand(.changeOrganisations, of: signedIn)
    let kinds =
      [(value: "", text: OrganisationsWording.kindByCode)]
      + OrganisationKind.allCases.filter { $0 != .region }.map { (value: $0.rawValue, text: $0.label) }
    let questions = Questions(
      [
        answers.text(
          "code", OrganisationsWording.code, hint: OrganisationsWording.codeHint, isNeeded: true),
        answers.select("kind", OrganisationsWording.kind, kinds, hint: OrganisationsWording.kindHint),
        answers.text("name", OrganisationsWording.name, hint: OrganisationsWording.nameHint, isNeeded: true),
        answers.text("shortName", OrganisationsWording.shortName, hint: OrganisationsWording.shortNameHint),
        answers.text("firstYear", OrganisationsWording.firstYear, hint: OrganisationsWording.yearHint),
        answers.text("lastYear", OrganisationsWording.lastYear, hint: OrganisationsWording.lastYearHint),
      ], isPaired: true)
    return try await formPage(
      OrganisationsWording.add, request, context, here: Routes.organisations(),
      back: Destination(OfficeWording.organisations, Routes.organisations()),
      notices: answers.notices(besides: ["code", "kind", "name", "shortName", "firstYear", "lastYear"]),
      form: PageForm(
        Routes.organisations(), try context.formToken(),
        [
          questions,
          Buttons([
            Button.send(OrganisationsWording.add),
            Button(OfficeWording.back, .go(Routes.organisations()), look: .quiet),
          ]),
        ]))
  }

  // MARK: Looking and changing

  @Sendable func organisationPage(
    _ request: Request, _ context: OfficeContext, organisation: OrganisationID
  ) async throws -> Response {
    try await organisationPage(request, context, organisation, nil).response()
  }

  @Sendable func changeOrganisation(
    _ request: Request, _ context: OfficeContext, organisation: OrganisationID
  ) async throws -> Response {
    let signedIn = try context.person()
    let form = try await request.form()
    do throws(OfficeRefusal) {
      try await ChangeOrganisation(
        id: organisation, revision: form["revision"].flatMap { Int64($0) } ?? 0, name: form["name"] ?? "",
        shortName: form["shortName"] ?? "", lastYear: form["lastYear"] ?? ""
      ).run(in: office, by: signedIn)
    } catch {
      let answers = try await again(
        form, after: error, about: "organisation/\(organisation)", by: Self.changes)
      return try await organisationPage(request, context, organisation, answers).response(error.status)
    }
    return .redirect(to: Outcome.changed.on(Routes.organisation(organisation)))
  }

  private func organisationPage(
    _ request: Request, _ context: OfficeContext, _ id: OrganisationID, _ typed: Answers?
  ) async throws -> Page {
    let signedIn = try context.person()
    let below = try await ListOrganisations(under: id).run(in: office, by: signedIn)
    guard let stored = below.first(where: { $0.value.id == id }) else { throw Refusal.notFound }
    let organisation = stored.value
    var content: [any Component] = typed == nil ? Outcome.notices(request) : []
    let facts = Facts([
      (OrganisationsWording.code, OrganisationsWording.code(of: organisation.path)),
      (OrganisationsWording.kind, organisation.kind.label),
      (OrganisationsWording.region, organisation.path.region.description),
      (OrganisationsWording.years, OrganisationsWording.years(organisation.years)),
      (OrganisationsWording.below, OrganisationsWording.count(below.count - 1)),
    ])
    if (try? signedIn.mayDo(.changeOrganisations, at: organisation.path)) != nil {
      let current = [
        ("name", organisation.name), ("shortName", organisation.shortName ?? ""),
        ("lastYear", organisation.years.last?.description ?? ""),
      ]
      var answers = typed ?? Answers(current)
      answers.now = current
      content += answers.notices(besides: ["name", "shortName", "lastYear"])
      content.append(Panel(nil, [facts]))
      content.append(
        Panel(
          OrganisationsWording.change, note: OrganisationsWording.codeStays,
          [try changeForm(answers, stored, context)]))
    } else {
      content.append(Panel(nil, [facts]))
    }
    var frame = Frame(content)
    frame.isNarrow = true
    return try await page(
      organisation.name, request, context, here: Routes.organisations(),
      pageBar: PageBar(
        organisation.name, back: Destination(OfficeWording.organisations, Routes.organisations())),
      content: [frame])
  }

  private func changeForm(
    _ answers: Answers, _ stored: Stored<Organisation>, _ context: OfficeContext
  ) throws -> PageForm {
    PageForm(
      Routes.organisation(stored.value.id), try context.formToken(),
      [
        Hidden("revision", answers.revision(orNow: stored.revision)),
        Questions(
          [
            answers.text(
              "name", OrganisationsWording.name, hint: OrganisationsWording.nameHint, isNeeded: true),
            answers.text(
              "shortName", OrganisationsWording.shortName, hint: OrganisationsWording.shortNameHint),
            answers.text("lastYear", OrganisationsWording.lastYear, hint: OrganisationsWording.lastYearHint),
          ], isPaired: true),
        Buttons([
          Button.send(OfficeWording.save),
          Button(OfficeWording.back, .go(Routes.organisations()), look: .quiet),
        ]),
      ])
  }
}

extension OfficeSite {
  /// Asks before a form is shown whether its reader may send it anywhere.
  func demand(_ right: Right, of signedIn: SignedIn) throws(OfficeRefusal) {
    guard signedIn.mayDoSomewhere(right) else { throw .permission(.noRole(right)) }
  }

  /// A page that is one form.
  func formPage(
    _ title: String, _ request: Request, _ context: OfficeContext, here: Link?, back: Destination,
    notices: [any Component], form: PageForm
  ) async throws -> Page {
    var frame = Frame(notices + [Panel(nil, [form])])
    frame.isNarrow = true
    return try await page(
      title, request, context, here: here, pageBar: PageBar(title, back: back), content: [frame])
  }

  /// Organisations in use to choose from, within reach of a right.
  func organisationOptions(
    for right: Right, by signedIn: SignedIn, kinds: Set<OrganisationKind> = Set(OrganisationKind.allCases)
  ) async throws(OfficeRefusal) -> [(value: String, text: String)] {
    let today = office.today
    return try await ListOrganisations().run(in: office, by: signedIn).map(\.value).filter {
      !$0.isOver(on: today) && kinds.contains($0.kind) && (try? signedIn.mayDo(right, at: $0.path)) != nil
    }.map { (value: $0.id.description, text: OrganisationsWording.option($0)) }
  }
}
