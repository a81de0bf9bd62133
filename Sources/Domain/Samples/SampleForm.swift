// A form of the sample county with everything that happened to it.
package import Model
package import Organisations
package import Quantities
package import Workflow

/// A form, its versions, and the decisions on it; every decision could really have been taken.
package struct SampleForm: Sendable {
  /// From 1; no two forms have the same.
  package let number: Int
  package let kind: FormKind
  package let year: FiscalYear
  /// The unit, or the department for its own form.
  package let organisation: OrganisationID
  /// The number of the project; nil for forms of departments.
  package let project: Int?
  /// Who made it, and when.
  package let maker: PersonID
  package let made: Moment
  /// As it stands now in the hands of the clerk; the last version where nothing was changed since.
  package let draft: Form
  /// One for each submission, the first first.
  package let versions: [SampleVersion]
  /// The first first; the moments never go back.
  package let decisions: [SampleDecision]
  /// Where the decisions have led.
  package let stage: Stage
  /// The flaws that are in the draft on purpose.
  package let planted: [PlantedFlaw]
  /// The money that is asked for; nil where the form asks for none.
  package let amount: Money?
}

/// What was submitted.
package struct SampleVersion: Sendable {
  /// 1, 2, 3 …
  package let number: Int
  package let form: Form
  package let person: PersonID
  package let moment: Moment
}

/// A step, and the version that it was about.
package struct SampleDecision: Sendable {
  package let record: StepRecord
  /// 0 where nothing had been submitted yet.
  package let version: Int
}
