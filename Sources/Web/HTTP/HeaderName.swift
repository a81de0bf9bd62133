// The names of header fields, checked once and in small letters.

/// The name of a header field: a token (RFC 9110, section 5.6.2), compared without regard to case.
package struct HeaderName: Hashable, Sendable, ExpressibleByStringLiteral {
  /// In small letters.
  package let text: String

  private static let bytesMax = 100

  /// - Returns: nil for anything that is no token.
  package init?(_ text: String) {
    guard (1...Self.bytesMax).contains(text.utf8.count), text.utf8.allSatisfy(isTokenByte) else { return nil }
    self.init(checked: text)
  }

  /// A name written in the program. A literal with a wrong sign is the programmer's mistake.
  package init(stringLiteral literal: StaticString) {
    let text = literal.description
    precondition(!text.isEmpty && text.utf8.allSatisfy(isTokenByte), "a header's name is a token")
    self.init(checked: text)
  }

  private init(checked text: String) {
    let isSmall = text.utf8.allSatisfy { !($0 >= 0x41 && $0 <= 0x5A) }
    self.text = isSmall ? text : String(decoding: text.utf8.map(smallLetter), as: UTF8.self)
  }

  package static let accept: HeaderName = "accept"
  package static let acceptEncoding: HeaderName = "accept-encoding"
  package static let allow: HeaderName = "allow"
  package static let authorization: HeaderName = "authorization"
  package static let cacheControl: HeaderName = "cache-control"
  package static let connection: HeaderName = "connection"
  package static let contentDisposition: HeaderName = "content-disposition"
  package static let contentEncoding: HeaderName = "content-encoding"
  package static let contentLength: HeaderName = "content-length"
  package static let contentType: HeaderName = "content-type"
  package static let cookie: HeaderName = "cookie"
  package static let etag: HeaderName = "etag"
  package static let expect: HeaderName = "expect"
  package static let forwardedFor: HeaderName = "x-forwarded-for"
  package static let forwardedProto: HeaderName = "x-forwarded-proto"
  package static let host: HeaderName = "host"
  package static let ifNoneMatch: HeaderName = "if-none-match"
  package static let location: HeaderName = "location"
  package static let origin: HeaderName = "origin"
  package static let referer: HeaderName = "referer"
  package static let requestID: HeaderName = "x-request-id"
  package static let retryAfter: HeaderName = "retry-after"
  package static let secFetchSite: HeaderName = "sec-fetch-site"
  package static let setCookie: HeaderName = "set-cookie"
  package static let transferEncoding: HeaderName = "transfer-encoding"
  package static let vary: HeaderName = "vary"
}

/// The signs of a token.
func isTokenByte(_ byte: UInt8) -> Bool {
  switch byte {
  case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
  case 0x21, 0x23...0x27, 0x2A, 0x2B, 0x2D, 0x2E, 0x5E, 0x5F, 0x60, 0x7C, 0x7E: true
  default: false
  }
}

/// A to Z made small; every other byte stays.
func smallLetter(_ byte: UInt8) -> UInt8 {
  byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
}
