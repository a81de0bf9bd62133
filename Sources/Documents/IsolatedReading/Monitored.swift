// A value that threads share: changed by one at a time, and waited for.
import Glibc

/// A lock with a value in it and a bell that rings after every change.
///
/// Waiting blocks the thread; nothing of this is for the threads of Swift's tasks.
final class Monitored<Value>: @unchecked Sendable {
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let bell = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private var value: Value

  init(_ value: Value) {
    self.value = value
    pthread_mutex_init(mutex, nil)
    pthread_cond_init(bell, nil)
  }

  deinit {
    pthread_cond_destroy(bell)
    pthread_mutex_destroy(mutex)
    bell.deallocate()
    mutex.deallocate()
  }

  /// Changes the value.
  @discardableResult
  func change<Answer>(_ body: (inout Value) -> Answer) -> Answer {
    pthread_mutex_lock(mutex)
    defer {
      pthread_cond_broadcast(bell)
      pthread_mutex_unlock(mutex)
    }
    return body(&value)
  }

  /// Waits until the body has an answer; it may change the value each time it is asked.
  func wait<Answer>(for body: (inout Value) -> Answer?) -> Answer {
    pthread_mutex_lock(mutex)
    defer {
      pthread_cond_broadcast(bell)
      pthread_mutex_unlock(mutex)
    }
    while true {
      if let answer = body(&value) { return answer }
      pthread_cond_wait(bell, mutex)
    }
  }
}
