// What stands between the transport and a handler: one generic method.

/// A layer around handlers. It may change the request and the context on the way in and the response on the
/// way out.
package protocol Middleware<Context>: Sendable {
  associatedtype Context: RequestContext

  /// - Parameter next: what is inside; it never throws, because errors become responses at each layer.
  /// - Throws: an error becomes a response as if a handler had thrown it.
  func respond(to request: Request, in context: Context, next: Next<Context>) async throws -> Response
}

/// The layers inside.
package typealias Next<Context> = @Sendable (Request, Context) async -> Response

/// What a transport calls.
package protocol Responder: Sendable {
  /// Answers a request; every failure is an answer too.
  func respond(to request: Request) async -> Response
}
