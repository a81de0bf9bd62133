// Wakes the readers of this node when something was handed in.

/// A bell that is rung by whoever hands in, and listened to by whoever reads.
actor IntakeBell {
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
