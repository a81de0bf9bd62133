// Where an office keeps its records.

/// A data folder, and a server where there is one.
package struct StoragePlace: Sendable, Hashable {
  /// Holds `office.db` where there is no server, and the bytes of attachments always.
  package let folder: String
  /// `postgresql://…`; nil for SQLite in the folder.
  package let server: String?

  /// - Parameters:
  ///   - folder: a path; a slash at its end goes.
  ///   - server: the address of a PostgreSQL database; nil or nothing for SQLite.
  /// - Throws: `.unknownAddress` for the address of anything else.
  package init(folder: String, server: String? = nil) throws(StorageProblem) {
    var path = folder
    while path.utf8.count > 1, path.utf8.last == 0x2F { path.removeLast() }
    self.folder = path
    guard let server, !server.isEmpty else {
      self.server = nil
      return
    }
    let isKnown = ["postgresql://", "postgres://"].contains { server.utf8.starts(with: $0.utf8) }
    guard isKnown else { throw .unknownAddress }
    self.server = server
  }

  /// The file of the records where there is no server.
  package var databaseFile: String { "\(folder)/office.db" }

  /// The folder of the attachments' bytes.
  package var attachmentFolder: String { "\(folder)/attachments" }
}
