// A request, as a transport hands it over.

/// Head and body of a request.
package struct Request: Sendable {
  package var method: Method
  package var target: RequestTarget
  package var headers: Headers
  package var body: RequestBody
  /// Who is at the other end of the connection, such as `127.0.0.1`; empty where nobody knows.
  package var peer: String

  package init(
    method: Method, target: RequestTarget, headers: Headers = Headers(), body: RequestBody = .empty,
    peer: String = ""
  ) {
    self.method = method
    self.target = target
    self.headers = headers
    self.body = body
    self.peer = peer
  }

  /// The media type of the body in small letters, without its parameters.
  package var mediaType: String? {
    headers.text(.contentType).map { text in
      String(decoding: trimmed(text.utf8.prefix { $0 != UInt8(ascii: ";") }).map(smallLetter), as: UTF8.self)
    }
  }

  /// True where the client would rather have JSON than a page.
  package var wantsJSON: Bool {
    guard let accept = headers.text(.accept) else { return false }
    let list = HeaderList(accept)
    let json = max(list.quality(of: "application/json"), list.quality(of: "application/problem+json"))
    return list.members.contains { $0.name.utf8.contains(UInt8(ascii: "j")) }
      && json > list.quality(of: "text/html")
  }

  /// How long the fields of a simple form may be together.
  package static let formBytesMax = 2 << 20

  /// The fields of a simple form.
  ///
  /// - Throws: `Refusal` for another media type, for too many bytes, and for what cannot be read.
  package func form(bytesMax: Int = Request.formBytesMax) async throws -> FormFields {
    guard mediaType == "application/x-www-form-urlencoded" else { throw Refusal.unsupportedMediaType }
    let bytes = try await body.collect(bytesMax: bytesMax)
    do throws(FormFault) {
      return try FormFields(parsing: bytes)
    } catch { throw Refusal.badForm(error) }
  }
}
