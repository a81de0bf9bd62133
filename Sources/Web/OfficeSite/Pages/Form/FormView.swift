// The page of a form as finished words and pieces; what it is made from is `FormPage`'s affair.
import Design
import HTML
import HTTP

/// Everything that the page shows.
struct FormView: Sendable {
  /// The addresses that the page leads to; nil where there is no such page.
  struct Links: Sendable {
    var page: Link
    var save: Link
    var suggest: Link?
    var submit: Link
    var print: Link
    var downloads: [(text: String, link: Link)] = []
    var history: Link?
    var attachments: Link?
    var back: Destination?
  }

  /// A place that is still to be filled.
  struct Gap: Sendable {
    var label: String
    /// The id of its cell; nil where the layout has none.
    var anchor: String?
  }

  /// What was promised against what is there.
  struct Scale: Sendable {
    var budget: String
    var promised: String
    /// Thousandths of the budget that the promise takes.
    var thousandths: Int
  }

  var title: String
  var links: Links
  var tag: Tag
  var sheet: EditorSheet
  /// What serves what; nil for forms without links.
  var linksPanel: LinksPanel?
  var findings: [FindingCard] = []
  var sums: [String] = []
  var scale: Scale?
  var gaps: [Gap] = []
  /// Fields that cannot be read, and with which nothing can be submitted.
  var unreadable = 0
  /// Fields that are filled, of those that the form has.
  var filled: (done: Int, total: Int) = (0, 0)
  /// Cells of a return that are mended, of those that were named; nil for other forms.
  var answered: (done: Int, total: Int)?
  var notices: [any Component] = []
  var saved: String
  var deadline: String?
  /// The words of the one main button; nil where nothing can be submitted.
  var mainButton: String?
  var revision: Int64
  /// What the fields said, so that a form without a script tells what was changed.
  var digest: String
  var form: String
  var person: String

  var stops: Int { findings.count { $0.judgement == .stop } }
  var asks: Int { findings.count { $0.judgement == .ask } }
  var tells: Int { findings.count { $0.judgement == .tell } }

  // MARK: The right column

  /// The parts of the right column that change while somebody types.
  func writeRail(to page: inout MarkupWriter) {
    if let answered { writeReturn(answered, to: &page) }
    if let scale { ScaleSection(scale: scale).write(to: &page) }
    page.markup("<section><header><h2>")
    page.text(FormPageWording.findings(findings.count))
    page.markup("</h2><span class=\"push\"></span>")
    page.markup("<span class=\"tally\">")
    for (judgement, count) in [(Judgement.stop, stops), (.ask, asks), (.tell, tells)] where count > 0 {
      page.add(Mark(judgement, "\(count)", spoken: FormPageWording.counted(judgement)))
    }
    page.markup("</span></header>")
    if findings.isEmpty {
      page.element("div", ["class": "body"]) { page in
        page.element("p", ["class": "note"]) { $0.text(FormPageWording.noFindings) }
      }
    } else {
      page.add(FindingList(findings))
      page.element("p", ["class": "mirror"]) { $0.text(FormPageWording.mirror) }
    }
    page.markup("</section>")
    writeGaps(to: &page)
    guard !sums.isEmpty else { return }
    page.markup("<section><header><h2>")
    page.text(FormPageWording.sumsHead)
    page.markup("</h2></header><div class=\"body\"><ul class=\"sums\">")
    for sum in sums {
      page.markup("<li>")
      page.add(Icon.pass)
      page.element("span") { $0.text(sum) }
      page.markup("</li>")
    }
    page.markup("</ul></div></section>")
  }

  private func writeReturn(_ answered: (done: Int, total: Int), to page: inout MarkupWriter) {
    page.markup("<section><header><h2>")
    page.text(FormPageWording.returnHead)
    page.markup("</h2><span class=\"note push\">")
    page.text(FormPageWording.answered(answered.done, answered.total))
    page.markup("</span></header><div class=\"body\">")
    writeProgress(answered, FormPageWording.returnHead, to: &page)
    page.markup("</div></section>")
  }

  private func writeProgress(
    _ part: (done: Int, total: Int), _ label: String, to page: inout MarkupWriter
  ) {
    page.startTag(
      "progress",
      [
        "max": String(max(part.total, 1)), "value": String(min(part.done, part.total)), "aria-label": label,
        "class": part.done >= part.total ? "is-full" : "is-open",
      ])
    page.markup("</progress>")
  }

  private func writeGaps(to page: inout MarkupWriter) {
    guard filled.total > 0 else { return }
    page.markup("<section><header><h2>")
    page.text(gaps.isEmpty ? FormPageWording.nothingMissing : FormPageWording.missing(gaps.count))
    page.markup("</h2><span class=\"note push\">")
    page.text(FormPageWording.filled(filled.done, filled.total))
    page.markup("</span></header><div class=\"body\">")
    writeProgress(filled, FormPageWording.missingHead, to: &page)
    if !gaps.isEmpty {
      page.markup("<p class=\"missing\">")
      for gap in gaps.prefix(12) {
        if let anchor = gap.anchor {
          page.markup("<a")
          page.address("href", "#" + anchor)
          page.markup(">")
          page.text(gap.label)
          page.markup("</a>")
        } else {
          page.element("span") { $0.text(gap.label) }
        }
      }
      page.markup("</p>")
    }
    page.markup("</div></section>")
  }

  // MARK: The foot

  func writeFoot(to page: inout MarkupWriter) {
    page.markup("<span class=\"tally\">")
    if unreadable > 0 { page.add(Mark(.stop, FormPageWording.unreadable(unreadable))) }
    if stops > 0 { page.add(Mark(.stop, FormPageWording.willReturn(stops))) }
    if asks > 0 { page.add(Mark(.ask, FormPageWording.toExplain(asks))) }
    if stops == 0, !gaps.isEmpty {
      page.element("span", ["class": "note"]) { $0.text(FormPageWording.missing(gaps.count)) }
    }
    if stops == 0, unreadable == 0, gaps.isEmpty, mainButton != nil {
      page.add(Mark(.pass, FormPageWording.allClear))
    }
    page.markup("</span>")
    let next =
      findings.first { $0.anchor != nil && $0.judgement != .pass }?.anchor
      ?? gaps.lazy.compactMap(\.anchor).first
    guard let next else { return }
    page.markup("<a class=\"button is-small\"")
    page.address("href", "#" + next)
    page.markup(">")
    page.text(FormPageWording.next)
    page.element("kbd") { $0.text("F8") }
    page.markup("</a>")
  }
}

/// 目标与预算: the budget as a plumb line, and how far the promise goes.
private struct ScaleSection {
  let scale: FormView.Scale

  func write(to page: inout MarkupWriter) {
    let isOver = scale.thousandths > 1_000
    page.markup("<section><header><h2>")
    page.text(FormPageWording.budgetHead)
    page.markup("</h2><span class=\"push\"></span>")
    page.add(
      Mark(isOver ? .stop : .pass, isOver ? FormPageWording.over : FormPageWording.within))
    page.markup("</header><div class=\"body scale\">")
    // the whole width is the larger of the two
    let whole = 298
    let share = min(max(scale.thousandths, 0), 100_000)
    let bob = isOver ? whole * 1_000 / share : whole
    let reach = isOver ? whole : whole * share / 1_000
    page.markup("<svg viewBox=\"0 0 298 40\" preserveAspectRatio=\"none\" aria-hidden=\"true\">")
    rectangle("scale-track", 0, whole, &page)
    rectangle("scale-fill", 0, min(reach, bob), &page)
    if isOver { rectangle("scale-over", bob, whole - bob, &page) }
    rectangle("scale-bob", max(bob - 2, 0), 2, &page, top: 2, height: 34)
    page.markup("</svg><p><span>")
    page.text(scale.budget)
    page.markup(isOver ? "</span><span class=\"is-stop\">" : "</span><span>")
    page.text(scale.promised)
    page.markup("</span></p></div></section>")
  }

  private func rectangle(
    _ style: StaticString, _ left: Int, _ width: Int, _ page: inout MarkupWriter, top: Int = 10,
    height: Int = 16
  ) {
    page.markup("<rect class=\"")
    page.markup(style)
    page.markup("\"")
    page.attribute("x", left)
    page.attribute("y", top)
    page.attribute("width", max(width, 0))
    page.attribute("height", height)
    page.markup("></rect>")
  }
}
