// What closing a year means for its forms, said before it is done.
import Design
import HTTP
import Ledger
import OfficeOperations
import Permissions
import Quantities
import Records

extension OfficePages {
  private static let reviewsField = "endsReviews"

  @Sendable func closeYearPage(
    _ request: Request, _ context: OfficeContext, year: Int
  ) async throws -> Response {
    try await closeYearPage(request, context, year, Answers()).response()
  }

  @Sendable func closeYear(_ request: Request, _ context: OfficeContext, year: Int) async throws -> Response {
    let signedIn = try context.person()
    try demand(.changeYears, of: signedIn)
    guard let fiscalYear = FiscalYear(year) else { throw Refusal.notFound }
    let form = try await request.form()
    do throws(OfficeRefusal) {
      try await CloseYear(
        year: fiscalYear, revision: form["revision"].flatMap { Int64($0) } ?? 0,
        endsReviews: form[Self.reviewsField] != nil
      ).run(in: office, by: signedIn)
    } catch {
      var answers = try await again(form, after: error, about: "year/\(year)", by: [.yearOpen, .yearClose])
      answers.faults = answers.faults.map { FieldFault("", $0.sentence) }
      return try await closeYearPage(request, context, year, answers).response(error.status)
    }
    return .redirect(to: Outcome.closed.on(Routes.years()))
  }

  private func closeYearPage(
    _ request: Request, _ context: OfficeContext, _ year: Int, _ answers: Answers
  ) async throws -> Page {
    let signedIn = try context.person()
    guard let fiscalYear = FiscalYear(year) else { throw Refusal.notFound }
    let end = try await CloseYear(year: fiscalYear, revision: 0).outlook(in: office, by: signedIn)
    var content: [any Component] = [Hidden("revision", answers.revision(orNow: end.year.revision))]
    content.append(Facts(YearsWording.facts(of: end)))
    if end.underReview > 0 {
      content.append(Tick(Self.reviewsField, YearsWording.endsReviews(end.underReview)))
    }
    content += [
      Paragraph(.second, YearsWording.closingNote),
      Buttons([
        Button.send(YearsWording.close, look: .giveBack),
        Button(OfficeWording.back, .go(Routes.years()), look: .quiet),
      ]),
    ]
    return try await formPage(
      YearsWording.closing(fiscalYear), request, context, here: Routes.years(),
      back: Destination(OfficeWording.years, Routes.years()), notices: answers.notices(besides: []),
      form: PageForm(Routes.closeYear(year), try context.formToken(), content))
  }
}
