// The hook for sessions: the cookie in, the context filled, the cookie out.

/// What happens to the session's cookie after a request.
package enum SessionChange: Sendable, Equatable {
  /// A token that was just made, such as after signing in; seconds, nil until the browser is closed.
  case begin(token: String, maxAge: Int?)
  case end
}

/// Reads the session's cookie and lets the application say who that is.
///
/// A handler changes the session by `response.set(try Sessions.cookie(.begin(…), in: context))`. A token
/// that is set
/// is always a fresh one of the application, never one that came in: a planted cookie is worth nothing.
package struct Sessions<Context: RequestContext>: Middleware {
  /// Fills the context for a token; an unknown token fills nothing.
  package typealias Load = @Sendable (_ token: String, _ context: inout Context) async throws -> Void

  /// The cookie's name without its prefix.
  package static var cookieName: String { "session" }

  private let load: Load

  package init(load: @escaping Load) { self.load = load }

  package func respond(to request: Request, in context: Context, next: Next<Context>) async throws -> Response
  {
    var context = context
    let name = SetCookie.name(Self.cookieName, isSecure: context.parts.isSecure)
    if let token = Cookies(request.headers)[name], !token.isEmpty, token.utf8.count <= 256 {
      try await load(token, &context)
    }
    return await next(request, context)
  }

  /// The cookie of a change.
  ///
  /// - Throws: `HeaderFault` for a token with signs that no cookie has.
  package static func cookie(_ change: SessionChange, in context: Context) throws(HeaderFault) -> SetCookie {
    let isSecure = context.parts.isSecure
    switch change {
    case .begin(let token, let maxAge):
      var cookie = try SetCookie(name: cookieName, value: token, isSecure: isSecure)
      cookie.maxAge = maxAge
      return cookie
    case .end:
      var cookie = try SetCookie(name: cookieName, value: "", isSecure: isSecure)
      cookie.maxAge = 0
      return cookie
    }
  }
}
