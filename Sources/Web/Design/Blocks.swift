// What holds content together: panels, frames, tabs, dialogs, empty places.
package import HTML
import HTTP

/// The width of a page, with a column beside it where there is one.
package struct Frame: Component {
  package var content: [any Component]
  package var side: [any Component]
  package var isNarrow = false

  package init(_ content: [any Component], side: [any Component] = []) {
    self.content = content
    self.side = side
  }

  package func write(to page: inout MarkupWriter) {
    let style = isNarrow ? "frame is-narrow" : side.isEmpty ? "frame" : "frame with-side"
    page.element("div", ["class": style]) { page in
      page.element("div", ["class": "stack"]) { $0.add(content) }
      if !side.isEmpty { page.element("div", ["class": "side"]) { $0.add(side) } }
    }
  }
}

/// A sheet of paper on the desk, with a heading.
package struct Panel: Component {
  package var title: String?
  package var note: String?
  package var buttons: [any Component] = []
  package var content: [any Component]
  /// False for content that goes to the edges, such as a table.
  package var isPadded: Bool

  package init(_ title: String?, note: String? = nil, isPadded: Bool = true, _ content: [any Component]) {
    self.title = title
    self.note = note
    self.isPadded = isPadded
    self.content = content
  }

  package func write(to page: inout MarkupWriter) {
    page.element("section", ["class": "panel"]) { page in
      if let title {
        page.element("header") { page in
          page.element("h2") { $0.text(title) }
          if let note { page.element("span", ["class": "note"]) { $0.text(note) } }
          if !buttons.isEmpty { page.element("div", ["class": "buttons push"]) { $0.add(buttons) } }
        }
      }
      if isPadded {
        page.element("div", ["class": "body"]) { $0.add(content) }
      } else {
        page.add(content)
      }
    }
  }
}

/// Views of the same thing, each with its number.
package struct Tabs: Component {
  package var label: String
  package var tabs: [(destination: Destination, count: Int?)]

  package init(_ label: String, _ tabs: [(destination: Destination, count: Int?)]) {
    self.label = label
    self.tabs = tabs
  }

  package func write(to page: inout MarkupWriter) {
    page.element("nav", ["class": "tabs", "aria-label": label]) { page in
      for (destination, count) in tabs {
        page.markup("<a")
        page.address("href", destination.link.text)
        if destination.isHere { page.attribute("aria-current", "true") }
        page.markup(">")
        page.text(destination.text)
        if let count { page.element("span", ["class": "count"]) { $0.number(count) } }
        page.markup("</a>")
      }
    }
  }
}

/// A question in front of the page. Its buttons say what happens, and it can always be left.
package struct Dialog: Component {
  package var id: String
  package var title: String
  package var content: [any Component]
  package var buttons: [any Component]
  /// Stands in the page, as on a page that asks the same without a script.
  package var isShown = false

  package init(id: String, _ title: String, _ content: [any Component], buttons: [any Component]) {
    self.id = id
    self.title = title
    self.content = content
    self.buttons = buttons
  }

  package func write(to page: inout MarkupWriter) {
    page.markup(isShown ? "<dialog open class=\"dialog is-shown\"" : "<dialog class=\"dialog\"")
    page.attribute("id", id)
    page.attribute("aria-labelledby", id + "-title")
    page.markup(">")
    page.element("h2", ["id": id + "-title"]) { $0.text(title) }
    page.element("div", ["class": "body"]) { $0.add(content) }
    page.element("footer") { $0.add(buttons) }
    page.markup("</dialog>")
  }
}

/// A place where nothing is yet, and how to begin.
package struct EmptyPlace: Component {
  package var title: String
  package var text: String
  package var buttons: [any Component]

  package init(_ title: String, _ text: String, buttons: [any Component] = []) {
    self.title = title
    self.text = text
    self.buttons = buttons
  }

  package func write(to page: inout MarkupWriter) {
    page.element("div", ["class": "empty"]) { page in
      page.element("p") { $0.element("b") { $0.text(title) } }
      page.element("p", ["class": "note"]) { $0.text(text) }
      if !buttons.isEmpty { page.element("div", ["class": "buttons"]) { $0.add(buttons) } }
    }
  }
}

/// A paragraph in one of the manners of text.
package struct Paragraph: Component {
  /// How it is read.
  package enum Manner: String, Sendable, CaseIterable {
    case plain = ""
    case title
    case smallTitle = "title-small"
    case head, read, second, note, small, written
  }

  package var manner: Manner
  package var text: String

  package init(_ manner: Manner = .plain, _ text: String) {
    self.manner = manner
    self.text = text
  }

  package func write(to page: inout MarkupWriter) {
    if manner == .plain {
      page.element("p") { $0.text(text) }
    } else {
      page.element("p", ["class": manner.rawValue]) { $0.text(text) }
    }
  }
}
