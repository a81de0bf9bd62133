// Adding a person, and changing one.
import Design
import HTTP
import Ledger
import OfficeOperations
import Organisations
import Permissions
import Quantities
import Records

extension OfficeSite {
  private static let personChanges: Set<LedgerAction> = [.personAdd, .personChange]
  private static let personFields: Set<String> = ["name", "account", "organisation", "firstDay", "lastDay"]

  @Sendable func addPersonPage(_ request: Request, _ context: OfficeContext) async throws -> Response {
    let organisation = try request.target.query()["organisation"] ?? ""
    let answers = Answers([("organisation", organisation)])
    return try await addPersonPage(request, context, answers).response()
  }

  @Sendable func addPerson(_ request: Request, _ context: OfficeContext) async throws -> Response {
    let signedIn = try context.person()
    let form = try await request.form()
    let added: AddPerson.Added
    do throws(OfficeRefusal) {
      try demand(.changePeople, of: signedIn)
      guard let organisation = OrganisationID(form["organisation"] ?? "") else {
        throw .fields([FieldFault("organisation", PeopleWording.chooseOrganisation)])
      }
      added = try await AddPerson(
        name: form["name"] ?? "", account: form["account"] ?? "", organisation: organisation,
        firstDay: form["firstDay"] ?? "", lastDay: form["lastDay"] ?? ""
      ).run(in: office, by: signedIn)
    } catch {
      return try await addPersonPage(request, context, again(form, after: error)).response(error.status)
    }
    guard let link = added.link else { return .redirect(to: Outcome.added.on(Routes.person(added.id))) }
    return try await passwordLinkPage(request, context, added.id, link.token, end: link.end)
  }

  private func addPersonPage(
    _ request: Request, _ context: OfficeContext, _ answers: Answers
  ) async throws -> Page {
    let signedIn = try context.person()
    try demand(.changePeople, of: signedIn)
    let organisations = try await organisationOptions(for: .changePeople, by: signedIn)
    return try await formPage(
      PeopleWording.add, request, context, here: Routes.people(),
      back: Destination(OfficeWording.people, Routes.people()),
      notices: answers.notices(besides: Self.personFields),
      form: PageForm(
        Routes.people(), try context.formToken(),
        [
          Questions(
            [
              answers.text("name", PeopleWording.name, hint: PeopleWording.nameHint, isNeeded: true),
              answers.text(
                "account", PeopleWording.account, hint: PeopleWording.accountHint, isNeeded: true),
            ], isPaired: true),
          Questions([
            answers.select(
              "organisation", PeopleWording.organisation,
              [(value: "", text: PeopleWording.choose)] + organisations)
          ]),
          Questions(
            [
              answers.day("firstDay", PeopleWording.firstDay, hint: PeopleWording.firstDayHint),
              answers.day("lastDay", PeopleWording.lastDay, hint: PeopleWording.lastDayHint),
            ], isPaired: true),
          Buttons([
            Button.send(PeopleWording.add), Button(OfficeWording.back, .go(Routes.people()), look: .quiet),
          ]),
        ]))
  }

  @Sendable func changePersonPage(
    _ request: Request, _ context: OfficeContext, person: PersonID
  ) async throws -> Response {
    try await changePersonPage(request, context, person, nil).response()
  }

  @Sendable func changePerson(
    _ request: Request, _ context: OfficeContext, person: PersonID
  ) async throws -> Response {
    let signedIn = try context.person()
    let form = try await request.form()
    do throws(OfficeRefusal) {
      try demand(.changePeople, of: signedIn)
      guard let organisation = OrganisationID(form["organisation"] ?? "") else {
        throw .fields([FieldFault("organisation", PeopleWording.chooseOrganisation)])
      }
      try await ChangePerson(
        id: person, revision: form["revision"].flatMap { Int64($0) } ?? 0, name: form["name"] ?? "",
        organisation: organisation, lastDay: form["lastDay"] ?? ""
      ).run(in: office, by: signedIn)
    } catch {
      let answers = try await again(form, after: error, about: "person/\(person)", by: Self.personChanges)
      return try await changePersonPage(request, context, person, answers).response(error.status)
    }
    return .redirect(to: Outcome.changed.on(Routes.person(person)))
  }

  private func changePersonPage(
    _ request: Request, _ context: OfficeContext, _ id: PersonID, _ typed: Answers?
  ) async throws -> Page {
    let signedIn = try context.person()
    try demand(.changePeople, of: signedIn)
    let stored = try await ReadPerson(id: id).run(in: office, by: signedIn)
    let person = stored.value
    let current = [
      ("name", person.name), ("organisation", person.organisation.description),
      ("lastDay", person.days.last?.description ?? ""),
    ]
    var answers = typed ?? Answers(current)
    answers.now = current
    var organisations = try await organisationOptions(for: .changePeople, by: signedIn)
    if !organisations.contains(where: { $0.value == person.organisation.description }),
      let home = try await organisation(person.organisation, by: signedIn)
    {
      organisations.append((value: home.id.description, text: OrganisationsWording.option(home)))
    }
    return try await formPage(
      PeopleWording.changing(person.name), request, context, here: Routes.people(),
      back: Destination(person.name, Routes.person(id)),
      notices: answers.notices(besides: ["name", "organisation", "lastDay"]),
      form: PageForm(
        Routes.changePerson(id), try context.formToken(),
        [
          Hidden("revision", answers.revision(orNow: stored.revision)),
          Paragraph(.note, PeopleWording.accountStays(person.account)),
          Questions(
            [
              answers.text("name", PeopleWording.name, isNeeded: true),
              answers.select("organisation", PeopleWording.organisation, organisations),
              answers.day("lastDay", PeopleWording.lastDay, hint: PeopleWording.lastDayHint),
            ], isPaired: true),
          Buttons([
            Button.send(OfficeWording.save),
            Button(OfficeWording.back, .go(Routes.person(id)), look: .quiet),
          ]),
        ]))
  }
}
