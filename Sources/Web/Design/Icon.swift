// Small pictures beside words; never instead of words.
package import HTML
import HTTP

/// An icon. It is hidden from screen readers, because the word beside it says the same.
package enum Icon: String, Component, CaseIterable {
  case plumb, bob, stop, ask, tell, pass, lock, `return`, pencil, file, clock, bell
  case left, right, down, up, above, done, hollow

  /// Each icon's markup, written once: pages have hundreds of them.
  private static let fragments: [MarkupFragment] = allCases.map { icon in
    var markup = MarkupWriter(capacity: 128)
    markup.markup("<svg aria-hidden=\"true\"><use")
    markup.address("href", DesignAssets.iconsLink.at(icon.rawValue).text)
    markup.markup("></use></svg>")
    return markup.finish()
  }

  private static let places = Dictionary(uniqueKeysWithValues: zip(allCases, allCases.indices))

  package func write(to page: inout MarkupWriter) {
    guard let place = Self.places[self] else { return }
    page.fragment(Self.fragments[place])
  }
}
