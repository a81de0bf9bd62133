// The limits of a server.
import HTTPServer
import Testing

struct ServerConfigurationTests {
  @Test func `a server has at least one thread`() {
    let address = ServerAddress.network(host: "127.0.0.1", port: 0)
    #expect(ServerConfiguration(address: address, threads: -3).threads == 1)
    #expect(ServerConfiguration.processors >= 1)
  }

  @Test func `every failure to start says what is in the way`() {
    let address = ServerAddress.network(host: "127.0.0.1", port: 80)
    let errors: [ServerError] = [
      .addressInUse(address), .addressUnknown(address), .notPermitted(address),
      .cannotListen(.local(path: "/run/a"), code: 5),
    ]
    #expect(Set(errors.map(\.wording)).count == 4)
    #expect(errors.prefix(3).allSatisfy { $0.wording.contains("80") })
  }
}
