// One thread that starts all reading processes and lives as long as they do.
import Glibc

/// Runs work, piece by piece, on a thread of its own.
///
/// A process that asks to die with its parent dies with the *thread* that started it (prctl(2),
/// PR_SET_PDEATHSIG); started from a worker, a reader would end when that worker has nothing left to do.
final class StarterThread: Sendable {
  private struct Desk {
    var waiting: [@Sendable () -> Void] = []
    var isClosed = false
  }

  private let desk: Monitored<Desk>
  private let hasThread: Bool

  init() {
    let desk = Monitored(Desk())
    self.desk = desk
    let context = Unmanaged.passRetained(Body { Self.work(at: desk) })
    var thread = pthread_t()
    hasThread = pthread_create(&thread, nil, starterThreadMain, context.toOpaque()) == 0
    if hasThread { pthread_detach(thread) } else { context.release() }
  }

  deinit { close() }

  /// Ends the thread, and every process that it has started with it.
  func close() { desk.change { $0.isClosed = true } }

  /// Does one piece of work there and waits for it; nil when there is no thread to do it.
  func run<Answer: Sendable>(_ work: @escaping @Sendable () -> Answer) -> Answer? {
    guard hasThread else { return nil }
    let answer = Monitored<Answer?>(nil)
    let isTaken = desk.change { desk in
      guard !desk.isClosed else { return false }
      desk.waiting.append {
        let made = work()
        answer.change { $0 = made }
      }
      return true
    }
    guard isTaken else { return nil }
    return answer.wait { $0 }
  }

  private static func work(at desk: Monitored<Desk>) {
    while true {
      let next: (@Sendable () -> Void)? = desk.wait { desk -> (@Sendable () -> Void)?? in
        if !desk.waiting.isEmpty { return .some(desk.waiting.removeFirst()) }
        return desk.isClosed ? .some(nil) : nil
      }
      guard let next else { return }
      next()
    }
  }

  /// What the thread is handed: C knows no closures with context.
  fileprivate final class Body: Sendable {
    let run: @Sendable () -> Void

    init(run: @escaping @Sendable () -> Void) {
      self.run = run
    }
  }
}

/// The function that the system starts the thread with.
private func starterThreadMain(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  if let context { Unmanaged<StarterThread.Body>.fromOpaque(context).takeRetainedValue().run() }
  return nil
}
