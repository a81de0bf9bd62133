// The server for tests: it comes, gives databases, and comes again after a crash.
import Glibc
import StorageProbes
import Testing

@Suite struct ClusterTests {
  @Test(.enabled(if: ThrowAwayCluster.shared != nil, "\(ThrowAwayCluster.absence)"))
  func `a server gives a new database each time`() throws {
    let cluster = try #require(ThrowAwayCluster.shared)
    let first = try #require(cluster.database())
    let second = try #require(cluster.database())
    #expect(first != second)
  }

  @Test(
    .enabled(if: ThrowAwayCluster.shared != nil, "\(ThrowAwayCluster.absence)"), .timeLimit(.minutes(5)))
  func `a server that ends while it comes back from a crash leaves nothing`() async throws {
    let cluster = try #require(ThrowAwayCluster())
    cluster.crash()
    cluster.stop()
    while access(cluster.folder, F_OK) == 0 { try await Task.sleep(for: .milliseconds(20)) }
    #expect(!ChildProgram.run(["pgrep", "-f", cluster.folder]))
  }
}
