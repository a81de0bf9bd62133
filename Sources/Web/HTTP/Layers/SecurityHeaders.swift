// What browsers are told so that a mistake in a page stays harmless.

/// Sets the fields that shut doors, where the handler has not set its own.
package struct SecurityHeaders<Context: RequestContext>: Middleware {
  /// Scripts, styles, pictures and fonts come from this site alone; nothing inline, no frames, no plug-ins,
  /// no base, and forms go nowhere else.
  package static var policy: HeaderValue {
    """
    default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; \
    connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'
    """
  }

  package init() {}

  package func respond(to request: Request, in context: Context, next: Next<Context>) async throws -> Response
  {
    var response = await next(request, context)
    response.headers.setDefault("content-security-policy", Self.policy)
    response.headers.setDefault("x-content-type-options", "nosniff")
    response.headers.setDefault("x-frame-options", "DENY")
    response.headers.setDefault("referrer-policy", "same-origin")
    response.headers.setDefault("cross-origin-opener-policy", "same-origin")
    response.headers.setDefault("cross-origin-resource-policy", "same-origin")
    response.headers.setDefault(
      "permissions-policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()")
    // Pages are for one reader and may be out of date in a minute.
    response.headers.setDefault(.cacheControl, "private, no-cache")
    if context.parts.isSecure {
      response.headers.setDefault("strict-transport-security", "max-age=31536000; includeSubDomains")
    }
    return response
  }
}
