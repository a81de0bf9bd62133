// The office that operations work in: its records, its clock, its source of chance, its key.
package import Accounts
package import Mail
package import Quantities
package import Records

/// What an operation needs of the world. Every operation of the office takes one, so that page, API, command
/// line and batch go the same way and tests give their own clock.
package struct Office: Sendable {
  package let records: any RecordStore
  /// The key that all nodes of the installation share.
  package let key: ServerKey
  /// Where the bytes of attachments lie; nil where the office keeps none.
  package let attachments: AttachmentFolder?
  /// Where documents are read; nil where none can be.
  package let reading: (any ReadingDesk)?
  /// Who carries letters; nil where nobody does.
  package let mail: (any MailCarrier)?
  /// Told when a document waits to be read, so that a reader of this node need not look for it.
  let intakeBell = WorkBell()
  /// Told when a batch was begun.
  let batchBell = WorkBell()
  let disk = DiskLane()
  let signIn: SignIn
  let hasher: PasswordHasher
  let clock: @Sendable () -> Moment
  let chance: Chance
  /// Forms that are looked at again and again while others are written.
  let memory = FormMemory()

  /// - Parameters:
  ///   - attachments: the folder of the bytes that people attach.
  ///   - reading: who reads documents.
  ///   - mail: who carries letters.
  ///   - clock: the time of day; a parameter, so that tests and replays have their own.
  ///   - chance: fit for cryptography.
  package init(
    records: any RecordStore, key: ServerKey, attachments: AttachmentFolder? = nil,
    reading: (any ReadingDesk)? = nil, mail: (any MailCarrier)? = nil,
    hasher: PasswordHasher = PasswordHasher(),
    clock: @escaping @Sendable () -> Moment,
    chance: Chance
  ) {
    self.records = records
    self.key = key
    self.attachments = attachments
    self.reading = reading
    self.mail = mail
    self.hasher = hasher
    signIn = SignIn(hasher: hasher)
    self.clock = clock
    self.chance = chance
  }

  /// Now.
  package var now: Moment { clock() }
  /// Today, where the office is (UTC+8).
  package var today: Day { clock().day() }

  // MARK: Reading and changing

  /// Reads from one consistent state; whatever the work throws comes out as a refusal.
  package func read<Answer: Sendable>(
    _ work: @escaping @Sendable (any RecordView) throws -> Answer
  ) async throws(OfficeRefusal) -> Answer {
    do throws(RecordError) {
      return try await records.read { (view: any RecordView) throws(RecordError) in
        try Self.kept { try work(view) }
      }
    } catch {
      throw OfficeRefusal(error)
    }
  }

  /// Changes several things and writes their ledger entries, all or nothing.
  package func change<Answer: Sendable>(
    _ work: @escaping @Sendable (any RecordTransaction) throws -> Answer
  ) async throws(OfficeRefusal) -> Answer {
    do throws(RecordError) {
      return try await records.transaction { (records: any RecordTransaction) throws(RecordError) in
        try Self.kept { try work(records) }
      }
    } catch {
      throw OfficeRefusal(error)
    }
  }

  /// Lets errors of the store pass as they are, so that it can try again, and wraps all others.
  private static func kept<Answer>(_ work: () throws -> Answer) throws(RecordError) -> Answer {
    do {
      return try work()
    } catch let error as RecordError {
      throw error
    } catch {
      throw .refused(error)
    }
  }
}

/// A source of chance that several tasks may draw from.
package struct Chance: Sendable, RandomNumberGenerator {
  private let draw: @Sendable () -> UInt64

  package init(_ draw: @escaping @Sendable () -> UInt64) { self.draw = draw }

  /// The machine's own, fit for cryptography.
  package static let machine = Chance {
    var machine = SystemRandomNumberGenerator()
    return machine.next()
  }

  /// The next 64 bits.
  package mutating func next() -> UInt64 { draw() }
}
