// Giving a role to somebody, and ending it.
import Design
import HTTP
import Ledger
import OfficeOperations
import Organisations
import Permissions
import Quantities
import Records

extension OfficePages {
  private static let rightChanges: Set<LedgerAction> = [.rightGive, .rightEnd]

  @Sendable func giveRightPage(
    _ request: Request, _ context: OfficeContext, person: PersonID
  ) async throws -> Response {
    try await giveRightPage(request, context, person, nil).response()
  }

  @Sendable func giveRight(
    _ request: Request, _ context: OfficeContext, person: PersonID
  ) async throws -> Response {
    let signedIn = try context.person()
    let form = try await request.form()
    do throws(OfficeRefusal) {
      try demand(.changeRights, of: signedIn)
      guard let organisation = OrganisationID(form["organisation"] ?? "") else {
        throw .fields([FieldFault("organisation", PeopleWording.chooseOrganisation)])
      }
      _ = try await GiveRight(
        person: person, role: form["role"] ?? "", organisation: organisation,
        firstDay: form["firstDay"] ?? "", lastDay: form["lastDay"] ?? ""
      ).run(in: office, by: signedIn)
    } catch {
      return try await giveRightPage(request, context, person, again(form, after: error))
        .response(error.status)
    }
    let isAdministrator = Role(rawValue: form["role"] ?? "")?.isAdministrator ?? false
    return .redirect(
      to: (isAdministrator ? Outcome.administratorMade : .rightGiven).on(Routes.person(person)))
  }

  private func giveRightPage(
    _ request: Request, _ context: OfficeContext, _ id: PersonID, _ typed: Answers?
  ) async throws -> Page {
    let signedIn = try context.person()
    try demand(.changeRights, of: signedIn)
    let person = try await ReadPerson(id: id).run(in: office, by: signedIn).value
    let answers =
      typed ?? Answers([("role", ""), ("organisation", person.organisation.description)])
    let roles =
      [(value: "", text: PeopleWording.choose)]
      + Role.allCases.map { (value: $0.rawValue, text: PeopleWording.option($0)) }
    let organisations = try await organisationOptions(for: .changeRights, by: signedIn)
    return try await formPage(
      PeopleWording.givingRight(person.name), request, context, here: Routes.people(),
      back: Destination(person.name, Routes.person(id)),
      notices: answers.notices(besides: ["role", "organisation", "firstDay", "lastDay"]),
      form: PageForm(
        Routes.giveRight(id), try context.formToken(),
        [
          Questions([
            answers.select("role", PeopleWording.role, roles, hint: PeopleWording.roleHint),
            answers.select(
              "organisation", PeopleWording.place, organisations, hint: PeopleWording.placeHint),
          ]),
          Questions(
            [
              answers.day("firstDay", PeopleWording.rightFirstDay, hint: PeopleWording.fromToday),
              answers.day("lastDay", PeopleWording.rightLastDay, hint: PeopleWording.noEnd),
            ], isPaired: true),
          Buttons([
            Button.send(PeopleWording.giveRight),
            Button(OfficeWording.back, .go(Routes.person(id)), look: .quiet),
          ]),
        ]))
  }

  @Sendable func endRightPage(
    _ request: Request, _ context: OfficeContext, person: PersonID, right: AssignmentID
  ) async throws -> Response {
    try await endRightPage(request, context, person, right, nil).response()
  }

  @Sendable func endRight(
    _ request: Request, _ context: OfficeContext, person: PersonID, right: AssignmentID
  ) async throws -> Response {
    let signedIn = try context.person()
    let form = try await request.form()
    do throws(OfficeRefusal) {
      try await EndRight(
        person: person, assignment: right, revision: form["revision"].flatMap { Int64($0) } ?? 0,
        lastDay: form["lastDay"] ?? ""
      ).run(in: office, by: signedIn)
    } catch {
      let answers = try await again(
        form, after: error, about: "person/\(person)", by: Self.rightChanges)
      return try await endRightPage(request, context, person, right, answers).response(error.status)
    }
    return .redirect(to: Outcome.rightEnded.on(Routes.person(person)))
  }

  private func endRightPage(
    _ request: Request, _ context: OfficeContext, _ id: PersonID, _ right: AssignmentID, _ typed: Answers?
  ) async throws -> Page {
    let signedIn = try context.person()
    try demand(.changeRights, of: signedIn)
    let lines = try await ListRights(person: id).run(in: office, by: signedIn)
    guard let line = lines.first(where: { $0.assignment.value.id == right }) else { throw Refusal.notFound }
    var answers = typed ?? Answers([("lastDay", "")])
    answers.now = [("lastDay", line.assignment.value.days.last?.description ?? "")]
    return try await formPage(
      PeopleWording.endingRight(line.person.name), request, context, here: Routes.people(),
      back: Destination(line.person.name, Routes.person(id)),
      notices: answers.notices(besides: ["lastDay"]),
      form: PageForm(
        Routes.right(id, right), try context.formToken(),
        [
          Hidden("revision", answers.revision(orNow: line.assignment.revision)),
          Facts([
            (PeopleWording.role, line.assignment.value.role.label),
            (PeopleWording.place, line.organisation.name),
            (PeopleWording.days, PeopleWording.days(line.assignment.value.days)),
          ]),
          Questions([answers.day("lastDay", PeopleWording.rightLastDay, hint: PeopleWording.endAtOnce)]),
          Buttons([
            Button.send(PeopleWording.endRight),
            Button(OfficeWording.back, .go(Routes.person(id)), look: .quiet),
          ]),
        ]))
  }
}
