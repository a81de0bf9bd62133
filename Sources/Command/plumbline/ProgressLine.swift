// One line at the bottom of a terminal that says how far the work is and how long it will take.
import Glibc

/// Draws itself at most ten times a second, and only on a terminal.
struct ProgressLine {
  private let sink: ByteSink
  private let count: Int
  private let isShown: Bool
  private let started: Int
  private var drawnAt = 0
  private var isDrawn = false

  private static let pauseMilliseconds = 100
  private static let barColumns = 24

  /// - Parameter count: files altogether; nothing is drawn for a single one.
  init(on sink: ByteSink, count: Int) {
    self.sink = sink
    self.count = count
    isShown = sink.isTerminal && count > 1
    started = Self.now()
  }

  /// - Parameter done: files finished so far.
  mutating func show(done: Int) {
    guard isShown else { return }
    let now = Self.now()
    guard now - drawnAt >= Self.pauseMilliseconds else { return }
    drawnAt = now
    isDrawn = true
    _ = sink.write("\r\u{1B}[K" + Self.line(done: done, of: count, milliseconds: now - started))
  }

  /// Takes the line away, before anything else is written to the same terminal.
  mutating func hide() {
    guard isDrawn else { return }
    isDrawn = false
    drawnAt = 0
    _ = sink.write("\r\u{1B}[K")
  }

  /// The bar, the count and the time left, judged by the pace so far.
  static func line(done: Int, of count: Int, milliseconds: Int) -> String {
    let filled = count > 0 ? barColumns * done / count : 0
    let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: barColumns - filled)
    let left = done > 0 ? (count - done) * (milliseconds / done) / 1000 : nil
    return "\(bar) \(ImportWording.progress(done: done, of: count, secondsLeft: left))"
  }

  /// Milliseconds of a clock that never goes back.
  private static func now() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }
}
