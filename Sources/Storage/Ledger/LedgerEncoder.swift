// The canonical encoding of an entry: one entry, one sequence of bytes, on every machine and for ever.
internal import Quantities

/// Encodes entries and takes their digest.
///
/// The encoding, version 1, in this order; whole numbers have 8 bytes, the highest first:
/// the text `plumbline-ledger-1`; sequence; milliseconds since 1970; the actor's number, 0 for the system;
/// action, subject, content (32 bytes or none), reason, each as its number of bytes and the bytes (UTF-8);
/// the 32 bytes of the previous hash.
package struct LedgerEncoder: ~Copyable {
  private static let mark = Array("plumbline-ledger-1".utf8)

  private var digest = SM3()
  private var bytes: [UInt8] = []

  package init() { bytes.reserveCapacity(512) }

  /// The bytes of an entry.
  package mutating func encoded(sequence: Int64, note: LedgerNote, previous: ContentHash) -> [UInt8] {
    encode(sequence: sequence, note: note, previous: previous)
    return bytes
  }

  /// The hash of an entry.
  package mutating func hash(sequence: Int64, note: LedgerNote, previous: ContentHash) -> ContentHash {
    encode(sequence: sequence, note: note, previous: previous)
    digest.add(bytes)
    return digest.finish()
  }

  private mutating func encode(sequence: Int64, note: LedgerNote, previous: ContentHash) {
    bytes.removeAll(keepingCapacity: true)
    bytes += Self.mark
    add(sequence)
    add(note.moment.milliseconds)
    add(note.actor ?? 0)
    add(note.action.rawValue)
    add(note.subject)
    add(Int64(note.content?.bytes.count ?? 0))
    bytes += note.content?.bytes ?? []
    add(note.reason)
    bytes += previous.bytes
  }

  private mutating func add(_ number: Int64) {
    for shift in stride(from: 56, through: 0, by: -8) {
      bytes.append(UInt8(truncatingIfNeeded: number >> shift))
    }
  }

  private mutating func add(_ text: String) {
    add(Int64(text.utf8.count))
    bytes += text.utf8
  }
}
