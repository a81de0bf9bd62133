// Changes an office as quickly as it can and tells each change after it was acknowledged.
import FormDrafts
import Glibc
import Ledger
import Organisations
import Quantities
import Records
import StorageOpening
import StorageProbes

/// Some writers at once, each of which counts up a setting of its own; each number goes with a field of a
/// draft, a note in the ledger, sometimes a version. What was acknowledged is told as `WRITER NUMBER`.
enum RecordWriter {
  /// How many write at once, so that several changes share one wait for the disk.
  static let writers = 4
  /// Numbers that come with a version of the form.
  static let versionEvery = 5

  /// - Parameter words: the data folder, and the address of a server where there is one.
  /// - Returns: the exit code, if it ever ends.
  static func run(_ words: [String]) async -> Int32 {
    guard let folder = words.first else { return 64 }
    do {
      let place = try StoragePlace(folder: folder, server: words.dropFirst().first)
      let storage = try await OpenedStorage.open(place, for: .migrate, now: SmallOffice.start)
      try await write(to: storage.records)
    } catch {
      let bytes = Array("\(error)\n".utf8)
      _ = Glibc.write(STDERR_FILENO, bytes, bytes.count)
      return 70
    }
    return 0
  }

  private static func write(to records: any RecordStore) async throws {
    let form = try await records.read { records throws(RecordError) in try records.setting("writer.form") }
    if form == nil { try await begin(records) }
    try await withThrowingTaskGroup(of: Void.self) { group in
      for writer in 0..<writers {
        group.addTask {
          while true {
            let number = try await records.transaction { records throws(RecordError) in
              try next(records, by: writer)
            }
            let bytes = Array("\(writer) \(number)\n".utf8)
            guard Glibc.write(STDOUT_FILENO, bytes, bytes.count) == bytes.count else { return }
          }
        }
      }
      try await group.waitForAll()
    }
  }

  private static func begin(_ records: any RecordStore) async throws {
    let office = try await SmallOffice(in: records)
    let form = try await office.addForm(named: "灯会", to: records)
    try await records.transaction { records throws(RecordError) in
      try records.save(Setting(key: "writer.form", value: "\(form)"), expecting: 0)
      for writer in 0..<writers {
        try records.save(Setting(key: "writer.count.\(writer)", value: "0"), expecting: 0)
      }
    }
  }

  private static func next(_ records: any RecordTransaction, by writer: Int) throws(RecordError) -> Int {
    let key = "writer.count.\(writer)"
    guard let count = try records.setting(key), let last = Int(count.value.value),
      let name = try records.setting("writer.form")?.value.value, let id = FormID(name)
    else { throw .damaged("settings") }
    let number = last + 1
    let form = try records.form(id).value
    guard let clerk = try records.people(under: nil).first?.value.id else { throw .damaged("people") }
    try records.save(Setting(key: key, value: "\(number)"), expecting: count.revision)
    _ = try records.save(
      [FieldChange(path: "field/\(writer)/\(number % 40)", value: "\(number)")], of: id,
      onto: form.draftRevision,
      by: clerk, at: SmallOffice.moment(number))
    try records.append(
      LedgerNote(
        moment: SmallOffice.moment(number), actor: nil, action: LedgerAction("test.number"),
        subject: "writer/\(writer)/number/\(number)", content: ContentHash(of: Array("\(number)".utf8))))
    if number % versionEvery == 0 {
      _ = try records.addVersion(
        of: id, record: Array("{\"number\":\(number)}".utf8), by: clerk, at: SmallOffice.moment(number),
        reason: "")
    }
    return number
  }
}
