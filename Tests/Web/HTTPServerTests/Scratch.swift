import HTTP
import HTTPServer
import Testing
import Foundation
struct Scratch {
  @Test func `scratch server`() async throws {
    guard ProcessInfo.processInfo.environment["SCRATCH"] != nil else { return }
    var c = ServerConfiguration(address: .network(host: "127.0.0.1", port: 18099), threads: 2)
    c.stopTime = .seconds(1)
    let s = try MicroHTTPDTransport().start(ProbeSite.site(), c)
    try await Task.sleep(for: .seconds(20))
    print("inflight", s.requestsInFlight)
    await s.stop()
  }
}
