// A client that writes to a socket byte by byte, so that it can also misbehave.
import Glibc
import HTTPServer

/// What a connection did not do.
enum WireFault: Error {
  case noConnection, ended, noAnswer
}

/// One connection.
final class WireClient {
  private let descriptor: Int32
  private var pending: [UInt8] = []

  init(_ address: ServerAddress) throws {
    switch address {
    case .network(_, let port):
      descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
      var name = sockaddr_in()
      name.sin_family = sa_family_t(AF_INET)
      name.sin_port = port.bigEndian
      name.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
      try Self.connect(descriptor, &name)
    case .local(let path):
      descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
      var name = sockaddr_un()
      name.sun_family = sa_family_t(AF_UNIX)
      withUnsafeMutableBytes(of: &name.sun_path) { $0.copyBytes(from: Array(path.utf8)) }
      try Self.connect(descriptor, &name)
    }
    // A test that waits for ever is worse than one that fails; on a busy machine a handler waits for a turn.
    var limit = timeval(tv_sec: 120, tv_usec: 0)
    setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
  }

  private static func connect<Name>(_ descriptor: Int32, _ name: inout Name) throws {
    let length = socklen_t(MemoryLayout<Name>.size)
    let answer = withUnsafePointer(to: &name) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { Glibc.connect(descriptor, $0, length) }
    }
    guard answer == 0 else { throw WireFault.noConnection }
  }

  deinit { close(descriptor) }

  /// - Returns: false when the other end is closed.
  @discardableResult
  func write(_ bytes: [UInt8]) -> Bool {
    var count = 0
    while count < bytes.count {
      let sent = bytes.withUnsafeBytes { buffer in
        send(descriptor, buffer.baseAddress.map { $0 + count }, bytes.count - count, Int32(MSG_NOSIGNAL))
      }
      guard sent > 0 else { return false }
      count += sent
    }
    return true
  }

  @discardableResult
  func write(_ text: String) -> Bool { write(Array(text.utf8)) }

  /// Some bytes; none at the end of the connection.
  private func receive() -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: 65_536) { buffer, count in
      count = max(0, recv(descriptor, buffer.baseAddress, buffer.count, 0))
    }
  }

  /// True when the server has closed the connection without another answer.
  var isClosed: Bool {
    if pending.isEmpty { pending = receive() }
    return pending.isEmpty
  }

  /// Everything until the end of the connection.
  func rest() -> String {
    while case let more = receive(), !more.isEmpty { pending += more }
    defer { pending = [] }
    return String(decoding: pending, as: UTF8.self)
  }

  /// The next answer.
  func read(isHead: Bool = false) throws -> Answer {
    let end = try find([13, 10, 13, 10])
    let lines = String(decoding: pending[..<end], as: UTF8.self).split(separator: "\r\n")
    pending.removeFirst(end + 4)
    guard let status = lines.first.flatMap({ Int($0.split(separator: " ")[1]) }) else {
      throw WireFault.noAnswer
    }
    if status == 100 { return try read(isHead: isHead) }
    let fields = lines.dropFirst().map { line in
      let parts = line.split(separator: ":", maxSplits: 1)
      return (
        name: parts[0].lowercased(), value: String(parts.count > 1 ? parts[1].drop { $0 == " " } : "")
      )
    }
    let length = fields.first { $0.name == "content-length" }.flatMap { Int($0.value) } ?? 0
    let count = isHead || status == 304 || status == 204 ? 0 : length
    while pending.count < count {
      let more = receive()
      guard !more.isEmpty else { throw WireFault.ended }
      pending += more
    }
    let body = Array(pending.prefix(count))
    pending.removeFirst(count)
    return Answer(status: status, fields: fields, body: body)
  }

  private func find(_ sign: [UInt8]) throws -> Int {
    var start = 0
    while true {
      if let place = pending[min(start, pending.count)...].firstRange(of: sign)?.lowerBound { return place }
      start = max(0, pending.count - 3)
      let more = receive()
      guard !more.isEmpty else { throw WireFault.ended }
      pending += more
    }
  }
}

extension Question {
  var wire: [UInt8] {
    var head = "\(method) \(target) HTTP/1.1\r\nHost: probe\r\n"
    for (name, value) in fields { head += "\(name): \(value)\r\n" }
    guard let body else { return Array((head + "\r\n").utf8) }
    guard let size = chunkBytes else {
      return Array((head + "Content-Length: \(body.count)\r\n\r\n").utf8) + body
    }
    var bytes = Array((head + "Transfer-Encoding: chunked\r\n\r\n").utf8)
    for start in stride(from: 0, to: body.count, by: size) {
      let chunk = body[start..<min(start + size, body.count)]
      bytes += Array((String(chunk.count, radix: 16) + "\r\n").utf8) + chunk + [13, 10]
    }
    return bytes + Array("0\r\n\r\n".utf8)
  }
}

/// Asks over a socket, each question on a connection of its own.
struct SocketClient: SiteClient {
  let address: ServerAddress

  func ask(_ question: Question) async throws -> Answer {
    // The socket blocks: not on the threads of tasks.
    try await withCheckedThrowingContinuation { continuation in
      let thread = Work {
        continuation.resume(
          with: Result {
            let client = try WireClient(address)
            client.write(question.wire)
            return try client.read(isHead: question.method == "HEAD")
          })
      }
      thread.start()
    }
  }
}
