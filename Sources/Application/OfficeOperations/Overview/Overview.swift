// How far a season is: by unit and stage, what is late, why forms came back, how long things take.
package import Model
package import Organisations
package import Quantities
import Records
package import Workflow

/// A season at a place and everything below it, as tallies tell it.
package struct Overview: Sendable {
  package let year: FiscalYear
  package let place: Organisation
  /// The kinds that are counted; empty for all.
  package let kinds: Set<FormKind>
  /// What stands directly below the place, by code; the place's own forms first, where it has some.
  package let rows: [PlaceRow]
  /// Everything together.
  package let total: QueueCounts
  /// Objections of returns, the most frequent first.
  package let objections: [ObjectionCount]
  /// Approvals by round, the first first.
  package let rounds: [RoundCount]
  /// How long forms stood at a stage before they left it, in the order of the stages.
  package let times: [StageTime]
  /// Units that have not handed in everything, the latest first; at most `Overview.unitsMax`.
  package let waiting: [WaitingUnit]
  /// How many such units there are.
  package let waitingCount: Int
  /// How many of them are late.
  package let lateCount: Int

  /// Units of the list at most.
  package static let unitsMax = 200

  /// One place of the table.
  package struct PlaceRow: Sendable {
    package let organisation: Organisation
    /// True for the forms of the place itself, without what lies below it.
    package let isOwn: Bool
    package let counts: QueueCounts
  }

  /// A rule and how often it was objected by.
  package struct ObjectionCount: Sendable, Hashable {
    /// Nil for objections that followed no rule.
    package let rule: String?
    /// What the rule is called; nil where there is none.
    package let title: String?
    package let count: Int
  }

  /// How many forms were approved in a round.
  package struct RoundCount: Sendable, Hashable {
    package let round: Int
    package let count: Int
  }

  /// How long a stage took.
  package struct StageTime: Sendable, Hashable {
    package let stage: Stage
    /// How often a form left it.
    package let count: Int
    /// Hours on average, rounded down.
    package let hours: Int
  }

  /// A unit that has something to hand in yet.
  package struct WaitingUnit: Sendable, Hashable {
    package let organisation: Organisation
    /// Target forms that are drafts.
    package let drafts: Int
    /// Target forms that came back.
    package let returned: Int
    /// Active projects without a target form; told where the unit has no target form at all.
    package let unbegun: Int
    /// The last day for handing in; nil where none is set.
    package let lastDay: Day?
    package let isLate: Bool
  }
}
