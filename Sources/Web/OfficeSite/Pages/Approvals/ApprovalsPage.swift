// The section 批复: what waits to be approved, what was, and work on many of them at once.
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
  /// The part of the site map in which forms are approved.
  func addApprovals(to router: inout Router<OfficeContext>) {
    router.get(Routes.approvals, approvalsPage)
    router.post(Routes.beginBatch, beginBatch)
    router.post(Routes.beginPrinting, beginPrinting)
    router.get(Routes.phrases, phrasesPage)
    router.post(Routes.phrases, changePhrases)
    router.get(Routes.batchShare, batchSharePage)
    router.post(Routes.batchShare, changeBatchShare)
    router.get(Routes.approval, approvalPage)
    router.post(Routes.approval, approveForm)
    router.post(Routes.approvalStep, takeApprovalStep)
    router.get(Routes.approvalPaper, approvalPaper)
    router.get(Routes.adjustmentPaper, adjustmentPaper)
    router.get(Routes.batch, batchPage)
    router.get(Routes.batchState, batchState)
    router.post(Routes.confirmBatch, confirmBatch)
    router.post(Routes.stopBatch, stopBatch)
    router.get(Routes.batchFile, batchFile)
    router.get(Routes.drawnForm, drawnFormPage)
    router.post(Routes.drawnForm, judgeDrawnForm)
  }

  /// The stages of the list, in the order of its tabs.
  static let approvalStages: [Stage] = [
    .awaitingFinance, .financeReview, .approved, .disclosed, .withheld, .adjusting,
  ]

  @Sendable func approvalsPage(_ request: Request, _ context: OfficeContext) async throws -> Response {
    try await approvalsPage(request, context, Outcome.notices(request)).response()
  }

  private func approvalsPage(
    _ request: Request, _ context: OfficeContext, _ notices: [any Component]
  ) async throws -> Page {
    let signedIn = try context.person()
    let query = try request.target.query()
    let chosen = query["stage"].flatMap { Stage(rawValue: $0) }
    let stage = chosen.flatMap { Self.approvalStages.contains($0) ? $0 : nil } ?? .awaitingFinance
    let year = query["year"].flatMap { Int($0) }.flatMap { FiscalYear($0) }
    let list = try await ListApproved(
      year: year, stage: stage, after: query["after"].flatMap { FormID($0) }
    ).run(in: office, by: signedIn)
    let batches = try await ListBatches().run(in: office, by: signedIn)
    let tabs = Tabs(
      ApprovalsWording.stages,
      Self.approvalStages.map { one in
        (
          destination: Destination(one.label, Self.list(at: one, year: year), isHere: one == stage),
          count: nil
        )
      })
    var panel = Panel(
      ApprovalsWording.title(of: stage), isPadded: false, [try table(list, stage, year, context)])
    panel.buttons = [YearChooser(stage: stage, year: year, years: list.years)]
    var content = notices + [tabs, panel]
    if let next = list.next {
      content.append(
        Buttons([
          Button(
            ApprovalsWording.more, .go(Self.list(at: stage, year: year, after: next)))
        ]))
    }
    var side: [any Component] = [batchesPanel(batches)]
    side.append(
      Panel(
        ApprovalsWording.phrases,
        [
          Paragraph(.second, ApprovalsWording.phrasesNote),
          Buttons([Button.small(ApprovalsWording.keepPhrases, .go(Routes.phrases()))]),
        ]))
    return try await page(
      ApprovalsWording.section, request, context, here: Routes.approvals(),
      pageBar: PageBar(ApprovalsWording.section), content: [Frame(content, side: side)])
  }

  static func list(at stage: Stage, year: FiscalYear?, after: FormID? = nil) -> Link {
    var query = [("stage", stage.rawValue)]
    if let year { query.append(("year", year.description)) }
    if let after { query.append(("after", after.description)) }
    return Routes.approvals().with(query)
  }

  // MARK: The list

  private func table(
    _ list: ListApproved.ApprovalPage, _ stage: Stage, _ year: FiscalYear?, _ context: OfficeContext
  ) throws -> any Component {
    guard !list.lines.isEmpty else {
      let words = ApprovalsWording.nothing(at: stage)
      return EmptyPlace(words.title, words.advice)
    }
    let rows = list.lines.map { line in
      ListTable.Row(
        Lead(
          line.name, Routes.approval(line.entry.id),
          below: ApprovalsWording.below(line)),
        [
          Words(line.number ?? ""), Words(line.entry.amount.map(OfficeWording.money) ?? ""),
          PickBox(form: line.entry.id, name: line.name),
        ])
    }
    let table = ListTable(
      ApprovalsWording.title(of: stage),
      columns: [
        .init(ApprovalsWording.project), .init(ApprovalsWording.number),
        .init(ApprovalsWording.amount, isNumber: true), .init(ApprovalsWording.pick),
      ], rows: rows)
    let isInForce = stage.isInForce || stage == .adjusting
    let isWaiting = stage == .awaitingFinance || stage == .financeReview
    guard isInForce || isWaiting else { return table }
    var buttons: [any Component] = []
    if isInForce {
      buttons.append(PrintingChoice())
      buttons.append(Button.small(ApprovalsWording.printPicked, .send(name: "all", value: "no")))
      buttons.append(Button.small(ApprovalsWording.printAll, .send(name: "all", value: "yes")))
    } else {
      buttons.append(Button.small(ApprovalsWording.approvePicked, .send(name: "all", value: "no")))
      buttons.append(
        Button.small(ApprovalsWording.approveAll, .send(name: "all", value: "yes"), look: .main))
    }
    return PageForm(
      isInForce ? Routes.beginPrinting() : Routes.beginBatch(), try context.formToken(),
      [
        Hidden("stage", stage.rawValue), Hidden("year", year?.description), table, ListFoot(buttons),
      ])
  }

  private func batchesPanel(_ batches: [(batch: Batch, total: Int, done: Int)]) -> Panel {
    guard !batches.isEmpty else {
      return Panel(ApprovalsWording.batches, [Paragraph(.second, ApprovalsWording.noBatches)])
    }
    let today = office.today
    let rows = batches.map { line in
      ListTable.Row(
        Lead(
          ApprovalsWording.name(of: line.batch), Routes.batch(line.batch.id),
          below: OfficeWording.when(line.batch.moment, today: today)),
        [
          Filled(line.done, of: line.total),
          Tag(ApprovalsWording.tag(of: line.batch), ApprovalsWording.state(of: line.batch)),
        ])
    }
    return Panel(
      ApprovalsWording.batches, isPadded: false,
      [
        ListTable(
          ApprovalsWording.batches,
          columns: [.init(ApprovalsWording.batch), .init(ApprovalsWording.done), .init("")], rows: rows)
      ])
  }

  // MARK: Beginning

  @Sendable func beginBatch(_ request: Request, _ context: OfficeContext) async throws -> Response {
    let fields = try await request.form()
    return try await begin(request, context) { signedIn async throws(OfficeRefusal) in
      try await BeginBatchApproval(Self.selection(fields)).run(in: office, by: signedIn)
    }
  }

  @Sendable func beginPrinting(_ request: Request, _ context: OfficeContext) async throws -> Response {
    let fields = try await request.form()
    let printing = fields["printing"].flatMap { BatchPrinting(rawValue: $0) } ?? .onePaper
    return try await begin(request, context) { signedIn async throws(OfficeRefusal) in
      try await BeginBatchPrint(Self.selection(fields), into: printing).run(in: office, by: signedIn)
    }
  }

  private func begin(
    _ request: Request, _ context: OfficeContext,
    _ work: (SignedIn) async throws(OfficeRefusal) -> BatchID
  ) async throws -> Response {
    let id: BatchID
    do throws(OfficeRefusal) {
      id = try await work(try context.person())
    } catch {
      guard case .fields = error else { throw error }
      let words = error.wording
      return try await approvalsPage(request, context, [Notice(.ask, words.title, text: words.advice)])
        .response(error.status)
    }
    return .redirect(to: Routes.batch(id))
  }

  /// What was picked, or everything that the list shows.
  private static func selection(_ fields: FormFields) -> BatchSelection {
    guard fields["all"] == "yes" else { return .forms(fields.all("form").compactMap { FormID($0) }) }
    let stage = fields["stage"].flatMap { Stage(rawValue: $0) }
    let year = fields["year"].flatMap { Int($0) }.flatMap { FiscalYear($0) }
    return .standing(stage.map { [$0] } ?? [], year: year, under: nil)
  }
}

/// A box to pick a form of a list.
struct PickBox: Component {
  var form: FormID
  var name: String

  func write(to page: inout MarkupWriter) {
    page.markup("<input type=\"checkbox\" name=\"form\"")
    page.attribute("value", form.description)
    page.attribute("aria-label", ApprovalsWording.pick(name))
    page.markup(">")
  }
}

/// The buttons below a list that is a form.
struct ListFoot: Component {
  var content: [any Component]

  init(_ content: [any Component]) { self.content = content }

  func write(to page: inout MarkupWriter) {
    page.element("div", ["class": "body"]) { $0.add(Buttons(content)) }
  }
}

/// What many papers are printed into.
struct PrintingChoice: Component {
  func write(to page: inout MarkupWriter) {
    page.markup("<label>")
    page.element("span", ["class": "unseen"]) { $0.text(ApprovalsWording.printing) }
    page.markup("<select name=\"printing\">")
    for printing in BatchPrinting.allCases {
      page.markup("<option")
      page.attribute("value", printing.rawValue)
      page.markup(">")
      page.text(ApprovalsWording.label(of: printing))
      page.markup("</option>")
    }
    page.markup("</select></label>")
  }
}

/// Which year the list shows.
struct YearChooser: Component {
  var stage: Stage
  var year: FiscalYear?
  var years: [FiscalYear]

  func write(to page: inout MarkupWriter) {
    page.markup("<form class=\"finder\" method=\"get\"")
    page.address("action", Routes.approvals().text)
    page.markup(">")
    page.add(Hidden("stage", stage.rawValue))
    page.markup("<label>")
    page.element("span", ["class": "unseen"]) { $0.text(ApprovalsWording.year) }
    page.markup("<select name=\"year\">")
    let options =
      [("", ApprovalsWording.allYears)] + years.map { ($0.description, ApprovalsWording.year($0)) }
    for (value, text) in options {
      page.markup("<option")
      page.attribute("value", value)
      page.attribute("selected", isSet: value == year?.description ?? "")
      page.markup(">")
      page.text(text)
      page.markup("</option>")
    }
    page.markup("</select></label>")
    page.add(Button.small(ApprovalsWording.show, .send(name: nil, value: nil)))
    page.markup("</form>")
  }
}
