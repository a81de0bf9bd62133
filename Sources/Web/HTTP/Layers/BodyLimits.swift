// No handler reads more than its route takes.

/// Holds bodies to the limit of their route, by the promised length before anything is read, and by what
/// comes while it is read.
package struct BodyLimits<Context: RequestContext>: Middleware {
  package init() {}

  package func respond(to request: Request, in context: Context, next: Next<Context>) async throws -> Response
  {
    let bytesMax = context.parts.bodyBytesMax
    if let length = request.body.length, length > bytesMax { throw Refusal.bodyTooLarge(bytesMax: bytesMax) }
    var request = request
    request.body = request.body.limited(to: bytesMax)
    return await next(request, context)
  }
}
