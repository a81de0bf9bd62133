// What was found comes first, each with what can be done about it; then the sums.
import Design
import Findings
import HTML
import HTTP
import OfficeOperations
import Quantities
import Records
import Review

/// 先看发现.
struct ReviewFindings: Component {
  let view: ReviewView

  func write(to page: inout MarkupWriter) {
    let findings = view.form.opened.help.findings
    page.markup("<section class=\"panel\" aria-labelledby=\"h-find\"><header><h2 id=\"h-find\">")
    page.text(
      findings.isEmpty ? ReviewPageWording.noFindings : ReviewPageWording.findings(findings.count))
    page.markup("</h2>")
    if view.form.isWritable, !findings.isEmpty { writeKeys(to: &page) }
    page.markup("</header>")
    if findings.isEmpty {
      page.element("p", ["class": "body note"]) { $0.text(ReviewPageWording.noFindingsAdvice) }
    } else {
      page.markup("<ol class=\"findings\">")
      for (index, finding) in findings.enumerated() { write(finding, number: index + 1, to: &page) }
      page.markup("</ol>")
    }
    page.markup("</section>")
  }

  private func writeKeys(to page: inout MarkupWriter) {
    page.markup("<span class=\"keys push\" aria-hidden=\"true\">")
    for (key, text) in [
      ("N", ReviewPageWording.nextOne), ("R", ReviewPageWording.returnHere), ("X", ReviewPageWording.isLetBe),
    ] {
      page.markup("<span>")
      page.element("kbd") { $0.text(key) }
      page.text(text)
      page.markup("</span>")
    }
    page.markup("</span>")
  }

  private func write(_ found: DraftFinding, number: Int, to page: inout MarkupWriter) {
    let work = view.form.work
    let judgement = Judgement(found.finding.severity)
    let isLetBe = work.acknowledged.contains(found.key)
    let path = target(of: found)
    let isOnSlip = path.flatMap { work.entry(at: $0) } != nil
    let rule = RuleCatalogue.rule(found.finding.rule)
    let point = ReviewSheet.points[found.finding.rule]
    var style = "finding \(judgement.word)"
    if isLetBe { style += " is-let-be" }
    if view.place.finding == number, view.place.at != nil { style += " is-current" }
    page.startTag(
      "li",
      [
        "class": style, "id": "f\(number)", "data-finding": "", "tabindex": "-1",
        "data-point": point?.rawValue ?? "",
      ])
    page.markup("<header>")
    page.add(Mark(judgement, String(number), spoken: FormPageWording.spoken(judgement)))
    page.markup("<h3><a")
    page.address("href", "#" + (path.map { "r-" + $0 } ?? "h-diff"))
    page.markup(">")
    page.text(rule?.title ?? found.finding.rule)
    page.markup("</a></h3>")
    page.element("span", ["class": "small"]) {
      $0.text(ReviewPageWording.source(found.finding.rule, point))
    }
    page.markup("<span class=\"push\"></span>")
    if isOnSlip { page.add(Mark(.stop, ReviewPageWording.onSlip)) }
    if isLetBe { page.add(Mark(.pass, ReviewPageWording.isLetBe)) }
    if view.form.isWritable { writeButtons(found, path, number, isLetBe: isLetBe, to: &page) }
    page.markup("</header>")
    if !isLetBe { page.element("p") { $0.text(found.finding.message) } }
    page.markup("</li>")
  }

  private func writeButtons(
    _ found: DraftFinding, _ path: String?, _ number: Int, isLetBe: Bool, to page: inout MarkupWriter
  ) {
    page.markup("<span class=\"buttons\">")
    if let path, !isLetBe {
      page.markup("<a class=\"button is-small is-return\" data-act=\"return-here\" data-swap")
      page.address("href", view.opening(path, finding: number).text)
      page.markup(">")
      page.text(ReviewPageWording.sendBack)
      page.markup("</a>")
    }
    var button =
      isLetBe
      ? DeedButton(ReviewPageWording.askAgain, .unseen(found.key))
      : DeedButton(ReviewPageWording.letBe, .seen(found.key))
    button.role = "seen"
    page.add(button)
    page.markup("</span>")
  }

  /// The cell to which an objection would go.
  private func target(of found: DraftFinding) -> String? { found.path ?? found.paths.first }
}

extension Judgement {
  /// The class that colours it, as a text.
  var word: String {
    switch self {
    case .stop: "is-stop"
    case .ask: "is-ask"
    case .tell: "is-tell"
    case .pass: "is-pass"
    }
  }
}

/// 钱对得上: quantity times cost against the budget, in a line; sums without factors as a sentence.
struct ReviewSums: Component {
  let sums: DraftHelp

  func write(to page: inout MarkupWriter) {
    let broken = sums.findings.first { $0.finding.rule == "A01" }?.finding.terms
    let sound = sums.sums.first { $0.sum.terms.last?.field == "budget/total" }?.sum
    let equation =
      broken.flatMap { Self.pieces($0, isBreach: true) }
      ?? sound.flatMap { Self.pieces($0.terms, isBreach: false) }
    let others = sums.sums.map(\.sum).filter { equation == nil || $0 != sound }
    guard equation != nil || !others.isEmpty else { return }
    let isBreach = broken != nil && equation != nil
    page.markup("<section class=\"panel sum-line\" aria-labelledby=\"h-sum\"><h2 id=\"h-sum\">")
    let isElsewhere = sums.findings.contains {
      $0.finding.severity == .error && $0.finding.rule.hasPrefix("A")
    }
    let held = isElsewhere ? ReviewPageWording.someSumsHold : ReviewPageWording.sumsHold
    page.add(Mark(isBreach ? .stop : .pass, isBreach ? ReviewPageWording.sumsBreak : held))
    page.markup("</h2>")
    if let equation { page.add(Equation(equation)) }
    for other in others { page.element("p", ["class": "note"]) { $0.text(other.message) } }
    page.markup("</section>")
  }

  /// Pairs of factors, their sum, and the budget behind them; nil for terms of another shape.
  static func pieces(_ terms: [ReviewTerm], isBreach: Bool) -> [Equation.Piece]? {
    guard terms.count >= 3, terms.count % 2 == 1, let budget = terms.last, !budget.number.isZero else {
      return nil
    }
    var pieces: [Equation.Piece] = []
    var total = ExactDecimal.zero
    for place in stride(from: 0, to: terms.count - 1, by: 2) {
      guard let product = terms[place].number.multiplied(by: terms[place + 1].number),
        let sum = total.adding(product)
      else { return nil }
      total = sum
      if place > 0 { pieces.append(.sign("+", isBreach: false)) }
      pieces.append(.number(value(terms[place]), from: terms[place].label))
      pieces.append(.sign("×", isBreach: false))
      pieces.append(.number(value(terms[place + 1]), from: terms[place + 1].label))
    }
    let share = ExactFraction(total, dividedBy: budget.number)?.multiplied(by: ExactFraction(whole: 100))?
      .decimal(places: 1)
    pieces.append(.sign("=", isBreach: false))
    pieces.append(.number(FormPageWording.amount(total), from: ReviewPageWording.comesTo))
    pieces.append(.sign(isBreach ? ">" : "≤", isBreach: isBreach))
    pieces.append(
      .number(
        FormPageWording.amount(budget.number),
        from: share.map { ReviewPageWording.budget(share: "\($0) %") } ?? ReviewPageWording.budgetOnly))
    return pieces
  }

  private static func value(_ term: ReviewTerm) -> String {
    [term.number.description, term.unit].compactMap(\.self).joined(separator: "\u{A0}")
  }
}
