// A moment on a clock that never goes back.
import Glibc

/// Until when something has to be done.
struct Deadline: Sendable {
  private let milliseconds: Int

  init(seconds: Int) {
    milliseconds = Self.now() + seconds * 1000
  }

  /// What is left, in the form that `poll` wants: 0 when nothing is.
  var millisecondsLeft: Int32 { Int32(clamping: max(0, milliseconds - Self.now())) }

  var isOver: Bool { millisecondsLeft == 0 }

  private static func now() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }
}
