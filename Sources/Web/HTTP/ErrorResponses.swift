// Errors as responses: a page for people, a problem document for machines (RFC 9457).
import JSONText

/// What went wrong, ready to be shown.
package struct Problem: Sendable, Equatable {
  package let status: Status
  /// A stable word for machines.
  package let code: String
  package let title: String
  /// What the reader can do.
  package let advice: String
  package let requestID: RequestID
}

/// How refusals and failures become responses.
package struct ErrorResponses: Sendable {
  /// Draws the page of a problem.
  package typealias Page = @Sendable (Problem, Request) -> Response

  private let page: Page
  private let wantsDocument: @Sendable (Request) -> Bool
  private let failed: @Sendable (any Error, ContextParts) -> Void

  /// - Parameters:
  ///   - page: for people; without one, the words stand alone.
  ///   - wantsDocument: who gets the document; by default who would rather have JSON.
  ///   - failed: told of every error that does not know how to become an answer, and of those that do and
  ///     are not the client's: a status of 500 and more.
  package init(
    page: @escaping Page = { problem, _ in
      .text("\(problem.title)\n\(problem.advice)\n\(problem.requestID.text)\n", status: problem.status)
    },
    wantsDocument: @escaping @Sendable (Request) -> Bool = { $0.wantsJSON },
    failed: @escaping @Sendable (any Error, ContextParts) -> Void = { _, _ in }
  ) {
    self.page = page
    self.wantsDocument = wantsDocument
    self.failed = failed
  }

  func response(to error: any Error, _ request: Request, _ parts: ContextParts) -> Response {
    let known = error as? any AnswerableError
    if (known?.status.code ?? 500) >= 500, !(error is CancellationError) { failed(error, parts) }
    let answerable: (any AnswerableError)? = error is CancellationError ? Refusal.unavailable : known
    let wording = answerable?.wording ?? Refusal.failureWording
    let problem = Problem(
      status: answerable?.status ?? .internalFailure, code: answerable?.code ?? "internal-failure",
      title: wording.title, advice: wording.advice, requestID: parts.requestID)
    var response = wantsDocument(request) ? Self.document(problem) : page(problem, request)
    for (name, value) in answerable?.headers ?? [] { response.headers[name] = value }
    response.headers.vary(by: .accept)
    response.headers[.cacheControl] = "no-store"
    return response
  }

  /// The problem document.
  package static func document(_ problem: Problem) -> Response {
    var json = JSONWriter()
    json.object {
      $0.member("type", "about:blank")
      $0.member("title", problem.title)
      $0.member("status", problem.status.code)
      $0.member("detail", problem.advice)
      $0.member("code", problem.code)
      $0.member("requestId", problem.requestID.text)
    }
    return Response(problem.status, type: .problem, bytes: json.bytes)
  }
}
