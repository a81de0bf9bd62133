// Small pieces of the editor: buttons that act, menus of rows, remarks, sums, two texts to choose from.
import Design
import HTML

/// A small button that sends the form with what it does.
struct ActButton: Component {
  var text: String
  var act: FormAct
  var label: String?
  var icon: Icon?
  var isOffer = false

  init(_ text: String, _ act: FormAct, label: String? = nil, icon: Icon? = nil, isOffer: Bool = false) {
    self.text = text
    self.act = act
    self.label = label
    self.icon = icon
    self.isOffer = isOffer
  }

  func write(to page: inout MarkupWriter) {
    page.markup("<button type=\"submit\" name=\"act\"")
    page.attribute("value", act.text)
    page.attribute("class", isOffer ? "offer" : "button is-plain is-small")
    if let label, label != text { page.attribute("aria-label", label) }
    page.markup(">")
    if isOffer { page.add(Icon.pencil) } else if let icon { page.add(icon) }
    page.text(text)
    page.markup("</button>")
  }
}

/// What can be done with a row, folded behind three dots in its first cell.
struct RowMenu: Component {
  private let row: String
  private let label: String
  private let canMove: Bool

  /// Nil where the field is not the first of an entry of a list.
  init?(_ pointer: String, name: String, label: String) {
    guard Self.isFirst(pointer) else { return nil }
    row = name.utf8.split(separator: 0x2F).prefix(2).map { String(Substring($0)) }.joined(separator: "/")
    self.label = label
    canMove = !pointer.utf8.starts(with: "/spendingPlan".utf8)
  }

  static func isFirst(_ pointer: String) -> Bool {
    let place = FieldPointer(pointer)
    guard place.index != nil else { return false }
    return switch place.list {
    case "indicators", "tasks", "subgoals": place.last == "name"
    case "spendingPlan": place.last == "month"
    case "measures": true
    default: false
    }
  }

  func write(to page: inout MarkupWriter) {
    page.markup("<details class=\"row-menu\"><summary>")
    page.element("span", ["aria-hidden": "true"]) { $0.text("⋯") }
    page.element("span", ["class": "unseen"]) { $0.text(FormPageWording.rowMenu(label)) }
    page.markup("</summary><div>")
    page.add(ActButton(FormPageWording.addBelow, .addAfter(row)))
    if canMove {
      page.add(ActButton(FormPageWording.moveUp, .up(row)))
      page.add(ActButton(FormPageWording.moveDown, .down(row)))
    }
    page.add(ActButton(FormPageWording.removeRow, .remove(row)))
    page.markup("</div></details>")
  }
}

/// Two texts of one field, and who wrote the other.
struct ConflictChoice {
  let name: String
  let conflict: FormFace.Conflict

  init(_ name: String, _ conflict: FormFace.Conflict) {
    self.name = name
    self.conflict = conflict
  }

  func write(to page: inout MarkupWriter) {
    page.startTag("div", ["class": "versus", "role": "group", "aria-label": FormPageWording.conflict])
    page.element("p", ["class": "versus-head"]) { $0.text(FormPageWording.conflict) }
    line(FormPageWording.yours, conflict.mine, FormPageWording.useMine, .mine(name), to: &page)
    line(conflict.who, conflict.theirs, FormPageWording.useTheirs, .theirs(name), to: &page)
    page.markup("</div>")
  }

  private func line(
    _ who: String, _ text: String, _ button: String, _ act: FormAct, to page: inout MarkupWriter
  ) {
    page.markup("<div class=\"version\"><p><small>")
    page.text(who)
    page.markup("</small><b>")
    page.text(text.isEmpty ? FormPageWording.blank : text)
    page.markup("</b></p>")
    page.startTag("button", ["type": "submit", "name": "act", "value": act.text, "class": "button is-small"])
    page.text(button)
    page.markup("</button></div>")
  }
}

/// The reviewer's words below a cell.
struct RemarkLine {
  let fragment: MarkupFragment

  init(_ remark: FormFace.Remark, face: FormFace) {
    var page = MarkupWriter(capacity: 512)
    page.startTag("div", ["class": remark.isAnswered ? "remark-line is-done" : "remark-line"])
    page.markup("<p class=\"remark\">")
    if remark.isAnswered { page.add(Icon.pass) }
    page.text(remark.words)
    page.element("span", ["class": "source"]) { $0.text(remark.source) }
    page.markup("</p>")
    if let was = remark.was {
      page.markup("<p class=\"small\">")
      page.text(FormPageWording.wasBefore)
      page.element("del") { $0.text(was) }
      page.markup("</p>")
    }
    if let proposal = remark.proposal, face.isWritable, !remark.isAnswered {
      page.markup("<div class=\"buttons\">")
      page.add(ActButton(proposal.label, proposal.act, isOffer: true))
      page.markup("</div>")
    }
    page.markup("</div>")
    fragment = page.finish()
  }
}

/// A sum below the cell that it begins with.
struct SumLine {
  let fragment: MarkupFragment

  init(_ sum: FormFace.SumRow, isWritable: Bool) {
    var page = MarkupWriter(capacity: 512)
    switch sum.judgement {
    case .stop: page.markup("<div class=\"sum-line is-stop\">")
    case .ask: page.markup("<div class=\"sum-line is-ask\">")
    case .tell: page.markup("<div class=\"sum-line is-tell\">")
    case .pass: page.markup("<div class=\"sum-line is-pass\">")
    }
    page.markup("<p>")
    page.add(
      Mark(
        sum.judgement, sum.finding.map { String($0.number) } ?? FormPageWording.sumHolds,
        anchor: sum.finding?.anchor, isNumbered: sum.finding != nil))
    page.element("span") { $0.text(sum.text) }
    page.markup("</p>")
    if isWritable, !sum.offers.isEmpty {
      page.markup("<div class=\"buttons\">")
      for offer in sum.offers { page.add(ActButton(offer.label, offer.act, isOffer: true)) }
      page.markup("</div>")
    }
    page.markup("</div>")
    fragment = page.finish()
  }
}
