// Work on several threads whose results come out in the order of the input, a few at a time.
import Glibc

/// Does independent pieces of work on threads of its own.
///
/// Never more than a small window of results waits to be taken, so that memory stays bounded however unequal
/// the pieces are. The threads belong to the work alone: nothing that blocks in them can hold up anything
/// else.
final class OrderedWork<Product: Sendable>: @unchecked Sendable {
  private let count: Int
  private let workers: Int
  private let windowMax: Int
  private let work: @Sendable (Int) -> Product

  // Everything below is touched only while the mutex is held.
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let changed = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private var products: [Int: Product] = [:]
  private var nextToStart = 0
  private var nextToTake = 0
  private var isStopped = false

  /// - Parameters:
  ///   - count: pieces of work, numbered from 0.
  ///   - workers: threads; with one, the work is done where `run` is called.
  init(count: Int, workers: Int, work: @escaping @Sendable (Int) -> Product) {
    self.count = count
    self.workers = max(1, min(workers, count))
    windowMax = self.workers * 2
    self.work = work
    pthread_mutex_init(mutex, nil)
    pthread_cond_init(changed, nil)
  }

  deinit {
    pthread_cond_destroy(changed)
    pthread_mutex_destroy(mutex)
    changed.deallocate()
    mutex.deallocate()
  }

  /// Does all the work; takes each product in order, and stops early when `take` answers false.
  func run(take: (Int, Product) -> Bool) {
    let threads = workers > 1 ? startThreads() : []
    if threads.isEmpty {
      for index in 0..<count where !take(index, work(index)) { return }
      return
    }
    for index in 0..<count {
      guard take(index, waitForProduct(index)) else { break }
    }
    locked { isStopped = true }
    for thread in threads { thread.join() }
  }

  // MARK: Threads

  /// As many as the system gives; none is an answer too.
  private func startThreads() -> [WorkerThread] {
    var threads: [WorkerThread] = []
    for _ in 0..<workers {
      guard let thread = WorkerThread(body: { self.workUntilDone() }) else { break }
      threads.append(thread)
    }
    return threads
  }

  private func workUntilDone() {
    while let index = nextPiece() {
      let product = work(index)
      locked { products[index] = product }
    }
  }

  /// The next number to work on, once the window has room for it; nil when there is none left.
  private func nextPiece() -> Int? {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    while !isStopped, nextToStart < count, nextToStart >= nextToTake + windowMax {
      pthread_cond_wait(changed, mutex)
    }
    guard !isStopped, nextToStart < count else { return nil }
    defer { nextToStart += 1 }
    return nextToStart
  }

  private func waitForProduct(_ index: Int) -> Product {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    while true {
      if let product = products.removeValue(forKey: index) {
        nextToTake = index + 1
        pthread_cond_broadcast(changed)
        return product
      }
      pthread_cond_wait(changed, mutex)
    }
  }

  private func locked(_ change: () -> Void) {
    pthread_mutex_lock(mutex)
    change()
    pthread_cond_broadcast(changed)
    pthread_mutex_unlock(mutex)
  }
}
