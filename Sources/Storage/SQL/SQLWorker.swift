// A connection on its own thread, opened when it is first needed and again when it broke.

/// Opens a connection; called on the worker's thread.
package typealias ConnectionOpener = @Sendable () throws(SQLError) -> sending any SQLConnection

/// One connection as an actor. Work is handed over whole and runs without a pause, so a transaction is never
/// left half-way while somebody waits for something else.
package actor SQLWorker {
  private nonisolated let executor = ThreadExecutor()
  private let open: ConnectionOpener
  private var connection: (any SQLConnection)?
  private var isClosed = false

  /// The worker's own thread.
  package nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

  package init(open: @escaping ConnectionOpener) { self.open = open }

  deinit { executor.stop() }

  /// Runs work with the connection.
  ///
  /// - Parameter failure: what the caller makes of a connection that cannot be had.
  package func run<Answer: Sendable, Failure: Error>(
    _ work: @Sendable (any SQLConnection) throws(Failure) -> Answer, failure: @Sendable (SQLError) -> Failure
  ) throws(Failure) -> Answer {
    let connection: any SQLConnection
    do throws(SQLError) {
      connection = try usable()
    } catch {
      throw failure(error)
    }
    return try work(connection)
  }

  private func usable() throws(SQLError) -> any SQLConnection {
    if isClosed { throw .cannotOpen("closed") }
    if let connection, connection.isUsable { return connection }
    connection?.close()
    connection = nil
    let opened = try open()
    connection = opened
    return opened
  }

  /// Closes the connection; work that comes later is refused.
  package func close() {
    isClosed = true
    connection?.close()
    connection = nil
  }
}
