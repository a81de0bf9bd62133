// Clients that are slow, too large, contradictory or broken, and the server that stays.
import Glibc
import HTTP
import HTTPServer
import Testing

@Suite(.timeLimit(.minutes(5)))
struct HostileClientTests {
  /// Sends bytes on one connection and gives the statuses in what comes back until it is closed.
  private func statuses(_ text: String, at address: ServerAddress) async throws -> Set<Int> {
    try await apart {
      let client = try WireClient(address)
      client.write(text)
      // The library writes the head of its own refusals twice; so the text is searched, not read.
      let pieces = client.rest().split(separator: "HTTP/1.1 ").map { $0.prefix(3) }
      return Set(pieces.compactMap { Int($0) })
    }
  }

  private func withSite(
    _ change: (inout ServerConfiguration) -> Void = { _ in },
    _ body: (any RunningServer) async throws -> Void
  ) async throws {
    try await withServer(ProbeSite.site(), change: change) { server in
      try await body(server)
      // Whatever was sent, the next client is served.
      let answer = try await SocketClient(address: server.address).ask(Question(target: "/"))
      #expect(answer.text == "<h1>首页</h1>")
    }
  }

  @Test(arguments: [
    "POST /count HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabcd",
    "POST /count HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    "POST /count HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
    "POST /count HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
    "POST /count HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n"
      + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    "POST /count HTTP/1.1\r\nHost: a\r\nContent-Length: +3\r\n\r\nabc",
    "POST /count HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n",
    "POST /count HTTP/1.1\r\nHost: a\r\nContent-Length: 0x3\r\n\r\nabc",
    "POST /count HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999999999999\r\n\r\n",
    "POST /count HTTP/1.1\r\nHost: a\r\nContent-Length: 3, 3\r\n\r\nabc",
    "GET / HTTP/1.1\r\n\r\n", "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
    "GET /../etc/passwd HTTP/1.1\r\nHost: a\r\n\r\n", "GET /%00 HTTP/1.1\r\nHost: a\r\n\r\n",
    "GET /%2e%2e/%2e%2e/etc/passwd HTTP/1.1\r\nHost: a\r\n\r\n",
    "BREW / HTTP/1.1\r\nHost: a\r\n\r\n", "GET / HTTP/1.1\r\nHost: a\r\nX\u{1}: a\r\n\r\n",
    "POST /count HTTP/1.1\r\nHost: a\r\nAuthorization: b\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
    "\u{1}\u{2}\r\n\r\n", "GET\r\n\r\n",
  ])
  func `a message that two readers could read differently gets one refusal and the end`(
    text: String
  ) async throws {
    try await withSite { server in
      let smuggled = text + "GET / HTTP/1.1\r\nHost: a\r\n\r\n"
      let found = try await statuses(smuggled, at: server.address)
      #expect(found.count <= 1, "\(found)")
      #expect(found.allSatisfy { $0 >= 400 }, "\(found)")
    }
  }

  @Test func `a body that is too large is refused before it is sent`() async throws {
    try await withSite { server in
      for length in [(8 << 20) + 1, 1 << 40] {
        let head = "POST /count HTTP/1.1\r\nHost: a\r\nAuthorization: b\r\nContent-Length: \(length)\r\n\r\n"
        let found = try await statuses(head, at: server.address)
        #expect(found == [413])
      }
    }
  }

  @Test func `a body in chunks is cut where it gets too large`() async throws {
    try await withSite { server in
      let isCut = try await apart {
        let client = try WireClient(server.address)
        client.write(
          "POST /count HTTP/1.1\r\nHost: a\r\nAuthorization: b\r\nTransfer-Encoding: chunked\r\n\r\n")
        let chunk = Array("10000\r\n".utf8) + [UInt8](repeating: 1, count: 65_536) + [13, 10]
        for _ in 0..<1_000 where !client.write(chunk) { return true }
        return (try? client.read().status) == 413 || client.isClosed
      }
      #expect(isCut)
    }
  }

  @Test func `a head that is too large is refused`() async throws {
    try await withSite { server in
      let head = "GET / HTTP/1.1\r\nHost: a\r\nX-A: " + String(repeating: "a", count: 60_000) + "\r\n\r\n"
      let found = try await statuses(head, at: server.address)
      #expect(found.allSatisfy { (400...431).contains($0) } && found.count <= 1, "\(found)")
    }
  }

  @Test func `a head that trickles in is cut off, however steadily it trickles`() async throws {
    try await withSite({ $0.headTime = .milliseconds(600) }) { server in
      let isCut = try await apart {
        let client = try WireClient(server.address)
        client.write("GET / HTTP/1.1\r\n")
        for _ in 0..<300 {
          guard client.write("X: a\r\n") else { return true }
          usleep(50_000)
        }
        return false
      }
      #expect(isCut)
    }
  }

  @Test func `a body that trickles in is cut off`() async throws {
    try await withSite({ $0.transferTime = .seconds(1) }) { server in
      let isCut = try await apart {
        let client = try WireClient(server.address)
        client.write("POST /count HTTP/1.1\r\nHost: a\r\nAuthorization: b\r\nContent-Length: 100000\r\n\r\n")
        for _ in 0..<200 {
          guard client.write("a") else { return true }
          usleep(50_000)
        }
        return client.isClosed
      }
      #expect(isCut)
      while server.requestsInFlight > 0 { try await Task.sleep(for: .milliseconds(10)) }
    }
  }

  @Test func `a client that does not read its answer is cut off`() async throws {
    let gate = Gate()
    gate.open()
    let large = [UInt8](repeating: 65, count: 64 << 20)
    var router = Router<PlainContext>()
    router.get(FixedPath("/")) { _, _ in .html(Array("<h1>首页</h1>".utf8)) }
    router.get(FixedPath("/huge")) { _, _ in
      await gate.pass()
      return Response(type: .bytes, bytes: large)
    }
    let site = Site(router, layers: [], errors: ErrorResponses())
    try await withServer(
      site,
      change: {
        $0.transferTime = .milliseconds(300)
        $0.bytesPerSecondMin = 1 << 30
      }
    ) { server in
      let client = try await apart { Held(try WireClient(server.address)) }
      client.value.write("GET /huge HTTP/1.1\r\nHost: a\r\n\r\n")
      while gate.arrived == 0 { try await Task.sleep(for: .milliseconds(5)) }
      while server.requestsInFlight > 0 { try await Task.sleep(for: .milliseconds(10)) }
      let found = try await SocketClient(address: server.address).ask(Question(target: "/"))
      #expect(found.status == 200)
    }
  }

  @Test func `a handler that takes too long is answered for`() async throws {
    try await withSite({ $0.handlerTime = .milliseconds(300) }) { server in
      let answer = try await SocketClient(address: server.address).ask(Question(target: "/never"))
      #expect(answer.status == 503)
      #expect(answer["retry-after"] == "5")
    }
  }

  @Test func `one connection carries many requests, also those that come at once`() async throws {
    try await withSite { server in
      let texts = try await apart {
        let client = try WireClient(server.address)
        let questions = ["/slow", "/projects/a/versions/1", "/", "/slow", "/empty", "/projects/b/versions/2"]
        for target in questions { client.write(Question(target: target).wire) }
        return try questions.map { _ in try client.read().text }
      }
      #expect(texts == ["slow", "a 1", "<h1>首页</h1>", "slow", "", "b 2"])
    }
  }

  @Test func `a refused form leaves the connection in order for the next request`() async throws {
    try await withSite { server in
      let found = try await apart {
        let client = try WireClient(server.address)
        let body = Array("GET / HTTP/1.1\r\nHost: a\r\n\r\n".utf8)
        for method in ["POST", "PUT", "PATCH", "DELETE"] {
          client.write(Question(method: method, target: "/ignore", body: body).wire)
        }
        client.write(Question(target: "/projects/a/versions/1").wire)
        return try (0..<5).map { _ in try client.read() }.map { "\($0.status)" }
      }
      #expect(found == ["403", "413", "413", "413", "200"])
    }
  }

  @Test func `many clients at once are all served`() async throws {
    try await withSite { server in
      let client = SocketClient(address: server.address)
      let counts = try await withThrowingTaskGroup(of: String.self) { group in
        for number in 0..<60 {
          group.addTask {
            let target = number % 3 == 0 ? "/slow" : "/projects/p/versions/\(number)"
            return try await client.ask(Question(target: target)).text
          }
        }
        return try await group.reduce(into: [String: Int]()) { $0[$1, default: 0] += 1 }
      }
      #expect(counts["slow"] == 20)
      #expect(counts.count == 41)
    }
  }
}

/// A client that is handed from thread to thread, one after the other.
struct Held: @unchecked Sendable {
  let value: WireClient

  init(_ value: WireClient) { self.value = value }
}
