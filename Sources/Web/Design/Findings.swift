// Findings: fact, sum, the button that mends it, and why anybody looks at it.
package import HTML
package import HTTP

/// One finding beside the thing it is about.
package struct FindingCard: Component {
  package var judgement: Judgement
  /// The number that stands in the cell too.
  package var number: Int?
  /// The fact in twenty characters or fewer.
  package var title: String
  package var text: String?
  package var sum: SumColumn?
  package var buttons: [any Component] = []
  /// Rule and source, folded away.
  package var reason: (title: String, text: String)?
  /// The id of the cell.
  package var anchor: String?
  /// Where the title leads on another page; nil leads to the anchor.
  package var link: Link?
  /// The card's own id, to which the cell's mark leads.
  package var id: String?
  package var isCurrent = false

  package init(_ judgement: Judgement, _ number: Int?, _ title: String, text: String? = nil) {
    self.judgement = judgement
    self.number = number
    self.title = title
    self.text = text
  }

  package func write(to page: inout MarkupWriter) {
    page.markup("<li data-finding=\"")
    if let number { page.number(number) }
    page.markup("\" tabindex=\"-1\"")
    if let id { page.attribute("id", id) }
    page.markup(" class=\"finding ")
    page.markup(judgement.style)
    page.markup(isCurrent ? " is-current\">" : "\">")
    page.element("header") { page in
      page.add(Mark(judgement, number.map(String.init) ?? ""))
      page.element("h3") { page in
        if let address = link?.text ?? anchor.map({ "#" + $0 }) {
          page.markup("<a")
          page.address("href", address)
          page.markup(">")
          page.text(title)
          page.markup("</a>")
        } else {
          page.text(title)
        }
      }
    }
    if let text { page.element("p") { $0.text(text) } }
    if let sum { page.add(sum) }
    if !buttons.isEmpty { page.element("div", ["class": "buttons"]) { $0.add(buttons) } }
    if let reason {
      page.element("details") { page in
        page.element("summary") { $0.text(reason.title) }
        page.element("p") { $0.text(reason.text) }
      }
    }
    page.markup("</li>")
  }
}

/// Several findings.
package struct FindingList: Component {
  package var cards: [FindingCard]

  package init(_ cards: [FindingCard]) { self.cards = cards }

  package func write(to page: inout MarkupWriter) {
    page.element("ol", ["class": "findings panel"]) { page in
      for card in cards { page.add(card) }
    }
  }
}

/// A sum in a column, each number with its name.
package struct SumColumn: Component {
  /// A line.
  package struct Line: Sendable {
    /// What a line is for.
    package enum Kind: Sendable { case plain, total, gap }

    package var sign: String
    package var name: String
    package var value: String
    package var kind: Kind

    package init(_ sign: String, _ name: String, _ value: String, _ kind: Kind = .plain) {
      self.sign = sign
      self.name = name
      self.value = value
      self.kind = kind
    }
  }

  package var lines: [Line]

  package init(_ lines: [Line]) { self.lines = lines }

  package func write(to page: inout MarkupWriter) {
    page.markup("<table class=\"sum\">")
    for line in lines {
      switch line.kind {
      case .plain: page.markup("<tr><td class=\"sign\">")
      case .total: page.markup("<tr class=\"is-total\"><td class=\"sign\">")
      case .gap: page.markup("<tr class=\"is-gap\"><td class=\"sign\">")
      }
      page.text(line.sign)
      page.markup("</td><th scope=\"row\">")
      page.text(line.name)
      page.markup("</th><td>")
      page.text(line.value)
      page.markup("</td></tr>")
    }
    page.markup("</table>")
  }
}

/// The same sum in a line: numbers with the cells they come from, signs between them.
package struct Equation: Component {
  /// A piece of the line.
  package enum Piece: Sendable {
    case number(String, from: String)
    case sign(String, isBreach: Bool)
    /// What comes of it, at the end.
    case outcome(String, note: String, Judgement)
  }

  package var pieces: [Piece]

  package init(_ pieces: [Piece]) { self.pieces = pieces }

  package func write(to page: inout MarkupWriter) {
    page.element("p", ["class": "equation"]) { page in
      for piece in pieces {
        switch piece {
        case .number(let value, let source):
          page.markup("<span><b>")
          page.text(value)
          page.markup("</b><small>")
          page.text(source)
          page.markup("</small></span>")
        case .sign(let sign, let isBreach):
          page.markup(isBreach ? "<span class=\"sign is-stop\">" : "<span class=\"sign\">")
          page.text(sign)
          page.markup("</span>")
        case .outcome(let value, let note, let judgement):
          page.markup("<span class=\"outcome ")
          page.markup(judgement.style)
          page.markup("\"><b>")
          page.text(value)
          page.markup("</b><small>")
          page.text(note)
          page.markup("</small></span>")
        }
      }
    }
  }
}

/// A better value that one press writes into the cell; the button says what the cell will hold.
package struct Offer: Component {
  package var text: String
  package var name: String
  package var value: String

  package init(_ text: String, name: String, value: String) {
    self.text = text
    self.name = name
    self.value = value
  }

  package func write(to page: inout MarkupWriter) {
    page.markup("<button class=\"offer\" type=\"submit\"")
    page.attribute("name", name)
    page.attribute("value", value)
    page.markup(">")
    page.add(Icon.pencil)
    page.text(text)
    page.markup("</button>")
  }
}
