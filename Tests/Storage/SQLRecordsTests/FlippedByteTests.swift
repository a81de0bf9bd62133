// A byte of the file itself is flipped, anywhere: it is told, or it was in no use.
import Glibc
import Ledger
import Organisations
import Records
import SQL
import SQLRecords
import SQLite
import StorageProbes
import Testing

@Suite struct FlippedByteTests {
  /// What must not change unseen: the ledger and the versions.
  private struct Content: Equatable {
    var entries: [LedgerEntry]
    var versions: [FormVersion]
  }

  private static func content(of records: DatabaseRecords) async throws -> Content {
    try await records.read { records throws(RecordError) in
      Content(
        entries: try records.ledgerEntries(after: 0, limit: 1_000),
        versions: try records.versions(of: nil, after: nil, limit: 1_000))
    }
  }

  private static func bytes(of path: String) throws -> [UInt8] {
    let file = try #require(fopen(path, "r"))
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 22)
    bytes.removeSubrange(fread(&bytes, 1, bytes.count, file)...)
    return bytes
  }

  private static func write(_ bytes: [UInt8], to path: String) throws {
    let file = try #require(fopen(path, "w"))
    fwrite(bytes, 1, bytes.count, file)
    fclose(file)
  }

  @Test func `a flipped byte of the file is told, or nothing that was written has changed`() async throws {
    let folder = try ScratchFolder()
    let records = try await Stores.sqlite(in: folder)
    try await TamperingTests.fill(records)
    let sound = try await Self.content(of: records)
    await records.close()
    let path = "\(folder.path)/office.db"
    let still = try SQLiteConnection(path: path, mode: .alone)
    still.close()
    let original = try Self.bytes(of: path)
    // The pages of the ledger and of the versions, and a sample of all others.
    let marks =
      Self.places(of: Array("test.note".utf8), in: original)
      + Self.places(of: Array("{\"version\":".utf8), in: original)
    let pages = Set(marks.map { $0 / 4096 })
    #expect(!pages.isEmpty)
    var random = SeededNumbers(seed: 20_260_302)
    let flips =
      pages.flatMap { page in (0..<150).map { _ in page * 4096 + random.next(below: 4096) } }
      + (0..<100).map { _ in random.next(below: original.count) } + marks
    var told = 0
    var unseen: [Int] = []
    for offset in flips {
      var flipped = original
      flipped[offset] ^= UInt8(1 << random.next(below: 8))
      try Self.write(flipped, to: path)
      let records = DatabaseRecords(.sqlite(path: path, readers: 1, mode: .still))
      let faults = (try? await records.verify(expecting: []).faults) ?? [.damagedFile("cannot be opened")]
      if faults.isEmpty {
        let content = try await Self.content(of: records)
        if content != sound { unseen.append(offset) }
      } else {
        told += 1
      }
      await records.close()
    }
    #expect(unseen == [])
    #expect(told > marks.count)
  }

  private static func places(of word: [UInt8], in bytes: [UInt8]) -> [Int] {
    bytes.indices.dropLast(word.count).filter { start in
      bytes[start] == word[0] && bytes[start..<start + word.count].elementsEqual(word)
    }
  }
}

/// Numbers that come again.
struct SeededNumbers {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next(below bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(bound))
  }
}
