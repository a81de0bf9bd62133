// A router behind its layers: what a transport serves.

/// A site: finds the handler, passes the layers, turns errors into responses.
package struct Site<Context: RequestContext>: Responder {
  private let router: Router<Context>
  private let layers: [any Middleware<Context>]
  private let errors: ErrorResponses

  /// - Parameters:
  ///   - layers: the outermost first.
  ///   - errors: how refusals and failures look.
  package init(_ router: Router<Context>, layers: [any Middleware<Context>], errors: ErrorResponses) {
    self.router = router
    self.layers = layers
    self.errors = errors
  }

  /// Finds the handler and passes the layers.
  package func respond(to request: Request) async -> Response {
    var parts = ContextParts(requestID: RequestID())
    parts.clientAddress = request.peer
    let handler: Router<Context>.Handler
    switch router.find(request.method, request.target.segments) {
    case .route(let route, let found) where !request.target.hasTrailingSlash:
      parts.route = route.template
      parts.bodyBytesMax = route.bodyBytesMax
      handler = found
    case .route, .nothing: handler = { _, _ in throw Refusal.notFound }
    case .otherMethods(let methods): handler = { _, _ in throw Refusal.methodNotAllowed(methods) }
    }
    return await pass(request, in: Context(parts), layer: 0, handler)
  }

  private func pass(
    _ request: Request, in context: Context, layer: Int, _ handler: @escaping Router<Context>.Handler
  ) async -> Response {
    do {
      guard layer < layers.count else { return try await handler(request, context) }
      return try await layers[layer].respond(to: request, in: context) { request, context in
        await pass(request, in: context, layer: layer + 1, handler)
      }
    } catch {
      return errors.response(to: error, request, context.parts)
    }
  }
}
