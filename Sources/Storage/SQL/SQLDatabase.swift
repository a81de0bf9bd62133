// A database as the rest of the wing sees it: workers that read and workers that write.

/// The pools of one database. On SQLite one worker writes and some read; on PostgreSQL all do both.
package struct SQLDatabase: Sendable {
  package let dialect: Dialect
  /// For work that only reads.
  package let readers: SQLWorkerPool
  /// For work that changes something.
  package let writers: SQLWorkerPool

  package init(dialect: Dialect, readers: SQLWorkerPool, writers: SQLWorkerPool) {
    self.dialect = dialect
    self.readers = readers
    self.writers = writers
  }

  /// Waits for work that has begun, then closes every connection.
  package func close() async {
    await readers.close()
    if writers !== readers { await writers.close() }
  }
}
