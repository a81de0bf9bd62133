// A piece of a page as a value, written by one function.
package import HTML

/// What can be written into a page.
package protocol Component: Sendable {
  /// Writes the piece; texts of it are escaped.
  func write(to page: inout MarkupWriter)
}

extension MarkupWriter {
  /// Adds a component.
  package mutating func add(_ component: any Component) { component.write(to: &self) }

  /// Adds components one behind the other.
  package mutating func add(_ components: [any Component]) {
    for component in components { component.write(to: &self) }
  }
}

/// A plain text as a component.
package struct Words: Component {
  package let text: String

  package init(_ text: String) { self.text = text }

  package func write(to page: inout MarkupWriter) { page.text(text) }
}

/// Finished markup as a component, such as a sheet that another room wrote.
package struct Finished: Component {
  let fragment: MarkupFragment

  package init(_ fragment: MarkupFragment) { self.fragment = fragment }

  /// Writes the markup now.
  package init(_ content: (inout MarkupWriter) -> Void) {
    var writer = MarkupWriter(capacity: 256)
    content(&writer)
    fragment = writer.finish()
  }

  package func write(to page: inout MarkupWriter) { page.fragment(fragment) }
}
