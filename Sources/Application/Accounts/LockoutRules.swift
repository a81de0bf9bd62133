// How long to wait after attempts that failed: longer each time.
package import Quantities

/// The attempts of one account or one address that have not succeeded.
package struct FailureHistory: Sendable, Hashable {
  package let count: Int
  /// When the last was made; nil when there is none.
  package let last: Moment?

  /// - Parameter count: less than 0 counts as 0.
  package init(count: Int, last: Moment?) {
    self.count = last == nil ? 0 : max(0, count)
    self.last = self.count == 0 ? nil : last
  }

  /// Nothing has failed.
  package static let none = FailureHistory(count: 0, last: nil)
}

/// Whether an attempt may be made.
package enum Admission: Sendable, Hashable {
  /// It may, and counts as failed from now on until it has succeeded: a hundred attempts at once are a
  /// hundred, however late each answers.
  case admitted(FailureHistory)
  /// Not before this moment; a refused attempt does not count, so it makes the wait no longer.
  case locked(until: Moment)
}

/// A growing lock-out: some attempts are free, then each further one doubles the wait up to a longest one.
package struct LockoutRules: Sendable, Hashable {
  /// Attempts that may fail without a wait: 1 to 100.
  package let freeAttempts: Int
  /// The first wait: 1 to 3600 seconds.
  package let firstSeconds: Int
  /// The longest wait: up to 86 400 seconds, never below the first.
  package let longestSeconds: Int
  /// Failures longer ago than this are forgotten; never below the longest wait.
  package let memorySeconds: Int

  package init(
    freeAttempts: Int, firstSeconds: Int, longestSeconds: Int, memorySeconds: Int = 86_400
  ) {
    self.freeAttempts = min(max(freeAttempts, 1), 100)
    self.firstSeconds = min(max(firstSeconds, 1), 3600)
    self.longestSeconds = min(max(longestSeconds, self.firstSeconds), 86_400)
    self.memorySeconds = min(max(memorySeconds, self.longestSeconds), 2_592_000)
  }

  /// For one account: five free, then 1, 2, 4 … 30 minutes (GB/T 22239, level 3: end and limit after
  /// failures).
  package static let account = LockoutRules(freeAttempts: 5, firstSeconds: 60, longestSeconds: 1800)
  /// For one address, behind which a whole office may sit: thirty free, then 1, 2, 4 … 15 minutes.
  package static let address = LockoutRules(freeAttempts: 30, firstSeconds: 60, longestSeconds: 900)

  /// The wait after so many failures, in seconds; never less than after fewer.
  package func wait(after count: Int) -> Int {
    guard count >= freeAttempts else { return 0 }
    var seconds = firstSeconds
    for _ in 0..<min(count - freeAttempts, 20) where seconds < longestSeconds { seconds *= 2 }
    return min(seconds, longestSeconds)
  }

  /// Until when nothing is admitted; nil when there is no wait.
  package func lockedUntil(_ history: FailureHistory) -> Moment? {
    let seconds = wait(after: history.count)
    return seconds == 0 ? nil : history.last?.advanced(bySeconds: seconds)
  }

  /// Asks for one attempt. A clock that was put back makes no wait longer than the longest one.
  package func admission(_ history: FailureHistory, at moment: Moment) -> Admission {
    let current = remembered(history, at: moment)
    if let end = lockedUntil(current), moment < end {
      return .locked(until: min(end, moment.advanced(bySeconds: wait(after: current.count))))
    }
    let (count, isTooMany) = current.count.addingReportingOverflow(1)
    return .admitted(FailureHistory(count: isTooMany ? current.count : count, last: moment))
  }

  /// The history after an attempt that was admitted has succeeded, where others may have failed before it:
  /// for an address, whose owner must not wipe out the failures by signing in himself now and then.
  package func forgiven(_ history: FailureHistory) -> FailureHistory {
    FailureHistory(count: history.count - 1, last: history.last)
  }

  private func remembered(_ history: FailureHistory, at moment: Moment) -> FailureHistory {
    guard let last = history.last, moment.seconds(since: last) < memorySeconds else { return .none }
    return history
  }
}
