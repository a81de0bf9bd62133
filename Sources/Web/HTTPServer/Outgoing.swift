// Our answers made into the library's.
import CMicroHTTPD
import Glibc
import HTTP

/// Hands answers to the library.
enum Outgoing {
  /// Queues the answer.
  ///
  /// - Parameter ends: the connection closes behind it.
  static func send(_ response: Response, ends: Bool, on handle: OpaquePointer) -> MHD_Result {
    guard let message = message(response.status.isBodiless ? .empty : response.body) else { return .NO }
    defer { MHD_destroy_response(message) }
    for field in response.headers.fields where !isLibrarys(field.name) {
      MHD_add_response_header(message, field.name.text, field.value.text)
    }
    if ends || response.headers[.connection]?.text == "close" {
      MHD_add_response_header(message, "Connection", "close")
    }
    return MHD_queue_response(handle, UInt32(response.status.code), message)
  }

  private static func message(_ body: Response.Body) -> OpaquePointer? {
    switch body {
    case .empty: return MHD_create_response_from_buffer(0, nil, .RESPMEM_PERSISTENT)
    case .bytes(let bytes):
      return bytes.withUnsafeBytes { buffer in
        MHD_create_response_from_buffer(
          buffer.count, UnsafeMutableRawPointer(mutating: buffer.baseAddress), .RESPMEM_MUST_COPY)
      }
    case .file(let file):
      guard let descriptor = file.take() else { return nil }
      guard let message = MHD_create_response_from_fd64(UInt64(file.length), descriptor) else {
        close(descriptor)
        return nil
      }
      return message
    }
  }

  /// What frames the message is the library's to write.
  private static func isLibrarys(_ name: HeaderName) -> Bool {
    name == .contentLength || name == .transferEncoding || name == .connection
  }

  /// A refusal before there is a request that a site could answer.
  static func plain(_ refusal: Refusal) -> Response {
    var response = Response.text(refusal.wording.title + "\n", status: refusal.status)
    response.headers["content-security-policy"] = "default-src 'none'"
    response.headers["x-content-type-options"] = "nosniff"
    response.headers[.cacheControl] = "no-store"
    for (name, value) in refusal.headers { response.headers[name] = value }
    return response
  }
}
