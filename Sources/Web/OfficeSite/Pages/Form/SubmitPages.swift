// The box in which a form is submitted: what stands in the way, what has to be explained, one button.
import Design
import FormDrafts
import Forms
import HTTP
import OfficeOperations
import Organisations
import Records
import Review
import Workflow

extension OfficePages {
  @Sendable func submitFormPage(
    _ request: Request, _ context: OfficeContext, number: FormID
  ) async throws -> Response {
    try await submitFormPage(request, context, number, Answers()).response()
  }

  @Sendable func submitForm(
    _ request: Request, _ context: OfficeContext, number: FormID
  ) async throws -> Response {
    let form = try await request.form()
    guard let length = form["length"].flatMap({ Int($0) }),
      let revision = form["revision"].flatMap({ Int64($0) })
    else {
      // Who may not see the form learns nothing of what is missing.
      _ = try await ReadForm(form: number).run(in: office, by: try context.person())
      throw Refusal.badForm(.broken)
    }
    do throws(OfficeRefusal) {
      _ = try await SubmitForm(
        form: number, length: length, revision: revision, explanation: form["explanation"] ?? ""
      ).run(in: office, by: try context.person())
    } catch {
      var answers = Answers(form)
      switch error {
      case .fields(let faults): answers.faults = faults
      case .submission(let refusal): answers.faults = [FieldFault("explanation", refusal.sentence)]
      case .records(.stale): answers.isStale = true
      default: throw error
      }
      return try await submitFormPage(request, context, number, answers).response(error.status)
    }
    return .redirect(to: Outcome.formSubmitted.on(Routes.form(number)))
  }

  private func submitFormPage(
    _ request: Request, _ context: OfficeContext, _ number: FormID, _ answers: Answers
  ) async throws -> Page {
    let signedIn = try context.person()
    let outlook = try await SubmitForm(form: number, length: 0).outlook(in: office, by: signedIn)
    let opened = try await ReadForm(form: number).run(in: office, by: signedIn)
    let name = opened.project?.name ?? FormPageWording.whole(opened.organisation.label)
    let back = Button(FormPageWording.toChange, .go(Routes.form(number)), look: .quiet)
    var content: [any Component] = answers.notices(besides: ["explanation"])
    switch outlook.obstacle {
    case .unreadable, .errors:
      content.append(
        Notice(.stop, outlook.obstacle?.sentence ?? "", buttons: []))
      content.append(
        Panel(
          FormPageWording.fixFirst, isPadded: false,
          [FindingList(stops(of: opened, obstacle: outlook.obstacle, number))]))
      content.append(Buttons([Button(FormPageWording.toChange, .go(Routes.form(number)), look: .main)]))
    case .noExplanation, nil:
      let asks = outlook.questions
      content.append(
        asks.isEmpty
          ? Notice(.pass, FormPageWording.submitClean)
          : Notice(.ask, FormPageWording.submitAsks))
      if !asks.findings.isEmpty {
        content.append(FindingList(asks.findings.map { Self.card($0, number) }))
      }
      if !asks.unchanged.isEmpty {
        content.append(Strip(FormPageWording.unchanged, note: FormPageWording.unchangedNote))
        content.append(FindingList(asks.unchanged.map { unchanged($0, in: opened, number) }))
      }
      var questions: [any Component] = [
        Hidden("length", String(outlook.course.length)), Hidden("revision", String(opened.revision)),
      ]
      if !asks.isEmpty {
        questions.append(
          answers.text(
            "explanation", FormPageWording.explanation, hint: FormPageWording.explanationHint, isNeeded: true)
        )
      }
      questions.append(Buttons([Button.send(FormPageWording.submit), back]))
      content.append(PageForm(Routes.submitForm(number), try context.formToken(), questions))
    }
    var frame = Frame([Panel(FormPageWording.submitTitle, note: name, content)])
    frame.isNarrow = true
    return try await page(
      FormPageWording.submitTitle, request, context, here: Routes.projects(),
      pageBar: PageBar(FormPageWording.submitTitle, back: Destination(name, Routes.form(number))),
      content: [frame])
  }

  /// What a reviewer said about a cell that nobody changed, leading to the cell.
  private func unchanged(_ objection: Objection, in opened: OpenedForm, _ number: FormID) -> FindingCard {
    let path = opened.draft.path(ofPointer: objection.field) ?? objection.field
    let pointer = opened.draft.pointer(ofPath: path).map { String($0.dropFirst()) } ?? objection.field
    var card = FindingCard(
      .ask, nil, FieldWording.label(pointer, in: opened.help.record), text: objection.words)
    card.link = Routes.form(number).at("c-\(path)")
    return card
  }

  /// What bars the submission, each leading to its cell.
  private func stops(
    of opened: OpenedForm, obstacle: SubmissionRefusal?, _ number: FormID
  ) -> [FindingCard] {
    switch obstacle {
    case .unreadable:
      opened.help.faults.map { fault in
        var card = FindingCard(.stop, nil, fault.sentence)
        card.link = Routes.form(number).at("c-\(fault.field)")
        return card
      }
    case .errors(let findings): findings.map { Self.card($0, number) }
    case .noExplanation, nil: []
    }
  }

  private static func card(_ finding: ReviewFinding, _ number: FormID) -> FindingCard {
    var card = FindingCard(
      Judgement(finding.severity), nil, RuleCatalogue.rule(finding.rule)?.title ?? finding.rule,
      text: finding.message)
    card.link = Routes.form(number)
    return card
  }
}
