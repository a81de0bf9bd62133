// How fast something is done, and how much memory the process has had at most.
import Glibc

/// Measures in processor time of this process, so that whatever else the machine does disturbs little.
enum Pace {
  private static let roundNanoseconds = 400_000_000
  private static let rounds = 5

  /// Pieces a second: the middle of several rounds, each long enough to even out the clock; one more warms
  /// up.
  static func measure(piecesPerRound pieces: Int, _ work: () -> Void) -> Double {
    work()
    var rates: [Double] = []
    for _ in 0..<rounds {
      let start = now()
      var done = 0
      repeat {
        work()
        done += pieces
      } while now() - start < roundNanoseconds
      rates.append(Double(done) * 1e9 / Double(now() - start))
    }
    return rates.sorted()[rounds / 2]
  }

  /// How often the core turns in a nanosecond of our time: its clock, less the time that others on the
  /// machine take of it unseen. What a neighbour on the same core takes of its units is not in it.
  ///
  /// A multiplication, a shift beside it and an exclusive or take four turns where each waits for the one
  /// before, and no compiler makes several steps one.
  static func turnsPerNanosecond() -> Double {
    let steps = 100_000_000
    var number = UInt64(truncatingIfNeeded: now())
    let start = now()
    for _ in 0..<steps { number = (number &* 6_364_136_223_846_793_005) ^ (number &>> 32) }
    let spent = now() - start
    // Whoever uses the number makes the chain be worked through.
    return number == 0 ? 0 : Double(4 * steps) / Double(spent)
  }

  /// Nanoseconds of processor time so far.
  static func now() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return time.tv_sec * 1_000_000_000 + time.tv_nsec
  }

  /// The largest resident size of this process so far.
  static func peakBytes() -> Int {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss * 1024
  }
}
