// The ways that forms of the county have gone, as steps.

/// What happened to a form so far.
enum Journey: Sendable, CaseIterable {
  case draft, withdrawn, awaitingDepartment, departmentReview, awaitingFinance, financeReview, released
  case recalled, returnedByDepartment, returnedByFinance, resubmitted, approved, approvedAfterReturn
  case returnTakenBack, reopened, disclosed, disclosedAfterReturn, withheld, disclosedAtLast, adjusting,
    adjustmentSubmitted
  case adjustmentReturned, adjusted, abandoned, lapsed, revived

  enum Move: Sendable, Hashable {
    case submit, withdraw, openDepartment, forward, recall, returnDepartment, openFinance, release
    case returnFinance, retract, approve, reopen, disclose, withhold, adjust, abandon, lapse, revive
  }

  private static let reachFinance: [Move] = [.submit, .openDepartment, .forward]
  private static let decide: [Move] = reachFinance + [.openFinance, .approve]
  private static let decideAfterReturn: [Move] =
    reachFinance + [.openFinance, .returnFinance] + decide

  /// In order; what is about a department falls away where there is none.
  var moves: [Move] {
    switch self {
    case .draft: []
    case .withdrawn: [.submit, .withdraw]
    case .awaitingDepartment: [.submit]
    case .departmentReview: [.submit, .openDepartment]
    case .awaitingFinance: Self.reachFinance
    case .financeReview: Self.reachFinance + [.openFinance]
    case .released: Self.reachFinance + [.openFinance, .release]
    case .recalled: Self.reachFinance + [.recall]
    case .returnedByDepartment: [.submit, .openDepartment, .returnDepartment]
    case .returnedByFinance: Self.reachFinance + [.openFinance, .returnFinance]
    case .returnTakenBack: Self.reachFinance + [.openFinance, .returnFinance, .retract]
    case .resubmitted: Self.reachFinance + [.openFinance, .returnFinance] + Self.reachFinance
    case .approved: Self.decide
    case .approvedAfterReturn: Self.decideAfterReturn
    case .reopened: Self.decide + [.reopen]
    case .disclosed: Self.decide + [.disclose]
    case .disclosedAfterReturn: Self.decideAfterReturn + [.disclose]
    case .withheld: Self.decide + [.withhold]
    case .disclosedAtLast: Self.decide + [.withhold, .disclose]
    case .adjusting: Self.decide + [.disclose, .adjust]
    case .adjustmentSubmitted: Self.decide + [.disclose, .adjust, .submit, .openDepartment]
    case .adjustmentReturned:
      Self.decide + [.disclose, .adjust] + Self.reachFinance + [.openFinance, .returnFinance]
    case .adjusted: Self.decide + [.disclose, .adjust] + Self.decide + [.disclose]
    case .abandoned: Self.decide + [.disclose, .adjust, .abandon]
    case .lapsed: [.submit, .openDepartment, .lapse]
    case .revived: [.submit, .openDepartment, .lapse, .revive]
    }
  }

  /// True where the first version comes back to the clerk: it must have a flaw.
  var hasReturn: Bool {
    switch self {
    case .returnedByDepartment, .returnedByFinance, .returnTakenBack, .resubmitted, .approvedAfterReturn,
      .disclosedAfterReturn:
      true
    default: false
    }
  }

  /// True where an adjustment is on its way.
  var isUnderWay: Bool {
    switch self {
    case .adjusting, .adjustmentSubmitted, .adjustmentReturned: true
    default: false
    }
  }

  /// The moves where there is no department between unit and bureau.
  var directMoves: [Move] {
    moves.flatMap { move -> [Move] in
      switch move {
      case .openDepartment, .forward, .recall: []
      case .returnDepartment: [.openFinance, .returnFinance]
      default: [move]
      }
    }
  }

  /// Journeys of the season that is under way, with their weights.
  static let current: [(journey: Journey, weight: Int)] = [
    (.draft, 16), (.withdrawn, 2), (.awaitingDepartment, 12), (.departmentReview, 8), (.awaitingFinance, 18),
    (.financeReview, 8), (.returnTakenBack, 1), (.released, 2), (.recalled, 2), (.returnedByDepartment, 5),
    (.returnedByFinance, 8),
    (.resubmitted, 5), (.approved, 8), (.approvedAfterReturn, 3), (.reopened, 1), (.lapsed, 1), (.revived, 1),
  ]

  /// The season at the unit whose clerk has the easy name: something of everything, the same for every seed.
  static let shown: [Journey] = [
    .returnedByFinance, .draft, .awaitingDepartment, .financeReview, .draft, .approved, .departmentReview,
    .awaitingFinance, .returnedByDepartment,
  ]

  /// Journeys of the year that runs.
  static let running: [(journey: Journey, weight: Int)] = [
    (.disclosed, 68), (.disclosedAfterReturn, 14), (.withheld, 3), (.disclosedAtLast, 2), (.adjusting, 3),
    (.adjustmentSubmitted, 2), (.adjustmentReturned, 2), (.adjusted, 4), (.abandoned, 2), (.lapsed, 2),
  ]

  /// Journeys of years that are over.
  static let past: [(journey: Journey, weight: Int)] = [
    (.disclosed, 72), (.disclosedAfterReturn, 15), (.withheld, 3), (.adjusted, 6), (.abandoned, 2),
    (.lapsed, 2),
  ]

  /// Of forms that tell what became of a promise.
  static let outcome: [(journey: Journey, weight: Int)] = [
    (.disclosed, 78), (.disclosedAfterReturn, 14), (.approved, 8),
  ]

  static func drawn(
    from weights: [(journey: Journey, weight: Int)], _ random: inout SampleRandom
  ) -> Journey {
    var left = random.number(in: 1...weights.reduce(0) { $0 + $1.weight })
    for (journey, weight) in weights {
      left -= weight
      if left <= 0 { return journey }
    }
    return .draft
  }
}
