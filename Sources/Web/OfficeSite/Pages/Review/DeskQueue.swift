// The column at the left of the desk: what waits for the reviewer, and where in it the form at hand stands.
import Design
import HTML
import HTTP
import OfficeOperations
import Organisations
import Quantities
import Records

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

  /// The forms in which nothing was found, as one group.
  struct CleanGroup: Sendable {
    var count: Int
    var amount: String
    var link: Link
  }

  var items: [Item]
  var total: Int
  var clean: CleanGroup?
  /// Leads to all of them, with filters; nil where there is no such page.
  var list: Link?

  /// The place of a form among the others, from 1; nil where it does not wait for the reader.
  func position(of form: FormID) -> Int? { items.firstIndex { $0.form == form }.map { $0 + 1 } }

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
  /// What waits for whoever asks.
  func deskQueue(of signedIn: SignedIn) async throws(OfficeRefusal) -> DeskQueue {
    let lines = try await ListReviews().run(in: office, by: signedIn)
    let items = lines.map { line in
      DeskQueue.Item(
        form: line.entry.id,
        title: line.project?.name ?? FormPageWording.whole(line.organisation.label),
        unit: line.organisation.label, amount: ReviewPageWording.tenThousands(line.entry.amount))
    }
    return DeskQueue(items: items, total: items.count)
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
    if let list = queue.list {
      page.markup("　<a")
      page.address("href", list.text)
      page.markup(">")
      page.text(ReviewPageWording.wholeQueue)
      page.markup("</a>")
    }
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
    page.address("href", Routes.review(item.form).text)
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
