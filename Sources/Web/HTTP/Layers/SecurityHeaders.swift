// What browsers are told so that a mistake in a page stays harmless.

/// Sets the fields that shut doors, where the handler has not set its own.
package struct SecurityHeaders<Context: RequestContext>: Middleware {
  package init() {}

  package func respond(to request: Request, in context: Context, next: Next<Context>) async throws -> Response
  {
    var response = await next(request, context)
    for (name, value) in SecurityFields.all { response.headers.setDefault(name, value) }
    if context.parts.isSecure {
      response.headers.setDefault(SecurityFields.transport.0, SecurityFields.transport.1)
    }
    return response
  }
}

/// The fields, checked once.
private enum SecurityFields {
  /// Scripts, styles, pictures and fonts come from this site alone; nothing inline, no frames, no plug-ins,
  /// no base, and forms go nowhere else.
  static let policy: HeaderValue = """
    default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; \
    connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'
    """

  static let all: [(HeaderName, HeaderValue)] = [
    ("content-security-policy", policy), ("x-content-type-options", "nosniff"), ("x-frame-options", "DENY"),
    ("referrer-policy", "same-origin"), ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    ("permissions-policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
    // Pages are for one reader and may be out of date in a minute.
    (.cacheControl, "private, no-cache"),
  ]

  static let transport: (HeaderName, HeaderValue) = (
    "strict-transport-security", "max-age=31536000; includeSubDomains"
  )
}
