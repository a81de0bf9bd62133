// What works on batches at a node, as long as the office runs.

/// Works on whatever batches wait, at this node or begun at another.
package struct BatchWorkers: Sendable {
  private let office: Office
  private let failed: @Sendable (OfficeRefusal) -> Void

  /// - Parameter failed: told of what the store said, for the log; the work goes on.
  package init(_ office: Office, failed: @escaping @Sendable (OfficeRefusal) -> Void = { _ in }) {
    self.office = office
    self.failed = failed
  }

  /// Returns when the task is cancelled; the forms that are being done are done.
  package func run() async {
    await office.keepWorking(wokenBy: office.batchBell, failed: failed) { () async throws(OfficeRefusal) in
      try await WorkOnBatch().run(in: office)
    }
  }
}
