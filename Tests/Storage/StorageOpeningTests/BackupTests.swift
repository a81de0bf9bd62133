// Backups: one state of everything, from any engine to any engine, checked on the way.
import FormDrafts
import Glibc
import Ledger
import Organisations
import Quantities
import Records
import StorageOpening
import StorageProbes
import Testing

@Suite struct BackupTests {
  private let folder: ScratchFolder
  private let now = Moment(milliseconds: 1_772_414_400_000)

  init() throws { folder = try ScratchFolder() }

  /// The place of an empty office in a folder of its own.
  private func place(_ name: String, onServer: Bool = false) throws -> StoragePlace {
    let path = "\(folder.path)/\(name)"
    mkdir(path, 0o700)
    guard onServer else { return try StoragePlace(folder: path) }
    return try StoragePlace(folder: path, server: try #require(ThrowAwayCluster.shared?.database()))
  }

  private func open(_ place: StoragePlace) async throws -> OpenedStorage {
    try await OpenedStorage.open(place, for: .migrate, now: now)
  }

  /// Forms, versions, decisions, a session, two attachments with the same bytes and one with others.
  private func fill(_ storage: OpenedStorage) async throws -> SmallOffice {
    let office = try await SmallOffice(in: storage.records)
    let contents = try [[1, 2, 3], [1, 2, 3], []].map { bytes in
      (try storage.attachments.keep(bytes), Int64(bytes.count))
    }
    try await storage.records.transaction { records throws(RecordError) in
      for number in 0..<30 {
        let form = try office.addForm(named: "第\(number)项 '名'", in: records)
        _ = try records.save(
          [.init(path: "title", value: "\"\(number)\""), .init(path: "goals/annual", value: nil)], of: form,
          onto: 0, by: office.clerk, at: SmallOffice.start)
        _ = try records.addVersion(
          of: form, record: Array("{\"number\":\(number)}".utf8), by: office.clerk, at: SmallOffice.start,
          reason: "提交")
        try records.add(
          Decision(
            id: try records.nextNumber(), form: form, version: 1, action: "submission", stageBefore: "draft",
            stageAfter: "submitted", person: office.clerk, moment: SmallOffice.start), expecting: 2)
      }
      for (content, byteCount) in contents {
        try records.add(
          Attachment(
            id: try records.nextNumber(), subject: "form/1", name: "附件", byteCount: byteCount,
            content: content, person: office.clerk, moment: SmallOffice.start))
      }
      try records.add(
        Session(
          token: ContentHash(of: [9]), person: office.clerk, started: SmallOffice.start,
          lastSeen: SmallOffice.start, expires: SmallOffice.moment(99), address: "", agent: ""))
    }
    return office
  }

  /// Everything that a backup must bring back, as one text.
  private func outline(_ storage: OpenedStorage) async throws -> String {
    try await storage.records.read { records throws(RecordError) in
      var lines = ["\(try records.organisations(under: nil))", "\(try records.people(under: nil))"]
      for form in try records.forms(FormSelection(), after: nil, limit: 999) {
        lines.append("\(form) \(try records.fields(of: form.value.id, after: 0))")
        lines.append("\(try records.decisions(on: form.value.id))")
      }
      lines.append("\(try records.versions(of: nil, after: nil, limit: 999))")
      lines.append("\(try records.ledgerEntries(after: 0, limit: 999))")
      lines.append("\(try records.attachments(after: nil, limit: 999))")
      return lines.joined(separator: "\n")
    }
  }

  private static let ways = [(false, false), (false, true), (true, false), (true, true)]

  @Test(arguments: ways.filter { !$0.0 && !$0.1 || ThrowAwayCluster.shared != nil })
  func `a backup brings everything back on either engine`(_ way: (Bool, Bool)) async throws {
    let storage = try await open(try place("old", onServer: way.0))
    let office = try await fill(storage)
    let path = "\(folder.path)/office.backup"
    let made = try await Backup.make(of: storage, at: path, now: now)
    #expect(made.ledger.entryCount == 60)
    #expect(made.ledger.versionCount == 30)
    #expect(made.attachmentCount == 2)
    #expect(try await Backup.check(path) == made)
    let target = try place("new", onServer: way.1)
    #expect(try await Backup.restore(path, into: target, now: now) == made)
    let restored = try await open(target)
    #expect(try await outline(restored) == (try await outline(storage)))
    #expect(try restored.attachments.bytes(of: ContentHash(of: [1, 2, 3])) == [1, 2, 3])
    // Nobody is signed in there, and numbers go on where they were.
    let (session, number) = try await restored.records.transaction { records throws(RecordError) in
      let number: FormID = try records.nextNumber()
      return (try records.session(ContentHash(of: [9])), number)
    }
    #expect(session == nil)
    let last = try await storage.records.transaction { records throws(RecordError) in
      let number: FormID = try records.nextNumber()
      return number
    }
    #expect(number == last)
    _ = try await office.addForm(named: "又一项", to: restored.records)
    await storage.close()
    await restored.close()
  }

  @Test(.timeLimit(.minutes(5)), arguments: [false, true].filter { !$0 || ThrowAwayCluster.shared != nil })
  func `a backup made while others write is one state of the office`(_ onServer: Bool) async throws {
    let storage = try await open(try place("busy", onServer: onServer))
    let office = try await fill(storage)
    let path = "\(folder.path)/busy.backup"
    let writer = Task {
      var count = 0
      while !Task.isCancelled {
        let form = try await office.addForm(named: "忙 \(count)", to: storage.records)
        try await storage.records.transaction { records throws(RecordError) in
          _ = try records.addVersion(
            of: form, record: Array("{}".utf8), by: office.clerk, at: SmallOffice.start, reason: "")
        }
        count += 1
      }
      return count
    }
    while try await storage.records.read({ records throws(RecordError) in
      try records.ledgerHead().sequence
    }) < 65 { try await Task.sleep(for: .milliseconds(5)) }
    let made = try await Backup.make(of: storage, at: path, now: now)
    writer.cancel()
    #expect(try await writer.value >= 5)
    #expect(made.ledger.faults == [])
    let later = try await storage.records.verify(expecting: [made.ledger.head])
    #expect(later.faults == [])
    #expect(later.entryCount >= made.ledger.entryCount)
    let restored = try await Backup.restore(path, into: try place("quiet"), now: now)
    #expect(restored.ledger.head == made.ledger.head)
    await storage.close()
  }

  private func problem(_ work: () async throws -> Void) async -> StorageProblem? {
    do {
      try await work()
      return nil
    } catch {
      return error as? StorageProblem
    }
  }

  @Test func `nothing that is there is overwritten`() async throws {
    let storage = try await open(try place("old"))
    _ = try await fill(storage)
    let path = "\(folder.path)/office.backup"
    _ = try await Backup.make(of: storage, at: path, now: now)
    guard case .fileExists = await problem({ _ = try await Backup.make(of: storage, at: path, now: now) })
    else {
      Issue.record("a backup over another")
      return
    }
    guard
      case .notEmpty = await problem({
        _ = try await Backup.restore(path, into: storage.place, now: now)
      })
    else {
      Issue.record("an office over another")
      return
    }
    await storage.close()
  }

  @Test(.enabled(if: ThrowAwayCluster.shared != nil, "\(ThrowAwayCluster.absence)"))
  func `a server with records is not filled again`() async throws {
    let storage = try await open(try place("old", onServer: true))
    _ = try await fill(storage)
    let path = "\(folder.path)/office.backup"
    _ = try await Backup.make(of: storage, at: path, now: now)
    guard
      case .notEmpty = await problem({ _ = try await Backup.restore(path, into: storage.place, now: now) })
    else {
      Issue.record("an office over another")
      return
    }
    await storage.close()
  }

  @Test func `an attachment that is missing or altered is told`() async throws {
    let storage = try await open(try place("old"))
    _ = try await fill(storage)
    let content = ContentHash(of: [1, 2, 3])
    let file = storage.attachments.path(of: content)
    chmod(file, 0o600)
    let opened = try #require(fopen(file, "w"))
    fputs("xyz", opened)
    fclose(opened)
    let path = "\(folder.path)/office.backup"
    guard
      case .attachment(.altered(content)) = await problem({
        _ = try await Backup.make(of: storage, at: path, now: now)
      })
    else {
      Issue.record("altered")
      return
    }
    unlink(file)
    guard
      case .attachment(.missing(content)) = await problem({
        _ = try await Backup.make(of: storage, at: path, now: now)
      })
    else {
      Issue.record("missing")
      return
    }
    #expect(try await storage.verify().faults == [.alteredAttachment(content), .alteredAttachment(content)])
    #expect(access(path, F_OK) != 0)
    #expect(access("\(path).unfinished", F_OK) != 0)
    await storage.close()
  }

  @Test func `a file that is no backup, and one that was changed, are refused`() async throws {
    let storage = try await open(try place("old"))
    _ = try await fill(storage)
    let path = "\(folder.path)/office.backup"
    _ = try await Backup.make(of: storage, at: path, now: now)
    await storage.close()
    for other in ["\(folder.path)/none", "/etc/hostname", "\(folder.path)/old/office.db"] {
      guard
        case .noBackup = await problem({
          _ = try await Backup.restore(other, into: try place("new"), now: now)
        })
      else {
        Issue.record("\(other)")
        continue
      }
    }
    // The number in one of the records: the only place where it stands so.
    #expect(ChildProgram.run(["sed", "-i", "s/{\"number\":17}/{\"number\":18}/", path]))
    guard
      case .faults(let faults) = await problem({
        _ = try await Backup.restore(path, into: try place("new"), now: now)
      })
    else {
      Issue.record("a changed one")
      return
    }
    #expect(faults.count == 1)
    guard case .alteredVersion(_, version: 1) = faults.first else {
      Issue.record("\(faults)")
      return
    }
    #expect(access("\(folder.path)/new/office.db", F_OK) != 0)
  }
}
