// Forms, drafts, versions and decisions in the store.
package import FormDrafts
package import Ledger
package import Model
package import Organisations
package import Quantities

/// Which forms are asked for; nil asks for any.
package struct FormSelection: Sendable, Hashable {
  /// The place and everything below it.
  package var path: OrganisationPath?
  /// This organisation alone, nothing below it.
  package var organisation: OrganisationID?
  package var year: FiscalYear?
  package var kind: FormKind?
  package var stage: String?
  package var project: ProjectID?

  package init(
    path: OrganisationPath? = nil, organisation: OrganisationID? = nil, year: FiscalYear? = nil,
    kind: FormKind? = nil, stage: String? = nil, project: ProjectID? = nil
  ) {
    self.path = path
    self.organisation = organisation
    self.year = year
    self.kind = kind
    self.stage = stage
    self.project = project
  }
}

/// Reads forms.
package protocol FormView {
  /// - Throws: `.notFound`.
  func form(_ id: FormID) throws(RecordError) -> Stored<FormEntry>

  /// By number, after `last`, at most `limit`.
  func forms(
    _ selection: FormSelection, after last: FormID?, limit: Int
  ) throws(RecordError) -> [Stored<FormEntry>]

  /// How many forms stand where.
  func formCounts(_ selection: FormSelection) throws(RecordError) -> [String: Int]

  /// The fields of a draft that got their value after a revision (0 for all), by path; emptied ones are told
  /// too, with a value of nil.
  func fields(of form: FormID, after revision: Int64) throws(RecordError) -> [DraftField]

  /// - Throws: `.notFound`.
  func version(_ number: Int, of form: FormID) throws(RecordError) -> FormVersion

  /// Versions by form and number, after one of them (nil for the first), at most `limit`.
  func versions(
    of form: FormID?, after last: (form: FormID, number: Int)?, limit: Int
  ) throws(RecordError) -> [FormVersion]

  /// The history of a form, the first decision first.
  func decisions(on form: FormID) throws(RecordError) -> [Decision]
}

/// Changes forms.
package protocol FormStore {
  /// - Throws: `.alreadyExists` where the unit has the form for that project and year, `.unknownReference`.
  func add(_ form: FormEntry) throws(RecordError)

  /// Notes the sum by which queues are sorted.
  func setAmount(_ amount: Money?, of form: FormID) throws(RecordError)

  /// Saves changes that somebody made to the draft as it was at `revision`.
  ///
  /// - Returns: the draft's revision, which the changed fields bear now.
  /// - Throws: `.fieldsChanged` where somebody else changed one of the fields since; nothing is saved then.
  func save(
    _ changes: [FieldChange], of form: FormID, onto revision: Int64, by person: PersonID, at moment: Moment
  ) throws(RecordError) -> Int64

  /// Stores the next version, and writes it into the ledger.
  func addVersion(
    of form: FormID, record: [UInt8], by person: PersonID, at moment: Moment, reason: String
  ) throws(RecordError) -> FormVersion

  /// Stores a decision, moves the form to its stage, and writes it into the ledger as `form.ACTION`.
  ///
  /// - Parameter revision: of the form as the person who decided saw it.
  /// - Throws: `.stale` also where the form does not stand at `stageBefore`.
  func add(_ decision: Decision, expecting revision: Int64) throws(RecordError)
}

extension Decision {
  /// How the ledger names it.
  package static func subject(form: Int64, decision: Int64) -> String { "form/\(form)/decision/\(decision)" }

  /// What the ledger keeps of a decision; the content is everything that it says.
  package var note: LedgerNote {
    let parts = [
      String(version), action, stageBefore, stageAfter, role, onBehalfOf?.description ?? "", reason, details,
    ]
    let content = parts.flatMap { part in Array("\(part.utf8.count):\(part)".utf8) }
    return LedgerNote(
      moment: moment, actor: person.rawValue, action: LedgerAction("form.\(action)"),
      subject: Self.subject(form: form.rawValue, decision: id.rawValue), content: ContentHash(of: content),
      reason: reason)
  }
}

extension FormVersion {
  /// What the ledger keeps of a version.
  package func note(reason: String) -> LedgerNote {
    LedgerNote(
      moment: moment, actor: person.rawValue, action: .formVersion,
      subject: Self.subject(form: form, number: number), content: content, reason: reason)
  }
}
