// Setting the last day of a step for an organisation and everything below it.
import Design
import HTTP
import Ledger
import OfficeOperations
import Organisations
import Permissions
import Quantities
import Records

extension OfficePages {
  @Sendable func deadlinePage(
    _ request: Request, _ context: OfficeContext, year: Int
  ) async throws -> Response {
    let query = try request.target.query()
    let typed = Answers([
      ("step", query["step"] ?? DeadlineStep.targetSubmission.rawValue),
      ("organisation", query["organisation"] ?? ""),
    ])
    return try await deadlinePage(request, context, year, typed, isFresh: true).response()
  }

  @Sendable func setDeadline(
    _ request: Request, _ context: OfficeContext, year: Int
  ) async throws -> Response {
    let signedIn = try context.person()
    let form = try await request.form()
    guard let fiscalYear = FiscalYear(year) else { throw Refusal.notFound }
    do throws(OfficeRefusal) {
      try demand(.changeYears, of: signedIn)
      let (step, organisation) = try deadlineKey(form)
      // The form names step and place, so only now is it known whether there is one already.
      let revision = form["revision"].flatMap { Int64($0) }
      let isOther = form["was"] != "\(step.rawValue) \(organisation)"
      try await SetDeadline(
        year: fiscalYear, step: step, organisation: organisation, day: form["day"] ?? "",
        revision: isOther ? 0 : revision ?? 0
      ).run(in: office, by: signedIn)
    } catch {
      let subject = "year/\(year)/deadline/\(form["step"] ?? "")/\(form["organisation"] ?? "")"
      let answers = try await again(
        form, after: error, about: subject, by: [.deadlineSet, .deadlineRemove, .deadlineExtend])
      return try await deadlinePage(request, context, year, answers, isFresh: false).response(error.status)
    }
    return .redirect(to: Outcome.deadlineSet.on(Routes.years()))
  }

  @Sendable func removeDeadline(
    _ request: Request, _ context: OfficeContext, year: Int
  ) async throws -> Response {
    let signedIn = try context.person()
    try demand(.changeYears, of: signedIn)
    let form = try await request.form()
    guard let fiscalYear = FiscalYear(year) else { throw Refusal.notFound }
    let (step, organisation) = try deadlineKey(form)
    try await RemoveDeadline(
      year: fiscalYear, step: step, organisation: organisation,
      revision: form["revision"].flatMap { Int64($0) } ?? 0
    ).run(in: office, by: signedIn)
    return .redirect(to: Outcome.deadlineRemoved.on(Routes.years()))
  }

  func deadlineKey(
    _ form: FormFields
  ) throws(OfficeRefusal) -> (step: DeadlineStep, organisation: OrganisationID) {
    guard let step = DeadlineStep(rawValue: form["step"] ?? "") else {
      throw .fields([FieldFault("step", YearsWording.chooseStep)])
    }
    guard let organisation = OrganisationID(form["organisation"] ?? "") else {
      throw .fields([FieldFault("organisation", PeopleWording.chooseOrganisation)])
    }
    return (step, organisation)
  }

  private func deadlinePage(
    _ request: Request, _ context: OfficeContext, _ year: Int, _ typed: Answers, isFresh: Bool
  ) async throws -> Page {
    let signedIn = try context.person()
    try demand(.changeYears, of: signedIn)
    let lines = try await ListYears().run(in: office, by: signedIn)
    guard let line = lines.first(where: { $0.year.value.year.year == year }) else { throw Refusal.notFound }
    let organisations = try await organisationOptions(for: .changeYears, by: signedIn)
    var answers = typed
    if answers["organisation"].isEmpty, let first = organisations.first {
      answers.fields = FormFields([("step", typed["step"]), ("organisation", first.value)])
    }
    let (step, organisation) = (answers["step"], answers["organisation"])
    let stored = line.deadlines.first {
      $0.value.step == step && $0.value.organisation.description == organisation
    }
    if isFresh, let day = stored?.value.day {
      answers.fields.fields.append(.init("day", day.description))
    }
    answers.now = [("day", stored?.value.day.description ?? "")]
    let isShownNow = isFresh || answers.isStale
    return try await formPage(
      YearsWording.setting(line.year.value.year), request, context, here: Routes.years(),
      back: Destination(OfficeWording.years, Routes.years()),
      notices: answers.notices(besides: ["step", "organisation", "day"]),
      form: PageForm(
        Routes.deadline(year), try context.formToken(),
        [
          Hidden("was", isShownNow ? "\(step) \(organisation)" : typed["was"]),
          Hidden("revision", answers.revision(orNow: stored?.revision ?? 0)),
          Questions([
            answers.select(
              "step", YearsWording.step,
              DeadlineStep.allCases.map { (value: $0.rawValue, text: $0.label) }),
            answers.select(
              "organisation", YearsWording.organisation, organisations, hint: YearsWording.organisationHint),
            answers.day("day", YearsWording.lastDay, hint: YearsWording.lastDayHint, isNeeded: true),
          ]),
          Buttons([
            Button.send(YearsWording.set), Button(OfficeWording.back, .go(Routes.years()), look: .quiet),
          ]),
        ]))
  }
}
