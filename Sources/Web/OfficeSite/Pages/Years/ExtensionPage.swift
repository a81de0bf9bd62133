// More time for a unit: the finance bureau puts a last day off, and says why.
import Design
import HTTP
import OfficeOperations
import Organisations
import Permissions
import Quantities
import Records

extension OfficePages {
  @Sendable func extendDeadlinePage(
    _ request: Request, _ context: OfficeContext, year: Int
  ) async throws -> Response {
    let typed = Answers([("step", DeadlineStep.targetSubmission.rawValue)])
    return try await extensionPage(request, context, year, typed).response()
  }

  @Sendable func extendDeadline(
    _ request: Request, _ context: OfficeContext, year: Int
  ) async throws -> Response {
    let signedIn = try context.person()
    let form = try await request.form()
    guard let fiscalYear = FiscalYear(year) else { throw Refusal.notFound }
    do throws(OfficeRefusal) {
      try demand(.extendDeadlines, of: signedIn)
      let (step, organisation) = try deadlineKey(form)
      try await ExtendDeadline(
        year: fiscalYear, step: step, organisation: organisation, day: form["day"] ?? "",
        reason: form["reason"] ?? ""
      ).run(in: office, by: signedIn)
    } catch {
      return try await extensionPage(request, context, year, again(form, after: error))
        .response(error.status)
    }
    return .redirect(to: Outcome.deadlineExtended.on(Routes.years()))
  }

  private func extensionPage(
    _ request: Request, _ context: OfficeContext, _ year: Int, _ answers: Answers
  ) async throws -> Page {
    let signedIn = try context.person()
    try demand(.extendDeadlines, of: signedIn)
    let lines = try await ListYears().run(in: office, by: signedIn)
    guard let fiscalYear = lines.map(\.year.value.year).first(where: { $0.year == year }) else {
      throw Refusal.notFound
    }
    let organisations = try await organisationOptions(for: .extendDeadlines, by: signedIn)
    return try await formPage(
      YearsWording.extending(fiscalYear), request, context, here: Routes.years(),
      back: Destination(OfficeWording.years, Routes.years()),
      notices: answers.notices(besides: ["step", "organisation", "day", "reason"]),
      form: PageForm(
        Routes.extendDeadline(year), try context.formToken(),
        [
          Questions([
            answers.select(
              "step", YearsWording.step,
              DeadlineStep.allCases.map { (value: $0.rawValue, text: $0.label) }),
            answers.select(
              "organisation", YearsWording.extendFor, organisations, hint: YearsWording.organisationHint),
            answers.day("day", YearsWording.extendTo, hint: YearsWording.lastDayHint, isNeeded: true),
            answers.text(
              "reason", YearsWording.extendReason, hint: YearsWording.extendReasonHint, isNeeded: true),
          ]),
          Buttons([
            Button.send(YearsWording.extend), Button(OfficeWording.back, .go(Routes.years()), look: .quiet),
          ]),
        ]))
  }
}
