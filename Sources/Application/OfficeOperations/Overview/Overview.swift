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
  /// Who has not handed in all target forms, the latest first: what reminders are sent about. A page has the
  /// first of them, a file has all.
  package let waiting: [WaitingWork]
  /// How many there are.
  package let waitingCount: Int
  /// How many of them are late.
  package let lateCount: Int

  /// Units that a page shows at most; a file has all of them.
  package static let unitsShown = 200

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
}
