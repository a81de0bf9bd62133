// Answers "unchanged" where the client has the same bytes already.

/// Names every page by a hash of its bytes and answers 304 to who has them (RFC 9110, section 13).
package struct ConditionalRequests<Context: RequestContext>: Middleware {
  package init() {}

  package func respond(to request: Request, in context: Context, next: Next<Context>) async throws -> Response
  {
    var response = await next(request, context)
    guard request.method == .get || request.method == .head, response.status == .ok else { return response }
    if response.headers[.etag] == nil, case .bytes(let bytes) = response.body,
      response.headers.text(.cacheControl) != "no-store"
    {
      // Weak: the same page packed and not packed.
      response.headers[.etag] = HeaderValue(sound: "W/\"\(ContentHash.of(bytes).hex)\"")
    }
    guard let tag = response.headers.text(.etag), let known = request.headers.text(.ifNoneMatch),
      Self.matches(known, tag)
    else { return response }
    response.status = .notModified
    response.body = .empty
    response.headers[.contentType] = nil
    response.headers[.contentEncoding] = nil
    return response
  }

  /// Weak comparison with each tag of the list.
  static func matches(_ list: String, _ tag: String) -> Bool {
    let wanted = opaque(Array(tag.utf8)[...])
    return list.utf8.split(separator: UInt8(ascii: ",")).contains { member in
      let member = trimmed(member)
      return member == [UInt8(ascii: "*")] || opaque(member[...]).elementsEqual(wanted)
    }
  }

  private static func opaque(_ tag: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    tag.starts(with: "W/".utf8) ? tag.dropFirst(2) : tag
  }
}
