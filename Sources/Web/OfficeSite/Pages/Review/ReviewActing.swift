// What is pressed on the reviewers' desk.
import Design
import HTTP
import OfficeOperations
import Organisations
import Permissions
import Quantities
import Records
import Review
import Workflow

extension OfficePages {
  @Sendable func actOnReview(
    _ request: Request, _ context: OfficeContext, form: FormID
  ) async throws -> Response {
    let signedIn = try context.person()
    let fields = try await request.form()
    guard let act = fields["act"].flatMap(ReviewAct.init) else {
      // Who may not see the form learns nothing of what is missing.
      _ = try await ReadReview(form: form).run(in: office, by: signedIn)
      throw Refusal.badForm(.broken)
    }
    let place = ReviewPlace(form: form, said: fields)
    let next =
      act.endsReview
      ? try await deskQueue(of: signedIn, in: place.filter, around: form).next(after: form) : nil
    do throws(OfficeRefusal) {
      try await take(act, fields, on: form, by: signedIn)
    } catch {
      return try await again(error, act, fields, place, request, context)
    }
    if act.endsReview {
      guard let next, next != form else { return .redirect(to: place.of(form)) }
      return .redirect(to: Routes.review(next).with(place.filter.pairs + [("last", form.description)]))
    }
    return .redirect(to: act == .object ? place.closed.link : act.place(place).link)
  }

  private func take(
    _ act: ReviewAct, _ fields: FormFields, on form: FormID, by signedIn: SignedIn
  ) async throws(OfficeRefusal) {
    let length = fields.courseLength
    func decide(_ decision: ReviewDecision) async throws(OfficeRefusal) {
      _ = try await DecideReview(form: form, decision: decision, length: length).run(in: office, by: signedIn)
    }
    switch act {
    case .open: _ = try await OpenForReview(form: form, length: length).run(in: office, by: signedIn)
    case .object:
      try await SaveObjection(
        form: form, path: fields["path"] ?? "", words: fields["words"] ?? "", rule: fields["rule"],
        proposal: fields["proposal"] ?? "",
        also: fields.fields.filter { $0.name == "also" }.map(\.value), whyNow: fields["whyNow"] ?? "",
        shown: fields["shown"].flatMap { Int64($0) }.map { Moment(milliseconds: $0) }
      ).run(in: office, by: signedIn)
    case .drop(let path): try await DropObjection(form: form, path: path).run(in: office, by: signedIn)
    case .seen(let key):
      try await AcknowledgeFinding(form: form, finding: key, isSeen: true).run(in: office, by: signedIn)
    case .unseen(let key):
      try await AcknowledgeFinding(form: form, finding: key, isSeen: false).run(in: office, by: signedIn)
    case .grades: try await takeGrades(fields, on: form, by: signedIn)
    case .opinion:
      try await SaveOpinion(form: form, opinion: fields["opinion"] ?? "").run(in: office, by: signedIn)
    case .note:
      try await AddReviewNote(form: form, words: fields["note"] ?? "").run(in: office, by: signedIn)
    case .sendBack: try await decide(.sendBack)
    case .forward: try await decide(.forward(note: fields["opinion"] ?? ""))
    case .approve: try await decide(.approve(opinion: fields["opinion"] ?? "", number: nil))
    case .release:
      _ = try await TakeStep(form: form, deed: .release, length: length).run(in: office, by: signedIn)
    case .back: _ = try await TakeStepBack(form: form, length: length).run(in: office, by: signedIn)
    }
  }

  /// The grades and reasons of the sheet that are not as they stood.
  private func takeGrades(
    _ fields: FormFields, on form: FormID, by signedIn: SignedIn
  ) async throws(OfficeRefusal) {
    let reviewed = try await ReadReview(form: form).run(in: office, by: signedIn)
    var isAsked = false
    for line in reviewed.proposed?.lines ?? [] {
      let point = line.point
      guard let grade = fields["grade-\(point.rawValue)"].flatMap({ ReviewSheet.Grade(rawValue: $0) }) else {
        continue
      }
      let kept = reviewed.work.grades[point]
      let reason = fields["reason-\(point.rawValue)"]
      let stands = kept?.grade ?? line.grade
      guard grade != stands || kept != nil && reason != nil && reason != kept?.reason else { continue }
      isAsked = true
      try await GradePoint(
        form: form, point: point, grade: grade == line.grade ? nil : grade, reason: reason
      ).run(in: office, by: signedIn)
    }
    guard !isAsked, let point = reviewed.proposed?.lines.first?.point else { return }
    // A press that changes nothing asks for the right all the same.
    try await GradePoint(form: form, point: point, grade: reviewed.work.grades[point]?.grade).run(
      in: office, by: signedIn)
  }

  /// The page with what is the matter, where the reader can do something about it.
  private func again(
    _ refusal: OfficeRefusal, _ act: ReviewAct, _ fields: FormFields, _ place: ReviewPlace,
    _ request: Request, _ context: OfficeContext
  ) async throws -> Response {
    var typed = Answers(fields)
    var place = place
    var notices: [any Component] = []
    switch refusal {
    case .fields(let faults):
      typed.faults = faults
      let shown: Set<String> = ["words", "proposal", "note", "opinion", "slip", "findings"]
      let loose = faults.filter { !shown.contains($0.field) }
      if !loose.isEmpty {
        notices.append(Notice(.stop, OfficeWording.faults(loose.count), text: loose.map(\.sentence).joined()))
      }
      if loose.contains(where: { $0.field.utf8.starts(with: "grade-".utf8) }) { place.side = .grades }
      if loose.contains(where: { $0.field == "whyNow" }) { place.side = .slip }
    case .records(.stale(.reviewPaper, let key, _, _)) where act == .object:
      let reviewed = try await ReadReview(form: place.form).run(in: office, by: try context.person())
      let entry = reviewed.work.entry(at: key)
      let name = entry.flatMap { reviewed.names[$0.person] } ?? ""
      notices.append(
        Notice(
          .ask, ReviewPageWording.conflict(name),
          text: (entry?.words ?? "") + ReviewPageWording.conflictAdvice))
    case .step, .records(.stale), .permission(.wrongStage), .permission(.ownWork):
      let words = refusal.wording
      notices.append(Notice(.stop, words.title, text: words.advice))
    default: throw refusal
    }
    return try await reviewPage(request, context, place, typed: typed, notices: notices).response(
      refusal.status)
  }
}

extension ReviewAct {
  /// True where the form leaves the desk by it.
  var endsReview: Bool {
    switch self {
    case .sendBack, .forward, .approve: true
    case .open, .object, .drop, .seen, .unseen, .grades, .opinion, .note, .release, .back: false
    }
  }

  /// Where the page goes on.
  func place(_ place: ReviewPlace) -> ReviewPlace {
    switch self {
    case .drop: place.closed.with { $0.side = .slip }
    case .note: place.with { $0.side = .notes }
    case .open, .object, .seen, .unseen, .grades, .opinion, .sendBack, .forward, .approve, .release, .back:
      place
    }
  }
}
