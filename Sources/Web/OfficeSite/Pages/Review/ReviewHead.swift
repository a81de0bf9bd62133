// The head of the desk: what is reviewed, how it stands, the way to the neighbours.
import Design
import HTML
import HTTP
import Model
import OfficeOperations
import Organisations
import Quantities
import Records
import Workflow

/// 玉兰家庭服务中心　第 3 版　还有 3 天　5 / 86
struct ReviewHead: Component {
  let view: ReviewView

  private var form: ReviewedForm { view.form }

  func write(to page: inout MarkupWriter) {
    page.markup("<header class=\"review-head\"><div class=\"line\"><h1>")
    page.text(view.name)
    page.markup("</h1>")
    page.add(Tag(form.course.stage))
    if form.course.round > 1 { page.add(Tag(.plain, ReviewPageWording.round(form.course.round))) }
    if let day = view.lastDay, form.course.stage.isUnderReview {
      let left = day.number - view.today.number
      page.add(Tag(left < 0 ? .late : left <= 5 ? .soon : .plain, ReviewPageWording.left(left)))
    }
    page.markup("<span class=\"push\"></span>")
    writePager(to: &page)
    page.markup("</div>")
    page.element("p", ["class": "note"]) { page in
      page.text(facts)
      if let amount = form.entry.amount {
        page.text(ReviewPageWording.budgetIs)
        page.element("b", ["class": "written"]) { $0.text(ReviewPageWording.yuan(amount)) }
        page.text(comparison(amount) + "。")
      }
      page.text(lastOutcome)
    }
    writeWho(to: &page)
    page.markup("</header>")
  }

  private var facts: String {
    let opened = form.opened
    var parts = [opened.organisation.name]
    if case .projectTarget(let target) = opened.help.record, let tier = target.project.tier {
      parts.append(tier)
    }
    if let years = opened.project?.years { parts.append(ReviewPageWording.years(years)) }
    return parts.joined(separator: "，") + "。"
  }

  private func comparison(_ amount: Money) -> String {
    guard let last = form.opened.lastYear, let before = last.target?.amountAsked,
      let more = amount.subtracting(before)
    else { return "" }
    let percent = ExactFraction(more.yuan, dividedBy: before.yuan)?.multiplied(by: ExactFraction(whole: 100))?
      .decimal(places: 1)
    return ReviewPageWording.more(more, than: last.year.year, percent: percent.map(ReviewPageWording.signed))
  }

  private var lastOutcome: String {
    switch form.opened.lastYear?.outcome {
    case .projectMonitoring(let outcome), .projectSelfEvaluation(let outcome),
      .departmentSelfEvaluation(let outcome):
      ReviewPageWording.outcome(score: outcome.totalScore, grade: outcome.grade)
    case .projectTarget, .departmentTarget, nil: ""
    }
  }

  private func writePager(to page: inout MarkupWriter) {
    let (previous, next) = view.queue.neighbours(of: form.entry.id)
    page.markup("<span class=\"pager\" data-pager>")
    page.element("kbd", ["aria-hidden": "true"]) { $0.text("K") }
    writeStep(previous, .left, ReviewPageWording.previous, "prev", to: &page)
    if let position = view.queue.position(of: form.entry.id) {
      page.number(position)
      page.markup(" / ")
      page.number(view.queue.total)
    }
    writeStep(next, .right, ReviewPageWording.next, "next", to: &page)
    page.element("kbd", ["aria-hidden": "true"]) { $0.text("J") }
    page.markup("</span>")
  }

  private func writeStep(
    _ form: FormID?, _ icon: Icon, _ text: String, _ relation: String, to page: inout MarkupWriter
  ) {
    guard let form else { return }
    page.markup("<a")
    page.address("href", view.queue.link(to: form).text)
    page.attribute("rel", relation)
    page.markup(">")
    page.add(icon)
    page.element("span", ["class": "unseen"]) { $0.text(text) }
    page.markup("</a>")
  }

  private func writeWho(to page: inout MarkupWriter) {
    page.markup("<p class=\"who-when small\">")
    if let said = form.submission {
      page.element("span") { $0.text(ReviewPageWording.submitted(said, today: view.today)) }
      if !said.words.isEmpty {
        page.element("span", ["class": "said"]) { $0.text(ReviewPageWording.explained(said.words)) }
      }
    }
    if let said = form.forwarding {
      page.element("span") { $0.text(ReviewPageWording.forwarded(said, today: view.today)) }
    }
    if let said = form.opener {
      page.element("span") {
        $0.text(ReviewPageWording.openedBy(said.name, today: view.today, said.moment))
      }
    } else if form.isWritable {
      page.element("span") { $0.text(ReviewPageWording.notBegun) }
      page.add(DeedButton(ReviewPageWording.open, .open))
    }
    if form.takeBack == .release { page.add(DeedButton(ReviewPageWording.release, .release)) }
    page.markup("<a class=\"push\"")
    page.address("href", Routes.formHistory(form.entry.id).text)
    page.markup(">")
    page.text(FormPageWording.history)
    page.markup("</a><a")
    page.address("href", Routes.attachments(form.entry.id).text)
    page.markup(">")
    page.text(FormPageWording.attachments)
    page.markup("</a></p>")
    writeColleagues(to: &page)
  }

  private func writeColleagues(to page: inout MarkupWriter) {
    page.markup("<div data-part=\"colleagues\" role=\"status\">")
    page.add(ColleaguesLine(colleagues: form.colleagues))
    page.markup("</div>")
  }
}

/// Who else looks at the form now.
struct ColleaguesLine: Component {
  let colleagues: [ReviewColleague]

  func write(to page: inout MarkupWriter) {
    guard !colleagues.isEmpty else { return }
    page.element("p", ["class": "colleagues"]) { page in
      page.add(Mark(.tell, ReviewPageWording.alsoHere(colleagues.map(\.name))))
      page.element("span", ["class": "small"]) { $0.text(ReviewPageWording.alsoHereAdvice) }
    }
  }
}
