// Things to press: links that look like buttons, and buttons of forms.
package import HTML
package import HTTP

/// A button. One screen has one main button: its next step.
package struct Button: Component {
  /// How it looks.
  package enum Look: String, Sendable, CaseIterable {
    case plain = "button"
    case main = "button is-main"
    case giveBack = "button is-return"
    case quiet = "button is-plain"
  }

  /// What pressing it does.
  package enum Action: Sendable {
    case go(Link)
    /// Sends the form it stands in, with a name and a value where several buttons can.
    case send(name: String?, value: String?)
    /// Opens the dialog of this id; without a script it goes to the link, which asks the same.
    case open(dialog: String, otherwise: Link)
    /// Closes the dialog it stands in; without a script it goes back.
    case close(otherwise: Link)
  }

  package var text: String
  package var action: Action
  package var look: Look
  package var isSmall = false
  package var icon: Icon?
  /// The key that does the same.
  package var key: String?
  /// Why it does nothing now: the button can still be pressed, and the page says why.
  package var isOff = false

  package init(_ text: String, _ action: Action, look: Look = .plain) {
    self.text = text
    self.action = action
    self.look = look
  }

  /// A button that sends its form.
  package static func send(_ text: String, look: Look = .main) -> Button {
    Button(text, .send(name: nil, value: nil), look: look)
  }

  package func write(to page: inout MarkupWriter) {
    let style = isSmall ? look.rawValue + " is-small" : look.rawValue
    var isLink = true
    switch action {
    case .go(let link):
      page.markup("<a")
      page.address("href", link.text)
    case .open(let dialog, let link):
      page.markup("<a")
      page.address("href", link.text)
      page.attribute("data-opens", dialog)
      page.attribute("aria-haspopup", "dialog")
    case .close(let link):
      page.markup("<a")
      page.address("href", link.text)
      page.attribute("data-closes", isSet: true)
    case .send(let name, let value):
      isLink = false
      page.markup("<button type=\"submit\"")
      if let name { page.attribute("name", name) }
      if let value { page.attribute("value", value) }
    }
    page.attribute("class", style)
    if isOff { page.attribute("aria-disabled", "true") }
    page.markup(">")
    if let icon { page.add(icon) }
    page.text(text)
    if let key { page.element("kbd") { $0.text(key) } }
    page.markup(isLink ? "</a>" : "</button>")
  }
}
