// The foot of the right column: the opinion, and the two ways to decide.
import Design
import HTML
import HTTP
import OfficeOperations
import Organisations
import Records
import Review
import Workflow

/// 批复意见, 退回 n 格, 同意，下一个.
struct ReviewDecisionBox: Component {
  let view: ReviewView

  private var form: ReviewedForm { view.form }
  private var isDepartment: Bool { form.side == .departmentReviewer }

  func write(to page: inout MarkupWriter) {
    if let last = view.last { write(last, to: &page) }
    guard form.isWritable else {
      writeClosed(to: &page)
      return
    }
    page.add(
      DeskForm(
        view: view, id: "decision", leaves: true,
        content: [
          Finished { page in
            writeOpinion(to: &page)
            page.markup("<div class=\"decide\">")
            writeReturn(to: &page)
            writeGoOn(to: &page)
            page.markup("</div>")
          }
        ]))
    page.markup("<p class=\"keys\" aria-hidden=\"true\">")
    for (key, text) in [
      ("E", ReviewPageWording.keyOpinion), ("U", ReviewPageWording.takeBack), ("?", ReviewPageWording.keyAll),
    ] {
      page.markup("<span>")
      page.element("kbd") { $0.text(key) }
      page.text(text)
      page.markup("</span>")
    }
    page.markup("</p>")
  }

  private func writeOpinion(to page: inout MarkupWriter) {
    page.markup("<div class=\"line\"><label for=\"opinion\" class=\"head\">")
    page.text(isDepartment ? ReviewPageWording.forwardOpinion : ReviewPageWording.opinion)
    page.markup("</label><span class=\"small\">")
    page.text(isDepartment ? ReviewPageWording.optional : ReviewPageWording.drafted)
    page.markup("</span>")
    if let sheet = form.sheet {
      page.markup("<span class=\"push grade\" title=\"")
      page.text(ReviewPageWording.points(of: sheet))
      page.markup("\">")
      page.text(sheet.grade.label)
      page.markup("</span>")
    }
    page.markup("</div>")
    for fault in ["opinion", "slip", "findings"].compactMap({ view.typed.fault($0) }) {
      page.element("p", ["class": "fault", "role": "alert"]) { page in
        page.add(Mark(.stop, ""))
        page.text(fault)
      }
    }
    page.startTag(
      "textarea",
      [
        "id": "opinion", "name": "opinion", "rows": isDepartment ? "2" : "4", "data-keeps-itself": "",
        "aria-label": isDepartment ? ReviewPageWording.forwardOpinion : ReviewPageWording.opinion,
      ])
    page.markup("\n")
    page.text(view.opinion)
    page.markup("</textarea>")
  }

  private func writeReturn(to page: inout MarkupWriter) {
    guard form.steps.contains(.sendBack) else { return }
    let cells = form.work.slip.reduce(0) { $0 + 1 + $1.also.count }
    var button = Button(
      ReviewPageWording.returning(cells), .send(name: "act", value: ReviewAct.sendBack.text), look: .giveBack)
    button.key = "⇧R"
    button.isOff = cells == 0
    page.add(button)
  }

  private func writeGoOn(to page: inout MarkupWriter) {
    let act: ReviewAct? =
      form.steps.contains(.approve) ? .approve : form.steps.contains(.forward) ? .forward : nil
    guard let act else { return }
    var button = Button(
      act == .approve ? ReviewPageWording.approve : ReviewPageWording.forward,
      .send(name: "act", value: act.text), look: .main)
    button.key = "A"
    page.add(button)
  }

  private func writeClosed(to page: inout MarkupWriter) {
    page.markup("<p><b>")
    page.text(ReviewPageWording.onlyLook)
    page.markup("</b></p><p class=\"note\">")
    page.text(ReviewPageWording.stands(form.course.stage))
    page.markup("</p>")
    if let step = form.takeBack {
      page.add(backForm(to: form.entry.id, length: form.course.length, by: step))
    }
  }

  private func write(_ last: ReviewView.LastDecided, to page: inout MarkupWriter) {
    page.markup("<div class=\"last\">")
    page.add(Mark(.pass, last.sentence))
    if let step = last.takeBack { page.add(backForm(to: last.form, length: last.length, by: step)) }
    page.markup("</div>")
  }

  /// A form that takes the own last step with some form back.
  private func backForm(to id: FormID, length: Int, by step: Step) -> Finished {
    Finished { page in
      page.markup("<form method=\"post\" data-leaves data-back")
      page.address("action", Routes.review(id).text)
      page.markup(">")
      page.add(Hidden(FormToken.fieldName, view.token.masked))
      page.add(Hidden("length", String(length)))
      var button = Button.small(
        step == .retract ? step.label : ReviewPageWording.takeBack,
        .send(name: "act", value: ReviewAct.back.text), look: .quiet)
      button.key = "U"
      page.add(button)
      page.markup("</form>")
    }
  }
}
