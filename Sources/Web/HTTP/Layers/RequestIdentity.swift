// The first layer: who asks, through what, and under which number.

/// Believes what a proxy in front says about the client, numbers requests and answers.
///
/// Only a peer that is trusted may say `X-Forwarded-For`, `X-Forwarded-Proto` and `X-Request-ID`; from
/// anybody
/// else these fields are taken away.
package struct RequestIdentity<Context: RequestContext>: Middleware {
  private let trustedPeers: Set<String>

  /// - Parameter trustedPeers: addresses of the proxies in front. A local socket's peer is the empty address.
  package init(trustedPeers: Set<String> = []) { self.trustedPeers = trustedPeers }

  package func respond(to request: Request, in context: Context, next: Next<Context>) async throws -> Response
  {
    var request = request
    var context = context
    if trustedPeers.contains(request.peer) {
      // The proxy adds the client behind what the client itself claimed.
      let claimed = request.headers.text(.forwardedFor)
      if let client = claimed?.utf8.split(separator: UInt8(ascii: ",")).last.map({ trimmed($0) }),
        Self.isAddress(client)
      {
        context.parts.clientAddress = String(decoding: client, as: UTF8.self)
      }
      context.parts.isSecure = request.headers.text(.forwardedProto) == "https"
      if let number = request.headers.text(.requestID).flatMap({ RequestID($0) }) {
        context.parts.requestID = number
      }
    } else {
      request.headers[.forwardedFor] = nil
      request.headers[.forwardedProto] = nil
      request.headers[.requestID] = nil
    }
    var response = await next(request, context)
    response.headers[.requestID] = HeaderValue(sound: context.parts.requestID.text)
    return response
  }

  /// Digits, letters, points and colons of addresses.
  private static func isAddress(_ bytes: [UInt8]) -> Bool {
    (2...45).contains(bytes.count)
      && bytes.allSatisfy { byte in
        (0x30...0x3A).contains(byte) || (0x61...0x66).contains(smallLetter(byte)) || byte == 0x2E
      }
  }
}
