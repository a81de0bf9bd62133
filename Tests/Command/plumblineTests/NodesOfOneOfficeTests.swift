// Two programs on one PostgreSQL server: what one is told the other knows, and nothing is lost between them.
import BrowserProbes
import CommandLineParsing
import Foundation
import Glibc
import StorageProbes
import Testing

@Suite(
  .enabled(if: ThrowAwayCluster.shared != nil, "\(ThrowAwayCluster.absence)"), .timeLimit(.minutes(5)))
struct NodesOfOneOfficeTests {
  /// Each of two nodes has a folder of its own and the same records.
  private static func start(_ node: Int, _ probe: ProgramProbe, _ server: String) throws -> ServedOffice {
    try probe.add("node\(node)/.keep", "")
    let settings = "data = \(probe.folder.path)/node\(node)\nlisten = 127.0.0.1:0\ndatabase = \(server)\n"
    try probe.add("settings\(node)", settings)
    return try #require(ServedOffice(["--config", "\(probe.folder.path)/settings\(node)"]))
  }

  @Test func `two programs that serve one office lose nothing, and sessions hold on both`() async throws {
    let server = try #require(ThrowAwayCluster.shared?.database())
    try await withProbe { probe in
      let nodes = [try Self.start(1, probe, server), try Self.start(2, probe, server)]
      // The link of a later start makes the earlier ones worthless.
      #expect(nodes[1].said.contains("/set-up/"))
      try nodes[1].setUp()
      let first = try nodes[0].administrator()
      let second = Visitor(first, at: nodes[1].port)
      #expect(try second.open("/organisations").status == 200)
      let clerks = [first, second]

      // Eight clerks, four on each node, add units at once.
      let added = try await apart(8) { clerk in
        try (0..<10).count(where: { number in
          let code = "7\(clerk)\(number)"
          let reply = try clerks[clerk % 2].send(
            "/organisations", from: "/organisations/add", ["code": code, "name": "第\(code)局"])
          return reply.status == 303
        })
      }
      #expect(added == 80)
      for visitor in clerks {
        let page = try visitor.open("/organisations").body
        for clerk in 0..<8 { for number in 0..<10 { #expect(page.contains("第7\(clerk)\(number)局")) } }
      }

      // All of them rename one unit as often as they are let; who has not seen the last name is told so.
      let unit = try #require(try Self.unit(named: "第700局", first))
      let outcomes = try await apart(8) { clerk in
        try (0..<10).count(where: { number in
          let reply = try clerks[clerk % 2].send(unit, from: unit, ["name": "第\(clerk)次改名\(number)"])
          #expect([303, 409].contains(reply.status))
          return reply.status == 303
        })
      }
      #expect((1...80).contains(outcomes))
      let names = try clerks.map { try $0.open(unit).body.contains("次改名") }
      #expect(names == [true, true])

      // Whoever signs out on one node is out on the other.
      try second.send("/sign-out", from: "/", [:])
      #expect(try first.open("/organisations").status == 303)
      for node in nodes { #expect(node.end(by: SIGTERM) == 0) }

      // Every change stands in the one ledger: set-up, sign-ins and the changes that were acknowledged.
      let report = try await probe.runApart(["verify", "--config", "@/settings1"])
      #expect(report.code == .success, "\(report.errors)")
      #expect(report.output.contains("台账完好"))
      let entries = report.output.split { !$0.isNumber }.compactMap { Int($0) }.first ?? 0
      #expect(entries >= added + outcomes, "\(report.output)")
    }
  }

  /// The path of a unit's page.
  private static func unit(named name: String, _ visitor: Visitor) throws -> String? {
    let page = try visitor.open("/organisations").body
    guard let place = page.firstRange(of: name)?.lowerBound else { return nil }
    let links = page[..<place].split(separator: "href=\"").compactMap { part -> String? in
      let path = part.prefix { $0 != "\"" }
      return path.hasPrefix("/organisations/") && path.dropFirst(15).allSatisfy(\.isNumber)
        ? String(path) : nil
    }
    return links.last
  }

  @Test func `a node that is killed leaves the other at work, and comes back`() throws {
    let server = try #require(ThrowAwayCluster.shared?.database())
    try withProbe { probe in
      let nodes = [try Self.start(1, probe, server), try Self.start(2, probe, server)]
      try nodes[1].setUp()
      let visitor = try nodes[0].administrator()
      #expect(nodes[0].end(by: SIGKILL) == nil)
      let other = Visitor(visitor, at: nodes[1].port)
      let reply = try other.send(
        "/organisations", from: "/organisations/add", ["code": "701", "name": "林业局"])
      #expect(reply.status == 303)
      let again = try Self.start(1, probe, server)
      #expect(try Visitor(visitor, at: again.port).open("/organisations").body.contains("林业局"))
      for node in [again, nodes[1]] { #expect(node.end(by: SIGTERM) == 0) }
    }
  }
}

/// Runs work of several people at once, each on a thread of its own, and adds up what they count.
private func apart(_ people: Int, _ work: @escaping @Sendable (Int) throws -> Int) async throws -> Int {
  try await withThrowingTaskGroup(of: Int.self) { group in
    for person in 0..<people {
      group.addTask {
        try await withCheckedThrowingContinuation { continuation in
          Thread.detachNewThread { continuation.resume(with: Result { try work(person) }) }
        }
      }
    }
    return try await group.reduce(0, +)
  }
}

extension Range<Int> {
  /// How many of the numbers fulfil a condition.
  fileprivate func count(where isCounted: (Int) throws -> Bool) rethrows -> Int {
    try reduce(0) { $0 + (try isCounted($1) ? 1 : 0) }
  }
}
