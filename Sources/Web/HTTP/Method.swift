// The methods of requests that are answered at all.

/// What a request wants (RFC 9110, section 9).
package enum Method: String, Sendable, CaseIterable {
  case get = "GET"
  case head = "HEAD"
  case post = "POST"
  case put = "PUT"
  case patch = "PATCH"
  case delete = "DELETE"
  case options = "OPTIONS"

  /// True where a request must change nothing; the others need protection from foreign pages.
  package var isSafe: Bool { self == .get || self == .head || self == .options }
}
