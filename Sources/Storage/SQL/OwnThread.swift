// Work that blocks and has no connection: on a thread that is made for it.

/// Runs work on a thread of its own, away from the cooperative pool.
package func onOwnThread<Answer: Sendable, Failure: Error>(
  _ work: @Sendable () throws(Failure) -> Answer
) async throws(Failure) -> Answer {
  try await OwnThread().run(work)
}

/// A thread for one piece of work.
private actor OwnThread {
  private nonisolated let executor = ThreadExecutor()

  nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

  deinit { executor.stop() }

  func run<Answer: Sendable, Failure: Error>(
    _ work: @Sendable () throws(Failure) -> Answer
  ) throws(Failure) -> Answer {
    try work()
  }
}
