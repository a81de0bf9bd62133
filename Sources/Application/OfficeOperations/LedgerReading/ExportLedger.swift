// The ledger as a file, for archives and for looking at it with other programs.
import JSONText
import Ledger
import Organisations
import Permissions
import PlainText
import Quantities
import Records

/// Writes entries of the ledger, the oldest first, piece by piece; that it was done stands in the ledger.
package struct ExportLedger: Sendable {
  /// What the file is for.
  package enum Format: String, Sendable, CaseIterable {
    /// A table for Excel and WPS, with a head.
    case table = "csv"
    /// A JSON object a line, with everything that the hash of an entry is made from.
    case lines = "jsonl"
  }

  package var format: Format
  /// As typed: the number of the first entry that is wanted; blank for the first of all.
  package var first: String

  /// Entries of one file at most; who has more takes several.
  package static let entriesMax: Int64 = 250_000
  private static let entriesAtOnce = 2_000

  package init(format: Format, first: String = "") {
    self.format = format
    self.first = first
  }

  /// Which entries the file has.
  package struct Range: Sendable, Equatable {
    package let first: Int64
    package let last: Int64
  }

  /// - Parameter write: takes a piece of the file.
  /// - Returns: which entries were written; the one about this export is not among them.
  /// - Throws: `.permission`, `.fields` for a number that the ledger has not, what `write` throws.
  package func run(
    in office: Office, by signedIn: SignedIn,
    write: (_ piece: [UInt8]) async throws(OfficeRefusal) -> Void
  ) async throws(OfficeRefusal) -> Range {
    let range = try await begin(in: office, by: signedIn)
    if format == .table { try await write([0xEF, 0xBB, 0xBF] + Self.line(OfficeWording.ledgerColumns)) }
    var sequence = range.first - 1
    var names: [Int64: String] = [:]
    while sequence < range.last {
      let limit = min(Self.entriesAtOnce, Int(range.last - sequence))
      let (after, known) = (sequence, names)
      let (entries, found) = try await office.read { records in
        let entries = try records.ledgerEntries(after: after, limit: limit)
        return (entries, try records.names(of: entries, beside: known))
      }
      guard let last = entries.last, last.sequence > sequence else { throw .unforeseen }
      sequence = last.sequence
      names = found
      var piece: [UInt8] = []
      for entry in entries { piece += line(of: entry, names) }
      try await write(piece)
    }
    return range
  }

  private func begin(in office: Office, by signedIn: SignedIn) async throws(OfficeRefusal) -> Range {
    let moment = office.now
    return try await office.change { records in
      try signedIn.mayDo(.exportLedger, at: try records.root().path)
      let head = try records.ledgerHead()
      let first = first.trimmed.isEmpty ? 1 : Int64(first.trimmed) ?? 0
      guard (1...max(head.sequence, 1)).contains(first) else {
        throw OfficeRefusal.fields([FieldFault("first", OfficeWording.noSuchEntry(head.sequence))])
      }
      let range = Range(first: first, last: min(head.sequence, first + Self.entriesMax - 1))
      try records.append(
        signedIn.note(
          .ledgerExport, "ledger", at: moment, content: head.hash,
          reason: "\(range.first)–\(range.last) \(format.rawValue)"))
      return range
    }
  }

  // MARK: Lines

  private func line(of entry: LedgerEntry, _ names: [Int64: String]) -> [UInt8] {
    let note = entry.note
    switch format {
    case .table:
      return Self.line([
        String(entry.sequence), note.moment.description, note.actor.map(String.init) ?? "",
        note.actor.flatMap { names[$0] } ?? "", note.action.rawValue, note.subject, note.reason,
        note.content?.description ?? "", entry.previous.description, entry.hash.description,
      ])
    case .lines:
      var json = JSONWriter()
      json.object { json in
        json.member("sequence", Int(clamping: entry.sequence))
        json.member("milliseconds", Int(clamping: note.moment.milliseconds))
        json.member("moment", note.moment.description)
        json.member("actor", note.actor.map { Int(clamping: $0) })
        json.member("name", note.actor.flatMap { names[$0] })
        json.member("action", note.action.rawValue)
        json.member("subject", note.subject)
        json.member("content", note.content?.description)
        json.member("reason", note.reason)
        json.member("previous", entry.previous.description)
        json.member("hash", entry.hash.description)
      }
      return json.bytes + [0x0A]
    }
  }

  /// A line for spreadsheets: what they would run as a formula gets an apostrophe before it.
  private static func line(_ cells: [String]) -> [UInt8] {
    SeparatedLine.bytes(cells) { cell in cell.first.map { "=+-@\t\r".utf8.contains($0) } ?? false }
  }
}

extension RecordView {
  /// The names of those who act in the entries, added to those that are known already; who is not there any
  /// more is left out.
  func names(of entries: [LedgerEntry], beside known: [Int64: String] = [:]) throws -> [Int64: String] {
    var names = known
    for actor in Set(entries.compactMap(\.note.actor)) where names[actor] == nil {
      guard let id = PersonID(actor) else { continue }
      do throws(RecordError) {
        names[actor] = try person(id).value.name
      } catch {
        guard case .notFound = error else { throw error }
      }
    }
    return names
  }
}
