// A thread of its own for an actor whose calls block.
internal import Glibc

/// Runs the jobs of one actor on one thread, in order, so that waiting for a disk or a server never takes a
/// thread of the cooperative pool.
package final class ThreadExecutor: SerialExecutor, @unchecked Sendable {
  // Guarded by `lock`.
  private var jobs: [UnownedJob] = []
  private var isStopped = false
  private let lock: UnsafeMutablePointer<pthread_mutex_t>
  private let wakeUp: UnsafeMutablePointer<pthread_cond_t>

  /// Starts the thread. It holds the executor until `stop`.
  package init() {
    lock = .allocate(capacity: 1)
    wakeUp = .allocate(capacity: 1)
    pthread_mutex_init(lock, nil)
    pthread_cond_init(wakeUp, nil)
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
    pthread_attr_setstacksize(&attributes, 1 << 20)
    var thread = pthread_t()
    let held = Unmanaged.passRetained(self).toOpaque()
    let failure = pthread_create(
      &thread, &attributes,
      { held in
        guard let held else { return nil }
        Unmanaged<ThreadExecutor>.fromOpaque(held).takeRetainedValue().runJobs()
        return nil
      }, held)
    pthread_attr_destroy(&attributes)
    precondition(failure == 0, "the system gives no more threads")
  }

  deinit {
    pthread_cond_destroy(wakeUp)
    pthread_mutex_destroy(lock)
    wakeUp.deallocate()
    lock.deallocate()
  }

  /// Takes a job; the thread runs it when it has done those before.
  package func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    pthread_mutex_lock(lock)
    jobs.append(job)
    pthread_cond_signal(wakeUp)
    pthread_mutex_unlock(lock)
  }

  /// Lets the thread end after the jobs that are there. The actor must be gone by then.
  package func stop() {
    pthread_mutex_lock(lock)
    isStopped = true
    pthread_cond_signal(wakeUp)
    pthread_mutex_unlock(lock)
  }

  private func runJobs() {
    while true {
      pthread_mutex_lock(lock)
      while jobs.isEmpty && !isStopped { pthread_cond_wait(wakeUp, lock) }
      let waiting = jobs
      jobs = []
      pthread_mutex_unlock(lock)
      if waiting.isEmpty { return }
      for job in waiting { job.runSynchronously(on: asUnownedSerialExecutor()) }
    }
  }
}
