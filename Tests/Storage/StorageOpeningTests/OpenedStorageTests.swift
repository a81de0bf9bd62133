// Opening: the right engine, the schema, and clear problems where it cannot be.
import Glibc
import Ledger
import Organisations
import Quantities
import Records
import SQL
import SQLite
import StorageOpening
import StorageProbes
import Testing

@Suite struct OpenedStorageTests {
  private let folder: ScratchFolder
  private let now = Moment(milliseconds: 1_772_414_400_000)

  init() throws { folder = try ScratchFolder() }

  private func place() throws -> StoragePlace { try StoragePlace(folder: folder.path) }

  private func problem(
    _ place: StoragePlace, for purpose: OpenedStorage.Purpose = .migrate
  ) async -> StorageProblem? {
    do throws(StorageProblem) {
      let storage = try await OpenedStorage.open(place, for: purpose, now: now)
      await storage.close()
      return nil
    } catch {
      return error
    }
  }

  private func open(_ work: (SQLiteConnection) throws -> Void) throws {
    let connection = try SQLiteConnection(path: "\(folder.path)/office.db", mode: .create)
    try work(connection)
    connection.close()
  }

  @Test func `an empty folder becomes an office, and is found again`() async throws {
    guard case .older(found: 0, known: 13) = await problem(try place(), for: .work) else {
      Issue.record("work without an office")
      return
    }
    let first = try await OpenedStorage.open(try place(), for: .migrate, now: now)
    #expect(first.addedSteps == Array(1...13))
    var status = stat()
    #expect(stat("\(folder.path)/office.db", &status) == 0)
    #expect(status.st_mode & 0o777 == 0o600)
    let office = try await SmallOffice(in: first.records)
    await first.close()
    let second = try await OpenedStorage.open(try place(), for: .work, now: now)
    #expect(second.addedSteps == [])
    let name = try await second.records.read { records throws(RecordError) in
      try records.person(office.clerk).value.name
    }
    #expect(name == "周敏")
    await second.close()
    let third = try await OpenedStorage.open(try place(), for: .read, now: now)
    #expect(try await third.records.verify(expecting: []).faults == [])
    await third.close()
  }

  @Test func `programs that open one folder at once share it and lose nothing`() async throws {
    let place = try place()
    let counts = try await withThrowingTaskGroup(of: Int.self) { group in
      for program in 0..<4 {
        group.addTask {
          let storage = try await OpenedStorage.open(place, for: .migrate, now: now)
          for number in 0..<25 {
            try await storage.records.transaction { records throws(RecordError) in
              try records.save(Setting(key: "setting.\(program).\(number)", value: ""), expecting: 0)
              try records.append(
                LedgerNote(
                  moment: now, actor: nil, action: LedgerAction("test.note"),
                  subject: "setting/\(program)/\(number)"))
            }
          }
          await storage.close()
          return storage.addedSteps.count
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(counts.sorted() == [0, 0, 0, 13])
    let storage = try await OpenedStorage.open(place, for: .read, now: now)
    let report = try await storage.verify()
    #expect(report.faults == [])
    #expect(report.entryCount == 100)
    await storage.close()
  }

  @Test func `a slash at the end of the folder changes nothing`() throws {
    #expect(try StoragePlace(folder: "/a/b//").databaseFile == "/a/b/office.db")
    #expect(try StoragePlace(folder: "/", server: "").server == nil)
  }

  @Test(arguments: ["mysql://x", "postgres", "sqlite:///x", "postgresql:/x"])
  func `the address of something else is refused`(_ address: String) {
    let error = #expect(throws: StorageProblem.self) { try StoragePlace(folder: "/a", server: address) }
    guard case .unknownAddress = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test func `folders that will not do are told`() async throws {
    guard case .folderMissing = await problem(try StoragePlace(folder: "\(folder.path)/none")) else {
      Issue.record("a missing folder")
      return
    }
    try open { _ in }
    guard case .noFolder = await problem(try StoragePlace(folder: "\(folder.path)/office.db")) else {
      Issue.record("a file")
      return
    }
    // Nobody, not even root, makes files there.
    guard case .folderNotWritable = await problem(try StoragePlace(folder: "/proc/self")) else {
      Issue.record("a folder without right to write")
      return
    }
    guard case .unreachable = await problem(try StoragePlace(folder: "/proc/self"), for: .read) else {
      Issue.record("a folder without an office")
      return
    }
  }

  @Test func `a database of a later program is refused, and one of an earlier one where it may not grow`()
    async throws
  {
    #expect(await problem(try place()) == nil)
    try open { connection in
      try connection.execute("INSERT INTO schema_migration VALUES (14, 'x', \([1] as [UInt8]), 0)")
    }
    guard case .newer(found: 14, known: 13) = await problem(try place()) else {
      Issue.record("a later one")
      return
    }
    try open { connection in try connection.execute("DELETE FROM schema_migration WHERE number > 4") }
    guard case .older(found: 4, known: 13) = await problem(try place(), for: .work) else {
      Issue.record("an earlier one")
      return
    }
    try open { connection in
      try connection.execute("UPDATE schema_migration SET checksum = \([1] as [UInt8]) WHERE number = 2")
    }
    guard case .alteredSchema(step: 2) = await problem(try place()) else {
      Issue.record("an altered one")
      return
    }
  }

  @Test func `other people's tables and files that are no databases are left alone`() async throws {
    try open { connection in try connection.execute("CREATE TABLE customer (id INTEGER)") }
    guard case .foreignDatabase = await problem(try place()) else {
      Issue.record("other people's tables")
      return
    }
    let path = "\(folder.path)/office.db"
    let file = try #require(fopen(path, "w"))
    fputs(String(repeating: "这不是数据库。", count: 500), file)
    fclose(file)
    guard case .damaged = await problem(try place()) else {
      Issue.record("no database")
      return
    }
  }

  /// A file system of 64 kB, which root may mount.
  @Test(.enabled(if: getuid() == 0)) func `a full disk is told, and nothing is broken`() async throws {
    let path = "\(folder.path)/small"
    mkdir(path, 0o700)
    guard ChildProgram.run(["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", path]) else { return }
    defer { ChildProgram.run(["umount", "-l", path]) }
    let storage = try await OpenedStorage.open(try StoragePlace(folder: path), for: .migrate, now: now)
    var kept = 0
    let text = String(repeating: "x", count: 20_000)
    var problem: RecordError?
    while problem == nil, kept < 1_000 {
      do throws(RecordError) {
        let key = "text.\(kept)"
        try await storage.records.transaction { records throws(RecordError) in
          try records.save(Setting(key: key, value: text), expecting: 0)
        }
        kept += 1
      } catch {
        problem = error
      }
    }
    guard case .full = problem else {
      Issue.record("\(String(describing: problem))")
      return
    }
    let count = try await storage.records.read { records throws(RecordError) in
      try records.settings().count
    }
    #expect(count == kept)
    #expect(try await storage.records.verify(expecting: []).faults == [])
    #expect(throws: AttachmentProblem.full) {
      _ = try storage.attachments.keep([UInt8](repeating: 7, count: 3 << 20))
    }
    await storage.close()
    let file = try #require(fopen("\(path)/filler", "w"))
    fputs(String(repeating: "x", count: 4 << 20), file)
    fclose(file)
    guard case .diskFull = await self.problem(try StoragePlace(folder: path)) else {
      Issue.record("opening on a full disk")
      return
    }
  }

  @Test(.enabled(if: ThrowAwayCluster.shared != nil, "\(ThrowAwayCluster.absence)"))
  func `a server is an office too, and refused where it would go wrong`() async throws {
    let cluster = try #require(ThrowAwayCluster.shared)
    let place = try StoragePlace(folder: folder.path, server: cluster.database())
    let storage = try await OpenedStorage.open(place, for: .migrate, now: now)
    _ = try await SmallOffice(in: storage.records)
    await storage.close()
    #expect(await problem(place, for: .work) == nil)
    let plain = try #require(cluster.database(options: ["--locale=C"]))
    guard case .wrongCharacterType("C") = await problem(try StoragePlace(folder: folder.path, server: plain))
    else {
      Issue.record("lc_ctype C")
      return
    }
    let nowhere = try StoragePlace(folder: folder.path, server: "postgresql://plumbline@/x?host=/nowhere")
    guard case .unreachable = await problem(nowhere) else {
      Issue.record("no server")
      return
    }
  }

  @Test func `every problem has a sentence that says what to do`() {
    let problems: [StorageProblem] = [
      .unknownAddress, .folderMissing("/a"), .noFolder("/a"), .folderNotWritable("/a"), .diskFull(""),
      .newer(found: 2, known: 1), .older(found: 1, known: 2), .alteredSchema(step: 1), .foreignDatabase,
      .damaged("x"), .unreachable("x"), .serverTooOld("9"), .wrongEncoding("x"), .wrongCharacterType("C"),
      .readOnly, .busy, .notEmpty, .fileExists("/a"), .noBackup("/a"), .faults([.altered(sequence: 7)]),
      .attachment(.full), .records(.busy), .noDigest,
    ]
    #expect(Set(problems.map(\.sentence)).count == problems.count)
    #expect(
      problems.allSatisfy { ($0.sentence.last.map { "。" == $0 } ?? false) || $0.sentence.contains("：") })
  }
}
