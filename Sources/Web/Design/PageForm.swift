// A form of a page: it always carries the token that proves where it comes from.
package import HTML
package import HTTP

/// A form. Its method is POST and its first field the token, also of uploads.
package struct PageForm: Component {
  package var action: Link
  package var token: FormToken
  /// Files come along.
  package var takesFiles = false
  /// Leaving the page with something typed asks first.
  package var isGuarded = false
  package var content: [any Component]

  package init(_ action: Link, _ token: FormToken, _ content: [any Component]) {
    self.action = action
    self.token = token
    self.content = content
  }

  package func write(to page: inout MarkupWriter) {
    page.markup("<form class=\"form\" method=\"post\"")
    page.address("action", action.text)
    if takesFiles { page.attribute("enctype", "multipart/form-data") }
    page.attribute("data-guarded", isSet: isGuarded)
    page.markup("><input type=\"hidden\"")
    page.attribute("name", FormToken.fieldName)
    page.attribute("value", token.masked)
    page.markup(">")
    page.add(content)
    page.markup("</form>")
  }
}

/// Fields below each other, or side by side where there is room.
package struct Questions: Component {
  package var content: [any Component]
  package var isPaired: Bool

  package init(_ content: [any Component], isPaired: Bool = false) {
    self.content = content
    self.isPaired = isPaired
  }

  package func write(to page: inout MarkupWriter) {
    page.element("div", ["class": isPaired ? "questions is-paired" : "questions"]) { $0.add(content) }
  }
}

/// Buttons in a row.
package struct Buttons: Component {
  package var content: [any Component]

  package init(_ content: [any Component]) { self.content = content }

  package func write(to page: inout MarkupWriter) {
    page.element("div", ["class": "buttons"]) { $0.add(content) }
  }
}
