// The column at the left of the desk: what waits for the reviewer, and where in it the form at hand stands.
import Design
import HTML
import HTTP
import OfficeOperations
import Organisations
import Permissions
import Quantities
import Records
import Workflow

/// What waits for a reviewer, as finished words.
struct DeskQueue: Sendable {
  /// One form.
  struct Item: Sendable {
    var form: FormID
    var title: String
    var unit: String
    var amount: String
    /// How many findings of which gravity there are; empty where nobody counted.
    var findings: [(judgement: Judgement, count: Int)] = []
  }

  /// The forms in which nothing was found, as one group for those who may approve them together.
  struct CleanGroup: Sendable {
    var count: Int
    var amount: String
    var link: Link
  }

  var items: [Item]
  var total: Int
  var clean: CleanGroup?
  /// Leads to all of them, with filters.
  var list: Link
  var filter: QueueFilter
  /// False where the lines begin somewhere in the middle.
  var isFromStart: Bool

  /// The place of a form among the others, from 1; nil where it does not wait for the reader, or is far
  /// down.
  func position(of form: FormID) -> Int? {
    isFromStart ? items.firstIndex { $0.form == form }.map { $0 + 1 } : nil
  }

  /// Another form, looked at in the same queue.
  func link(to form: FormID) -> Link { Routes.review(form).with(filter.pairs) }

  /// The form before, and the one behind; the first behind a form that is not there any more.
  func neighbours(of form: FormID) -> (previous: FormID?, next: FormID?) {
    guard let place = items.firstIndex(where: { $0.form == form }) else { return (nil, items.first?.form) }
    return (
      place > 0 ? items[place - 1].form : nil, place + 1 < items.count ? items[place + 1].form : nil
    )
  }

  /// Where to go on after a form was decided on: the one behind it, else the first that is left.
  func next(after form: FormID) -> FormID? {
    neighbours(of: form).next ?? items.first { $0.form != form }?.form
  }
}

extension OfficePages {
  /// Where in the queue a form stands that its first page does not show; nil for all others.
  private func position(
    of form: FormID?, besides page: ReadQueue.QueuePage
  ) async throws(OfficeRefusal) -> QueuePosition? {
    guard let form, page.next != nil, !page.lines.contains(where: { $0.form == form }) else { return nil }
    return try await office.read { records in try records.digest(of: form)?.position }
  }

  private static func marks(_ counts: FindingCounts?) -> [(judgement: Judgement, count: Int)] {
    guard let counts else { return [] }
    return [(.stop, counts.errors), (.ask, counts.warnings), (.tell, counts.hints)]
  }

  /// Lines beside the form at hand.
  private static let deskLines = 80
  private static let linesBefore = 10

  /// What waits for whoever asks, around the form at hand.
  func deskQueue(
    of signedIn: SignedIn, in filter: QueueFilter, around form: FormID? = nil
  ) async throws(OfficeRefusal) -> DeskQueue {
    let said = filter
    var filter = filter
    // What waits for the other parts of the same person is not reviewed here.
    if filter.stages.isEmpty { filter.stages = signedIn.reviewedStages }
    let page = try await ReadQueue(filter, limit: Self.deskLines).run(in: office, by: signedIn)
    var lines = page.lines
    var isFromStart = true
    let position = try await position(of: form, besides: page)
    if let position {
      // Far down in the queue: some lines before the form, and what follows it.
      let before = try await ReadQueue(
        filter, from: position, isBackward: true, limit: Self.linesBefore
      ).run(in: office, by: signedIn).lines
      let from = before.last?.digest.position ?? position
      let behind = try await ReadQueue(filter, from: from, limit: Self.deskLines).run(
        in: office, by: signedIn)
      lines = before + behind.lines
      isFromStart = false
    }
    lines = lines.filter { $0.stage.isUnderReview }
    let total = page.total(of: filter)
    var everything = filter
    everything.group = .clean
    let approvesTogether = filter.group == .any && signedIn.mayDoSomewhere(.printBatches)
    let clean = approvesTogether ? page.total(of: everything) : QueueCounts.Count()
    return DeskQueue(
      items: lines.map { line in
        DeskQueue.Item(
          form: line.form, title: QueuePageWording.name(of: line), unit: line.organisation.label,
          amount: ReviewPageWording.tenThousands(line.digest.amount),
          findings: Self.marks(line.digest.findings))
      }, total: total.forms,
      clean: clean.forms > 0
        ? DeskQueue.CleanGroup(
          count: clean.forms, amount: ReviewPageWording.tenThousands(clean.amount),
          link: Routes.queue().with(everything.pairs)) : nil,
      list: Routes.queue().with(said.pairs), filter: said, isFromStart: isFromStart)
  }
}

extension SignedIn {
  /// The stages at which forms wait for the reviews that the person does.
  fileprivate var reviewedStages: Set<Stage> {
    Set(
      Stage.allCases.filter { stage in
        stage.reviewingRole.map { role in actor.holdings.contains { $0.role == role } } ?? false
      })
  }
}

/// The column.
struct DeskQueueColumn: Component {
  let queue: DeskQueue
  let current: FormID?

  func write(to page: inout MarkupWriter) {
    page.startTag(
      "nav", ["class": "review-queue", "aria-label": ReviewPageWording.queue, "data-part": "queue"])
    page.markup("<header><p><b>")
    page.text(ReviewPageWording.waiting(queue.total))
    page.markup("</b></p><p class=\"small\">")
    page.text(ReviewPageWording.order)
    page.markup("　<a")
    page.address("href", queue.list.text)
    page.markup(">")
    page.text(ReviewPageWording.wholeQueue)
    page.markup("</a>")
    page.markup("</p></header><ol class=\"items\">")
    if let clean = queue.clean, clean.count > 0 { write(clean, to: &page) }
    for item in queue.items { write(item, to: &page) }
    page.markup("</ol></nav>")
  }

  private func write(_ clean: DeskQueue.CleanGroup, to page: inout MarkupWriter) {
    page.markup("<li class=\"is-clean\"><a")
    page.address("href", clean.link.text)
    page.markup("><b>")
    page.text(ReviewPageWording.clean(clean.count))
    page.markup("</b><span class=\"line\">")
    page.add(Mark(.pass, ReviewPageWording.cleanTogether))
    page.element("span", ["class": "push"]) { $0.text(clean.amount) }
    page.markup("</span></a></li>")
  }

  private func write(_ item: DeskQueue.Item, to page: inout MarkupWriter) {
    page.markup("<li><a")
    page.address("href", queue.link(to: item.form).text)
    if item.form == current { page.attribute("aria-current", "true") }
    page.markup("><b>")
    page.text(item.title)
    page.markup("</b><span class=\"line\"><span>")
    page.text(item.unit)
    page.markup("</span>")
    if !item.findings.isEmpty {
      page.markup("<span class=\"tally\">")
      for (judgement, count) in item.findings where count > 0 {
        page.add(Mark(judgement, "\(count)", spoken: FormPageWording.counted(judgement)))
      }
      page.markup("</span>")
    }
    page.element("span", ["class": "push"]) { $0.text(item.amount) }
    page.markup("</span></a></li>")
  }
}
