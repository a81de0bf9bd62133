// The year as a plumb line: drawn where it has been, a bob where it hangs, dotted where it goes.
package import HTML

/// The stages of a year.
package struct Season: Component {
  /// Where a stage stands.
  package enum Moment: Sendable { case past, now, ahead }

  /// One stage.
  package struct Stage: Sendable {
    package var moment: Moment
    package var name: String
    package var day: String
    package var note: String?

    package init(_ moment: Moment, _ name: String, _ day: String, note: String? = nil) {
      self.moment = moment
      self.name = name
      self.day = day
      self.note = note
    }
  }

  package var stages: [Stage]

  package init(_ stages: [Stage]) { self.stages = stages }

  package func write(to page: inout MarkupWriter) {
    page.element("ol", ["class": "season"]) { page in
      for stage in stages {
        switch stage.moment {
        case .past: page.markup("<li>")
        case .now: page.markup("<li class=\"is-now\" aria-current=\"step\">")
        case .ahead: page.markup("<li class=\"is-next\">")
        }
        page.element("span", ["class": "when"]) { $0.text(stage.day) }
        page.add(stage.moment == .past ? Icon.done : stage.moment == .now ? .bob : .hollow)
        if stage.moment == .now { page.element("b") { $0.text(stage.name) } } else { page.text(stage.name) }
        if let note = stage.note { page.element("p", ["class": "note"]) { $0.text(note) } }
        page.markup("</li>")
      }
    }
  }
}
