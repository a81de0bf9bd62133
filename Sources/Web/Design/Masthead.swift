// The bar at the top of every page: the mark, the place, where one can go, who one is.
package import HTML
package import HTTP

/// Where a link of a navigation leads.
package struct Destination: Sendable {
  package var text: String
  package var link: Link
  package var isHere: Bool

  package init(_ text: String, _ link: Link, isHere: Bool = false) {
    self.text = text
    self.link = link
    self.isHere = isHere
  }

  func write(to page: inout MarkupWriter) {
    page.markup("<a")
    page.address("href", link.text)
    if isHere { page.attribute("aria-current", "page") }
    page.markup(">")
    page.text(text)
    page.markup("</a>")
  }
}

/// 顶栏.
package struct Masthead: Component {
  /// Who is signed in, and what they can do about it.
  package struct Reader: Sendable {
    package var place: String
    package var role: String
    package var destinations: [Destination]
    /// Signing out changes something, so it is a form.
    package var signOut: (link: Link, token: FormToken)?

    package init(
      place: String, role: String, destinations: [Destination], signOut: (link: Link, token: FormToken)?
    ) {
      self.place = place
      self.role = role
      self.destinations = destinations
      self.signOut = signOut
    }
  }

  /// The way to what one is told.
  package struct Bell: Sendable {
    package var link: Link
    /// How much waits unread; from 100 on it says so.
    package var unread: Int
    /// The same in words.
    package var spoken: String

    package init(link: Link, unread: Int, spoken: String) {
      self.link = link
      self.unread = unread
      self.spoken = spoken
    }
  }

  /// Region and year, such as 云岭县 2026 年预算.
  package var place: String?
  package var destinations: [Destination]
  /// Where the search leads; nil shows none.
  package var search: Link?
  package var reader: Reader?
  package var bell: Bell?

  package init(
    place: String? = nil, destinations: [Destination] = [], search: Link? = nil, reader: Reader? = nil
  ) {
    self.place = place
    self.destinations = destinations
    self.search = search
    self.reader = reader
  }

  package func write(to page: inout MarkupWriter) {
    page.markup("<header class=\"masthead\"><a class=\"brand\"")
    page.address("href", Link.root.text)
    page.markup(">")
    page.add(Icon.plumb)
    page.text(FrameWording.brand)
    page.markup("</a>")
    if let place { page.element("span", ["class": "place"]) { $0.text(place) } }
    if !destinations.isEmpty {
      page.element("nav", ["aria-label": FrameWording.navigation]) { page in
        for destination in destinations { destination.write(to: &page) }
      }
    }
    page.markup("<span class=\"push\"></span>")
    if let search { writeSearch(search, to: &page) }
    if let bell { writeBell(bell, to: &page) }
    if let reader { writeReader(reader, to: &page) }
    page.markup("</header>")
  }

  private func writeSearch(_ search: Link, to page: inout MarkupWriter) {
    page.markup("<form class=\"seek\" role=\"search\" method=\"get\"")
    page.address("action", search.text)
    page.markup("><label class=\"unseen\" for=\"seek\">")
    page.text(FrameWording.search)
    page.markup("</label><input type=\"search\" id=\"seek\" name=\"q\"")
    page.attribute("placeholder", FrameWording.searchPlaceholder)
    page.markup("><kbd aria-hidden=\"true\">/</kbd></form>")
  }

  private func writeBell(_ bell: Bell, to page: inout MarkupWriter) {
    page.markup("<a class=\"bell\"")
    page.address("href", bell.link.text)
    page.markup(">")
    page.add(Icon.bell)
    page.text(FrameWording.notices)
    if bell.unread > 0 {
      page.element("b", ["aria-hidden": "true"]) { $0.text(bell.unread >= 100 ? "99+" : String(bell.unread)) }
    }
    page.element("span", ["class": "unseen"]) { $0.text(bell.spoken) }
    page.markup("</a>")
  }

  private func writeReader(_ reader: Reader, to page: inout MarkupWriter) {
    page.markup("<details class=\"who\"><summary>")
    page.text(reader.place)
    page.markup(" <b>")
    page.text(reader.role)
    page.markup("</b>")
    page.add(Icon.down)
    page.markup("</summary><ul class=\"menu\">")
    for destination in reader.destinations {
      page.markup("<li>")
      destination.write(to: &page)
      page.markup("</li>")
    }
    page.markup("<li><button type=\"button\" data-contrast-switch hidden>")
    page.text(FrameWording.contrast)
    page.markup("</button></li>")
    if let (link, token) = reader.signOut {
      page.markup("<li>")
      page.add(
        PageForm(
          link, token,
          [Finished { $0.element("button", ["type": "submit"]) { $0.text(FrameWording.signOut) } }]))
      page.markup("</li>")
    }
    page.markup("</ul></details>")
  }
}
