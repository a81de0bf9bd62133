// The box in which a cell is returned, docked at the top of the right column so that it covers no cell.
import Design
import FormDrafts
import HTML
import HTTP
import OfficeOperations
import Quantities
import Records
import Review
import Workflow

/// 在“…”退回.
struct ReturnBox: Component {
  let view: ReviewView
  let path: String
  private let pointer: String
  private let finding: DraftFinding?
  private let entry: ReviewWork.SlipEntry?

  /// Nil where no box is open, or the form has no such cell, or nothing can be written.
  init?(view: ReviewView) {
    guard let path = view.place.at, view.form.isWritable,
      let pointer = view.form.opened.draft.pointer(ofPath: path)
    else { return nil }
    self.view = view
    self.path = path
    self.pointer = String(pointer.dropFirst())
    let findings = view.form.opened.help.findings
    finding = view.place.finding.flatMap { findings.indices.contains($0 - 1) ? findings[$0 - 1] : nil }
    entry = view.form.work.entry(at: path)
  }

  private var isTyped: Bool { view.typed.fields["words"] != nil }

  private var words: String {
    isTyped ? view.typed["words"] : entry?.words ?? finding?.finding.message ?? ""
  }

  private var proposal: String {
    if isTyped { return view.typed["proposal"] }
    if let entry { return entry.proposal ?? "" }
    let edits = finding?.finding.proposal?.choices.first?.edits ?? []
    return edits.first { $0.field == pointer }?.text ?? ""
  }

  func write(to page: inout MarkupWriter) {
    page.startTag("div", ["class": "return-box", "data-box": path])
    page.markup("<div class=\"line\"><h2>")
    page.text(ReviewPageWording.returning(view.label(of: path)))
    page.markup("</h2></div>")
    writeValue(to: &page)
    page.add(
      DeskForm(
        view: view, id: "box", side: .slip,
        content: [
          Finished { page in
            page.add(Hidden("path", path))
            page.add(Hidden("rule", finding?.finding.rule ?? entry?.rule))
            page.add(Hidden("shown", entry.map { String($0.moment.milliseconds) }))
            writeQuestions(to: &page)
            writePhrases(to: &page)
            writeButtons(to: &page)
          }
        ]))
    page.markup("</div>")
  }

  private func writeValue(to page: inout MarkupWriter) {
    page.markup("<p class=\"small clamp\">")
    page.text(ReviewPageWording.valueNow)
    page.markup("　")
    let line = view.form.changes.lines.first { $0.path == path }
    page.text(view.form.opened.draft.text(at: path) ?? line?.now ?? ReviewPageWording.blank)
    page.markup("</p>")
  }

  private func writeQuestions(to page: inout MarkupWriter) {
    var reason = Question("words", ReviewPageWording.words, .lines(value: words, rows: 3))
    reason.fault = view.typed.fault("words")
    reason.isNeeded = true
    page.add(reason)
    if view.form.opened.draft.kind(of: path) != nil {
      var better = Question("proposal", ReviewPageWording.proposal, .text(value: proposal, placeholder: ""))
      better.fault = view.typed.fault("proposal")
      better.autocomplete = "off"
      page.add(better)
    }
    if view.form.changes.isSettled(path) {
      var why = Question(
        "whyNow", ReviewPageWording.whyNow,
        .lines(value: isTyped ? view.typed["whyNow"] : entry?.whyNow ?? "", rows: 2))
      why.fault = view.typed.fault("whyNow")
      page.add(why)
    }
    if let (sibling, text) = sibling {
      page.markup("<label class=\"tick\"><input type=\"checkbox\" name=\"also\"")
      page.attribute("value", sibling)
      page.attribute(
        "checked", isSet: isTyped ? view.typed["also"] == sibling : entry?.also.contains(sibling) ?? false)
      page.markup(">")
      page.text(text)
      page.markup("</label>")
    }
  }

  /// The other value of the same indicator, where the form has it.
  private var sibling: (path: String, text: String)? {
    let parts = path.split(separator: "/")
    guard parts.count == 3, parts[0] == "indicators" else { return nil }
    let (other, text): (String, String)
    switch parts[2] {
    case "annualValue": (other, text) = ("periodValue", ReviewPageWording.alsoPeriod)
    case "periodValue": (other, text) = ("annualValue", ReviewPageWording.alsoAnnual)
    default: return nil
    }
    let sibling = "indicators/\(parts[1])/\(other)"
    return view.form.opened.draft.text(at: sibling) == nil ? nil : (sibling, text)
  }

  /// Reasons of the house, put in by a press; for those with a script.
  private func writePhrases(to page: inout MarkupWriter) {
    let reasons = view.form.reasons.prefix(Self.phrasesMax)
    guard !reasons.isEmpty else { return }
    page.markup("<p class=\"phrases\">")
    for reason in reasons {
      page.startTag("button", ["type": "button", "class": "phrase", "data-phrase": reason])
      page.text(reason)
      page.markup("</button>")
    }
    page.markup("</p>")
  }

  private static let phrasesMax = 4

  private func writeButtons(to page: inout MarkupWriter) {
    page.markup("<div class=\"buttons\">")
    var record = Button.small(
      ReviewPageWording.record, .send(name: "act", value: ReviewAct.object.text), look: .giveBack)
    record.key = "Ctrl ↵"
    page.add(record)
    page.markup("<a class=\"button is-small is-plain\" data-swap data-act=\"cancel\"")
    page.address("href", view.place.closed.link.text)
    page.markup(">")
    page.text(ReviewPageWording.cancel)
    page.element("kbd") { $0.text("Esc") }
    page.markup("</a><span class=\"small push\">")
    page.text(ReviewPageWording.onlyThese)
    page.markup("</span></div>")
  }
}

extension ReviewView {
  /// What people call a place, by its draft path.
  func label(of path: String) -> String {
    if let line = form.changes.lines.first(where: { $0.path == path }) {
      return [line.name, line.part].compactMap(\.self).joined(separator: "，")
    }
    return form.opened.label(ofPath: path)
  }
}
