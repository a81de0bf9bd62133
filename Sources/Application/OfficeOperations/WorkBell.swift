// What a node does beside answering: again and again, and at once when something was handed in here.

/// A bell that is rung by whoever hands work in, and listened to by whoever does it.
actor WorkBell {
  private var listeners: [Int: CheckedContinuation<Void, Never>] = [:]
  private var lastListener = 0
  /// Counts, so that a ring between two looks is not missed.
  private(set) var rings = 0

  func ring() {
    rings += 1
    for listener in listeners.values { listener.resume() }
    listeners = [:]
  }

  /// Waits until it was rung more often than `count`, and no longer than the time; ends early when the task
  /// is cancelled.
  func wait(beyond count: Int, atMost time: Duration) async {
    guard rings <= count, !Task.isCancelled else { return }
    lastListener += 1
    let listener = lastListener
    let alarm = Task {
      try? await Task.sleep(for: time)
      self.wake(listener)
    }
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        if Task.isCancelled || rings > count {
          continuation.resume()
        } else {
          listeners[listener] = continuation
        }
      }
    } onCancel: {
      alarm.cancel()
    }
    alarm.cancel()
  }

  private func wake(_ listener: Int) { listeners.removeValue(forKey: listener)?.resume() }
}

extension Office {
  /// Does what waits, one thing after the other, until the task is cancelled; what is being done then is done
  /// to its end.
  ///
  /// - Parameters:
  ///   - bell: what wakes it; without one it looks again after the pause.
  ///   - pause: how long it looks away when nothing was handed in at this node.
  ///   - failed: told of what the store said, for the log; the work goes on.
  ///   - work: one thing; false where nothing waits.
  func keepWorking(
    wokenBy bell: WorkBell = WorkBell(), pause: Duration = .seconds(2),
    failed: @Sendable (OfficeRefusal) -> Void, _ work: () async throws(OfficeRefusal) -> Bool
  ) async {
    while !Task.isCancelled {
      let rings = await bell.rings
      do throws(OfficeRefusal) {
        if try await work() { continue }
      } catch {
        failed(error)
      }
      await bell.wait(beyond: rings, atMost: pause)
    }
  }
}
