// What happened to a form: its steps, its versions, and what its clerk can do with it now.
import Design
import Forms
import HTML
import HTTP
import Model
import OfficeOperations
import Organisations
import Permissions
import Quantities
import Records
import Workflow

extension OfficePages {
  @Sendable func formHistoryPage(
    _ request: Request, _ context: OfficeContext, form: FormID
  ) async throws -> Response {
    try await formHistoryPage(request, context, form, Outcome.notices(request), Answers()).response()
  }

  /// The steps that are taken from this page; the others have pages of their own.
  private static let steps: [Step] = [.withdraw, .adjust, .abandon, .lapse]

  @Sendable func takeStep(_ request: Request, _ context: OfficeContext, form: FormID) async throws -> Response
  {
    let signedIn = try context.person()
    let fields = try await request.form()
    guard let step = Step(rawValue: fields["step"] ?? ""),
      let deed = deed(step, saying: fields["reason"] ?? "")
    else { throw Refusal.notFound }
    do throws(OfficeRefusal) {
      _ = try await TakeStep(form: form, deed: deed, length: fields.courseLength)
        .run(in: office, by: signedIn)
    } catch {
      switch error {
      case .step, .records(.stale), .permission(.wrongStage), .fields: break
      default: throw error
      }
      let words = error.wording
      return try await formHistoryPage(
        request, context, form, [Notice(.stop, words.title, text: words.advice)], Answers(fields)
      ).response(error.status)
    }
    return .redirect(to: outcome(of: step).on(Routes.formHistory(form)))
  }

  private func deed(_ step: Step, saying reason: String) -> Deed? {
    let reason = reason.split(whereSeparator: \.isNewline).joined(separator: "\n")
    return switch step {
    case .withdraw: .withdrawal
    case .adjust: .adjustment(reason: reason)
    case .abandon: .abandonment(reason: reason.nilWhereEmpty)
    case .lapse: .lapse(reason: reason)
    case .submit, .open, .release, .forward, .recall, .sendBack, .retract, .approve, .reopen, .disclose,
      .withhold:
      nil
    }
  }

  private func outcome(of step: Step) -> Outcome {
    switch step {
    case .withdraw: .formWithdrawn
    case .adjust: .formAdjusting
    case .abandon: .adjustmentAbandoned
    case .lapse: .formLapsed
    case .submit: .formSubmitted
    case .open, .release, .forward, .recall, .sendBack, .retract, .approve, .reopen, .disclose, .withhold:
      .stepTaken
    }
  }

  // MARK: The page

  private func formHistoryPage(
    _ request: Request, _ context: OfficeContext, _ form: FormID, _ notices: [any Component], _ typed: Answers
  ) async throws -> Page {
    let signedIn = try context.person()
    let history = try await ReadFormHistory(form: form).run(in: office, by: signedIn)
    let token = try context.formToken()
    var side: [any Component] = [versionsPanel(history)]
    side += Self.steps.filter(history.openSteps.contains).map { step -> any Component in
      stepPanel(step, history, typed["step"] == step.rawValue ? typed : Answers(), token)
    }
    let name = HistoryWording.name(history)
    var buttons = [
      Button.small(ProjectsWording.attachments, .go(Routes.attachments(form))),
      Button.small(HistoryWording.open, .go(Routes.form(form))),
    ]
    if history.versionInForce != nil {
      buttons.insert(Button.small(ApprovalsWording.paper, .go(Routes.approval(form))), at: 0)
    }
    return try await page(
      HistoryWording.title(name), request, context, here: Routes.projects(),
      pageBar: PageBar(
        HistoryWording.title(name), back: Destination(HistoryWording.back, Routes.form(form)),
        beside: [Tag(history.course.stage)],
        buttons: buttons),
      content: [Frame(notices + [stepsPanel(history)], side: side)])
  }

  private func stepsPanel(_ history: FormHistory) -> Panel {
    guard !history.steps.isEmpty else {
      return Panel(
        HistoryWording.steps, isPadded: false,
        [EmptyPlace(HistoryWording.noSteps, HistoryWording.noStepsAdvice)])
    }
    return Panel(
      HistoryWording.steps, note: HistoryWording.count(history.steps.count), isPadded: false,
      [StepList(steps: history.steps.reversed())])
  }

  private func versionsPanel(_ history: FormHistory) -> Panel {
    let id = history.entry.id
    guard let last = history.versions.last else {
      return Panel(HistoryWording.versions, [Paragraph(.second, HistoryWording.noVersions)])
    }
    let rows = history.versions.reversed().map { version in
      ListTable.Row(
        TwoLines(
          HistoryWording.version(version.number, isInForce: version.number == history.versionInForce),
          below: "\(OfficeWording.clock(version.moment)) \(version.person)"),
        [
          version.number > 1
            ? Lead(
              HistoryWording.compareWithLast,
              Routes.formComparison(id).with([
                ("from", String(version.number - 1)), ("to", String(version.number)),
              ])) : Words("")
        ])
    }
    var panel = Panel(
      HistoryWording.versions, isPadded: false,
      [ListTable(HistoryWording.versions, columns: [.init(HistoryWording.version), .init("")], rows: rows)])
    if history.showsDraft, history.course.stage.isEditing {
      let link = Routes.formComparison(id).with([("from", String(last.number)), ("to", "draft")])
      panel.buttons = [Button.small(HistoryWording.compareDraft, .go(link))]
    }
    return panel
  }

  private func stepPanel(_ step: Step, _ history: FormHistory, _ answers: Answers, _ token: FormToken)
    -> Panel
  {
    let words = HistoryWording.words(for: step)
    var content: [any Component] = [
      Hidden("step", step.rawValue), Hidden("length", String(history.course.length)),
    ]
    if let question = words.question {
      var reason = Question("reason", question, .lines(value: answers["reason"], rows: 3))
      reason.isNeeded = step != .abandon
      // Several panels of one page ask for a reason.
      content.append(NamedApart(step.rawValue, reason))
    }
    content.append(Buttons([Button.send(words.button, look: step == .withdraw ? .main : .giveBack)]))
    return Panel(
      step.label,
      [Paragraph(.second, words.note), PageForm(Routes.formStep(history.entry.id), token, content)])
  }
}

/// A question whose id is its own although its name stands in the page twice.
struct NamedApart: Component {
  var part: String
  var question: Question

  init(_ part: String, _ question: Question) {
    self.part = part
    self.question = question
  }

  func write(to page: inout MarkupWriter) {
    guard case .lines(let value, let rows) = question.field else { return page.add(question) }
    let id = "q-\(question.name)-\(part)"
    page.element("div", ["class": "question"]) { page in
      page.element("label", ["for": id]) { $0.text(question.label) }
      page.markup("<textarea")
      page.attribute("id", id)
      page.attribute("name", question.name)
      page.attribute("rows", rows)
      page.attribute("required", isSet: question.isNeeded)
      page.markup(">")
      page.text(value)
      page.markup("</textarea>")
    }
  }
}

/// Steps with who, when and why.
struct StepList: Component {
  var steps: [FormHistory.PastStep]

  func write(to page: inout MarkupWriter) {
    page.element("ol", ["class": "steps", "reversed": "reversed"]) { page in
      for step in steps { page.element("li") { write(step, to: &$0) } }
    }
  }

  private func write(_ step: FormHistory.PastStep, to page: inout MarkupWriter) {
    page.element("p", ["class": "who-when"]) { page in
      page.element("b") { $0.text(step.record.deed.step.label) }
      page.add(Tag(step.after))
      page.element("span") { $0.text(HistoryWording.who(step)) }
      page.element("span", ["class": "note push"]) { $0.text(OfficeWording.clock(step.record.moment)) }
    }
    if step.version > 0 || step.missedDay != nil {
      page.element("p", ["class": "note"]) { $0.text(HistoryWording.about(step)) }
    }
    if case .return(let objections) = step.record.deed {
      page.element("ul", ["class": "named"]) { page in
        for objection in objections {
          page.element("li") { page in
            page.element("b") { $0.text(FieldWording.label(objection.field)) }
            page.text(HistoryWording.colon)
            page.text(objection.words)
            if let proposal = objection.proposal { page.text(HistoryWording.proposal(proposal)) }
          }
        }
      }
    } else if !step.words.isEmpty {
      page.element("p", ["class": "said"]) { $0.text(step.words) }
    }
  }
}
