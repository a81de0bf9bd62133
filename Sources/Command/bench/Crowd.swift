// Many people at once over plain sockets: one thread, a connection each, everybody at a pace of their own.
import Glibc

/// Somebody of a crowd: what is asked next, and what is made of the answer.
protocol CrowdMember: AnyObject {
  /// The next request, whole.
  func request() -> [UInt8]
  /// - Returns: what is wrong with it; nil for a good one.
  func take(_ answer: CrowdAnswer) -> String?
}

/// An answer as it came.
struct CrowdAnswer {
  let status: Int
  let head: String
  let body: ArraySlice<UInt8>
}

/// How long answers took.
struct CrowdFigures {
  /// Milliseconds from the moment at which the request was due to the last byte, in ascending order.
  fileprivate(set) var milliseconds: [Double] = []
  fileprivate(set) var errors = 0
  /// What was wrong the first time.
  fileprivate(set) var firstError: String?
  fileprivate(set) var bytes = 0
  fileprivate(set) var seconds = 0.0

  /// Answers a second.
  var rate: Double { seconds > 0 ? Double(milliseconds.count) / seconds : 0 }
  /// Bytes of an answer as they travelled, on average.
  var bytesEach: Int { milliseconds.isEmpty ? 0 : bytes / milliseconds.count }

  /// The time in which so many hundredths of the answers came.
  func percentile(_ hundredths: Int) -> Double {
    guard let last = milliseconds.indices.last else { return 0 }
    return milliseconds[min(last, milliseconds.count * hundredths / 100)]
  }
}

/// People who ask a server on this machine.
struct Crowd {
  let port: UInt16
  let members: [any CrowdMember]

  /// A connection and where it stands.
  private struct Line {
    var socket: Int32
    /// When the next request is due, or the one under way was, in nanoseconds.
    var due: Int
    var isWaiting = false
    var output: [UInt8] = []
    var sent = 0
    var input: [UInt8] = []
    /// Of the answer with its head; nil until that is known.
    var whole: Int?
  }

  /// Lets everybody ask for so long.
  ///
  /// - Parameter pause: milliseconds from request to request; 0 for the next as soon as the answer is there.
  ///   Whoever has to wait longer than the pause asks at once, and the time counts from when it was due, so
  ///   that a slow server is not spared the requests that it held up.
  func run(seconds: Int, pause: Int) -> CrowdFigures {
    var figures = CrowdFigures()
    let start = Self.now()
    let end = start + seconds * 1_000_000_000
    var lines = members.indices.compactMap { number -> Line? in
      // everybody begins a little later than the one before
      let due = start + pause * 1_000_000 * number / max(members.count, 1)
      return Self.connected(to: port).map { Line(socket: $0, due: due) }
    }
    figures.errors += members.count - lines.count
    while Self.now() < end {
      var queries: [pollfd] = []
      var asked: [Int] = []
      var next = end
      for number in lines.indices {
        if !lines[number].isWaiting, lines[number].due <= Self.now() { begin(number, &lines[number]) }
        guard lines[number].isWaiting else {
          next = min(next, lines[number].due)
          continue
        }
        let isSent = lines[number].sent == lines[number].output.count
        queries.append(
          pollfd(fd: lines[number].socket, events: Int16(isSent ? POLLIN : POLLIN | POLLOUT), revents: 0))
        asked.append(number)
      }
      let left = max(0, min(next - Self.now(), 20_000_000) / 1_000_000)
      guard poll(&queries, nfds_t(queries.count), Int32(left)) > 0 else { continue }
      for (query, number) in zip(queries, asked) where query.revents != 0 {
        go(on: number, &lines[number], pause: pause, &figures)
      }
    }
    for line in lines { close(line.socket) }
    figures.seconds = Double(Self.now() - start) / 1e9
    figures.milliseconds.sort()
    return figures
  }

  private func begin(_ number: Int, _ line: inout Line) {
    line.output = members[number].request()
    line.sent = 0
    line.isWaiting = true
    send(&line)
  }

  private func send(_ line: inout Line) {
    while line.sent < line.output.count {
      let count = line.output[line.sent...].withUnsafeBytes {
        Glibc.send(line.socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return }
      line.sent += count
    }
  }

  /// Reads what is there; a whole answer is given to whoever waits for it.
  private func go(on number: Int, _ line: inout Line, pause: Int, _ figures: inout CrowdFigures) {
    send(&line)
    var block = [UInt8](repeating: 0, count: 1 << 16)
    let count = read(line.socket, &block, block.count)
    if count < 0, errno == EAGAIN || errno == EINTR { return }
    guard count > 0 else {
      figures.errors += 1
      reopen(&line)
      return
    }
    line.input += block[..<count]
    if line.whole == nil { line.whole = Self.wholeLength(of: line.input) }
    guard let whole = line.whole, line.input.count >= whole else { return }
    figures.milliseconds.append(Double(Self.now() - line.due) / 1e6)
    figures.bytes += whole
    if let wrong = members[number].take(Self.answer(line.input[..<whole])) {
      figures.errors += 1
      figures.firstError = figures.firstError ?? wrong
    }
    line.input.removeFirst(whole)
    line.whole = nil
    line.isWaiting = false
    line.due = pause > 0 ? line.due + pause * 1_000_000 : Self.now()
  }

  private func reopen(_ line: inout Line) {
    close(line.socket)
    line = Line(socket: Self.connected(to: port) ?? -1, due: Self.now() + 100_000_000)
  }

  // MARK: The wire

  private static func now() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1_000_000_000 + time.tv_nsec
  }

  private static func connected(to port: UInt16) -> Int32? {
    let end = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    guard end >= 0 else { return nil }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let result = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        Glibc.connect(end, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    var yes: Int32 = 1
    setsockopt(end, Int32(IPPROTO_TCP), TCP_NODELAY, &yes, socklen_t(MemoryLayout<Int32>.size))
    guard result == 0, fcntl(end, F_SETFL, O_NONBLOCK) == 0 else {
      close(end)
      return nil
    }
    return end
  }

  private static let gap: [UInt8] = [0x0D, 0x0A, 0x0D, 0x0A]

  private static func headEnd(_ bytes: some RandomAccessCollection<UInt8>) -> Int? {
    let bytes = Array(bytes.prefix(8_192))
    return bytes.indices.first { bytes[$0] == 0x0D && bytes[$0...].starts(with: gap) }
  }

  /// Head and body by the length that the head tells; nil while the head is not whole.
  private static func wholeLength(of bytes: [UInt8]) -> Int? {
    guard let end = headEnd(bytes) else { return nil }
    for line in String(decoding: bytes[..<end], as: UTF8.self).split(whereSeparator: \.isNewline) {
      let parts = line.split(separator: ":", maxSplits: 1)
      guard parts.count == 2, parts[0].lowercased() == "content-length" else { continue }
      return Int(parts[1].filter(\.isNumber)).map { end + 4 + $0 }
    }
    return end + 4
  }

  private static func answer(_ bytes: ArraySlice<UInt8>) -> CrowdAnswer {
    let end = headEnd(bytes) ?? 0
    let head = String(decoding: bytes.prefix(end), as: UTF8.self)
    let words = head.split(separator: " ", maxSplits: 2)
    return CrowdAnswer(
      status: words.count > 1 ? Int(words[1]) ?? 0 : 0, head: head, body: bytes.dropFirst(end + 4))
  }
}
