// One line for each request: without names, addresses, or what was looked for.

/// What a request was, as a log may keep it: the template of its path, never the path.
package struct AccessEntry: Sendable {
  package let requestID: RequestID
  package let method: Method
  /// `-` for addresses of nothing.
  package let route: String
  package let status: Status
  package let bodyBytes: Int
  package let microseconds: Int
}

/// Tells of every request when its response is made.
package struct AccessLog<Context: RequestContext>: Middleware {
  private let write: @Sendable (AccessEntry) -> Void
  private let now: @Sendable () -> ContinuousClock.Instant

  /// - Parameters:
  ///   - now: the clock.
  ///   - write: takes the line; must be quick.
  package init(
    now: @escaping @Sendable () -> ContinuousClock.Instant = { .now },
    write: @escaping @Sendable (AccessEntry) -> Void
  ) {
    self.now = now
    self.write = write
  }

  package func respond(to request: Request, in context: Context, next: Next<Context>) async throws -> Response
  {
    let start = now()
    let response = await next(request, context)
    let (seconds, attoseconds) = (now() - start).components
    write(
      AccessEntry(
        requestID: context.parts.requestID, method: request.method, route: context.parts.route ?? "-",
        status: response.status, bodyBytes: response.body.length,
        microseconds: Int(clamping: seconds) &* 1_000_000 &+ Int(attoseconds / 1_000_000_000_000)))
    return response
  }
}
