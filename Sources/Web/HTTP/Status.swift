// The status codes of answers.

/// A status code (RFC 9110, section 15).
package struct Status: Hashable, Sendable {
  package let code: Int

  /// - Precondition: 200…599.
  package init(_ code: Int) {
    precondition((200...599).contains(code), "a status code has three digits")
    self.code = code
  }

  package static let ok = Status(200)
  package static let created = Status(201)
  package static let accepted = Status(202)
  package static let noContent = Status(204)
  package static let movedPermanently = Status(301)
  package static let seeOther = Status(303)
  package static let notModified = Status(304)
  package static let badRequest = Status(400)
  package static let unauthorized = Status(401)
  package static let forbidden = Status(403)
  package static let notFound = Status(404)
  package static let methodNotAllowed = Status(405)
  package static let requestTimeout = Status(408)
  package static let conflict = Status(409)
  package static let gone = Status(410)
  package static let preconditionFailed = Status(412)
  package static let contentTooLarge = Status(413)
  package static let targetTooLong = Status(414)
  package static let unsupportedMediaType = Status(415)
  package static let unprocessableContent = Status(422)
  package static let tooManyRequests = Status(429)
  package static let headersTooLarge = Status(431)
  package static let internalFailure = Status(500)
  package static let notImplemented = Status(501)
  package static let unavailable = Status(503)

  /// True where an answer never has a body.
  package var isBodiless: Bool { code == 204 || code == 304 }
}
