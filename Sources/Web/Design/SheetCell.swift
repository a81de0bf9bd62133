// A cell of the official sheet that is written into: the value, what the system understands, the mark.
package import HTML

/// One cell with its state. The row and the table around it belong to the page.
package struct SheetCell: Component {
  package var id: String
  /// What is asked, for screen readers: row and column.
  package var label: String
  package var value: String
  package var reading: String?
  package var judgement: Judgement?
  /// The number of the finding, and its anchor.
  package var finding: (number: Int, anchor: String)?
  package var isLocked = false
  package var columns = 1
  package var rows = 1

  package init(id: String, _ label: String, _ value: String, reading: String? = nil) {
    self.id = id
    self.label = label
    self.value = value
    self.reading = reading
  }

  package func write(to page: inout MarkupWriter) {
    page.markup("<td class=\"cell")
    if let judgement {
      page.markup(" ")
      page.markup(judgement.style)
    }
    if isLocked { page.markup(" is-locked") }
    if finding != nil { page.markup(" has-mark") }
    page.markup("\"")
    page.attribute("id", id)
    if columns > 1 { page.attribute("colspan", columns) }
    if rows > 1 { page.attribute("rowspan", rows) }
    page.markup(">")
    if isLocked {
      page.element("span", ["class": "plain"]) { $0.text(value) }
    } else {
      page.markup("<textarea class=\"field\" rows=\"1\"")
      page.attribute("name", id)
      page.attribute("aria-label", label)
      if reading != nil { page.attribute("aria-describedby", id + "-reading") }
      if judgement == .stop { page.attribute("aria-invalid", "true") }
      page.markup(">\n")
      page.text(value)
      page.markup("</textarea>")
    }
    if let reading { page.element("p", ["class": "reading", "id": id + "-reading"]) { $0.text(reading) } }
    if let judgement, let finding {
      page.add(Mark(judgement, "\(finding.number)", anchor: finding.anchor))
    }
    page.markup("</td>")
  }
}
