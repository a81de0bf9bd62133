// A form opened for writing or reading.
import FormDrafts
import Model
import Organisations
import Permissions
import Quantities
package import Records
import RuleSets
import Workflow

/// Reads a form with everything that is said about it.
///
/// Those who write it see the draft; others see what was submitted last, and those who only see what is
/// in force that version.
package struct ReadForm: Sendable {
  package var form: FormID

  package init(form: FormID) { self.form = form }

  /// - Throws: `.permission`, `.records(.notFound)` also for a form that lies elsewhere.
  package func run(in office: Office, by signedIn: SignedIn) async throws(OfficeRefusal) -> OpenedForm {
    let memory = office.memory
    let read = try await office.read { records in
      let ground = try records.ground(form, for: .readForms, by: signedIn, memory: memory)
      try ground.part(for: .readForms, by: signedIn)
      return try FormReading(ground, in: records, by: signedIn, memory: memory)
    }
    return read.opened(from: memory)
  }
}

/// What is read of a form from one state of the store; what it means is found out afterwards.
struct FormReading: Sendable {
  let ground: FormGround
  let draft: FormDraft
  /// True where a version stands in the draft's place.
  private let isVersion: Bool
  private let open: OpenFields
  private let project: ProjectEntry?
  /// As whoever reads may know it: nothing of a later version for those who see what is in force.
  private let course: FormCourse
  let around: FormSurroundings
  private let writers: [String: FieldWriter]
  private let links: DepartmentLinks?

  init(
    _ ground: FormGround, in records: any RecordView, by signedIn: SignedIn, memory: FormMemory
  ) throws(RecordError) {
    self.ground = ground
    let isWriter = (try? ground.part(for: .editForms, by: signedIn)) != nil
    draft = try records.draft(of: ground, shownTo: signedIn)
    isVersion = ground.shownVersion(to: signedIn) != nil
    open = OpenFields(isWriter ? ground.course.unlocked : .none, in: draft)
    let part = try? ground.part(for: .readForms, by: signedIn)
    course = FormSight(of: ground, as: part?.role).course
    project = try ground.entry.project.map { id throws(RecordError) in try records.project(id).value }
    around = try records.surroundings(of: ground.entry, at: ground.organisation, memory: memory)
    // Who wrote a later version is not told beside the one in force.
    writers = course == ground.course ? try records.writers(of: ground.fields) : [:]
    // Budgets of projects on their way are for those who write and review.
    links =
      ground.isWorkedOn(by: signedIn) ? try records.departmentLinks(of: ground.entry, draft: draft) : nil
  }

  /// The form with everything that is said about it.
  func opened(from memory: FormMemory) -> OpenedForm {
    let help = help(from: memory)
    return OpenedForm(
      stored: ground.stored, organisation: ground.organisation, project: project, course: course,
      draft: draft, revision: ground.entry.draftRevision, open: open, rules: around.rules,
      layout: around.layout ?? FormRules.layout(for: help.record, rules: around.rules), help: help,
      lastYear: around.lastYear, writers: writers, links: links)
  }

  /// What helps; remembered where the draft itself is shown.
  private func help(from memory: FormMemory) -> DraftHelp {
    guard let known = ground.known, !isVersion else { return DraftHelp(draft, in: around) }
    return memory.help(ground.entry.id, known, in: around)
  }
}

extension FormGround {
  /// The draft as it is kept.
  var draft: FormDraft { known?.draft ?? FormDraft(fields: fields, kind: entry.kind) }

  /// The number of the version that somebody who does not write the form is shown; nil where that is the
  /// draft.
  func shownVersion(to signedIn: SignedIn) -> Int? {
    if isInReach(of: .editForms, by: signedIn) { return nil }
    guard isWorkedOn(by: signedIn) else { return versionInForce }
    return course.stage.isEditing && entry.latestVersion > 0 ? entry.latestVersion : nil
  }

  /// True for those who write or review at the place, whatever the stage.
  func isWorkedOn(by signedIn: SignedIn) -> Bool {
    if isInReach(of: .editForms, by: signedIn) { return true }
    return signedIn.actor.holdings.contains { holding in
      [.departmentReviewer, .financeReviewer].contains(holding.role)
        && Reach.subtree.covers(Position(of: organisation.path, from: holding.place))
    }
  }
}

extension RecordView {
  /// The draft, or the version that somebody is shown in its place.
  func draft(of ground: FormGround, shownTo signedIn: SignedIn) throws(RecordError) -> FormDraft {
    guard let number = ground.shownVersion(to: signedIn) else { return ground.draft }
    return FormDraft(
      record: try version(number, of: ground.entry.id).form(),
      links: ground.decisions.links(ofVersion: number))
  }

  /// Who gave the filled fields their values.
  func writers(of fields: [DraftField]) throws(RecordError) -> [String: FieldWriter] {
    var names: [PersonID: String] = [:]
    var writers: [String: FieldWriter] = [:]
    for field in fields where field.value != nil {
      writers[field.path] = FieldWriter(
        person: field.person, name: try name(of: field.person, knowing: &names), moment: field.moment,
        revision: field.revision)
    }
    return writers
  }

  /// A person's name, looked up once.
  func name(of person: PersonID, knowing names: inout [PersonID: String]) throws(RecordError) -> String {
    if let name = names[person] { return name }
    let name = try self.person(person).value.name
    names[person] = name
    return name
  }
}
