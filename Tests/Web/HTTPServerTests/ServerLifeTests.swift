// Starting, failing to start, and stopping without losing a request.
import Foundation
import Glibc
import HTTP
import HTTPServer
import Synchronization
import Testing

@Suite(.timeLimit(.minutes(5)))
struct ServerLifeTests {
  @Test func `a stop lets requests in flight end and takes no more`() async throws {
    let gate = Gate()
    var router = Router<PlainContext>()
    router.get(FixedPath("/gate")) { _, _ in
      await gate.pass()
      return .text("passed")
    }
    let site = Site(router, layers: [], errors: ErrorResponses())
    let configuration = ServerConfiguration(address: .network(host: "127.0.0.1", port: 0), threads: 2)
    let server = try MicroHTTPDTransport().start(site, configuration)
    let client = SocketClient(address: server.address)
    async let answers = withThrowingTaskGroup(of: Answer.self) { group in
      for _ in 0..<20 { group.addTask { try await client.ask(Question(target: "/gate")) } }
      return try await group.reduce(into: [Answer]()) { $0.append($1) }
    }
    while gate.arrived < 20 { try await Task.sleep(for: .milliseconds(1)) }
    #expect(server.requestsInFlight == 20)
    async let stopped: Void = server.stop()
    // From the moment on at which nobody can connect, the stop is under way.
    while (try? await apart { Held(try WireClient(server.address)) }) != nil {
      try await Task.sleep(for: .milliseconds(1))
    }
    gate.open()
    await stopped
    let texts = try await answers
    #expect(texts.count == 20)
    #expect(texts.allSatisfy { $0.text == "passed" && $0["connection"] == "close" })
    #expect(server.requestsInFlight == 0)
  }

  @Test func `a stop does not wait for ever`() async throws {
    var configuration = ServerConfiguration(address: .network(host: "127.0.0.1", port: 0), threads: 2)
    configuration.stopTime = .milliseconds(50)
    let server = try MicroHTTPDTransport().start(ProbeSite.site(), configuration)
    let client = SocketClient(address: server.address)
    async let answer = client.ask(Question(target: "/never"))
    while server.requestsInFlight == 0 { try await Task.sleep(for: .milliseconds(1)) }
    await server.stop()
    let found = try await answer.status
    #expect(found == 503)
  }

  @Test func `who asks on an open connection while the server stops does not hold it`() async throws {
    for _ in 0..<5 {
      var configuration = ServerConfiguration(address: .network(host: "127.0.0.1", port: 0), threads: 2)
      configuration.stopTime = .zero
      let server = try MicroHTTPDTransport().start(ProbeSite.site(), configuration)
      let clients = try await apart { try (0..<40).map { _ in Held(try WireClient(server.address)) } }
      async let stopped: Void = server.stop()
      let rests = try await apart {
        for client in clients { client.value.write(Question(target: "/never").wire) }
        return clients.map { $0.value.rest() }
      }
      await stopped
      #expect(rests.allSatisfy { $0.isEmpty || $0.hasPrefix("HTTP/1.1 503 ") })
      #expect(server.requestsInFlight == 0)
    }
  }

  @Test func `a connection that says nothing does not hold the stop`() async throws {
    try await withServer(ProbeSite.site()) { server in
      let client = try await apart { Held(try WireClient(server.address)) }
      await server.stop()
      #expect(try await apart { client.value.isClosed })
    }
  }

  @Test func `a server runs until its task is cancelled`() async throws {
    let box = AddressBox()
    let task = Task {
      try await Server.run(
        ProbeSite.site(), ServerConfiguration(address: .network(host: "127.0.0.1", port: 0)),
        listensToSignals: false
      ) { box.set($0.address) }
    }
    while box.address == nil { try await Task.sleep(for: .milliseconds(1)) }
    let client = SocketClient(address: try #require(box.address))
    let answer = try await client.ask(Question(target: "/"))
    #expect(answer.status == 200)
    task.cancel()
    try await task.value
    await #expect(throws: (any Error).self) { try await client.ask(Question(target: "/")) }
  }

  @Test func `a port that is taken is said`() async throws {
    try await withServer(ProbeSite.site()) { server in
      #expect(throws: ServerError.addressInUse(server.address)) {
        try MicroHTTPDTransport().start(ProbeSite.site(), ServerConfiguration(address: server.address))
      }
    }
  }

  @Test(arguments: [
    ServerAddress.network(host: "192.0.2.1", port: 0), .network(host: "localhost", port: 0),
    .network(host: "", port: 0), .local(path: "/nowhere/at/all"),
    .local(path: "/" + String(repeating: "a", count: 200)),
  ])
  func `an address that is not there is said`(address: ServerAddress) {
    #expect(throws: ServerError.addressUnknown(address)) {
      try MicroHTTPDTransport().start(ProbeSite.site(), ServerConfiguration(address: address))
    }
  }

  @Test func `a local socket serves a proxy on the same machine, and is cleared away`() async throws {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("s-\(UUID().uuidString)").path
    for _ in 0..<2 {
      try await withServer(ProbeSite.site(), change: { $0.address = .local(path: path) }) { server in
        let found = try await SocketClient(address: server.address).ask(Question(target: "/"))
        #expect(found.status == 200)
        #expect(throws: ServerError.addressInUse(server.address)) {
          try MicroHTTPDTransport().start(ProbeSite.site(), ServerConfiguration(address: server.address))
        }
      }
      #expect(!FileManager.default.fileExists(atPath: path))
    }
  }

  @Test func `a socket that a killed server left behind is taken over`() async throws {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("s-\(UUID().uuidString)").path
    let stale = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    var name = sockaddr_un()
    name.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &name.sun_path) { $0.copyBytes(from: Array(path.utf8)) }
    let length = socklen_t(MemoryLayout<sockaddr_un>.size)
    let bound = withUnsafePointer(to: &name) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(stale, $0, length) }
    }
    try #require(bound == 0)
    close(stale)
    try await withServer(ProbeSite.site(), change: { $0.address = .local(path: path) }) { server in
      let found = try await SocketClient(address: server.address).ask(Question(target: "/"))
      #expect(found.status == 200)
    }
  }
}

/// Where a server tells its address.
final class AddressBox: Sendable {
  private let held = Mutex<ServerAddress?>(nil)

  var address: ServerAddress? { held.withLock { $0 } }

  func set(_ address: ServerAddress) { held.withLock { $0 = address } }
}
