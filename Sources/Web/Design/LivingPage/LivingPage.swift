// The design as a page: every component in every state, so that a change is seen where it happens.
import HTML
package import HTTP

/// `/design`.
package enum LivingPage {
  /// Where it stands.
  package static let path = FixedPath("/design")

  /// Adds the page to a router.
  package static func add<Context: RequestContext>(to router: inout Router<Context>) {
    router.get(path) { request, context in
      page(token: context.parts.formToken ?? FormToken(secret: blankSecret), contrast: Page.Contrast(request))
        .response()
    }
  }

  /// A site without protection has no tokens; nothing on this page is sent.
  private static let blankSecret = [UInt8](repeating: 0, count: 32)

  /// The page.
  package static func page(token: FormToken, contrast: Page.Contrast) -> Page {
    Page(
      SpecimenWording.title, masthead: masthead(token), contrast: contrast,
      content: [
        Finished { page in
          page.element("div", ["class": "specimens"]) { page in
            page.element("h1", ["class": "title"]) { $0.text(SpecimenWording.title) }
            page.element("p", ["class": "read second"]) { $0.text(SpecimenWording.lede) }
            for specimen in specimens(token) { specimen.write(to: &page) }
          }
        }
      ])
  }

  private static func masthead(_ token: FormToken) -> Masthead {
    var masthead = Masthead(
      place: SpecimenWording.place,
      destinations: SpecimenWording.destinations.enumerated().map { place, text in
        Destination(text, path(), isHere: place == 0)
      }, search: path(),
      reader: Masthead.Reader(
        place: SpecimenWording.unit, role: SpecimenWording.role,
        destinations: [Destination(SpecimenWording.sessions, path())], signOut: (path(), token)))
    masthead.bell = Masthead.Bell(link: path(), unread: 3, spoken: SpecimenWording.bell)
    return masthead
  }

  private static func specimens(_ token: FormToken) -> [Specimen] {
    [
      colours, type, buttons, questions(token), marks, notices, findings, cells, tables, frame(token), tabs,
      dialog, season, empty, errors, contrast,
    ]
  }
}

/// One section of the page.
struct Specimen {
  let id: String
  let title: String
  let content: [any Component]

  func write(to page: inout MarkupWriter) {
    page.element("section", ["id": id]) { page in
      page.element("h2") { $0.text(title) }
      page.element("div") { $0.add(content) }
    }
  }
}

/// Components side by side.
struct Line: Component {
  let content: [any Component]
  var style = "row"

  init(_ content: [any Component], style: String = "row") {
    self.content = content
    self.style = style
  }

  func write(to page: inout MarkupWriter) {
    page.element("div", ["class": style]) { $0.add(content) }
  }
}

/// A component in the frame of a sample.
struct Sample: Component {
  let content: [any Component]
  var contrast: Page.Contrast = .automatic

  func write(to page: inout MarkupWriter) {
    page.markup("<div class=\"sample\"")
    if contrast != .automatic { page.attribute("data-contrast", contrast.rawValue) }
    page.markup(">")
    page.add(content)
    page.markup("</div>")
  }
}
