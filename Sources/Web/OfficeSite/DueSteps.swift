// What comes before the page that was asked for: a password that has to be changed.
import HTTP
import OfficeOperations

/// Sends people to their password where it is due, whatever else they asked for.
struct DueSteps: Middleware {
  typealias Context = OfficeContext

  func respond(
    to request: Request, in context: OfficeContext, next: Next<OfficeContext>
  ) async throws -> Response {
    if let signedIn = context.signedIn, signedIn.mustChangePassword, !Self.isOpenWhileDue(context.parts.route)
    {
      return .redirect(to: Routes.ownPassword())
    }
    return await next(request, context)
  }

  private static func isOpenWhileDue(_ route: String?) -> Bool {
    guard let route else { return true }
    return [
      Routes.ownPassword.template, Routes.signOut.template, Routes.health.template, Routes.metrics.template,
      Assets.path.template,
    ].contains(route)
  }
}
