// A form in the office: whose it is, where it stands, its draft and its versions.
package import Ledger
package import Model
package import Organisations
package import Quantities

/// The number of a form.
package typealias FormID = Identifier<FormEntry>
/// The number of a decision.
package typealias DecisionID = Identifier<Decision>

/// One form of a unit for one year, through all its stages.
package struct FormEntry: Sendable, Hashable {
  package let id: FormID
  package let kind: FormKind
  package let year: FiscalYear
  package let organisation: OrganisationID
  /// Nil for forms of a whole department.
  package let project: ProjectID?
  /// Where it stands, in the words of the workflow; changed by decisions alone.
  package var stage: String
  /// The sum that is asked for, by which queues are sorted.
  package var amount: Money?
  /// The last version's number, 0 while there is none.
  package var latestVersion: Int
  /// How often the draft was saved.
  package var draftRevision: Int64

  package init(
    id: FormID, kind: FormKind, year: FiscalYear, organisation: OrganisationID, project: ProjectID?,
    stage: String, amount: Money? = nil, latestVersion: Int = 0, draftRevision: Int64 = 0
  ) {
    self.id = id
    self.kind = kind
    self.year = year
    self.organisation = organisation
    self.project = project
    self.stage = stage
    self.amount = amount
    self.latestVersion = latestVersion
    self.draftRevision = draftRevision
  }
}

/// A version of a form: what was submitted, approved, adjusted. It is never changed.
package struct FormVersion: Sendable, Hashable {
  package let form: FormID
  /// 1, 2, 3 …
  package let number: Int
  /// The record as JSON, byte for byte.
  package let record: [UInt8]
  /// The SM3 of `record`.
  package let content: ContentHash
  package let person: PersonID
  package let moment: Moment

  package init(
    form: FormID, number: Int, record: [UInt8], content: ContentHash, person: PersonID, moment: Moment
  ) {
    self.form = form
    self.number = number
    self.record = record
    self.content = content
    self.person = person
    self.moment = moment
  }

  /// How the ledger names it.
  package static func subject(form: FormID, number: Int) -> String { "form/\(form)/version/\(number)" }
}

/// Who did what with a form when and why: submission, return, approval, withdrawal, disclosure.
package struct Decision: Sendable, Hashable {
  package let id: DecisionID
  package let form: FormID
  /// The version it is about, 0 where there is none yet.
  package let version: Int
  /// The step, in the words of the workflow: `submit`, `return`.
  package let action: String
  package let stageBefore: String
  package let stageAfter: String
  package let person: PersonID
  /// The part that was played, in the words of roles; empty for the system itself.
  package let role: String
  /// Whose part it was, where a deputy acted.
  package let onBehalfOf: PersonID?
  package let moment: Moment
  /// In one sentence or a few, for lists and the ledger; empty where nobody asks.
  package let reason: String
  /// Whatever else the step has to say, such as the cells of a return, as JSON; the store does not read it.
  package let details: String

  package init(
    id: DecisionID, form: FormID, version: Int, action: String, stageBefore: String, stageAfter: String,
    person: PersonID, role: String = "", onBehalfOf: PersonID? = nil, moment: Moment, reason: String = "",
    details: String = ""
  ) {
    self.id = id
    self.form = form
    self.version = version
    self.action = action
    self.stageBefore = stageBefore
    self.stageAfter = stageAfter
    self.person = person
    self.role = role
    self.onBehalfOf = onBehalfOf
    self.moment = moment
    self.reason = reason
    self.details = details
  }
}
