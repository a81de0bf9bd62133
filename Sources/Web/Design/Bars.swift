// Charts of our own: bars drawn by the server, with their numbers beside them, so that they print and are read
// aloud.
package import HTML

/// Parts of a whole in one bar.
package struct StackedBar: Component {
  /// The shade of a part, from what is not begun to what is done.
  package enum Shade: String, Sendable, CaseIterable {
    case open, returned, first, second, done

    var style: StaticString {
      switch self {
      case .open: "is-open"
      case .returned: "is-returned"
      case .first: "is-first"
      case .second: "is-second"
      case .done: "is-done"
      }
    }
  }

  /// Shades with how much each is; nothing below zero.
  package var parts: [(shade: Shade, count: Int, label: String)]

  package init(_ parts: [(shade: Shade, count: Int, label: String)]) { self.parts = parts }

  /// Units of the drawing's width.
  private static let width = 1000

  package func write(to page: inout MarkupWriter) {
    let total = parts.reduce(0) { $0 + max(0, $1.count) }
    page.markup(
      "<svg class=\"stacked-bar\" viewBox=\"0 0 1000 10\" preserveAspectRatio=\"none\" role=\"img\"")
    page.attribute(
      "aria-label", parts.filter { $0.count > 0 }.map { "\($0.label) \($0.count)" }.joined(separator: "，"))
    page.markup(">")
    var before = 0
    for part in parts where part.count > 0 && total > 0 {
      let start = before * Self.width / total
      before += part.count
      page.markup("<rect class=\"")
      page.markup(part.shade.style)
      page.markup("\" y=\"0\" height=\"10\"")
      page.attribute("x", start)
      page.attribute("width", max(1, before * Self.width / total - start))
      page.markup("/>")
    }
    page.markup("</svg>")
  }
}

/// The meaning of the shades.
package struct BarKey: Component {
  package var entries: [(shade: StackedBar.Shade, label: String)]

  package init(_ entries: [(shade: StackedBar.Shade, label: String)]) { self.entries = entries }

  package func write(to page: inout MarkupWriter) {
    page.element("ul", ["class": "bar-key"]) { page in
      for entry in entries {
        page.element("li") { page in
          page.markup(
            "<svg viewBox=\"0 0 10 10\" aria-hidden=\"true\"><rect width=\"10\" height=\"10\" class=\"")
          page.markup(entry.shade.style)
          page.markup("\"/></svg>")
          page.text(entry.label)
        }
      }
    }
  }
}

/// Things with a number each, as bars below each other.
package struct BarList: Component {
  /// One bar.
  package struct Bar: Sendable {
    package var name: String
    package var count: Int
    /// The number as it is read: `12 处`, `3.5 天`.
    package var value: String

    package init(_ name: String, _ count: Int, _ value: String) {
      self.name = name
      self.count = count
      self.value = value
    }
  }

  package var bars: [Bar]

  package init(_ bars: [Bar]) { self.bars = bars }

  package func write(to page: inout MarkupWriter) {
    let most = max(1, bars.map(\.count).max() ?? 1)
    page.element("ul", ["class": "bars"]) { page in
      for bar in bars {
        page.element("li") { page in
          page.element("span", ["class": "name"]) { $0.text(bar.name) }
          page.element("span", ["class": "value"]) { $0.text(bar.value) }
          page.markup(
            "<svg viewBox=\"0 0 1000 10\" preserveAspectRatio=\"none\" aria-hidden=\"true\"><rect y=\"0\" height=\"10\""
          )
          page.attribute("width", max(0, min(most, bar.count)) * 1000 / most)
          page.markup("/></svg>")
        }
      }
    }
  }
}
