// An approved form as its paper (批复表): the version in force, laid out, with number and day.
import FormDrafts
package import Forms
import Ledger
package import Model
import Opinions
package import Organisations
import Permissions
package import Quantities
package import Records
import RuleSets
package import Workflow

/// What is printed of an approval.
package struct ApprovedPaper: Sendable {
  package let entry: FormEntry
  package let organisation: Organisation
  package let project: ProjectEntry?
  package let course: FormCourse
  /// The version in force, with the opinion in its cell.
  package let record: Form
  package let version: Int
  /// Nil where the bureau gave none.
  package let number: String?
  package let day: Day
  package let opinion: String
  /// Who approved.
  package let person: String
  package let layout: FormLayout
  /// The form in its official layout, with number and day below the tables.
  package let paper: LaidOutForm
  /// What was changed against the approval before; nil where there was none.
  package let adjustment: AdjustmentSheet?
  /// The steps that whoever asks may take now.
  package let openSteps: [Step]
}

/// Reads an approved form for its page and its paper.
package struct ReadApprovedForm: Sendable {
  package var form: FormID

  package init(form: FormID) { self.form = form }

  /// - Throws: `.permission`, `.records(.notFound)` also for a form that lies elsewhere, and for one
  ///   that has no version in force.
  package func run(in office: Office, by signedIn: SignedIn) async throws(OfficeRefusal) -> ApprovedPaper {
    try await office.read { records in
      let ground = try records.ground(form, for: .printForms, by: signedIn)
      let part = try ground.part(for: .printForms, by: signedIn)
      guard let paper = try records.paper(of: ground, as: part?.role, by: signedIn) else {
        throw RecordError.notFound(.formVersion, key: form.description)
      }
      return paper
    }
  }
}

extension RecordView {
  /// The paper of a form; nil where nothing is in force.
  ///
  /// - Parameter role: in which it is read: what is on its way behind it is for those who see work.
  func paper(of ground: FormGround, as role: Role?, by signedIn: SignedIn) throws -> ApprovedPaper? {
    let form = ground.entry.id
    guard let number = ground.versionInForce,
      let decision = ground.decisions.last(where: { $0.isInForce(number) })
    else { return nil }
    let record = try version(number, of: form).form()
    let rules = FormRules.rules(
      at: ground.organisation.path.region, year: ground.entry.year, kind: ground.entry.kind)
    let laidOut = Self.laidOut(record, rules)
    let given: String? =
      if case .approval(_, let number)? = Deed(of: decision) { number } else { nil }
    let day = decision.moment.day()
    let sight = FormSight(of: ground, as: role)
    let openSteps = ground.course.openSteps.filter { (try? ground.part(for: .step($0), by: signedIn)) != nil }
    return ApprovedPaper(
      entry: ground.entry, organisation: ground.organisation,
      project: try ground.entry.project.map { id throws(RecordError) in try project(id).value },
      course: sight.course, record: record, version: number, number: given, day: day,
      opinion: decision.reason, person: try person(decision.person).value.name, layout: laidOut.layout,
      paper: laidOut.signed(
        number: given, day: day.description, opinion: record.approval == nil ? decision.reason : nil),
      adjustment: try adjustment(of: ground, sight: sight), openSteps: openSteps)
  }

  /// The official layout of the place; where it has no cell for the opinion, the one that holds most of the
  /// record.
  private static func laidOut(_ record: Form, _ rules: RuleSet) -> LaidOutForm {
    let options = FormSheetOptions(tree: rules.tree)
    let own = FormRules.layout(for: record, rules: rules).layOut(record, options: options)
    guard own.losses.contains(where: { $0.path == "approval/opinion" }) else { return own }
    let other = FormLayout.layOutByChoice(record, options: options)
    return other.losses.contains { $0.path == "approval/opinion" } ? own : other
  }

  /// The adjustment that is on its way, or the last one that was approved.
  private func adjustment(of ground: FormGround, sight: FormSight) throws -> AdjustmentSheet? {
    let form = ground.entry.id
    let approvals = sight.decisions.filter { $0.action == Step.approve.rawValue }
    let approved = sight.decisions.approvedVersions
    func lastBegun(in decisions: some Sequence<Decision>) -> Decision? {
      decisions.reversed().first { $0.action == Step.adjust.rawValue }
    }
    if sight.course.inForce != nil {
      guard let before = approved.last, sight.versionMax > before, let begun = lastBegun(in: sight.decisions)
      else {
        return nil
      }
      return AdjustmentSheet(
        before: try version(before, of: form).form(), after: try version(sight.versionMax, of: form).form(),
        reason: begun.reason, numberBefore: approvals.last { $0.version == before }?.number, isDraft: true)
    }
    // An adjustment that was given up changed nothing: what counts was begun before the last approval.
    guard approved.count > 1, let last = approvals.last, approved.last == last.version,
      let begun = lastBegun(in: sight.decisions.prefix { $0.id != last.id })
    else { return nil }
    let before = approved[approved.count - 2]
    return AdjustmentSheet(
      before: try version(before, of: form).form(), after: try version(last.version, of: form).form(),
      reason: begun.reason, numberBefore: approvals.last { $0.version == before }?.number,
      numberAfter: last.number, opinion: last.reason)
  }
}

extension Decision {
  /// True for the approval of a version.
  fileprivate func isInForce(_ number: Int) -> Bool {
    action == Step.approve.rawValue && version == number
  }

  /// The number of an approval; nil for none.
  var number: String? {
    if case .approval(_, let number)? = Deed(of: self) { return number }
    return nil
  }
}
