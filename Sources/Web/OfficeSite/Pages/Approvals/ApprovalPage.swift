// One approval: the opinion as it is drafted while the form waits; then its number, paper and adjustment.
import Design
import Findings
import FormExport
import FormSheets
import Forms
import HTML
import HTTP
import JSONText
import Ledger
import Model
import OfficeOperations
import Opinions
import Organisations
import Permissions
import Quantities
import Records
import Review
import Workflow

extension OfficePages {
  @Sendable func approvalPage(
    _ request: Request, _ context: OfficeContext, form: FormID
  ) async throws -> Response {
    try await approvalPage(request, context, form, Outcome.notices(request), Answers()).response()
  }

  @Sendable func approveForm(
    _ request: Request, _ context: OfficeContext, form: FormID
  ) async throws -> Response {
    let signedIn = try context.person()
    var fields = try await request.form()
    if let phrase = fields["add"] {
      // A phrase of the bureau goes behind what is written; nothing is decided by that.
      let opinion = (fields["opinion"] ?? "") + phrase
      fields = FormFields(
        fields.fields.filter { $0.name != "opinion" && $0.name != "add" } + [.init("opinion", opinion)])
      return try await approvalPage(request, context, form, [], Answers(fields)).response()
    }
    do throws(OfficeRefusal) {
      _ = try await ApproveForm(
        form: form, opinion: fields["opinion"] ?? "", length: fields.courseLength
      ).run(in: office, by: signedIn)
    } catch {
      return try await again(error, fields, request, context, form)
    }
    return .redirect(to: Outcome.formApproved.on(Routes.approval(form)))
  }

  /// The steps that are taken from this page.
  private static let approvalSteps: [Step] = [.reopen, .disclose, .withhold]

  @Sendable func takeApprovalStep(
    _ request: Request, _ context: OfficeContext, form: FormID
  ) async throws -> Response {
    let signedIn = try context.person()
    let fields = try await request.form()
    let reason = fields["reason"] ?? ""
    let deed: Deed =
      switch fields["step"] ?? "" {
      case Step.disclose.rawValue: .disclosure
      case Step.withhold.rawValue: .withholding(reason: reason)
      default: .reopening(reason: reason)
      }
    do throws(OfficeRefusal) {
      _ = try await TakeStep(form: form, deed: deed, length: fields.courseLength)
        .run(in: office, by: signedIn)
    } catch {
      return try await again(error, fields, request, context, form)
    }
    return .redirect(to: Outcome.stepTaken.on(Routes.approval(form)))
  }

  // MARK: The page

  /// The page with what is the matter, where the reader can do something about it.
  private func again(
    _ refusal: OfficeRefusal, _ fields: FormFields, _ request: Request, _ context: OfficeContext,
    _ form: FormID
  ) async throws -> Response {
    switch refusal {
    case .step, .records(.stale), .fields: break
    default: throw refusal
    }
    let words = refusal.wording
    return try await approvalPage(
      request, context, form, [Notice(.stop, words.title, text: words.advice)], Answers(fields)
    ).response(refusal.status)
  }

  private func approvalPage(
    _ request: Request, _ context: OfficeContext, _ form: FormID, _ notices: [any Component], _ typed: Answers
  ) async throws -> Page {
    let signedIn = try context.person()
    // Whoever may approve is asked first: an adjustment waits for him while an earlier version is in force.
    let proposal: ApprovalProposal?
    do throws(OfficeRefusal) {
      proposal = try await DraftOpinion(form: form).run(in: office, by: signedIn)
    } catch {
      guard case .permission = error else { throw error }
      proposal = nil
    }
    if let proposal { return try await proposalPage(request, context, proposal, notices, typed) }
    let paper = try await ReadApprovedForm(form: form).run(in: office, by: signedIn)
    return try await paperPage(request, context, paper, notices, typed)
  }

  private func proposalPage(
    _ request: Request, _ context: OfficeContext, _ proposal: ApprovalProposal, _ notices: [any Component],
    _ typed: Answers
  ) async throws -> Page {
    let id = proposal.entry.id
    let name = proposal.project?.name ?? proposal.organisation.label
    var content = notices
    content.append(FindingsPanel(proposal: proposal))
    if let adjustment = try? await ReadApprovedForm(form: id).run(in: office, by: try context.person())
      .adjustment
    {
      content.append(AdjustmentPanel(sheet: adjustment, file: nil))
    }
    let side: [any Component] = [try opinionPanel(proposal, typed, Routes.approval(id), context)]
    return try await page(
      ApprovalsWording.approve(name), request, context, here: Routes.approvals(),
      pageBar: PageBar(
        name, back: Destination(ApprovalsWording.section, Self.list(at: proposal.course.stage, year: nil)),
        beside: [Tag(proposal.course.stage)],
        buttons: [
          Button.small(ApprovalsWording.history, .go(Routes.formHistory(id))),
          Button.small(HistoryWording.open, .go(Routes.form(id))),
        ]), content: [Frame(content, side: side)])
  }

  /// The box of the opinion, with the bureau's phrases below it.
  private func opinionPanel(
    _ proposal: ApprovalProposal, _ typed: Answers, _ action: Link, _ context: OfficeContext
  ) throws -> Panel {
    let opinion = typed["opinion"].isEmpty ? proposal.draft.text : typed["opinion"]
    var question = Question("opinion", ApprovalsWording.opinion, .lines(value: opinion, rows: 7))
    question.isNeeded = true
    question.hint = ApprovalsWording.opinionHint
    var content: [any Component] = [
      Hidden("length", String(proposal.course.length)), Questions([question]),
      Buttons([Button.send(ApprovalsWording.approve)]),
    ]
    if !proposal.phrases.isEmpty {
      content.append(Paragraph(.note, ApprovalsWording.addPhrase))
      content.append(
        Buttons(proposal.phrases.map { Button.small($0, .send(name: "add", value: $0), look: .quiet) }))
    }
    return Panel(
      ApprovalsWording.opinion, note: ApprovalsWording.drafted,
      [PageForm(action, try context.formToken(), content)])
  }

  private func paperPage(
    _ request: Request, _ context: OfficeContext, _ paper: ApprovedPaper, _ notices: [any Component],
    _ typed: Answers
  ) async throws -> Page {
    let id = paper.entry.id
    let name = paper.project?.name ?? paper.organisation.label
    var content = notices
    content.append(
      Panel(
        ApprovalsWording.section,
        [
          Facts([
            (ApprovalsWording.number, paper.number ?? ApprovalsWording.noNumber),
            (ApprovalsWording.day, OfficeWording.day(paper.day, today: office.today)),
            (ApprovalsWording.person, paper.person),
            (ApprovalsWording.unit, paper.organisation.name),
            (ApprovalsWording.amount, paper.entry.amount.map(OfficeWording.money) ?? ""),
            (ApprovalsWording.opinion, paper.opinion),
          ])
        ]))
    if let adjustment = paper.adjustment {
      content.append(AdjustmentPanel(sheet: adjustment, file: id))
    }
    var side: [any Component] = [
      Panel(
        ApprovalsWording.paper,
        [
          Paragraph(.second, paper.layout.name),
          Buttons(
            ApprovalsWording.formats.map { format, text in
              Button.small(text, .go(Routes.approvalPaper(id, format)))
            }),
        ])
    ]
    let token = try context.formToken()
    for step in Self.approvalSteps where paper.openSteps.contains(step) {
      side.append(stepPanel(step, paper, typed["step"] == step.rawValue ? typed : Answers(), token))
    }
    return try await page(
      ApprovalsWording.approved(name), request, context, here: Routes.approvals(),
      pageBar: PageBar(
        name, back: Destination(ApprovalsWording.section, Routes.approvals()),
        beside: [Tag(paper.course.stage)],
        buttons: [Button.small(ApprovalsWording.history, .go(Routes.formHistory(id)))]),
      content: [Frame(content, side: side)])
  }

  private func stepPanel(
    _ step: Step, _ paper: ApprovedPaper, _ answers: Answers, _ token: FormToken
  ) -> Panel {
    let words = ApprovalsWording.words(for: step)
    var content: [any Component] = [
      Hidden("step", step.rawValue), Hidden("length", String(paper.course.length)),
    ]
    if let question = words.question {
      var reason = Question("reason", question, .lines(value: answers["reason"], rows: 2))
      reason.isNeeded = true
      content.append(NamedApart(step.rawValue, reason))
    }
    content.append(Buttons([Button.send(step.label, look: step == .disclose ? .plain : .giveBack)]))
    return Panel(
      step.label,
      [
        Paragraph(.second, words.note),
        PageForm(Routes.approvalStep(paper.entry.id), token, content),
      ])
  }

  // MARK: Files

  @Sendable func approvalPaper(
    _ request: Request, _ context: OfficeContext, form: FormID, ending: String
  ) async throws -> Response {
    let paper = try await ReadApprovedForm(form: form).run(in: office, by: try context.person())
    return try await file(of: paper.paper, of: paper.record, ending)
  }

  @Sendable func adjustmentPaper(
    _ request: Request, _ context: OfficeContext, form: FormID, ending: String
  ) async throws -> Response {
    let paper = try await ReadApprovedForm(form: form).run(in: office, by: try context.person())
    guard let adjustment = paper.adjustment else { throw Refusal.notFound }
    return try await file(
      of: adjustment.laidOut, of: paper.record, ending, label: ApprovalsWording.adjustment)
  }
}

/// What was found, one line each; or that nothing was.
struct FindingsPanel: Component {
  var proposal: ApprovalProposal

  func write(to page: inout MarkupWriter) {
    let cards = proposal.findings.enumerated().map { place, finding in
      FindingCard(
        Judgement(finding.finding.severity), place + 1, ApprovalsWording.title(of: finding),
        text: finding.finding.message)
    }
    page.add(
      cards.isEmpty
        ? Panel(
          ApprovalsWording.findings, isPadded: false,
          [EmptyPlace(ApprovalsWording.noFindings, ApprovalsWording.noFindingsAdvice)])
        : Panel(
          ApprovalsWording.findings, note: ApprovalsWording.count(cards.count), isPadded: false,
          [FindingList(cards)]))
  }
}

/// 原值 | 调整后, cell by cell.
struct AdjustmentPanel: Component {
  var sheet: AdjustmentSheet
  /// The form whose files can be had; nil for none.
  var file: FormID?

  func write(to page: inout MarkupWriter) {
    let comparison = RecordComparison(from: sheet.before, to: sheet.after)
    var panel = Panel(
      ApprovalsWording.adjustment, note: ApprovalsWording.adjusted(comparison.count), isPadded: false,
      [
        Finished { page in
          page.element("div", ["class": "body"]) { page in
            page.element("p", ["class": "second"]) {
              $0.text(ApprovalsWording.reason(sheet.reason))
            }
          }
        },
        SideBySide(
          comparison: comparison, before: ApprovalsWording.valueBefore, after: ApprovalsWording.valueAfter),
      ])
    if let file {
      panel.buttons = ApprovalsWording.formats.map { format, text in
        Button.small(text, .go(Routes.adjustmentPaper(file, format)))
      }
    }
    page.add(panel)
  }
}
