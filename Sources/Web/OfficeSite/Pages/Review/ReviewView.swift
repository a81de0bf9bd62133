// Everything that the reviewers' desk shows, and the frame in which it stands.
import Design
import FormDrafts
import HTML
import HTTP
import Model
import OfficeOperations
import Organisations
import Quantities
import Records
import Workflow

/// The desk with a form on it.
struct ReviewView: Sendable {
  let form: ReviewedForm
  let place: ReviewPlace
  let queue: DeskQueue
  let token: FormToken
  let today: Day
  /// The last day for what is to be decided.
  var lastDay: Day?
  /// The form decided on last, whose step can be taken back from here.
  var last: LastDecided?
  /// What was typed and not taken.
  var typed = Answers()
  var notices: [any Component] = []
  /// The official sheet, where its tab is open.
  var sheet: FormView?
  /// The proposed opinion.
  var opinion: String

  /// A decision that was just taken.
  struct LastDecided: Sendable {
    let form: FormID
    let length: Int
    let sentence: String
    /// With which it can be taken back; nil where it cannot.
    let takeBack: Step?
  }

  var name: String { form.opened.project?.name ?? FormPageWording.whole(form.opened.organisation.label) }

  /// What every form of the page carries besides its token.
  func hidden(side: ReviewPlace.Side? = nil) -> [any Component] {
    var place = place
    if let side { place.side = side }
    return [Hidden("length", String(form.course.length))] + place.pairs.map { Hidden($0.0, $0.1) }
  }

  /// The id of a cell's line in the table.
  static func anchor(_ line: ReviewLine) -> String { "r-" + (line.path ?? "gone/" + line.pointer) }

  /// The address at which a cell's return box is open.
  func opening(_ path: String, finding: Int? = nil) -> Link {
    place.opening(path, finding: finding).link.at("box")
  }

  /// What may be done at a cell of the whole sheet, by its draft path; nil where nothing can be written.
  var sheetAct: (@Sendable (String) -> FormFace.CellAct?)? {
    guard form.isWritable else { return nil }
    let (place, draft) = (place, form.opened.draft)
    let named = Set(form.work.slip.flatMap { [$0.path] + $0.also })
    var numbers: [String: Int] = [:]
    for (index, finding) in form.opened.help.findings.enumerated() {
      for path in finding.paths where numbers[path] == nil { numbers[path] = index + 1 }
    }
    return { [numbers] path in
      guard draft.pointer(ofPath: path) != nil else { return nil }
      return FormFace.CellAct(
        link: place.opening(path, finding: numbers[path]).link.at("box"), isChosen: place.at == path,
        isNamed: named.contains(path))
    }
  }
}

/// The desk as a page's content.
struct ReviewDesk: Component {
  let view: ReviewView

  func write(to page: inout MarkupWriter) {
    page.startTag(
      "div",
      [
        "class": "review-layout", "data-review": view.form.entry.id.description,
        "data-glance": Routes.reviewGlance(view.form.entry.id).text,
        "data-token": view.token.masked, "data-token-header": FormToken.headerName.text,
      ])
    page.add(DeskQueueColumn(queue: view.queue, current: view.form.entry.id))
    page.markup("<div class=\"review-desk\">")
    page.startTag("div", ["data-part": "head"])
    page.add(ReviewHead(view: view))
    page.markup("</div>")
    page.startTag("div", ["class": "review-body"])
    page.startTag("div", ["data-part": "notices", "class": "stack"])
    page.add(view.notices)
    page.markup("</div>")
    page.startTag("div", ["data-part": "findings"])
    page.add(ReviewFindings(view: view))
    page.markup("</div>")
    page.add(ReviewSums(sums: view.form.opened.help))
    if let panel = LinksPanel(view.form.opened, isWritable: false) { page.add(panel) }
    page.startTag("div", ["data-part": "table"])
    page.add(ReviewTable(view: view))
    page.markup("</div></div></div>")
    page.startTag("aside", ["class": "review-side", "aria-label": ReviewPageWording.side])
    page.startTag("div", ["class": "scroll", "data-part": "side"])
    page.add(ReviewSide(view: view))
    page.markup("</div>")
    page.startTag("div", ["class": "decision", "data-part": "decision"])
    page.add(ReviewDecisionBox(view: view))
    page.markup("</div></aside></div>")
    writeDeedForm(to: &page)
    page.add(Self.keys)
  }

  /// The form of all buttons that stand outside of one.
  private func writeDeedForm(to page: inout MarkupWriter) {
    page.markup("<form method=\"post\" id=\"deed\" data-part=\"deed\" data-desk")
    page.address("action", Routes.review(view.form.entry.id).text)
    page.markup(">")
    page.add(Hidden(FormToken.fieldName, view.token.masked))
    page.add(view.hidden())
    page.markup("</form>")
  }

  private static let keys = Dialog(
    id: "keys", ReviewPageWording.keysTitle,
    [
      Finished { page in
        page.element("dl", ["class": "keys-list"]) { page in
          for (key, text) in ReviewPageWording.keys {
            page.element("dt") { $0.element("kbd") { $0.text(key) } }
            page.element("dd") { $0.text(text) }
          }
        }
      }
    ], buttons: [Button(FormPageWording.close, .close(otherwise: Routes.home()))])
}

/// A button that sends the page's common form with what it does.
struct DeedButton: Component {
  let text: String
  let act: ReviewAct
  var style = "button is-small"
  /// The key that does the same.
  var key: String?
  /// What the script knows it by.
  var role: String?

  init(_ text: String, _ act: ReviewAct) {
    self.text = text
    self.act = act
  }

  func write(to page: inout MarkupWriter) {
    page.startTag(
      "button",
      [
        "type": "submit", "form": "deed", "name": "act", "value": act.text, "class": style,
        "data-act": role ?? "",
      ])
    page.text(text)
    if let key { page.element("kbd") { $0.text(key) } }
    page.markup("</button>")
  }
}

/// The form of something that is typed on the desk.
struct DeskForm: Component {
  let view: ReviewView
  var id: String
  /// True where the browser goes on to another page.
  var leaves = false
  var side: ReviewPlace.Side?
  let content: [any Component]

  func write(to page: inout MarkupWriter) {
    page.markup("<form class=\"form\" method=\"post\"")
    page.attribute("id", id)
    page.address("action", Routes.review(view.form.entry.id).text)
    page.markup(leaves ? " data-leaves" : " data-desk")
    page.markup(">")
    page.add(Hidden(FormToken.fieldName, view.token.masked))
    page.add(view.hidden(side: side))
    page.add(content)
    page.markup("</form>")
  }
}
