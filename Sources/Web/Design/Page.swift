// A whole page: head, bars, content.
import HTML
package import HTTP

/// What a page is made of. It loads one style sheet and one script of our own, and nothing stands inline.
package struct Page: Sendable {
  /// How much contrast the reader wants.
  package enum Contrast: String, Sendable {
    /// As the reader's system says.
    case automatic
    case normal, high

    /// The choice that the page's script left in a cookie.
    package init(_ request: Request) {
      self = Cookies(request.headers)["contrast"].flatMap { Contrast(rawValue: $0) } ?? .automatic
    }
  }

  /// Which of the two manners the page has.
  package enum Manner: Sendable {
    /// Dense, for working.
    case office
    /// Wide and calm, for everybody.
    case everybody
  }

  package var title: String
  package var contrast: Contrast
  package var manner: Manner
  package var masthead: Masthead
  package var pageBar: PageBar?
  package var content: [any Component]
  package var footBar: FootBar?
  /// True where only the content is printed, as of official forms.
  package var printsAlone = false
  /// Scripts of our own beside the one of every page.
  package var scripts: [Link] = []

  package init(
    _ title: String, masthead: Masthead, contrast: Contrast = .automatic, manner: Manner = .office,
    pageBar: PageBar? = nil, footBar: FootBar? = nil, content: [any Component]
  ) {
    self.title = title
    self.masthead = masthead
    self.contrast = contrast
    self.manner = manner
    self.pageBar = pageBar
    self.footBar = footBar
    self.content = content
  }

  /// The page in UTF-8.
  package var bytes: [UInt8] {
    var page = MarkupWriter(capacity: 32_768)
    page.markup("<!doctype html>\n<html lang=\"zh-CN\"")
    if contrast != .automatic { page.attribute("data-contrast", contrast.rawValue) }
    page.markup("><head><meta charset=\"utf-8\"><meta name=\"viewport\"")
    page.markup(" content=\"width=device-width, initial-scale=1\"><title>")
    page.text(FrameWording.titled(title))
    page.markup("</title><link rel=\"stylesheet\"")
    page.address("href", DesignAssets.styleLink.text)
    page.markup("><link rel=\"icon\" type=\"image/svg+xml\"")
    page.address("href", DesignAssets.markLink.text)
    page.markup("><script defer")
    page.address("src", DesignAssets.scriptLink.text)
    page.markup("></script>")
    for script in scripts {
      page.markup("<script defer")
      page.address("src", script.text)
      page.markup("></script>")
    }
    page.markup("</head>")
    if manner == .everybody {
      page.markup("<body class=\"public\">")
    } else {
      page.markup(printsAlone ? "<body class=\"prints-alone\">" : "<body>")
    }
    page.element("a", ["class": "skip", "href": "#main"]) { $0.text(FrameWording.skip) }
    page.add(masthead)
    if let pageBar { page.add(pageBar) }
    page.markup("<main id=\"main\" tabindex=\"-1\">")
    page.add(content)
    page.markup("</main>")
    if let footBar { page.add(footBar) }
    page.markup("</body></html>\n")
    return page.finish().bytes
  }

  /// The page as an answer.
  package func response(_ status: Status = .ok) -> Response { .html(bytes, status: status) }
}
