// Work on threads: all of it, in order, a few at a time, and an early end when nobody wants more.
import Synchronization
import Testing

@testable import plumbline

@Suite struct OrderedWorkTests {
  @Test(arguments: [0, 1, 2, 7, 100], [1, 2, 5, 50])
  func `everything is done once and comes in order`(count: Int, workers: Int) {
    var taken: [Int] = []
    OrderedWork(count: count, workers: workers) { $0 * $0 }.run { index, product in
      #expect(product == index * index)
      taken.append(index)
      return true
    }
    #expect(taken == Array(0..<count))
  }

  @Test(arguments: [1, 4])
  func `it ends when nobody takes more`(workers: Int) {
    let started = Atomic(0)
    var taken = 0
    OrderedWork(count: 10_000, workers: workers) { index in
      started.wrappingAdd(1, ordering: .relaxed)
      return index
    }.run { _, _ in
      taken += 1
      return taken < 5
    }
    #expect(taken == 5)
    #expect(started.load(ordering: .relaxed) <= 5 + workers * 2 + workers)
  }

  @Test func `work never runs far ahead of what is taken`() {
    let started = Atomic(0)
    let workers = 3
    OrderedWork(count: 200, workers: workers) { index in
      started.wrappingAdd(1, ordering: .relaxed)
      return index
    }.run { index, _ in
      #expect(started.load(ordering: .relaxed) <= index + 1 + workers * 2)
      return true
    }
  }
}
