// A batch while it is checked, read and worked on; the drawn forms one by one; the file that was printed.
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
  @Sendable func batchPage(_ request: Request, _ context: OfficeContext, id: BatchID) async throws -> Response
  {
    try await batchPage(request, context, id, Outcome.notices(request)).response()
  }

  /// How far it is, for a script that waits.
  @Sendable func batchState(
    _ request: Request, _ context: OfficeContext, id: BatchID
  ) async throws -> Response {
    let report = try await ReadBatch(id: id).run(in: office, by: try context.person())
    var json = JSONWriter()
    json.object { json in
      json.member("state", "\(report.batch.state) \(report.count(.done)) \(report.count(.waiting))")
      json.member("text", BatchWording.progress(report))
    }
    return .json(json.bytes)
  }

  private func batchPage(
    _ request: Request, _ context: OfficeContext, _ id: BatchID, _ notices: [any Component]
  ) async throws -> Page {
    let report = try await ReadBatch(id: id).run(in: office, by: try context.person())
    let isUnderWay = report.batch.progress.isUnderWay
    var content = notices
    content.append(
      Panel(ApprovalsWording.state(of: report.batch), note: BatchWording.begun(report), progressOf(report)))
    content += try decisionPanels(report, context)
    if !report.drawn.isEmpty { content.append(drawnPanel(report)) }
    if !report.out.isEmpty { content.append(outPanel(report)) }
    if report.batch.work == .approval, !report.done.isEmpty { content.append(donePanel(report)) }
    if isUnderWay { content.append(Refreshing(poll: Routes.batchState(id))) }
    var page = try await page(
      ApprovalsWording.name(of: report.batch), request, context, here: Routes.approvals(),
      pageBar: PageBar(
        ApprovalsWording.name(of: report.batch),
        back: Destination(ApprovalsWording.section, Routes.approvals()),
        beside: [Tag(ApprovalsWording.tag(of: report.batch), ApprovalsWording.state(of: report.batch))]),
      content: [Frame(content)])
    if isUnderWay { page.scripts = [DesignAssets.intakeScriptLink] }
    return page
  }

  private func progressOf(_ report: BatchReport) -> [any Component] {
    let done =
      report.batch.progress == .checking ? report.total - report.count(.waiting) : report.count(.done, .out)
    var content: [any Component] = [
      Filled(done, of: report.total), Paragraph(.second, BatchWording.progress(report)),
    ]
    if let problem = report.batch.known.problem { content.append(Notice(.stop, problem)) }
    return content
  }

  /// What can be done with it now.
  private func decisionPanels(_ report: BatchReport, _ context: OfficeContext) throws -> [any Component] {
    let id = report.batch.id
    let token = try context.formToken()
    var panels: [any Component] = []
    let stop = PageForm(
      Routes.stopBatch(id), token,
      [Button.small(BatchWording.stop, .send(name: nil, value: nil), look: .quiet)])
    switch report.batch.progress {
    case .reading:
      let ready = report.count(.clean, .read)
      let unread = report.count(.drawn)
      var content: [any Component] = [Paragraph(.plain, BatchWording.drawn(report))]
      if unread > 0, let next = report.drawn.first(where: { $0.item.progress == .drawn }) {
        content.append(
          Buttons([
            Button(BatchWording.readNext(unread), .go(Routes.drawnForm(id, next.item.form)), look: .main)
          ]))
      } else {
        content.append(
          PageForm(
            Routes.confirmBatch(id), token, [Buttons([Button.send(BatchWording.approve(ready))])]))
      }
      panels.append(Panel(BatchWording.readFirst, content + [stop]))
    case .checking, .working: panels.append(Panel(nil, [stop]))
    case .done:
      if let file = report.file {
        panels.append(
          Panel(
            BatchWording.printed,
            [
              Paragraph(.plain, BatchWording.size(file)),
              Buttons([Button(BatchWording.download, .go(Routes.batchFile(id)), look: .main)]),
            ]))
      }
    case .stopped: break
    }
    return panels
  }

  private func drawnPanel(_ report: BatchReport) -> Panel {
    Panel(
      BatchWording.drawnForms, note: BatchWording.seed(report), isPadded: false,
      [
        table(BatchWording.drawnForms, report.drawn) { line in
          if line.item.progress == .drawn {
            return Button.small(BatchWording.read, .go(Routes.drawnForm(report.batch.id, line.item.form)))
          }
          return Tag(.approved, BatchWording.isRead)
        }
      ])
  }

  private func outPanel(_ report: BatchReport) -> Panel {
    Panel(
      BatchWording.out, note: BatchWording.count(report.count(.out)), isPadded: false,
      [table(BatchWording.out, report.out) { Words($0.item.known.reason ?? "") }])
  }

  private func donePanel(_ report: BatchReport) -> Panel {
    Panel(
      BatchWording.approved, note: BatchWording.count(report.count(.done)), isPadded: false,
      [table(BatchWording.approved, report.done) { Words($0.item.known.number ?? "") }])
  }

  private func table(
    _ caption: String, _ lines: [BatchReport.Line], _ last: (BatchReport.Line) -> any Component
  ) -> ListTable {
    ListTable(
      caption,
      columns: [
        .init(ApprovalsWording.project), .init(ApprovalsWording.amount, isNumber: true), .init(""),
      ],
      rows: lines.map { line in
        ListTable.Row(
          Lead(line.name, Routes.approval(line.item.form), below: line.organisation),
          [Words(line.amount.map(OfficeWording.money) ?? ""), last(line)])
      })
  }

  // MARK: Deciding

  @Sendable func confirmBatch(
    _ request: Request, _ context: OfficeContext, id: BatchID
  ) async throws -> Response {
    do throws(OfficeRefusal) {
      try await ConfirmBatchApproval(id: id).run(in: office, by: try context.person())
    } catch {
      guard case .fields = error else { throw error }
      let words = error.wording
      return try await batchPage(request, context, id, [Notice(.ask, words.title, text: words.advice)])
        .response(error.status)
    }
    return .redirect(to: Routes.batch(id))
  }

  @Sendable func stopBatch(_ request: Request, _ context: OfficeContext, id: BatchID) async throws -> Response
  {
    try await StopBatch(id: id).run(in: office, by: try context.person())
    return .redirect(to: Routes.batch(id))
  }

  @Sendable func batchFile(_ request: Request, _ context: OfficeContext, id: BatchID) async throws -> Response
  {
    let (file, bytes) = try await ReadBatchFile(id: id).run(in: office, by: try context.person())
    return .download(
      .bytes(bytes), type: file.name.utf8.reversed().starts(with: "fdp.".utf8) ? .pdf : .zip, name: file.name)
  }

  // MARK: Drawn forms

  @Sendable func drawnFormPage(
    _ request: Request, _ context: OfficeContext, id: BatchID, form: FormID
  ) async throws -> Response {
    try await drawnFormPage(request, context, id, form, [], Answers()).response()
  }

  @Sendable func judgeDrawnForm(
    _ request: Request, _ context: OfficeContext, id: BatchID, form: FormID
  ) async throws -> Response {
    let signedIn = try context.person()
    let fields = try await request.form()
    do throws(OfficeRefusal) {
      try await JudgeDrawnForm(
        batch: id, form: form, length: fields.courseLength,
        opinion: fields["verdict"] == "out" ? nil : fields["opinion"] ?? ""
      ).run(in: office, by: signedIn)
    } catch {
      switch error {
      case .fields, .records(.stale): break
      default: throw error
      }
      let words = error.wording
      return try await drawnFormPage(
        request, context, id, form, [Notice(.ask, words.title, text: words.advice)], Answers(fields)
      ).response(error.status)
    }
    let report = try await ReadBatch(id: id).run(in: office, by: signedIn)
    guard let next = report.drawn.first(where: { $0.item.progress == .drawn }) else {
      return .redirect(to: Routes.batch(id))
    }
    return .redirect(to: Routes.drawnForm(id, next.item.form))
  }

  private func drawnFormPage(
    _ request: Request, _ context: OfficeContext, _ id: BatchID, _ form: FormID, _ notices: [any Component],
    _ typed: Answers
  ) async throws -> Page {
    let drawn = try await ReadDrawnForm(batch: id, form: form).run(in: office, by: try context.person())
    let proposal = drawn.proposal
    let name = proposal.project?.name ?? proposal.organisation.label
    let opinion = typed["opinion"].isEmpty ? drawn.item.known.opinion : typed["opinion"]
    var question = Question("opinion", ApprovalsWording.opinion, .lines(value: opinion, rows: 7))
    question.isNeeded = true
    let panel = Panel(
      ApprovalsWording.opinion, note: ApprovalsWording.drafted,
      [
        PageForm(
          Routes.drawnForm(id, form), try context.formToken(),
          [
            Hidden("length", String(proposal.course.length)), Questions([question]),
            Buttons([
              Button(BatchWording.agree, .send(name: "verdict", value: "read"), look: .main),
              Button(BatchWording.takeOut, .send(name: "verdict", value: "out"), look: .giveBack),
            ]),
          ])
      ])
    return try await page(
      BatchWording.reading(name), request, context, here: Routes.approvals(),
      pageBar: PageBar(
        name, back: Destination(ApprovalsWording.name(of: drawn.batch), Routes.batch(id)),
        beside: [Tag(.waiting, BatchWording.isDrawn)],
        buttons: [Button.small(HistoryWording.open, .go(Routes.form(form)))]),
      content: [
        Frame(
          notices + [DrawnSheet(record: proposal.record), FindingsPanel(proposal: proposal)], side: [panel])
      ])
  }
}
