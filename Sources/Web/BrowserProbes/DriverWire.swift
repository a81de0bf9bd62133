// One question to the driver over a plain local socket: HTTP/1.1 as far as the driver speaks it.
internal import Glibc

/// Asks on 127.0.0.1; a connection for each question.
struct DriverWire {
  var port: UInt16
  /// After so long without a byte the driver counts as gone.
  static let secondsMax = 60

  /// - Returns: the body of the answer, whatever its status.
  func ask(_ method: String, _ path: String, _ body: [UInt8]) throws(BrowserProblem) -> [UInt8] {
    let head =
      "\(method) \(path) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nConnection: close\r\n"
      + "Content-Type: application/json; charset=utf-8\r\nContent-Length: \(body.count)\r\n\r\n"
    return try exchange(Array(head.utf8) + body).body
  }

  /// Sends a whole message, and waits for one.
  func exchange(_ message: [UInt8]) throws(BrowserProblem) -> (head: String, body: [UInt8]) {
    let end = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    guard end >= 0 else { throw .driverGone }
    defer { close(end) }
    var patience = timeval(tv_sec: Self.secondsMax, tv_usec: 0)
    for option in [SO_RCVTIMEO, SO_SNDTIMEO] {
      setsockopt(end, SOL_SOCKET, option, &patience, socklen_t(MemoryLayout<timeval>.size))
    }
    try connect(end)
    try write(message, to: end)
    return try answer(from: end)
  }

  private func connect(_ end: Int32) throws(BrowserProblem) {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let result = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        Glibc.connect(end, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard result == 0 else { throw .driverGone }
  }

  private func write(_ bytes: [UInt8], to end: Int32) throws(BrowserProblem) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { send(end, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw .driverGone }
      rest = rest.dropFirst(count)
    }
  }

  private func answer(from end: Int32) throws(BrowserProblem) -> (head: String, body: [UInt8]) {
    var all: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      // The driver keeps connections open whatever it is told.
      if let body = try Self.body(of: all), let gap = Self.end(ofHead: all) {
        return (String(decoding: all[..<gap], as: UTF8.self), body)
      }
      let count = read(end, &block, block.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw .driverGone }
      all += block[..<count]
    }
  }

  /// The body of an answer, as long as its head says; nil while some of it is missing.
  static func body(of answer: [UInt8]) throws(BrowserProblem) -> [UInt8]? {
    guard let gap = end(ofHead: answer) else { return nil }
    let head = String(decoding: answer[..<gap], as: UTF8.self)
    guard head.utf8.starts(with: "HTTP/1.1 ".utf8) else { throw .badAnswer }
    for line in head.split(whereSeparator: \.isNewline).dropFirst() {
      let parts = line.split(separator: ":", maxSplits: 1)
      guard parts.count == 2, parts[0].lowercased() == "content-length" else { continue }
      guard let length = Int(parts[1].drop { $0 == " " }), length >= 0 else { throw .badAnswer }
      let body = answer[(gap + 4)...]
      return body.count < length ? nil : Array(body.prefix(length))
    }
    throw .badAnswer
  }

  /// Where the empty line behind a head begins.
  private static func end(ofHead answer: [UInt8]) -> Int? {
    let gap: [UInt8] = [0x0D, 0x0A, 0x0D, 0x0A]
    return answer.indices.first { answer[$0] == 0x0D && answer[$0...].starts(with: gap) }
  }
}
