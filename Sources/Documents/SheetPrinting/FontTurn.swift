// One thread at a time works with fonts.
import Glibc

/// The turn in which fonts are worked with: one thread of the process has it, and may take it again.
///
/// Cairo keeps ten faces open for the whole process. It opens a face without holding the library that all of
/// them belong to, and looks for one to close without holding that one; so a thread could read a font that
/// another one has just closed (`_cairo_ft_unscaled_font_lock_face` of Cairo 1.16). FreeType for its part
/// wants the faces of a library opened and closed by one thread at a time.
enum FontTurn {
  private final class Lock: @unchecked Sendable {
    let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)

    init() {
      var kind = pthread_mutexattr_t()
      pthread_mutexattr_init(&kind)
      pthread_mutexattr_settype(&kind, CInt(PTHREAD_MUTEX_RECURSIVE))
      pthread_mutex_init(mutex, &kind)
      pthread_mutexattr_destroy(&kind)
    }
  }

  private static let lock = Lock()

  /// Waits for the turn; each one is ended by the thread that began it.
  static func begin() { pthread_mutex_lock(lock.mutex) }

  static func end() { pthread_mutex_unlock(lock.mutex) }
}
