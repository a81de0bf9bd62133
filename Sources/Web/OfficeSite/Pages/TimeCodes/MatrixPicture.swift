// The picture of squares that a telephone reads, as one path of an SVG: no style, no script.
import Accounts
import Design
import HTML

/// A QR code with its margin; nothing for a text that is too long for one.
struct MatrixPicture: Component {
  var text: String
  /// What it is, for who does not see it.
  var label: String

  func write(to page: inout MarkupWriter) {
    guard let code = MatrixCode(text) else { return }
    let side = code.size + 2 * MatrixCode.margin
    page.markup("<svg class=\"matrix\" role=\"img\"")
    page.attribute("viewBox", "0 0 \(side) \(side)")
    page.attribute("aria-label", label)
    page.markup("><path")
    page.attribute("d", code.path)
    page.markup("></path></svg>")
  }
}
