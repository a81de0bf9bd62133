// Small choices: a tick, and one of a few.
package import HTML

/// A box to tick.
package struct Tick: Component {
  package var name: String
  package var text: String
  package var isOn: Bool

  package init(_ name: String, _ text: String, isOn: Bool = false) {
    self.name = name
    self.text = text
    self.isOn = isOn
  }

  package func write(to page: inout MarkupWriter) {
    page.markup("<label class=\"tick\"><input type=\"checkbox\"")
    page.attribute("name", name)
    page.attribute("value", "yes")
    page.attribute("checked", isSet: isOn)
    page.markup(">")
    page.text(text)
    page.markup("</label>")
  }
}

/// One of a few words side by side, such as 优 良 中 差.
package struct Choice: Component {
  package var name: String
  /// What is asked, for screen readers.
  package var label: String
  package var options: [(value: String, text: String)]
  package var value: String?

  package init(_ name: String, _ label: String, _ options: [(value: String, text: String)], value: String?) {
    self.name = name
    self.label = label
    self.options = options
    self.value = value
  }

  package func write(to page: inout MarkupWriter) {
    page.markup("<span class=\"choice\" role=\"radiogroup\"")
    page.attribute("aria-label", label)
    page.markup(">")
    for option in options {
      page.markup("<label><input type=\"radio\"")
      page.attribute("name", name)
      page.attribute("value", option.value)
      page.attribute("checked", isSet: option.value == value)
      page.markup("><span>")
      page.text(option.text)
      page.markup("</span></label>")
    }
    page.markup("</span>")
  }
}
