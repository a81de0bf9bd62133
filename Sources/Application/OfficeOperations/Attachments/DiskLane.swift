// A thread of its own for work that waits for the disk.
import Dispatch

/// Runs blocking work away from the threads that serve requests, one piece after the other.
final class DiskLane: Sendable {
  private let queue = DispatchQueue(label: "plumbline.attachments")

  /// The answer of the work.
  func run<Answer: Sendable>(_ work: @escaping @Sendable () -> Answer) async -> Answer {
    await withCheckedContinuation { continuation in
      queue.async { continuation.resume(returning: work()) }
    }
  }
}
