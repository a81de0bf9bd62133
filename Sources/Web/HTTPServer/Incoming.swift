// The library's view of a request made into ours, with what it leaves unchecked checked.
import CMicroHTTPD
import HTTP

/// The head of a request.
struct Incoming {
  let method: Method
  let target: RequestTarget
  let headers: Headers
  /// nil for a body in chunks.
  let length: Int?
  /// True where bytes may follow the head.
  let expectsBody: Bool

  /// - Throws: `Refusal` for a method that is unknown, an address that is none, and for a message whose end
  ///   two readers could see in different places.
  init(_ handle: OpaquePointer, method: String, target: String, isHTTP11: Bool) throws(Refusal) {
    guard let headers = Self.headers(handle) else { throw .badMessage }
    self.headers = headers
    let hosts = headers.all(.host)
    guard hosts.count == 1 || (hosts.isEmpty && !isHTTP11) else { throw .badMessage }
    let lengths = headers.all(.contentLength)
    let codings = headers.all(.transferEncoding)
    switch (lengths.count, codings.count) {
    case (0, 0):
      length = 0
      expectsBody = false
    case (1, 0):
      guard let bytes = Self.length(lengths[0].text) else { throw .badMessage }
      length = bytes
      expectsBody = bytes > 0
    case (0, 1):
      guard isHTTP11, codings[0].text.utf8.elementsEqual("chunked".utf8) else { throw .badMessage }
      length = nil
      expectsBody = true
    default: throw .badMessage
    }
    guard let method = Method(rawValue: method) else { throw .methodUnknown }
    self.method = method
    self.target = try RequestTarget(parsing: target)
  }

  /// nil where a field has a control sign in it.
  private static func headers(_ handle: OpaquePointer) -> Headers? {
    var collector = Collector()
    withUnsafeMutablePointer(to: &collector) { collector in
      _ = MHD_get_connection_values_n(
        handle, .HEADER_KIND,
        { context, _, name, nameLength, value, valueLength in
          guard let collector = context?.assumingMemoryBound(to: Collector.self) else { return .NO }
          collector.pointee.take(
            UnsafeRawBufferPointer(start: name, count: nameLength),
            UnsafeRawBufferPointer(start: value, count: valueLength))
          return .YES
        }, collector)
    }
    return collector.isSound ? collector.headers : nil
  }

  private struct Collector {
    var headers = Headers()
    var isSound = true

    mutating func take(_ name: UnsafeRawBufferPointer, _ value: UnsafeRawBufferPointer) {
      guard let name = HeaderName(String(decoding: name, as: UTF8.self)),
        let value = HeaderValue(received: String(decoding: value, as: UTF8.self))
      else {
        isSound = false
        return
      }
      headers.append(name, value)
    }
  }

  /// Digits alone, so many that they fit.
  private static func length(_ text: String) -> Int? {
    guard (1...18).contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return nil
    }
    return Int(text)
  }
}
