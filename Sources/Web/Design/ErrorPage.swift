// The page of a refusal or a failure: what is the matter, what can be done, the number to tell.
import HTML
package import HTTP

/// Draws problems.
package enum ErrorPage {
  /// For `ErrorResponses(page:)`.
  @Sendable
  package static func response(_ problem: Problem, _ request: Request) -> Response {
    let content = Finished { page in
      page.element("div", ["class": "alone"]) { page in
        page.element("section", ["class": "panel refusal"]) { page in
          page.element("h1", ["class": "title"]) { $0.text(problem.title) }
          page.element("p", ["class": "second"]) { $0.text(problem.advice) }
          page.add(Buttons([Button(FrameWording.home, .go(.root), look: .main)]))
          page.element("p", ["class": "small code"]) { page in
            page.text(FrameWording.requestNumber(problem.requestID.text))
          }
        }
      }
    }
    return Page(problem.title, masthead: Masthead(), contrast: Page.Contrast(request), content: [content])
      .response(problem.status)
  }
}
