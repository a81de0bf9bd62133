// A value that a form carries without showing it.
import Design
import HTML

/// A hidden field; nothing where there is no value.
struct Hidden: Component {
  var name: String
  var value: String?

  init(_ name: String, _ value: String?) {
    self.name = name
    self.value = value
  }

  func write(to page: inout MarkupWriter) {
    guard let value else { return }
    page.markup("<input type=\"hidden\"")
    page.attribute("name", name)
    page.attribute("value", value)
    page.markup(">")
  }
}
