// Threads for work that waits for the disk, so that the threads of tasks never do.
import Dispatch

/// Runs the actors of this room that read and write files.
final class DiskExecutor: SerialExecutor {
  static let shared = DiskExecutor()

  private let queue = DispatchQueue(label: "plumbline.disk")

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    let executor = asUnownedSerialExecutor()
    queue.async { job.runSynchronously(on: executor) }
  }
}
