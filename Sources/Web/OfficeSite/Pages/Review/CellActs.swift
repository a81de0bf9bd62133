// What a reviewer may do at the cells of the whole sheet: return them, without leaving it.
import Design
import Forms
import HTML
import HTTP

/// The links of one cell: a link for each of its fields, seen where the cell is pointed at or stepped into.
struct CellActs: Component {
  private let acts: [(pointer: String, act: FormFace.CellAct)]
  private let face: FormFace

  /// - Parameter pointers: of the fields that the cell shows; those with which nothing can be done are left.
  init(_ pointers: [String], _ face: FormFace) {
    self.face = face
    acts = pointers.filter(FormFace.isWritten).compactMap { pointer in
      face.act?(face.name(pointer)).map { (pointer, $0) }
    }
  }

  func write(to page: inout MarkupWriter) {
    guard !acts.isEmpty else { return }
    page.markup("<span class=\"cell-acts\">")
    for (pointer, act) in acts {
      if act.isNamed { page.add(Mark(.stop, ReviewPageWording.onSlip)) }
      page.markup("<a class=\"button is-small is-plain\" data-act=\"return-here\" data-swap")
      page.address("href", act.link.text)
      if act.isChosen { page.attribute("aria-current", "true") }
      page.markup(">")
      page.text(ReviewPageWording.sendBack)
      if acts.count > 1 { page.text(FormPageWording.part(pointer)) }
      let label = FieldWording.label(String(pointer.dropFirst()), in: face.form)
      page.element("span", ["class": "unseen"]) { $0.text(ReviewPageWording.cell(label)) }
      page.markup("</a>")
    }
    page.markup("</span>")
  }
}
