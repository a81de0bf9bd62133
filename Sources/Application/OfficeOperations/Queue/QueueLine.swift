// A form in a queue, and what a queue counts.
package import Model
package import Organisations
package import Quantities
package import Records
package import Workflow

/// A form in a queue.
package struct QueueLine: Sendable, Hashable {
  package let digest: FormDigest
  package let stage: Stage
  /// The unit, as it is called now.
  package let organisation: Organisation
  /// The department above it; nil where it is one, or stands below none.
  package let department: Organisation?
  /// Nil for forms of a whole department.
  package let project: ProjectEntry?
  /// The last day for what is to be done next; nil where none is set.
  package let lastDay: Day?
  /// Who has it open for review; nil where nobody has.
  package let openedBy: String?
  package let openedByPerson: PersonID?

  package var form: FormID { digest.form }
  /// The project's name; nil for forms of a whole department.
  package var title: String? { project?.name }
  /// Whether something is to be done and its last day is over.
  package func isLate(on day: Day) -> Bool { lastDay.map { $0 < day } ?? false }
}

/// How many forms with how much money there are, by what queues are chosen by.
package struct QueueCounts: Sendable, Hashable {
  /// A count with its sum.
  package struct Count: Sendable, Hashable {
    package var forms: Int
    package var amount: Money

    package init(forms: Int = 0, amount: Money = .zero) {
      self.forms = forms
      self.amount = amount
    }
  }

  private struct Key: Hashable {
    let kind: FormKind
    let stage: Stage
    let gravity: FindingGravity
  }

  private var counts: [Key: Count] = [:]

  package init() {}

  /// Adds what tallies of stages tell; those of other topics are left out.
  package init(_ tallies: [Tally]) {
    for tally in tallies { add(tally) }
  }

  /// Adds a tally of stages; takes it away where `times` is −1.
  ///
  /// - Parameter stage: at which it counts; nil for that of the tally, without versions that stay in force
  ///   while later ones are on their way.
  package mutating func add(_ tally: Tally, at stage: Stage? = nil, times: Int64 = 1) {
    guard let lane = tally.lane, let stage = stage ?? Stage(rawValue: lane.stage) else { return }
    let key = Key(kind: lane.kind, stage: stage, gravity: lane.gravity)
    var count = counts[key] ?? Count()
    count.forms += Int(clamping: tally.count &* times)
    count.amount = Money(fen: count.amount.fen &+ tally.sum &* times)
    counts[key] = count
  }

  /// Everything together that is meant; nil means all.
  package func count(
    stages: Set<Stage>? = nil, kinds: Set<FormKind>? = nil, group: QueueFilter.Group = .any
  ) -> Count {
    let gravities = group.gravities
    return counts.reduce(into: Count()) { total, entry in
      guard stages?.contains(entry.key.stage) ?? true, kinds?.contains(entry.key.kind) ?? true,
        gravities.contains(entry.key.gravity)
      else { return }
      total.forms += entry.value.forms
      total.amount = Money(fen: total.amount.fen &+ entry.value.amount.fen)
    }
  }

  /// The kinds that have a form.
  package var kinds: Set<FormKind> { Set(counts.filter { $0.value.forms > 0 }.map(\.key.kind)) }
  /// The stages that have a form.
  package var stages: Set<Stage> { Set(counts.filter { $0.value.forms > 0 }.map(\.key.stage)) }
}
