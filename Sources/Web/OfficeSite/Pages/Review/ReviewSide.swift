// The right column of the desk: the review sheet, the return slip, notes; a cell's return box docked above.
import Design
import HTML
import HTTP
import OfficeOperations
import Quantities
import Records
import Review

/// The column above the decision.
struct ReviewSide: Component {
  let view: ReviewView

  func write(to page: inout MarkupWriter) {
    if let box = ReturnBox(view: view) { page.add(box) }
    writeTabs(to: &page)
    switch view.place.side {
    case .grades: page.add(ReviewGrades(view: view))
    case .slip: page.add(ReturnSlip(view: view))
    case .notes: page.add(ReviewNotes(view: view))
    }
  }

  private func writeTabs(to page: inout MarkupWriter) {
    let counts: [ReviewPlace.Side: Int] = [.slip: view.form.work.slip.count, .notes: view.form.notes.count]
    page.startTag("nav", ["class": "tabs side-tabs", "aria-label": ReviewPageWording.side])
    for (side, text) in [
      (ReviewPlace.Side.grades, ReviewPageWording.grades), (.slip, ReviewPageWording.slip),
      (.notes, ReviewPageWording.notes),
    ] {
      page.markup("<a data-swap")
      page.address("href", view.place.with { $0.side = side }.link.text)
      page.attribute("data-side", side.rawValue)
      if side == view.place.side { page.attribute("aria-current", "true") }
      page.markup(">")
      page.text(text)
      if let count = counts[side], count > 0 {
        page.element("span", ["class": "count"]) { $0.number(count) }
      }
      page.markup("</a>")
    }
    page.markup("</nav>")
  }
}

/// 审核表: eight points with a grade each, proposed from what was found.
struct ReviewGrades: Component {
  let view: ReviewView

  func write(to page: inout MarkupWriter) {
    guard let proposed = view.form.proposed, let sheet = view.form.sheet else {
      page.element("p", ["class": "note body"]) { $0.text(ReviewPageWording.noSheet) }
      return
    }
    page.markup("<form method=\"post\" id=\"grades\" data-desk data-sends-itself")
    page.address("action", Routes.review(view.form.entry.id).text)
    page.markup(">")
    page.add(Hidden(FormToken.fieldName, view.token.masked))
    page.add(view.hidden(side: .grades))
    page.add(Hidden("act", ReviewAct.grades.text))
    page.element("p", ["class": "small body"]) { $0.text(ReviewPageWording.prefilled) }
    let points = Array(zip(proposed.lines, sheet.lines))
    for start in stride(from: 0, to: points.count, by: 2) {
      write(Array(points[start..<min(start + 2, points.count)]), to: &page)
    }
    if view.form.isWritable {
      page.markup("<p class=\"body no-script\">")
      page.add(Button.small(ReviewPageWording.keepGrades, .send(name: nil, value: nil)))
      page.markup("</p>")
    }
    page.markup("</form>")
  }

  private func write(
    _ lines: [(ReviewSheet.Line, ReviewSheet.Line)], to page: inout MarkupWriter
  ) {
    guard let first = lines.first?.1.point else { return }
    let most = lines.reduce(ExactDecimal.zero) { $0.adding($1.1.point.most) ?? $0 }
    page.markup("<section class=\"dimension\"><header><h3>")
    page.text(first.partLabel)
    page.markup("</h3><span class=\"small push\">")
    page.text(ReviewPageWording.points(most))
    page.markup("</span></header>")
    for (proposed, given) in lines { write(proposed, given, to: &page) }
    page.markup("</section>")
  }

  private func write(
    _ proposed: ReviewSheet.Line, _ given: ReviewSheet.Line, to page: inout MarkupWriter
  ) {
    let point = given.point
    page.startTag("div", ["class": "point", "data-point": point.rawValue])
    page.element("span") { $0.text(point.label) }
    if view.form.isWritable {
      page.add(
        Choice(
          "grade-\(point.rawValue)", point.label,
          ReviewSheet.Grade.allCases.map { ($0.rawValue, $0.label) }, value: given.grade.rawValue))
    } else {
      page.element("b") { $0.text(given.grade.label) }
    }
    page.markup("</div>")
    let findings = view.form.opened.help.findings
    for loss in proposed.losses where findings.indices.contains(loss.finding) {
      let finding = findings[loss.finding].finding
      page.markup("<p class=\"why\">")
      page.add(Mark(Judgement(finding.severity), String(loss.finding + 1), anchor: "f\(loss.finding + 1)"))
      page.text(RuleCatalogue.rule(finding.rule)?.title ?? finding.rule)
      page.markup("</p>")
    }
    guard proposed.grade != given.grade else { return }
    let reason = view.form.work.grades[point]?.reason ?? ""
    page.markup("<p class=\"why\">")
    page.text(ReviewPageWording.proposedGrade)
    page.element("b") { $0.text(proposed.grade.label) }
    page.markup("</p>")
    guard view.form.isWritable else {
      page.element("p", ["class": "why"]) { $0.text(reason) }
      return
    }
    page.markup("<p class=\"why\"><label class=\"unseen\"")
    page.attribute("for", "reason-\(point.rawValue)")
    page.markup(">")
    page.text("\(point.label)，\(ReviewPageWording.reason)")
    page.markup("</label><input type=\"text\"")
    page.attribute("id", "reason-\(point.rawValue)")
    page.attribute("name", "reason-\(point.rawValue)")
    page.attribute("value", reason)
    page.attribute("placeholder", ReviewPageWording.reason)
    if let fault = view.typed.fault("grade-\(point.rawValue)") {
      page.attribute("aria-invalid", "true")
      page.attribute("title", fault)
    }
    page.markup("></p>")
  }
}

/// 退回单: the cells that were named, each with its reason, until it is sent.
struct ReturnSlip: Component {
  let view: ReviewView

  func write(to page: inout MarkupWriter) {
    let slip = view.form.work.slip
    guard !slip.isEmpty else {
      page.markup("<div class=\"body\"><p><b>")
      page.text(ReviewPageWording.emptySlip)
      page.markup("</b></p><p class=\"note\">")
      page.text(ReviewPageWording.emptySlipAdvice)
      page.markup("</p></div>")
      return
    }
    page.markup("<ol class=\"slip\">")
    for entry in slip { page.element("li") { write(entry, to: &$0) } }
    page.markup("</ol>")
  }

  private func write(_ entry: ReviewWork.SlipEntry, to page: inout MarkupWriter) {
    page.element("p", ["class": "head"]) { $0.text(view.label(of: entry.path)) }
    page.element("p", ["class": "remark"]) { $0.text(entry.words) }
    if let proposal = entry.proposal {
      page.element("p", ["class": "small"]) { $0.text(ReviewPageWording.suggestion(proposal)) }
    }
    if !entry.also.isEmpty {
      page.element("p", ["class": "small"]) {
        $0.text(ReviewPageWording.also(entry.also.map { view.label(of: $0) }))
      }
    }
    if let why = entry.whyNow {
      page.element("p", ["class": "small"]) { $0.text(ReviewPageWording.why(why)) }
    } else if view.form.changes.isSettled(entry.path) {
      page.element("p") { $0.add(Mark(.ask, ReviewPageWording.whyMissing)) }
    }
    page.markup("<p class=\"small buttons\"><span>")
    page.text(
      ReviewPageWording.wrote(view.form.names[entry.person] ?? "", entry.moment, today: view.today))
    page.markup("</span>")
    if view.form.isWritable {
      page.markup("<a class=\"button is-small is-plain push\" data-swap")
      page.address("href", view.opening(entry.path).text)
      page.markup(">")
      page.text(ReviewPageWording.change)
      page.markup("</a>")
      page.add(DeedButton(ReviewPageWording.drop, .drop(entry.path)))
    }
    page.markup("</p>")
  }
}

/// Notes for colleagues.
struct ReviewNotes: Component {
  let view: ReviewView

  func write(to page: inout MarkupWriter) {
    if view.form.notes.isEmpty {
      page.element("p", ["class": "body note"]) { $0.text(ReviewPageWording.noNotes) }
    } else {
      page.markup("<ol class=\"slip\">")
      for note in view.form.notes {
        page.element("li") { page in
          page.element("p") { $0.lines(note.words) }
          page.element("p", ["class": "small"]) {
            $0.text(ReviewPageWording.wrote(note.name, note.moment, today: view.today))
          }
        }
      }
      page.markup("</ol>")
    }
    page.markup("<div class=\"body\">")
    var words = Question("note", ReviewPageWording.noteLabel, .lines(value: view.typed["note"], rows: 3))
    words.fault = view.typed.fault("note")
    var form = DeskForm(
      view: view, id: "notes",
      content: [
        words,
        Buttons([Button.small(ReviewPageWording.addNote, .send(name: "act", value: ReviewAct.note.text))]),
      ])
    form.side = .notes
    page.add(form)
    page.markup("</div>")
  }
}
