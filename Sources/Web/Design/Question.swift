// One thing a form asks: its name, a hint, what is wrong, the field.
package import HTML

/// A labelled field. What is wrong stands between the name and the field and is tied to it for screen
/// readers.
package struct Question: Component {
  /// The field itself.
  package enum Field: Sendable {
    case text(value: String, placeholder: String)
    case lines(value: String, rows: Int)
    case password
    /// As `2026-11-20`.
    case day(value: String)
    /// Values with their texts.
    case select(value: String, options: [(value: String, text: String)])
    /// Endings that are taken, such as `.docx,.xlsx`.
    case file(accept: String, takesMany: Bool)
  }

  package var name: String
  package var label: String
  package var field: Field
  package var hint: String?
  package var fault: String?
  /// What the system made of the value.
  package var reading: String?
  package var isNeeded = false
  package var isLocked = false
  /// For the browser's memory: `username`, `current-password`, `new-password`, `one-time-code`, `off`.
  package var autocomplete: String?

  package init(_ name: String, _ label: String, _ field: Field) {
    self.name = name
    self.label = label
    self.field = field
  }

  private var id: String { "q-" + name }

  package func write(to page: inout MarkupWriter) {
    page.markup(fault == nil ? "<div class=\"question\">" : "<div class=\"question has-fault\">")
    page.element("label", ["for": id]) { $0.text(label) }
    if let hint { page.element("p", ["class": "hint", "id": id + "-hint"]) { $0.text(hint) } }
    if let fault {
      page.element("p", ["class": "fault", "id": id + "-fault"]) { page in
        page.add(Icon.stop)
        page.element("span") { $0.text(fault) }
      }
    }
    writeField(to: &page)
    if let reading { page.element("p", ["class": "reading", "id": id + "-reading"]) { $0.text(reading) } }
    page.markup("</div>")
  }

  private func writeField(to page: inout MarkupWriter) {
    switch field {
    case .text(let value, let placeholder):
      page.markup("<input type=\"text\"")
      writeAttributes(to: &page)
      page.attribute("value", value)
      if !placeholder.isEmpty { page.attribute("placeholder", placeholder) }
      page.markup(">")
    case .password:
      page.markup("<input type=\"password\"")
      writeAttributes(to: &page)
      page.markup(">")
    case .day(let value):
      page.markup("<input type=\"date\"")
      writeAttributes(to: &page)
      page.attribute("value", value)
      page.markup(">")
    case .lines(let value, let rows):
      page.markup("<textarea")
      writeAttributes(to: &page)
      page.attribute("rows", rows)
      // A line break right behind the tag is not part of the text.
      page.markup(">\n")
      page.text(value)
      page.markup("</textarea>")
    case .select(let value, let options):
      page.markup("<select")
      writeAttributes(to: &page)
      page.markup(">")
      for option in options {
        page.markup("<option")
        page.attribute("value", option.value)
        page.attribute("selected", isSet: option.value == value)
        page.markup(">")
        page.text(option.text)
        page.markup("</option>")
      }
      page.markup("</select>")
    case .file(let accept, let takesMany):
      page.markup("<input type=\"file\"")
      writeAttributes(to: &page)
      page.attribute("accept", accept)
      page.attribute("multiple", isSet: takesMany)
      page.markup(">")
    }
  }

  private func writeAttributes(to page: inout MarkupWriter) {
    page.attribute("id", id)
    page.attribute("name", name)
    let described = [(hint, "-hint"), (fault, "-fault"), (reading, "-reading")].filter { $0.0 != nil }
    if !described.isEmpty {
      page.attribute("aria-describedby", described.map { id + $0.1 }.joined(separator: " "))
    }
    if fault != nil { page.attribute("aria-invalid", "true") }
    page.attribute("required", isSet: isNeeded)
    page.attribute("disabled", isSet: isLocked)
    if let autocomplete { page.attribute("autocomplete", autocomplete) }
  }
}
