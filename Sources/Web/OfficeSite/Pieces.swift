// Small pieces that several pages of administration are made of.
import Design
import HTML
import HTTP

/// A form that only looks for something: its answers stand in the address.
struct Finder: Component {
  var action: Link
  var name: String
  var label: String
  var value: String
  /// What the address says besides.
  var kept: [(String, String)] = []

  func write(to page: inout MarkupWriter) {
    page.markup("<form class=\"finder\" role=\"search\" method=\"get\"")
    page.address("action", action.text)
    page.markup(">")
    for (name, value) in kept { page.add(Hidden(name, value)) }
    page.element("label", ["class": "unseen", "for": "find-\(name)"]) { $0.text(label) }
    page.markup("<input type=\"search\"")
    page.attribute("id", "find-\(name)")
    page.attribute("name", name)
    page.attribute("value", value)
    page.attribute("placeholder", label)
    page.markup(">")
    var button = Button.send(OfficeWording.search, look: .plain)
    button.isSmall = true
    page.add(button)
    if !value.isEmpty {
      var all = Button(OfficeWording.showAll, .go(kept.isEmpty ? action : action.with(kept)), look: .quiet)
      all.isSmall = true
      page.add(all)
    }
    page.markup("</form>")
  }
}

/// Names with what they are.
struct Facts: Component {
  var facts: [(name: String, value: any Component)]

  init(_ facts: [(name: String, value: any Component)]) { self.facts = facts }

  init(_ facts: [(name: String, value: String)]) { self.facts = facts.map { ($0.name, Words($0.value)) } }

  func write(to page: inout MarkupWriter) {
    page.element("dl", ["class": "facts"]) { page in
      for fact in facts {
        page.element("dt") { $0.text(fact.name) }
        page.element("dd") { $0.add(fact.value) }
      }
    }
  }
}

/// Ways to go on, each with a line about it.
struct Ways: Component {
  var ways: [(text: String, link: Link, note: String)]

  func write(to page: inout MarkupWriter) {
    page.element("ul", ["class": "ways"]) { page in
      for way in ways {
        page.element("li") { page in
          page.markup("<a class=\"lead\"")
          page.address("href", way.link.text)
          page.markup(">")
          page.text(way.text)
          page.markup("</a>")
          page.element("span", ["class": "note"]) { $0.text(way.note) }
        }
      }
    }
  }
}

/// Text that is copied by hand or machine: a link, a key, a hash.
struct Copied: Component {
  var text: String

  init(_ text: String) { self.text = text }

  func write(to page: inout MarkupWriter) {
    page.element("p", ["class": "copied"]) { $0.element("code") { $0.text(text) } }
  }
}

/// A text with a smaller line below it.
struct TwoLines: Component {
  var text: String
  var below: String

  init(_ text: String, below: String) {
    self.text = text
    self.below = below
  }

  func write(to page: inout MarkupWriter) {
    page.element("div") { page in
      page.text(text)
      page.element("span", ["class": "below"]) { $0.text(below) }
    }
  }
}

/// Sentences below each other.
struct Sentences: Component {
  var sentences: [String]

  func write(to page: inout MarkupWriter) {
    page.element("ul") { page in
      for sentence in sentences { page.element("li") { $0.text(sentence) } }
    }
  }
}

extension Button {
  /// A small one, for rows of tables and heads of panels.
  static func small(_ text: String, _ action: Action, look: Look = .plain) -> Button {
    var button = Button(text, action, look: look)
    button.isSmall = true
    return button
  }
}
