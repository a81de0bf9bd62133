// The reviewers' desk: the first form of the queue, a form, and everything that is pressed on it.
import Design
import HTML
import HTTP
import OfficeOperations
import Opinions
import Organisations
import Permissions
import Quantities
import Records
import Review
import Workflow

extension OfficePages {
  /// The part of the site map on which forms are reviewed.
  func addReview(to router: inout Router<OfficeContext>) {
    router.get(Routes.reviews, reviewsPage)
    router.get(Routes.review, reviewPage)
    router.post(Routes.review, actOnReview)
    router.post(Routes.reviewGlance, noteGlance)
  }

  /// On to the form that is looked at first.
  @Sendable func reviewsPage(_ request: Request, _ context: OfficeContext) async throws -> Response {
    let signedIn = try context.person()
    guard signedIn.mayDoSomewhere(.remindUnits) else {
      throw OfficeRefusal.permission(.noRole(.readQueue))
    }
    let query = try request.target.query()
    let filter = QueueFilter(pairs: query.fields.map { ($0.name, $0.value) }) ?? QueueFilter()
    let queue = try await deskQueue(of: signedIn, in: filter)
    if let first = queue.items.first { return .redirect(to: queue.link(to: first.form)) }
    return try await page(
      ReviewPageWording.title, request, context, here: Routes.reviews(),
      pageBar: PageBar(ReviewPageWording.title),
      content: [
        Frame(
          Outcome.notices(request) + [
            Panel(
              nil, isPadded: false, [EmptyPlace(ReviewPageWording.nothing, ReviewPageWording.nothingAdvice)])
          ])
      ]
    ).response()
  }

  @Sendable func reviewPage(
    _ request: Request, _ context: OfficeContext, form: FormID
  ) async throws -> Response {
    let signedIn = try context.person()
    // Whoever looks at a form is seen by the others who do.
    _ = try await NoteGlance(form: form).run(in: office, by: signedIn)
    let place = ReviewPlace(form: form, said: try request.target.query())
    return try await reviewPage(request, context, place).response()
  }

  /// Told by the page's script every half minute; the answer is who else is there.
  @Sendable func noteGlance(
    _ request: Request, _ context: OfficeContext, form: FormID
  ) async throws -> Response {
    let colleagues = try await NoteGlance(form: form).run(in: office, by: try context.person())
    var markup = MarkupWriter(capacity: 256)
    markup.add(ColleaguesLine(colleagues: colleagues))
    return .html(markup.finish().bytes)
  }

  /// The page as it stands, with what was typed and not taken.
  func reviewPage(
    _ request: Request, _ context: OfficeContext, _ place: ReviewPlace, typed: Answers = Answers(),
    notices: [any Component] = []
  ) async throws -> Page {
    let signedIn = try context.person()
    let reviewed = try await ReadReview(form: place.form).run(in: office, by: signedIn)
    let opened = reviewed.opened
    let proposed =
      reviewed.work.opinion == nil ? try await proposedOpinion(of: reviewed, by: signedIn) : ""
    var view = ReviewView(
      form: reviewed, place: place,
      queue: try await deskQueue(of: signedIn, in: place.filter, around: place.form),
      token: try context.formToken(), today: office.today,
      opinion: typed.fields["opinion"] ?? reviewed.work.opinion ?? proposed)
    let step: DeadlineStep =
      reviewed.side == .departmentReviewer ? .targetDepartmentReview : .targetApproval
    view.lastDay = try await office.read { records in
      try records.lastDay(of: step, in: opened.entry.year, at: opened.organisation.path)
    }
    view.typed = typed
    view.notices = notices
    if let last = place.last, last != place.form { view.last = try await lastDecided(last, by: signedIn) }
    if place.tab == .sheet {
      var around = try await surroundings(of: opened, by: signedIn)
      around.act = view.sheetAct
      view.sheet = FormView(opened, around, isWritable: false)
    }
    var page = try await page(
      view.name, request, context, here: Routes.reviews(), content: [ReviewDesk(view: view)])
    page.scripts = [DesignAssets.reviewScriptLink]
    return page
  }

  /// What stands in the box of the opinion before anybody has written there: drafted from what was found.
  private func proposedOpinion(
    of form: ReviewedForm, by signedIn: SignedIn
  ) async throws(OfficeRefusal) -> String {
    guard form.side == .financeReviewer, form.steps.contains(.approve) else { return "" }
    return try await DraftOpinion(
      form: form.entry.id, setAside: form.work.acknowledged, grade: form.sheet?.grade
    ).run(in: office, by: signedIn).draft.text
  }

  /// What was decided last, as it stands now.
  private func lastDecided(
    _ form: FormID, by signedIn: SignedIn
  ) async throws(OfficeRefusal) -> ReviewView.LastDecided? {
    let last: ReviewedForm
    do { last = try await ReadReview(form: form).run(in: office, by: signedIn) } catch { return nil }
    let name = last.opened.project?.name ?? FormPageWording.whole(last.opened.organisation.label)
    let sentence: String
    switch last.course.stage {
    case .approved: sentence = ReviewPageWording.approved(name)
    case .awaitingFinance: sentence = ReviewPageWording.forwarded(name)
    case .returned: sentence = ReviewPageWording.returned(name, cells: last.course.objections.count)
    default: return nil
    }
    return ReviewView.LastDecided(
      form: form, length: last.course.length, sentence: sentence, takeBack: last.takeBack)
  }
}
