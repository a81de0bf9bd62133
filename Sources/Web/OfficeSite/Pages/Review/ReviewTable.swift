// What changed, cell by cell: last year, the version before, the version at hand, and what is said about it.
import Design
import FormDrafts
import HTML
import HTTP
import OfficeOperations
import Quantities
import Records
import Review
import Workflow

/// 改了什么, with its three views.
struct ReviewTable: Component {
  let view: ReviewView

  private var changes: ReviewChanges { view.form.changes }

  func write(to page: inout MarkupWriter) {
    let lines = view.place.tab == .concerned ? changes.concerned : changes.lines
    page.markup("<section class=\"panel\" aria-labelledby=\"h-diff\"><header><h2 id=\"h-diff\">")
    page.text(changes.earlier == nil ? ReviewPageWording.firstTime : ReviewPageWording.changes)
    page.markup("</h2><span class=\"push\"></span>")
    writeTabs(to: &page)
    page.markup("</header>")
    if view.place.tab == .sheet {
      writeSheet(to: &page)
    } else if lines.isEmpty {
      page.add(EmptyPlace(ReviewPageWording.nothingConcerned, ReviewPageWording.nothingConcernedAdvice))
    } else {
      write(lines, to: &page)
    }
    page.markup("</section>")
  }

  private func writeTabs(to page: inout MarkupWriter) {
    page.startTag("nav", ["class": "tabs", "aria-label": ReviewPageWording.changes])
    let tabs: [(ReviewPlace.Tab, String, Int?)] = [
      (.concerned, ReviewPageWording.concerned, changes.concerned.count),
      (.all, ReviewPageWording.all, changes.lines.count), (.sheet, ReviewPageWording.sheet, nil),
    ]
    for (tab, text, count) in tabs {
      page.markup("<a data-swap")
      page.address("href", view.place.closed.with { $0.tab = tab }.link.text)
      if tab == view.place.tab { page.attribute("aria-current", "true") }
      page.markup(">")
      page.text(text)
      if let count { page.element("span", ["class": "count"]) { $0.number(count) } }
      page.markup("</a>")
    }
    page.markup("</nav>")
  }

  private func writeSheet(to page: inout MarkupWriter) {
    guard let sheet = view.sheet else { return }
    page.startTag("div", ["class": "form-page review-sheet scroller", "tabindex": "0"])
    page.markup("<div class=\"paper\">")
    EditorPiece.write(sheet.sheet.pieces, to: &page)
    page.markup("</div></div>")
  }

  // MARK: The table

  private func write(_ lines: [ReviewLine], to page: inout MarkupWriter) {
    let style =
      changes.lastYear == nil || changes.earlier == nil
      ? changes.lastYear == nil && changes.earlier == nil ? "table diff has-one" : "table diff has-two"
      : "table diff"
    page.startTag("table", ["class": style])
    page.markup("<thead><tr><th scope=\"col\">")
    page.text(ReviewPageWording.cell)
    page.markup("</th>")
    if let year = changes.lastYear { writeHead(ReviewPageWording.lastYear(year.year), to: &page) }
    if let earlier = changes.earlier {
      writeHead(ReviewPageWording.earlier(earlier, today: view.today), to: &page)
    }
    writeHead(
      ReviewPageWording.now(
        view.form.entry.latestVersion, isAdjustment: changes.earlier?.kind == .inForce), to: &page)
    page.markup("<th scope=\"col\"><span class=\"unseen\">")
    page.text(ReviewPageWording.actions)
    page.markup("</span></th></tr></thead><tbody>")
    for line in lines { write(line, to: &page) }
    page.markup("</tbody></table>")
  }

  private func writeHead(_ head: (String, String), to page: inout MarkupWriter) {
    page.markup("<th scope=\"col\">")
    page.text(head.0)
    page.markup("<span class=\"below\">")
    page.text(head.1)
    page.markup("</span></th>")
  }

  private func write(_ asKept: ReviewLine, to page: inout MarkupWriter) {
    let line = printed(asKept)
    let isCurrent = line.path != nil && line.path == view.place.at
    let excerpts = Excerpts(line, hasEarlier: changes.earlier != nil)
    page.startTag(
      "tr",
      [
        "id": ReviewView.anchor(line), "class": isCurrent ? "is-current" : "", "data-line": "",
        "tabindex": "-1",
      ])
    page.markup("<th scope=\"row\">")
    page.text(line.name)
    if let part = line.part { page.element("span", ["class": "below"]) { $0.text(part) } }
    page.markup("</th>")
    if let year = changes.lastYear {
      writeCell(excerpts.lastYear, ReviewPageWording.lastYear(year.year).0, to: &page) { page in
        if let outcome = line.outcome {
          page.element("span", ["class": "below clamp"]) {
            $0.text(ReviewPageWording.outcome(outcome, of: line.pointer))
          }
        }
      }
    }
    if let earlier = changes.earlier {
      writeCell(excerpts.before, ReviewPageWording.earlier(earlier, today: view.today).0, to: &page) { page in
        if !line.isChanged { page.element("span", ["class": "note"]) { $0.text(ReviewPageWording.same) } }
      }
    }
    writeCell(
      excerpts.now, ReviewPageWording.now(view.form.entry.latestVersion, isAdjustment: false).0, to: &page
    ) { page in writeBelow(line, to: &page) }
    writeMarks(line, to: &page)
    page.markup("</tr>")
    if excerpts.isCut { writeWhole(line, to: &page) }
  }

  /// The line with amounts as people write them.
  private func printed(_ line: ReviewLine) -> ReviewLine {
    guard let path = line.path, view.form.opened.draft.kind(of: path) == .money else { return line }
    func amount(_ text: String?) -> String? {
      guard let text, let money = ExactDecimal(text).flatMap({ Money(yuan: $0) }) else { return text }
      return OfficeWording.money(money)
    }
    var line = line
    line.now = amount(line.now)
    line.before = amount(line.before)
    line.lastYear = amount(line.lastYear)
    return line
  }

  private func writeCell(
    _ excerpt: ReviewExcerpt?, _ label: String, to page: inout MarkupWriter,
    below: (inout MarkupWriter) -> Void
  ) {
    page.markup("<td")
    page.attribute("data-label", label)
    page.markup(">")
    if let excerpt { page.add(ExcerptText(excerpt: excerpt)) }
    below(&page)
    page.markup("</td>")
  }

  private func writeBelow(_ line: ReviewLine, to page: inout MarkupWriter) {
    if line.isAdded { page.element("span", ["class": "below"]) { $0.text(ReviewPageWording.isNew) } }
    if line.isNewThisYear {
      page.element("span", ["class": "below"]) { $0.text(ReviewPageWording.isNewThisYear) }
    }
    if line.isDroppedThisYear {
      page.element("span", ["class": "below"]) { $0.text(ReviewPageWording.isDroppedThisYear) }
    }
    if line.isGone { page.element("span", ["class": "below"]) { $0.text(ReviewPageWording.isGone) } }
    if let reading = line.reading { page.element("span", ["class": "below clamp"]) { $0.text(reading) } }
    if let asked = line.asked {
      page.startTag("span", ["class": "below clamp is-asked", "title": asked.words])
      page.text(ReviewPageWording.asked(asked.words))
      page.markup("</span>")
    }
    if let peers = line.peers {
      page.startTag("span", ["class": "below peers", "title": ReviewPageWording.sources(peers)])
      page.text(ReviewPageWording.peers(peers))
      page.markup("</span>")
    }
  }

  private func writeMarks(_ line: ReviewLine, to page: inout MarkupWriter) {
    page.markup("<td class=\"marks\">")
    let findings = view.form.opened.help.findings
    page.markup("<span class=\"tally\">")
    for number in line.findings where findings.indices.contains(number - 1) {
      page.add(Mark(Judgement(findings[number - 1].finding.severity), String(number), anchor: "f\(number)"))
    }
    page.markup("</span>")
    if line.asked != nil {
      page.add(
        line.isChanged
          ? Mark(.pass, ReviewPageWording.asAsked) : Mark(.ask, ReviewPageWording.notAsAsked))
    }
    if let path = line.path, view.form.isWritable {
      if view.form.work.entry(at: path) != nil {
        page.add(Mark(.stop, ReviewPageWording.onSlip))
      }
      page.markup("<a class=\"button is-small is-plain\" data-act=\"return-here\" data-swap")
      page.address("href", view.opening(path, finding: line.findings.first).text)
      page.markup(">")
      page.text(ReviewPageWording.sendBack)
      page.markup("</a>")
    }
    page.markup("</td>")
  }

  /// The whole texts of a line of which only the changed parts are shown.
  private func writeWhole(_ line: ReviewLine, to page: inout MarkupWriter) {
    let columns = 3 + (changes.lastYear == nil ? 0 : 1) + (changes.earlier == nil ? 0 : 1)
    page.markup("<tr class=\"whole\"><td")
    page.attribute("colspan", columns)
    page.markup("><details><summary>")
    page.text(ReviewPageWording.wholeText)
    page.markup("</summary><dl>")
    let past = changes.lastYear.map { ReviewPageWording.lastYear($0.year).0 }
    let before = changes.earlier.map { ReviewPageWording.earlier($0, today: view.today).0 }
    let now = ReviewPageWording.now(view.form.entry.latestVersion, isAdjustment: false).0
    for (label, text) in [
      (past, line.lastYear), (before, line.isChanged ? line.before : nil), (now, line.now),
    ] {
      guard let label, let text else { continue }
      page.element("dt") { $0.text(label) }
      page.element("dd") { $0.lines(text) }
    }
    page.markup("</dl></details></td></tr>")
  }
}

/// A line's texts cut to what matters.
struct Excerpts {
  var lastYear: ReviewExcerpt?
  var before: ReviewExcerpt?
  var now: ReviewExcerpt?

  init(_ line: ReviewLine, hasEarlier: Bool) {
    let text = line.now ?? ""
    if hasEarlier, line.isChanged {
      before = line.before.map { ReviewExcerpt(from: $0, to: text, isLater: false) }
      now = line.now.map { ReviewExcerpt(from: line.before ?? "", to: $0, isLater: true) }
      lastYear = line.lastYear.map { ReviewExcerpt($0) }
    } else if let old = line.lastYear, old != text, !hasEarlier {
      lastYear = ReviewExcerpt(from: old, to: text, isLater: false)
      now = line.now.map { ReviewExcerpt(from: old, to: $0, isLater: true) }
    } else {
      lastYear = line.lastYear.map { ReviewExcerpt($0) }
      now = line.now.map { ReviewExcerpt($0) }
    }
    if now == nil, !line.isGone, line.before == nil, line.lastYear == nil {
      now = ReviewExcerpt(ReviewPageWording.blank)
    }
  }

  var isCut: Bool { [lastYear, before, now].contains { $0?.isCut == true } }
}

/// An excerpt in markup: what is new underlined, what is gone struck.
struct ExcerptText: Component {
  let excerpt: ReviewExcerpt

  func write(to page: inout MarkupWriter) {
    page.markup("<span class=\"value\">")
    for piece in excerpt.pieces {
      switch piece {
      case .plain(let text): page.text(text)
      case .struck(let text): page.element("del") { $0.text(text) }
      case .fresh(let text): page.element("ins") { $0.text(text) }
      }
    }
    page.markup("</span>")
  }
}
