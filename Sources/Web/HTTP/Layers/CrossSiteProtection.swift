// No foreign page makes a reader's browser change anything here.

/// Three locks against forged requests: cookies that foreign forms do not send, the origin that browsers
/// name,
/// and a token in every form.
///
/// The token's secret is the session's where the application names one, else a cookie of its own, so that
/// signing in is protected too. Requests that bring no cookie but an `Authorization` of their own cannot be
/// forged by a page and need no token.
package struct CrossSiteProtection<Context: RequestContext>: Middleware {
  /// The secret of the session in a context; nil where nobody is signed in.
  package typealias Secret = @Sendable (Context) -> [UInt8]?

  /// The cookie's name without its prefix.
  package static var cookieName: String { "form" }

  private let secret: Secret

  /// - Parameter secret: 32 bytes that belong to the session.
  package init(secret: @escaping Secret = { _ in nil }) { self.secret = secret }

  package func respond(to request: Request, in context: Context, next: Next<Context>) async throws -> Response
  {
    var request = request
    var context = context
    let sessionToken = secret(context).map { FormToken(secret: $0) }
    let name = SetCookie.name(Self.cookieName, isSecure: context.parts.isSecure)
    let cookieToken = Cookies(request.headers)[name].flatMap { FormToken(cookie: $0) }
    if !request.method.isSafe, !Self.cannotBeForged(request) {
      guard Self.isOwnOrigin(request, isSecure: context.parts.isSecure) else { throw Refusal.foreignOrigin }
      guard let token = sessionToken ?? cookieToken else { throw Refusal.staleForm }
      request.body = try await Self.checked(request, token)
    }
    let token = sessionToken ?? cookieToken ?? FormToken()
    context.parts.formToken = token
    var response = await next(request, context)
    if sessionToken == nil, cookieToken == nil, Self.isPage(response) {
      var cookie = try SetCookie(
        name: Self.cookieName, value: token.cookieText, isSecure: context.parts.isSecure)
      cookie.sameSite = .strict
      response.set(cookie)
    }
    return response
  }

  private static func cannotBeForged(_ request: Request) -> Bool {
    request.headers[.cookie] == nil && request.headers[.authorization] != nil
  }

  private static func isPage(_ response: Response) -> Bool {
    response.headers.text(.contentType)?.utf8.starts(with: "text/html".utf8) ?? false
  }

  /// Browsers name the page a request comes from; a request that names none is not from a browser's form.
  static func isOwnOrigin(_ request: Request, isSecure: Bool) -> Bool {
    if let site = request.headers.text(.secFetchSite), site != "same-origin" { return false }
    guard let host = request.headers.text(.host), !host.isEmpty else { return false }
    let own = Array(((isSecure ? "https://" : "http://") + host).utf8.map(smallLetter))
    if let origin = request.headers.text(.origin) { return origin.utf8.map(smallLetter) == own }
    guard let referer = request.headers.text(.referer) else { return false }
    let rest = referer.utf8.map(smallLetter)
    return rest.starts(with: own) && (rest.count == own.count || rest[own.count] == UInt8(ascii: "/"))
  }

  /// Looks for the token in the header, in a simple form, or in the first part of an upload.
  ///
  /// - Returns: the body from its beginning.
  private static func checked(_ request: Request, _ token: FormToken) async throws -> RequestBody {
    if let copy = request.headers.text(FormToken.headerName) {
      guard token.accepts(copy) else { throw Refusal.staleForm }
      return request.body
    }
    switch request.mediaType {
    case "application/x-www-form-urlencoded":
      let bytes = try await request.body.collect(bytesMax: Request.formBytesMax)
      let form: FormFields
      do throws(FormFault) { form = try FormFields(parsing: bytes) } catch { throw Refusal.badForm(error) }
      guard form.all(FormToken.fieldName).count == 1, let copy = form[FormToken.fieldName],
        token.accepts(copy)
      else { throw Refusal.staleForm }
      return RequestBody(bytes)
    case "multipart/form-data":
      return try await checkedUpload(request, token)
    default:
      throw Refusal.staleForm
    }
  }

  /// The token must be the first part, so that no byte of a file is kept for a foreign page.
  private static func checkedUpload(_ request: Request, _ token: FormToken) async throws -> RequestBody {
    guard var parser = MultipartParser(contentType: request.headers.text(.contentType) ?? "") else {
      throw Refusal.badForm(.broken)
    }
    var pieces: [[UInt8]] = []
    var copy: [UInt8] = []
    while let piece = try await request.body.next() {
      pieces.append(piece)
      var isComplete = false
      do throws(FormFault) {
        try parser.feed(piece) { event in
          guard !isComplete else { return }
          switch event {
          case .part(let head): isComplete = head.name != FormToken.fieldName || head.fileName != nil
          case .bytes(let bytes): copy += bytes
          case .partEnd, .end: isComplete = true
          }
        }
      } catch { throw Refusal.badForm(error) }
      if isComplete {
        guard token.accepts(String(decoding: copy, as: UTF8.self)) else { throw Refusal.staleForm }
        return request.body.preceded(by: pieces)
      }
      guard pieces.reduce(0, { $0 + $1.count }) < 1 << 16 else { throw Refusal.staleForm }
    }
    throw Refusal.badForm(.broken)
  }
}
