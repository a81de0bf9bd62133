// An answer, as a transport sends it.

/// Status, header fields and body of an answer.
package struct Response: Sendable {
  /// What is sent.
  package enum Body: Sendable {
    case empty
    case bytes([UInt8])
    /// A file that is already open.
    case file(OpenFile)

    /// How many bytes are sent.
    package var length: Int {
      switch self {
      case .empty: 0
      case .bytes(let bytes): bytes.count
      case .file(let file): file.length
      }
    }
  }

  package var status: Status
  package var headers: Headers
  package var body: Body

  package init(_ status: Status = .ok, headers: Headers = Headers(), body: Body = .empty) {
    self.status = status
    self.headers = headers
    self.body = body
  }

  /// An answer of one media type.
  package init(_ status: Status = .ok, type: MediaType, bytes: [UInt8]) {
    self.init(status, body: .bytes(bytes))
    headers[.contentType] = type.header
  }

  /// A page.
  package static func html(_ bytes: [UInt8], status: Status = .ok) -> Response {
    Response(status, type: .html, bytes: bytes)
  }

  /// A JSON document.
  package static func json(_ bytes: [UInt8], status: Status = .ok) -> Response {
    Response(status, type: .json, bytes: bytes)
  }

  /// Plain text.
  package static func text(_ text: String, status: Status = .ok) -> Response {
    Response(status, type: .text, bytes: Array(text.utf8))
  }

  /// Go and look there; after a form, so that a reload sends nothing twice.
  package static func redirect(to link: Link, status: Status = .seeOther) -> Response {
    var response = Response(status)
    response.headers[.location] = HeaderValue(sound: link.text)
    return response
  }

  /// A file to be kept under a name.
  package static func download(_ body: Body, type: MediaType, name: String) -> Response {
    var response = Response(body: body)
    response.headers[.contentType] = type.header
    response.headers[.contentDisposition] = ContentDisposition.attachment(name)
    return response
  }

  /// Sets a cookie; others stay.
  package mutating func set(_ cookie: SetCookie) {
    headers.append(.setCookie, cookie.header)
  }
}

/// How a file that is sent is to be kept (RFC 6266).
package enum ContentDisposition {
  /// `attachment` with the name twice: for old browsers in ASCII, for the others in UTF-8.
  package static func attachment(_ name: String) -> HeaderValue {
    let name = String(decoding: name.utf8.filter { $0 >= 0x20 && $0 != 0x7F }.prefix(200), as: UTF8.self)
      .replacing("/", with: "_").replacing("\\", with: "_")
    let plain = String(
      decoding: name.unicodeScalars.map { scalar in
        scalar.isASCII && scalar != "\"" && scalar != "%" && scalar != ";" ? UInt8(scalar.value) : 0x5F
      }, as: UTF8.self)
    return HeaderValue(
      sound: "attachment; filename=\"\(plain)\"; filename*=UTF-8''\(PercentCoding.encode(name))")
  }
}
