// On which days the steps of a journey were taken.
import Quantities

/// When a journey begins, and before which days some of its steps cannot come.
struct CourseTiming: Sendable {
  /// The day on which the clerk submits; nil for the latest that leaves time for all steps before the end.
  var start: Day?
  /// No step comes later.
  var end: Day
  /// Approvals wait for the congress.
  var approval: Day?
  var adjustment: Day?

  /// One day for each move, never going back, none later than the end.
  func days(of moves: [Journey.Move], _ random: inout SampleRandom) -> [Day] {
    let gaps = moves.enumerated().map { Self.gap(before: $1, isFirst: $0 == 0, &random) }
    let whole = gaps.reduce(0, +)
    var day = start ?? SampleCalendar.day(end, plus: -(whole + 3 + random.number(in: 0...7)))
    var days: [Day] = []
    var isApproved = false
    for (move, gap) in zip(moves, gaps) {
      day = SampleCalendar.day(day, plus: gap)
      if move == .approve, !isApproved {
        isApproved = true
        if let approval { day = max(day, SampleCalendar.day(approval, plus: random.number(in: 0...15))) }
      }
      if move == .adjust, let adjustment {
        day = max(day, SampleCalendar.day(adjustment, plus: random.number(in: 0...9)))
      }
      day = min(SampleCalendar.workday(day), end)
      days.append(day)
    }
    return days
  }

  private static func gap(before move: Journey.Move, isFirst: Bool, _ random: inout SampleRandom) -> Int {
    if isFirst { return 0 }
    switch move {
    case .forward, .returnDepartment, .returnFinance, .release, .withdraw, .recall, .retract:
      return random.number(in: 0...1)
    case .openDepartment, .approve, .reopen, .revive, .abandon: return random.number(in: 1...2)
    case .submit, .openFinance, .lapse, .adjust: return random.number(in: 1...3)
    case .disclose: return random.number(in: 6...18)
    case .withhold: return random.number(in: 3...10)
    }
  }
}
