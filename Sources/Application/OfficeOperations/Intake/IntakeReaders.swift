// The readers of a node: they take what waits, one after the other, as long as the office runs.

/// Reads whatever is handed in, at this node or another.
package struct IntakeReaders: Sendable {
  private let office: Office
  private let count: Int
  private let failed: @Sendable (OfficeRefusal) -> Void

  /// - Parameters:
  ///   - count: documents read at once; all but one of them may be scans, so that no short document waits for
  ///     long ones.
  ///   - failed: told of what the store said, for the log; the readers go on.
  package init(
    _ office: Office, count: Int, failed: @escaping @Sendable (OfficeRefusal) -> Void = { _ in }
  ) {
    self.office = office
    self.count = max(1, count)
    self.failed = failed
  }

  /// Returns when the task is cancelled; what is being read is read to its end.
  package func run() async {
    await withTaskGroup(of: Void.self) { group in
      for number in 0..<count {
        group.addTask { await read(takesPictures: number > 0 || count == 1) }
      }
    }
  }

  private func read(takesPictures: Bool) async {
    await office.keepWorking(wokenBy: office.intakeBell, failed: failed) { () async throws(OfficeRefusal) in
      try await ReadWaitingIntake(takesPictures: takesPictures).run(in: office)
    }
  }
}
