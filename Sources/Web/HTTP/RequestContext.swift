// What is known about a request besides the request: a struct of the application's own, typed.

/// The state of one request. The application's struct holds what it needs, such as who is signed in.
package protocol RequestContext: Sendable {
  init(_ parts: ContextParts)
  /// What this room knows.
  var parts: ContextParts { get set }
}

/// What the middleware of this room writes down about a request.
package struct ContextParts: Sendable {
  /// Stands in the answer, in logs and on error pages.
  package var requestID: RequestID
  /// The template of the path that fits, nil for addresses of nothing.
  package var route: String?
  /// The largest body that the route takes.
  package var bodyBytesMax = 0
  /// Whether the client came through TLS, as far as a trusted proxy says.
  package var isSecure = false
  /// The client's address, as far as a trusted proxy says; else the peer's.
  package var clientAddress = ""
  /// What forms have to send back; set by `CrossSiteProtection`.
  package var formToken: FormToken?

  package init(requestID: RequestID) { self.requestID = requestID }
}

/// A context without anything of an application, for small sites and tests.
package struct PlainContext: RequestContext {
  package var parts: ContextParts

  package init(_ parts: ContextParts) { self.parts = parts }
}

/// A request's number: 16 hexadecimal digits.
package struct RequestID: Hashable, Sendable {
  package let text: String

  /// A random one.
  package init() {
    text = Self.hex(UInt64.random(in: .min ... .max))
  }

  /// One that a trusted proxy gave: letters, digits and hyphens.
  package init?(_ text: String) {
    let isSound = text.utf8.allSatisfy {
      (0x30...0x39).contains($0) || (0x61...0x7A).contains(smallLetter($0)) || $0 == 0x2D
    }
    guard (8...64).contains(text.utf8.count), isSound else { return nil }
    self.text = text
  }

  private static func hex(_ number: UInt64) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(unsafeUninitializedCapacity: 16) { buffer in
      for place in 0..<16 { buffer[place] = digits[Int(number >> (60 - 4 * UInt64(place)) & 15)] }
      return 16
    }
  }
}
