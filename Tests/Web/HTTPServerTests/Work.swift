// Work that blocks, on a thread of its own.
import Glibc

/// One thread with one task.
final class Work: Sendable {
  private let body: @Sendable () -> Void

  init(_ body: @escaping @Sendable () -> Void) { self.body = body }

  func start() {
    var thread = pthread_t()
    let held = Unmanaged.passRetained(self).toOpaque()
    pthread_create(
      &thread, nil,
      { held in
        if let held { Unmanaged<Work>.fromOpaque(held).takeRetainedValue().body() }
        return nil
      }, held)
    pthread_detach(thread)
  }
}

/// Runs what blocks apart from the threads of tasks.
func apart<Value: Sendable>(_ body: @escaping @Sendable () throws -> Value) async throws -> Value {
  try await withCheckedThrowingContinuation { continuation in
    Work { continuation.resume(with: Result(catching: body)) }.start()
  }
}
