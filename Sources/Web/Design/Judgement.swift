// The four judgements: each has a shape, a word, and last of all a colour.
package import HTML

/// How grave something is.
package enum Judgement: Sendable, CaseIterable {
  /// Will be returned.
  case stop
  /// Needs an explanation.
  case ask
  /// A hint.
  case tell
  /// Nothing to object.
  case pass

  var icon: Icon {
    switch self {
    case .stop: .stop
    case .ask: .ask
    case .tell: .tell
    case .pass: .pass
    }
  }

  /// The class that colours it.
  var style: StaticString {
    switch self {
    case .stop: "is-stop"
    case .ask: "is-ask"
    case .tell: "is-tell"
    case .pass: "is-pass"
    }
  }
}

/// A judgement in a line: shape, number, word.
package struct Mark: Component {
  package var judgement: Judgement
  package var text: String
  /// Read aloud behind the text, where the text is a number alone.
  package var spoken: String?
  /// A place in the page that it belongs to.
  package var anchor: String?
  /// Whether the text is a finding's number in its list, which the page's script keeps up to date.
  package var isNumbered: Bool

  package init(
    _ judgement: Judgement, _ text: String, spoken: String? = nil, anchor: String? = nil,
    isNumbered: Bool = false
  ) {
    self.judgement = judgement
    self.text = text
    self.spoken = spoken
    self.anchor = anchor
    self.isNumbered = isNumbered
  }

  package func write(to page: inout MarkupWriter) {
    page.markup(anchor == nil ? "<span class=\"mark " : "<a class=\"mark ")
    page.markup(judgement.style)
    page.markup("\"")
    if let anchor { page.address("href", "#" + anchor) }
    page.markup(">")
    page.add(judgement.icon)
    if isNumbered { page.element("span", ["data-number": ""]) { $0.text(text) } } else { page.text(text) }
    if let spoken {
      page.markup("<span class=\"unseen\">")
      page.text(spoken)
      page.markup("</span>")
    }
    page.markup(anchor == nil ? "</span>" : "</a>")
  }
}

/// What a whole page, or a part of it, has to say first.
package struct Notice: Component {
  package var judgement: Judgement
  package var title: String
  package var text: String?
  package var buttons: [any Component]

  package init(_ judgement: Judgement, _ title: String, text: String? = nil, buttons: [any Component] = []) {
    self.judgement = judgement
    self.title = title
    self.text = text
    self.buttons = buttons
  }

  package func write(to page: inout MarkupWriter) {
    // What asks for attention is read at once; the rest when the reader comes to it.
    page.markup(judgement == .stop ? "<div role=\"alert\" class=\"notice " : "<div class=\"notice ")
    page.markup(judgement.style)
    page.markup("\">")
    page.add(judgement.icon)
    page.markup("<div><p><b>")
    page.text(title)
    page.markup("</b></p>")
    if let text { page.element("p", ["class": "second"]) { $0.text(text) } }
    if !buttons.isEmpty { page.element("div", ["class": "buttons"]) { $0.add(buttons) } }
    page.markup("</div></div>")
  }
}

/// The stage of something in a small frame.
package struct Tag: Component {
  /// Which stage it shows.
  package enum Kind: String, Sendable, CaseIterable {
    case plain, draft, waiting, returned, approved, soon, late

    var icon: Icon? {
      switch self {
      case .plain: nil
      case .draft: .pencil
      case .waiting, .soon, .late: .clock
      case .returned: .return
      case .approved: .pass
      }
    }
  }

  package var kind: Kind
  package var text: String

  package init(_ kind: Kind, _ text: String) {
    self.kind = kind
    self.text = text
  }

  package func write(to page: inout MarkupWriter) {
    page.startTag("span", ["class": kind == .plain ? "tag" : "tag is-\(kind.rawValue)"])
    if let icon = kind.icon { page.add(icon) }
    page.text(text)
    page.markup("</span>")
  }
}
