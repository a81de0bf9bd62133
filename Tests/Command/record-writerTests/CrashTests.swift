// A process that writes is killed at random moments: what it acknowledged is there, and the ledger is whole.
import FormDrafts
import Foundation
import Glibc
import Ledger
import Organisations
import Quantities
import Records
import StorageOpening
import StorageProbes
import Testing

@Suite(.serialized) struct CrashTests {
  /// Beside the tests, where the build puts programs.
  private static let program: String = {
    let bundle = CommandLine.arguments.first { $0.contains(".xctest") } ?? CommandLine.arguments[0]
    var path = URL(fileURLWithPath: bundle.replacing("--test-bundle-path=", with: ""))
      .deletingLastPathComponent()
    while path.path.contains(".xctest") { path.deleteLastPathComponent() }
    return path.appendingPathComponent("record-writer").path
  }()

  /// How often the process is killed; `make check-all` asks for 200.
  private static let killCount = getenv("PLUMBLINE_CRASHES").flatMap { Int(String(cString: $0)) } ?? 20

  @Test func `whatever SQLite acknowledged survives the end of the process`() async throws {
    let folder = try ScratchFolder()
    try await kill(Self.killCount, at: try StoragePlace(folder: folder.path))
  }

  @Test(.enabled(if: ThrowAwayCluster.shared != nil, "\(ThrowAwayCluster.absence)"))
  func `whatever PostgreSQL acknowledged survives the end of the process`() async throws {
    let folder = try ScratchFolder()
    let cluster = try #require(ThrowAwayCluster.shared)
    do {
      try await kill(
        max(5, Self.killCount / 4), at: try StoragePlace(folder: folder.path, server: cluster.database()))
    } catch {
      Issue.record("\(error); the server's log ends with\n\(cluster.lastWords())")
    }
  }

  /// Lets the program write, kills it, looks at what is there; and again, in the same office.
  private func kill(_ count: Int, at place: StoragePlace) async throws {
    var random = SystemRandomNumberGenerator()
    var last = [Int](repeating: 0, count: Self.writers)
    for round in 0..<count {
      let child = try #require(
        ChildProgram([Self.program, place.folder] + (place.server.map { [$0] } ?? [])))
      var said = child.read()
      #expect(!said.isEmpty, "round \(round): the program wrote nothing")
      usleep(UInt32.random(in: 0...40_000, using: &random))
      child.kill()
      said += child.readAll()
      child.wait()
      // A last line that was cut off was not acknowledged.
      for line in said.split(separator: 0x0A, omittingEmptySubsequences: false).dropLast() {
        let numbers = line.split(separator: 0x20).compactMap { Int(String(decoding: $0, as: UTF8.self)) }
        guard numbers.count == 2, last.indices.contains(numbers[0]) else { continue }
        #expect(numbers[1] == last[numbers[0]] + 1, "round \(round)")
        last[numbers[0]] = numbers[1]
      }
      last = try await check(place, acknowledged: last, round: round)
    }
  }

  /// - Returns: the numbers that the office has come to: the last acknowledged, or the ones after.
  private func check(_ place: StoragePlace, acknowledged: [Int], round: Int) async throws -> [Int] {
    let storage = try await OpenedStorage.open(place, for: .work, now: SmallOffice.start)
    let report = try await storage.verify()
    #expect(report.faults == [], "round \(round)")
    let found = try await storage.records.read { records throws(RecordError) in try State(of: records) }
    for (writer, count) in found.counts.enumerated() {
      let isKept = count == acknowledged[writer] || count == acknowledged[writer] + 1
      #expect(isKept, "round \(round): \(count) for \(acknowledged[writer])")
      let subjects: [String] = (1..<count + 1).map { "writer/\(writer)/number/\($0)" }
      #expect(found.subjects[writer] == subjects, "round \(round)")
      #expect(found.latestField[writer] == count, "round \(round)")
    }
    let versionCount = found.counts.reduce(0) { $0 + $1 / 5 }
    #expect(found.versions == Array(1..<versionCount + 1), "round \(round)")
    await storage.close()
    return found.counts
  }

  /// As many as the program has.
  fileprivate static let writers = 4
}

/// What the program has written, by its writers.
private struct State: Sendable {
  var counts: [Int] = []
  var subjects = [[String]](repeating: [], count: CrashTests.writers)
  var versions: [Int] = []
  var latestField = [Int](repeating: 0, count: CrashTests.writers)

  init(of records: any RecordView) throws(RecordError) {
    for writer in 0..<CrashTests.writers {
      counts.append(Int(try records.setting("writer.count.\(writer)")?.value.value ?? "") ?? -1)
    }
    for entry in try records.ledgerEntries(after: 0, limit: Int.max) {
      let parts = entry.note.subject.split(separator: "/")
      guard parts.count == 4, let writer = Int(parts[1]), subjects.indices.contains(writer) else { continue }
      if entry.note.action.rawValue == "test.number" { subjects[writer].append(entry.note.subject) }
    }
    versions = try records.versions(of: nil, after: nil, limit: Int.max).map(\.number)
    guard let name = try records.setting("writer.form")?.value.value, let form = FormID(name) else { return }
    for field in try records.fields(of: form, after: 0) {
      let parts = field.path.split(separator: "/")
      guard parts.count == 3, let writer = Int(parts[1]), latestField.indices.contains(writer) else {
        continue
      }
      latestField[writer] = max(latestField[writer], Int(field.value ?? "") ?? 0)
    }
  }
}
