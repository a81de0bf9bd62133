// A thread of the system with a body of its own.
import Glibc

/// Runs its body at once; `join` waits for the end.
struct WorkerThread {
  private let thread: pthread_t

  /// What a thread is handed: C knows no closures with context.
  private final class Body: Sendable {
    let run: @Sendable () -> Void

    init(run: @escaping @Sendable () -> Void) {
      self.run = run
    }
  }

  /// - Returns: nil when the system gives no more threads.
  init?(body: @escaping @Sendable () -> Void) {
    let context = Unmanaged.passRetained(Body(run: body))
    var thread = pthread_t()
    let failure = pthread_create(&thread, nil, workerThreadMain, context.toOpaque())
    guard failure == 0 else {
      context.release()
      return nil
    }
    self.thread = thread
  }

  func join() { pthread_join(thread, nil) }

  fileprivate static func run(_ context: UnsafeMutableRawPointer) {
    Unmanaged<Body>.fromOpaque(context).takeRetainedValue().run()
  }
}

/// The function that the system starts a thread with.
private func workerThreadMain(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  if let context { WorkerThread.run(context) }
  return nil
}
