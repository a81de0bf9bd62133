// The server for tests: it comes, gives databases, and comes again after a crash.
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
}
