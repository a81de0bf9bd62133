// A process that writes is killed at random moments: what it acknowledged is there, and the ledger is whole.
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
    let server = try #require(ThrowAwayCluster.shared).database()
    try await kill(max(5, Self.killCount / 4), at: try StoragePlace(folder: folder.path, server: server))
  }

  /// Lets the program write, kills it, looks at what is there; and again, in the same office.
  private func kill(_ count: Int, at place: StoragePlace) async throws {
    var random = SystemRandomNumberGenerator()
    var last = 0
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
      let lines = said.split(separator: 0x0A, omittingEmptySubsequences: false).dropLast()
      let acknowledged = lines.compactMap { Int(String(decoding: $0, as: UTF8.self)) }
      #expect(acknowledged == Array(last + 1..<last + 1 + acknowledged.count), "round \(round)")
      last = try await check(place, atLeast: last + acknowledged.count, round: round)
    }
  }

  /// - Returns: the number that the office has come to: the last acknowledged, or the one after it.
  private func check(_ place: StoragePlace, atLeast acknowledged: Int, round: Int) async throws -> Int {
    let storage = try await OpenedStorage.open(place, for: .work, now: SmallOffice.start)
    let report = try await storage.records.verify(expecting: [])
    #expect(report.faults == [], "round \(round)")
    let found = try await storage.records.read { records throws(RecordError) in try State(of: records) }
    let count = found.count
    #expect(count == acknowledged || count == acknowledged + 1, "round \(round)")
    let subjects: [String] = (1..<count + 1).map { "number/\($0)" }
    #expect(found.subjects == subjects, "round \(round)")
    #expect(found.versions == Array(1..<count / 5 + 1), "round \(round)")
    #expect(found.latestField == count, "round \(round)")
    await storage.close()
    return count
  }
}

/// What the program has written.
private struct State: Sendable {
  var count = -1
  var subjects: [String] = []
  var versions: [Int] = []
  var latestField = 0

  init(of records: any RecordView) throws(RecordError) {
    if let text = try records.setting("writer.count")?.value.value { count = Int(text) ?? -1 }
    for entry in try records.ledgerEntries(after: 0, limit: Int.max)
    where entry.note.action.rawValue == "test.number" {
      subjects.append(entry.note.subject)
    }
    versions = try records.versions(of: nil, after: nil, limit: Int.max).map(\.number)
    guard let name = try records.setting("writer.form")?.value.value, let form = FormID(name) else { return }
    for field in try records.fields(of: form, after: 0) {
      latestField = max(latestField, Int(field.value ?? "") ?? 0)
    }
  }
}
