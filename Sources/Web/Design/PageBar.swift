// The bar of the page, below the top: from where, what this is, how it stands; and the bar at the foot.
package import HTML
package import HTTP

/// 页栏. It stays in sight; its heading is the page's.
package struct PageBar: Component {
  package var title: String
  /// False where the bar is only shown, as on the living page: a page has one heading of the first rank.
  package var isHeading = true
  package var back: Destination?
  /// Tags, a pager, the state of saving.
  package var beside: [any Component]
  package var buttons: [any Component]

  package init(
    _ title: String, back: Destination? = nil, beside: [any Component] = [], buttons: [any Component] = []
  ) {
    self.title = title
    self.back = back
    self.beside = beside
    self.buttons = buttons
  }

  package func write(to page: inout MarkupWriter) {
    page.markup("<div class=\"pagebar\">")
    if let back {
      page.markup("<a class=\"back\"")
      page.address("href", back.link.text)
      page.markup(">")
      page.text(back.text)
      page.markup("</a>")
    }
    if isHeading {
      page.element("h1") { $0.text(title) }
    } else {
      page.element("p", ["class": "name"]) { $0.text(title) }
    }
    page.add(beside)
    page.markup("<span class=\"push\"></span>")
    page.add(buttons)
    page.markup("</div>")
  }
}

/// The way to the neighbours: 3 / 7.
package struct Pager: Component {
  package var position: Int
  package var total: Int
  package var previous: Link?
  package var next: Link?

  package init(_ position: Int, of total: Int, previous: Link?, next: Link?) {
    self.position = position
    self.total = total
    self.previous = previous
    self.next = next
  }

  package func write(to page: inout MarkupWriter) {
    page.element("nav", ["class": "pager", "aria-label": FrameWording.pager]) { page in
      writeStep(previous, .left, FrameWording.previous, relation: "prev", to: &page)
      page.number(position)
      page.markup(" / ")
      page.number(total)
      writeStep(next, .right, FrameWording.next, relation: "next", to: &page)
    }
  }

  private func writeStep(
    _ link: Link?, _ icon: Icon, _ text: String, relation: String, to page: inout MarkupWriter
  ) {
    guard let link else { return }
    page.markup("<a")
    page.address("href", link.text)
    page.attribute("rel", relation)
    page.markup(">")
    page.add(icon)
    page.element("span", ["class": "unseen"]) { $0.text(text) }
    page.markup("</a>")
  }
}

/// Whether what was typed is kept; read aloud when it changes.
package struct SavingState: Component {
  /// How it stands.
  package enum State: Sendable {
    case saved, waiting, lost
  }

  package var state: State
  package var text: String

  package init(_ state: State, _ text: String) {
    self.state = state
    self.text = text
  }

  package func write(to page: inout MarkupWriter) {
    switch state {
    case .saved: page.markup("<span class=\"saving\" role=\"status\">")
    case .waiting: page.markup("<span class=\"saving is-waiting\" role=\"status\">")
    case .lost: page.markup("<span class=\"saving is-lost\" role=\"status\">")
    }
    page.add(state == .saved ? Icon.pass : state == .waiting ? .clock : .stop)
    page.text(text)
    page.markup("</span>")
  }
}

/// 底栏: what is still missing, the keys, and the one main button.
package struct FootBar: Component {
  package var left: [any Component]
  /// Keys with what they do.
  package var keys: [(key: String, text: String)]
  package var note: String?
  package var buttons: [any Component]

  package init(
    left: [any Component], keys: [(key: String, text: String)] = [], note: String? = nil,
    buttons: [any Component]
  ) {
    self.left = left
    self.keys = keys
    self.note = note
    self.buttons = buttons
  }

  package func write(to page: inout MarkupWriter) {
    page.markup("<div class=\"footbar\">")
    page.add(left)
    page.element("div", ["class": "keys"]) { page in
      for (key, text) in keys {
        page.markup("<span>")
        page.element("kbd") { $0.text(key) }
        page.text(text)
        page.markup("</span>")
      }
    }
    page.markup("<span class=\"push\"></span>")
    if let note { page.element("span", ["class": "note"]) { $0.text(note) } }
    page.add(buttons)
    page.markup("</div>")
  }
}
