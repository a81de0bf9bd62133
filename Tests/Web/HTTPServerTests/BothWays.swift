// The same site asked as a function and over a socket.
import Foundation
import HTTP
import HTTPServer
import Testing

/// A way to ask.
enum Way: String, CaseIterable, CustomStringConvertible {
  case local, socket

  var description: String { rawValue }

  /// Opens the way for one test.
  func withClient(_ body: (any SiteClient, _ uploads: String) async throws -> Void) async throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("site-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let site = ProbeSite.site(uploads: folder.path)
    switch self {
    case .local: try await body(LocalClient(site: site), folder.path)
    case .socket:
      try await withServer(site) { server in
        try await body(SocketClient(address: server.address), folder.path)
      }
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
  }
}

/// A server on a free port for as long as the body runs.
func withServer(
  _ responder: any Responder, change: (inout ServerConfiguration) -> Void = { _ in },
  _ body: (any RunningServer) async throws -> Void
) async throws {
  var configuration = ServerConfiguration(address: .network(host: "127.0.0.1", port: 0), threads: 2)
  configuration.handlerTime = .seconds(120)
  configuration.transferTime = .seconds(120)
  change(&configuration)
  let server = try MicroHTTPDTransport().start(responder, configuration)
  do {
    try await body(server)
  } catch {
    await server.stop()
    throw error
  }
  await server.stop()
  #expect(server.requestsInFlight == 0)
}
