// From the plain world of a command line into the one of tasks.
import CommandLineParsing
import Dispatch
import Synchronization

/// Holds an answer until it is asked for.
private final class Answered<Answer: Sendable>: Sendable {
  let value = Mutex<Answer?>(nil)
}

/// Waits for work that is done in tasks; the thread that waits does nothing else.
func waiting(_ work: @escaping @Sendable () async -> ExitCode) -> ExitCode {
  let answered = Answered<ExitCode>()
  let done = DispatchSemaphore(value: 0)
  Task.detached {
    let code = await work()
    answered.value.withLock { $0 = code }
    done.signal()
  }
  done.wait()
  return answered.value.withLock { $0 } ?? .unavailable
}
