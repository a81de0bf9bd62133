// Ctrl-C and the polite signal to end: what is under way is finished, then the program ends by the same
// signal.
import Glibc
import Synchronization

/// Whether the program has been asked to end. A second request ends it at once.
enum Interruption {
  private static let signalNumber = Atomic<Int32>(0)

  static var isAsked: Bool { signalNumber.load(ordering: .relaxed) != 0 }

  /// Listens to SIGINT and SIGTERM while the body runs.
  static func listening<Answer>(_ body: () -> Answer) -> Answer {
    // Made before a signal can come: making it inside a handler would not be safe.
    signalNumber.store(0, ordering: .relaxed)
    var action = sigaction()
    action.__sigaction_handler.sa_handler = { number in Interruption.note(number) }
    action.sa_flags = SA_RESTART
    var before = (sigaction(), sigaction())
    sigaction(SIGINT, &action, &before.0)
    sigaction(SIGTERM, &action, &before.1)
    // A signal that whoever started the program has ignored, as `nohup` and background jobs do, stays so.
    if isIgnored(before.0) { sigaction(SIGINT, &before.0, nil) }
    if isIgnored(before.1) { sigaction(SIGTERM, &before.1, nil) }
    defer {
      sigaction(SIGINT, &before.0, nil)
      sigaction(SIGTERM, &before.1, nil)
    }
    return body()
  }

  private static func isIgnored(_ action: sigaction) -> Bool {
    unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self)
      == unsafeBitCast(SIG_IGN, to: Int.self)
  }

  /// Ends the program by the signal that asked for it, as the shell expects.
  static func end() {
    let number = signalNumber.load(ordering: .relaxed)
    if number != 0 { raise(number) }
  }

  /// The second request has its usual effect, whichever of the two signals each of them was.
  private static func note(_ number: Int32) {
    guard signalNumber.exchange(number, ordering: .relaxed) != 0 else { return }
    signal(number, SIG_DFL)
    raise(number)
  }
}
