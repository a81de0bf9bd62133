// How a database file is opened.

/// What may be done with a database file.
package enum SQLiteMode: Sendable {
  /// Read and write; the file is made when it is missing.
  case create
  /// Read and write; the file must be there.
  case write
  /// Read and write a file that nobody else has open; at the end it is one file, with no journal beside it.
  case alone
  /// Read while others write.
  case read
  /// Read a file that nobody writes: no lock is taken and no file made beside it. For backups and for
  /// folders that cannot be written.
  case still
}
