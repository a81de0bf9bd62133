// What a node does beside answering: letters, ends of years, last days that come near.

/// Does what waits, one thing after the other, as long as the office runs; any node may do any of it.
package struct Errands: Sendable {
  private let office: Office
  private let failed: @Sendable (OfficeRefusal) -> Void
  private let pause: Duration

  /// - Parameters:
  ///   - pause: how long a node looks away when nothing waits.
  ///   - failed: told of what the store said, for the log; the errands go on.
  package init(
    _ office: Office, pause: Duration = .seconds(2),
    failed: @escaping @Sendable (OfficeRefusal) -> Void = { _ in }
  ) {
    self.office = office
    self.pause = pause
    self.failed = failed
  }

  /// Returns when the task is cancelled; a letter on its way is carried to its end.
  package func run() async {
    await withTaskGroup(of: Void.self) { group in
      // A slow mail server keeps nobody's year open, and a long year no letter.
      group.addTask {
        await office.keepWorking(pause: pause, failed: failed) { () async throws(OfficeRefusal) in
          try await CarryWaitingMail().run(in: office)
        }
      }
      group.addTask {
        await office.keepWorking(pause: pause, failed: failed) { () async throws(OfficeRefusal) in
          try await EndYearForms().run(in: office)
        }
      }
      group.addTask {
        await office.keepWorking(pause: pause, failed: failed) { () async throws(OfficeRefusal) in
          try await WatchDeadlines().run(in: office)
        }
      }
    }
  }
}
