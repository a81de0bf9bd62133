// The chain: whatever is changed, missing, moved or put in is told, at its place.
import Ledger
import Quantities
import Testing

@Suite struct LedgerVerifierTests {
  private static func chain(_ count: Int) -> [LedgerEntry] {
    var head = LedgerHead.empty
    return (0..<count).map { number in
      let note = LedgerNote(
        moment: Moment(milliseconds: Int64(number) * 1000), actor: number % 3 == 0 ? nil : Int64(number),
        action: LedgerAction("test.note"), subject: "form/\(number)",
        content: number % 2 == 0 ? ContentHash(of: [UInt8(number)]) : nil, reason: "理由\(number)")
      let entry = LedgerEntry(note, after: head)
      head = LedgerHead(sequence: entry.sequence, hash: entry.hash)
      return entry
    }
  }

  private static func faults(
    _ entries: [LedgerEntry], head: LedgerHead? = nil, expecting heads: [LedgerHead] = []
  ) -> [LedgerFault] {
    var verifier = LedgerVerifier(expecting: heads)
    for entry in entries { verifier.take(entry) }
    _ = verifier.finish(stored: head)
    return verifier.faults
  }

  private static func head(_ entry: LedgerEntry) -> LedgerHead {
    LedgerHead(sequence: entry.sequence, hash: entry.hash)
  }

  @Test func `the encoding is the one that is written down`() {
    let note = LedgerNote(
      moment: Moment(milliseconds: 258), actor: 3, action: LedgerAction("a"), subject: "名",
      content: ContentHash(bytes: [UInt8](repeating: 9, count: 32)), reason: "")
    var encoder = LedgerEncoder()
    let bytes = encoder.encoded(sequence: 1, note: note, previous: .zero)
    func number(_ last: UInt8...) -> [UInt8] { [UInt8](repeating: 0, count: 8 - last.count) + last }
    let start = Array("plumbline-ledger-1".utf8) + number(1) + number(1, 2) + number(3) + number(1) + [0x61]
    let middle = number(3) + [0xE5, 0x90, 0x8D] + number(32) + [UInt8](repeating: 9, count: 32)
    #expect(bytes == start + middle + number(0) + [UInt8](repeating: 0, count: 32))
    #expect(encoder.hash(sequence: 1, note: note, previous: .zero) == ContentHash(of: bytes))
  }

  @Test func `a sound chain has no faults, and its heads lie on it`() {
    let entries = Self.chain(20)
    #expect(Self.faults([], head: .empty) == [])
    #expect(Self.faults(entries, head: Self.head(entries[19])) == [])
    #expect(Self.faults(entries, expecting: entries.map(Self.head)) == [])
    #expect(Self.faults(entries, head: Self.head(entries[19]), expecting: [.empty]) == [])
  }

  @Test func `a change of any field is told of its entry and of no other`() {
    let changes: [@Sendable (inout LedgerEntry) -> Void] = [
      { $0.note.moment = Moment(milliseconds: $0.note.moment.milliseconds + 1) },
      { $0.note.actor = ($0.note.actor ?? 0) + 1 }, { $0.note.action = LedgerAction("test.note ") },
      { $0.note.subject += "1" }, { $0.note.reason = "" },
      { $0.note.content = $0.note.content == nil ? .zero : nil },
      { $0.previous = ContentHash(of: [1]) }, { $0.hash = ContentHash(of: [2]) },
      { entry in
        // From one field into the next: the lengths keep them apart.
        entry.note.reason = "x" + entry.note.reason
        entry.note.subject.removeLast()
      },
    ]
    let entries = Self.chain(9)
    for position in entries.indices {
      for (number, change) in changes.enumerated() {
        var altered = entries
        change(&altered[position])
        let found = Self.faults(altered, head: Self.head(entries[8]))
        #expect(found == [.altered(sequence: Int64(position + 1))], "change \(number) at \(position)")
      }
    }
  }

  @Test func `entries that are missing are told by their numbers`() {
    let entries = Self.chain(9)
    let head = Self.head(entries[8])
    #expect(Self.faults(Array(entries.dropFirst(2)), head: head) == [.missing(first: 1, last: 2)])
    #expect(
      Self.faults(entries.filter { ![4, 5].contains($0.sequence) }, head: head) == [
        .missing(first: 4, last: 5)
      ])
    #expect(Self.faults(Array(entries.dropLast(3)), head: head) == [.missing(first: 7, last: 9)])
    #expect(Self.faults([], head: head) == [.missing(first: 1, last: 9)])
  }

  @Test func `entries that changed places are told with the place they had`() {
    let entries = Self.chain(9)
    var swapped = entries
    (swapped[2].sequence, swapped[5].sequence) = (6, 3)
    swapped.sort { $0.sequence < $1.sequence }
    #expect(
      Self.faults(swapped, head: Self.head(entries[8])) == [.moved(from: 6, to: 3), .moved(from: 3, to: 6)])
    var renumbered = entries.filter { $0.sequence != 4 }
    for position in renumbered.indices { renumbered[position].sequence = Int64(position + 1) }
    let found = Self.faults(renumbered, head: Self.head(entries[8]))
    #expect(found.contains(.moved(from: 5, to: 4)) || found.contains(.altered(sequence: 4)))
    #expect(found.contains(.missing(first: 9, last: 9)))
  }

  @Test func `an entry that was made anew does not continue the chain`() {
    let entries = Self.chain(9)
    var forged = entries
    var note = entries[4].note
    note.reason = "另一个理由"
    forged[4] = LedgerEntry(note, after: Self.head(entries[3]))
    #expect(Self.faults(forged, head: Self.head(entries[8])) == [.exchanged(sequence: 6)])
  }

  @Test func `a chain that was made anew from some point betrays itself by a head that was posted`() {
    let entries = Self.chain(9)
    var forged = Array(entries.prefix(4))
    for entry in entries.dropFirst(4) {
      var note = entry.note
      note.reason += "。"
      forged.append(LedgerEntry(note, after: Self.head(forged[forged.count - 1])))
    }
    #expect(Self.faults(forged, head: Self.head(forged[8])) == [])
    let posted = Self.head(entries[6])
    #expect(Self.faults(forged, head: Self.head(forged[8]), expecting: [posted]) == [.unknownHead(posted)])
    #expect(Self.faults(forged, expecting: [Self.head(entries[2])]) == [])
  }

  @Test func `a chain that was cut off with its head betrays itself by a head that was posted`() {
    let entries = Self.chain(9)
    let cut = Array(entries.prefix(5))
    #expect(Self.faults(cut, head: Self.head(cut[4])) == [])
    let posted = Self.head(entries[8])
    #expect(Self.faults(cut, head: Self.head(cut[4]), expecting: [posted]) == [.unknownHead(posted)])
  }

  @Test func `entries added behind the head are told`() {
    let entries = Self.chain(9)
    let head = Self.head(entries[5])
    #expect(Self.faults(entries, head: head) == [.otherHead(stored: head, found: Self.head(entries[8]))])
    #expect(Self.faults(entries + [entries[8]], head: Self.head(entries[8])) == [.repeated(sequence: 9)])
  }

  @Test func `a row that cannot be read is told, and the chain goes on behind it`() {
    let entries = Self.chain(5)
    var verifier = LedgerVerifier()
    for entry in entries {
      if entry.sequence == 3 { verifier.takeUnreadable(sequence: 3) } else { verifier.take(entry) }
    }
    let head = verifier.finish(stored: Self.head(entries[4]))
    #expect(verifier.faults == [.unreadable(sequence: 3)])
    #expect(head == Self.head(entries[4]))
  }
}
