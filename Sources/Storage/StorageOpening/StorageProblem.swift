// Why an office's storage cannot be opened, copied or put back.
package import Ledger
package import Records
internal import SQL

/// A problem that whoever starts the program can mend; `sentence` says how.
package enum StorageProblem: Error, Sendable {
  /// The address is not one of a PostgreSQL database.
  case unknownAddress
  case folderMissing(String)
  /// There is something with this path, and it is no folder.
  case noFolder(String)
  case folderNotWritable(String)
  case diskFull(String)
  /// The database was made by a later version of the program.
  case newer(found: Int, known: Int)
  /// The database lacks steps of the schema and may not be given them now.
  case older(found: Int, known: Int)
  /// A step of the database's schema is not the one that the program knows.
  case alteredSchema(step: Int)
  /// There are tables, and they are not ours.
  case foreignDatabase
  /// The file is no database, or a damaged one; the engine's words.
  case damaged(String)
  /// The database cannot be reached; the engine's words.
  case unreachable(String)
  case serverTooOld(String)
  case wrongEncoding(String)
  case wrongCharacterType(String)
  case readOnly
  case busy
  /// There are records already where others were to be put.
  case notEmpty
  /// A file has the name that a backup was to have.
  case fileExists(String)
  /// The file is not a backup of ours.
  case noBackup(String)
  /// A copy is not what it was made from.
  case faults([LedgerFault])
  case attachment(AttachmentProblem)
  case records(RecordError)
  /// The cryptography library has no SM3.
  case noDigest
}

extension StorageProblem {
  init(_ error: SQLError) {
    switch error {
    case .busy, .serialization: self = .busy
    case .full: self = .diskFull("")
    case .readOnly: self = .readOnly
    case .cannotOpen(let words): self = .unreachable(words)
    case .connectionLost: self = .unreachable("connection")
    case .damaged(let words): self = .damaged(words)
    case .other(let code, let message): self = .unreachable("\(code): \(message)")
    case .unexpectedValue(let column): self = .damaged("column \(column)")
    case .constraint(_, let detail): self = .damaged(detail)
    case .textHoldsZero: self = .damaged("text with a zero byte")
    }
  }

  init(_ error: MigrationError) {
    switch error {
    case .sql(let error): self.init(error)
    case .newer(let found, let known): self = .newer(found: found, known: known)
    case .older(let found, let known): self = .older(found: found, known: known)
    case .altered(let number): self = .alteredSchema(step: number)
    }
  }
}
