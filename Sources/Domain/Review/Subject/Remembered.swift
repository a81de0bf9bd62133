// An answer that is worked out once, by whoever asks first.
import Synchronization

/// Keeps one value; asked from several threads at once, all get the same.
final class Remembered<Value: Sendable>: Sendable {
  private let known = Mutex<Value?>(nil)

  func value(or make: () -> Value) -> Value {
    if let value = known.withLock({ $0 }) { return value }
    let made = make()
    return known.withLock { value in
      if let value { return value }
      value = made
      return made
    }
  }
}
