// An SQLite file as a database: one writer, some readers.
package import SQL

extension SQLDatabase {
  /// The file at a path; nothing is opened yet.
  ///
  /// - Parameters:
  ///   - readers: how many may read at once, each on a thread of its own.
  ///   - mode: of the writer; with `.still` nobody writes and the readers take no lock either.
  package static func sqlite(path: String, readers: Int = 4, mode: SQLiteMode = .create) -> SQLDatabase {
    let isStill = if case .still = mode { true } else { false }
    return SQLDatabase(
      dialect: .sqlite,
      readers: SQLWorkerPool(workersMax: readers) { () throws(SQLError) in
        try SQLiteConnection(path: path, mode: isStill ? .still : .read)
      },
      writers: SQLWorkerPool(workersMax: 1) { () throws(SQLError) in
        try SQLiteConnection(path: path, mode: mode)
      })
  }
}
