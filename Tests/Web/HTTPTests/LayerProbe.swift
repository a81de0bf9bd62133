// A small site behind chosen layers, and what it answers.
import HTTP

/// Answers requests as a transport would hear it, without one.
struct LayerProbe {
  var router = Router<PlainContext>()
  var layers: [any Middleware<PlainContext>] = []
  var errors = ErrorResponses()

  func response(
    _ method: Method = .get, _ path: String, _ fields: [(HeaderName, String)] = [],
    body: RequestBody = .empty, peer: String = "192.0.2.7"
  ) async throws -> Response {
    var headers = Headers()
    for (name, value) in fields { headers.append(name, try HeaderValue(value)) }
    let request = Request(
      method: method, target: try RequestTarget(parsing: path), headers: headers, body: body, peer: peer)
    return await Site(router, layers: layers, errors: errors).respond(to: request)
  }
}

extension Response {
  var text: String {
    switch body {
    case .empty: ""
    case .bytes(let bytes): String(decoding: bytes, as: UTF8.self)
    case .file(let file): String(decoding: file.read() ?? [], as: UTF8.self)
    }
  }

  var bytes: [UInt8] { if case .bytes(let bytes) = body { bytes } else { [] } }
}
