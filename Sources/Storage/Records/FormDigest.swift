// What lists keep of a form beside its entry: where it lies, how far it is, how much hangs on it.
package import Model
package import Organisations
package import Quantities

/// How grave the gravest finding of a form is; a group of a queue. Raw values are kept in stores.
package enum FindingGravity: Int64, Sendable, CaseIterable {
  /// Nobody has held the form against the rules yet: it was never submitted.
  case unjudged = 0
  /// 没有发现: nothing was found, so that it can be approved with others.
  case clean = 1
  case hints = 2
  case warnings = 3
  case errors = 4
}

/// What was found when a form was submitted last, as numbers.
package struct FindingCounts: Sendable, Hashable {
  package var errors: Int
  package var warnings: Int
  package var hints: Int

  package init(errors: Int, warnings: Int, hints: Int) {
    self.errors = errors
    self.warnings = warnings
    self.hints = hints
  }

  /// The gravest of them.
  package var gravity: FindingGravity {
    errors > 0 ? .errors : warnings > 0 ? .warnings : hints > 0 ? .hints : .clean
  }
}

/// A form as queues and tallies know it. It is written in the transaction of every step, so that it never
/// tells anything else than the decisions do.
package struct FormDigest: Sendable, Hashable {
  package let form: FormID
  package let year: FiscalYear
  package let kind: FormKind
  package let organisation: OrganisationID
  /// Where the organisation stands; it never moves.
  package let place: OrganisationPath
  /// Nil for forms of a whole department.
  package let project: ProjectID?
  /// In the words of the workflow.
  package var stage: String
  package var amount: Money?
  /// Nil for a form that was never submitted.
  package var findings: FindingCounts?
  /// How often the version at hand was submitted.
  package var round: Int
  /// How many steps were taken (`FormCourse.length`).
  package var length: Int
  /// When it came to its stage.
  package var moved: Moment
  /// Money × risk × novelty: what is looked at first. Never negative.
  package var urgency: Int64
  /// The version in force, while a later one is on its way; nil without one.
  package var inForce: InForce?

  /// What is told of a form to those who may not know that it is being adjusted.
  package struct InForce: Sendable, Hashable {
    /// The stage at which it stands as long as nothing else is approved.
    package var stage: String
    package var amount: Money?

    package init(stage: String, amount: Money?) {
      self.stage = stage
      self.amount = amount
    }
  }

  package init(
    form: FormID, year: FiscalYear, kind: FormKind, organisation: OrganisationID, place: OrganisationPath,
    project: ProjectID?, stage: String, amount: Money? = nil, findings: FindingCounts? = nil, round: Int = 0,
    length: Int = 0, moved: Moment, urgency: Int64 = 0, inForce: InForce? = nil
  ) {
    self.form = form
    self.year = year
    self.kind = kind
    self.organisation = organisation
    self.place = place
    self.project = project
    self.stage = stage
    self.amount = amount
    self.findings = findings
    self.round = round
    self.length = length
    self.moved = moved
    self.urgency = urgency
    self.inForce = inForce
  }

  /// The group of the queue.
  package var gravity: FindingGravity { findings?.gravity ?? .unjudged }

  /// Where it stands in its queue.
  package var position: QueuePosition { QueuePosition(urgency: urgency, form: form) }
}

/// A place in a queue: the most urgent first, of equals the one that was made first.
package struct QueuePosition: Sendable, Hashable, Comparable, CustomStringConvertible {
  package let urgency: Int64
  package let form: FormID

  package init(urgency: Int64, form: FormID) {
    self.urgency = urgency
    self.form = form
  }

  /// Reads what `description` prints: `6413-17`.
  package init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let urgency = Int64(parts[0]), let form = FormID(parts[1])
    else { return nil }
    self.init(urgency: urgency, form: form)
  }

  package static func < (left: Self, right: Self) -> Bool {
    left.urgency == right.urgency ? left.form < right.form : left.urgency > right.urgency
  }

  package var description: String { "\(urgency)-\(form)" }
}
