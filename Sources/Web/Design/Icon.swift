// Small pictures beside words; never instead of words.
package import HTML
import HTTP

/// An icon. It is hidden from screen readers, because the word beside it says the same.
package enum Icon: String, Component, CaseIterable {
  case plumb, bob, stop, ask, tell, pass, lock, `return`, pencil, file, clock
  case left, right, down, up, above, done, hollow

  private static let addresses = Dictionary(
    uniqueKeysWithValues: allCases.map { ($0, DesignAssets.iconsLink.at($0.rawValue).text) })

  package func write(to page: inout MarkupWriter) {
    page.markup("<svg aria-hidden=\"true\"><use")
    page.address("href", Self.addresses[self] ?? "")
    page.markup("></use></svg>")
  }
}
