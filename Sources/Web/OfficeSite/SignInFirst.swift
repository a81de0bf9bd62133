// Leads somebody who has not signed in to the page for it, and from there back to what was asked for.
import HTTP

/// Answers a page that needs a person with the way to sign in. Programs, and questions without a body, keep
/// the plain 401.
struct SignInFirst: Middleware {
  typealias Context = OfficeContext

  /// Where to go after signing in stands in this field of address and form.
  static let field = "next"

  func respond(
    to request: Request, in context: OfficeContext, next: Next<OfficeContext>
  ) async throws -> Response {
    let response = await next(request, context)
    guard response.status == .unauthorized, context.signedIn == nil, request.method == .get,
      !request.wantsJSON
    else { return response }
    var way = Response.redirect(to: Self.link(backTo: request.target))
    way.headers.vary(by: .accept)
    way.headers[.cacheControl] = "no-store"
    return way
  }

  /// The page for signing in, which remembers the way back where it fits into an address.
  private static func link(backTo target: RequestTarget) -> Link {
    let wanted = target.rawPath + (target.rawQuery.isEmpty ? "" : "?" + target.rawQuery)
    guard Link(local: wanted) != nil else { return Routes.signIn() }
    let link = Routes.signIn().with([(field, wanted)])
    return link.text.utf8.count <= RequestTarget.bytesMax ? link : Routes.signIn()
  }

  /// Where to go after signing in: inside this site, or to the first page.
  static func destination(_ next: String?) -> Link {
    next.flatMap { Link(local: $0) } ?? Routes.home()
  }
}
