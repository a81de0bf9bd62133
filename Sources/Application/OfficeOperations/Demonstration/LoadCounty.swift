// Puts the invented county into an empty office, for trying things out.
import Accounts
import FormDrafts
import Ledger
import Model
import Opinions
import Organisations
import Quantities
import Records
package import Samples
import Workflow

/// Fills an empty office with a county; one password for all accounts.
///
/// It is the one operation that asks no right: it works on an office without people only.
package struct LoadCounty: Sendable {
  package var county: SampleCounty
  package var password: String

  package init(_ county: SampleCounty, password: String) {
    self.county = county
    self.password = password
  }

  /// Forms of one transaction.
  private static let formsAtOnce = 100

  /// - Parameter progress: told how many forms of how many are there.
  /// - Returns: false where the office has somebody already; nothing is changed then.
  /// - Throws: `.password` for a password that the rules refuse.
  package func run(
    in office: Office, progress: @Sendable (_ done: Int, _ of: Int) -> Void = { _, _ in }
  ) async throws(OfficeRefusal) -> Bool {
    let moment = office.now
    let isEmpty = try await office.read { try $0.organisations(under: nil).isEmpty }
    guard isEmpty else { return false }
    guard let account = county.people.first?.account else { return false }
    let hashed = try await office.passwordRecord(
      changing: nil, to: password, account: account, rules: PasswordRules(), isOwnChange: false, at: moment)
    let county = county
    let numbers = try await office.change { records in
      try CountyNumbers(loading: county, into: records, password: hashed, at: moment)
    }
    var start = 0
    while start < county.forms.count {
      let some = Array(county.forms[start..<min(start + Self.formsAtOnce, county.forms.count)])
      try await office.change { records in
        for form in some { try numbers.load(form, into: records) }
      }
      start += some.count
      progress(start, county.forms.count)
    }
    try await FillDigests().run(in: office)
    return true
  }
}

/// The numbers that the office gave to what the county numbers itself.
private struct CountyNumbers: Sendable {
  private var organisations: [OrganisationID: OrganisationID] = [:]
  private var people: [PersonID: PersonID] = [:]
  private var projects: [Int: ProjectID] = [:]
  /// Who approves, and how it writes its numbers; nil in a county without reviewers.
  private var numbering: (owner: OrganisationID, pattern: ApprovalNumberPattern)?

  init(
    loading county: SampleCounty, into records: any RecordTransaction, password: PasswordRecord,
    at moment: Moment
  ) throws {
    for organisation in county.organisations {
      let id: OrganisationID = try records.nextNumber()
      organisations[organisation.id] = id
      try records.add(
        Organisation(
          id: id, path: organisation.path, kind: organisation.kind, name: organisation.name,
          shortName: organisation.shortName, years: organisation.years))
    }
    for person in county.people {
      let id: PersonID = try records.nextNumber()
      people[person.id] = id
      try records.add(
        Person(
          id: id, name: person.name, account: person.account,
          organisation: try own(person.organisation), days: person.days))
      try records.save(password, of: id, at: moment, expecting: 0)
    }
    for assignment in county.assignments {
      try records.add(
        Assignment(
          id: try records.nextNumber(), person: try own(assignment.person), role: assignment.role,
          organisation: try own(assignment.organisation), days: assignment.days))
    }
    for deputy in county.deputies {
      guard
        let own = Deputy(
          id: try records.nextNumber(), principal: try own(deputy.principal), deputy: try own(deputy.deputy),
          first: deputy.first, last: deputy.last)
      else { continue }
      try records.add(own)
    }
    try loadYears(of: county, into: records)
    if let reviewer = county.assignments.first(where: { $0.role == .financeReviewer }) {
      let owner = try own(reviewer.organisation)
      let style = ApprovalStyle(numberPattern: ApprovalWording.samplePattern)
      try records.save(Setting(key: ApprovalStyle.key(of: owner), value: style.text), expecting: 0)
      numbering = style.pattern.map { (owner, $0) }
    }
    for project in county.projects {
      let id: ProjectID = try records.nextNumber()
      projects[project.number] = id
      try records.add(
        ProjectEntry(
          id: id, organisation: try own(project.organisation), code: project.code, name: project.name,
          category: project.category, years: project.years))
    }
    try records.append(
      LedgerNote(moment: moment, actor: nil, action: .officeSetUp, subject: "office", reason: "demonstration")
    )
  }

  private func loadYears(of county: SampleCounty, into records: any RecordTransaction) throws {
    for year in county.years {
      // The year that runs is open beside that of the season: its forms are adjusted and monitored.
      try records.save(BudgetYear(year: year, isOpen: county.years.suffix(2).contains(year)), expecting: 0)
    }
    guard let region = county.organisations.first(where: { $0.kind == .region }) else { return }
    for deadline in county.deadlines {
      try records.save(
        Deadline(
          year: deadline.year, step: DeadlineStep(deadline.work).rawValue, organisation: try own(region.id),
          day: deadline.day),
        expecting: 0)
    }
  }

  private func own(_ id: OrganisationID) throws -> OrganisationID {
    guard let own = organisations[id] else { throw RecordError.unknownReference(.organisation, key: "\(id)") }
    return own
  }

  private func own(_ id: PersonID) throws -> PersonID {
    guard let own = people[id] else { throw RecordError.unknownReference(.person, key: "\(id)") }
    return own
  }

  /// Adds a form with its versions and decisions in the order in which they came about, then its draft.
  func load(_ sample: SampleForm, into records: any RecordTransaction) throws {
    let id: FormID = try records.nextNumber()
    try records.add(
      FormEntry(
        id: id, kind: sample.kind, year: sample.year, organisation: try own(sample.organisation),
        project: sample.project.flatMap { projects[$0] }, stage: Stage.draft.rawValue))
    try records.setAmount(sample.amount, of: id)
    var stored = 0
    var course = FormCourse(maker: sample.maker)
    for decision in sample.decisions {
      while stored < decision.version, stored < sample.versions.count {
        let version = sample.versions[stored]
        stored += 1
        _ = try records.addVersion(
          of: id, record: version.form.recordBytes, by: try own(version.person), at: version.moment,
          reason: "")
      }
      let before = course.stage
      try course.take(decision.record)
      try add(
        try numbered(decision.record, on: id, records), about: decision.version, from: before,
        to: course.stage, on: id, records)
    }
    let changes = FormDraft(record: sample.draft).fields
    _ = try records.save(changes, of: id, onto: 0, by: try own(sample.maker), at: sample.made)
  }

  /// The step with a number of the register in place of the invented one; a form whose approval was taken
  /// back keeps its number.
  private func numbered(
    _ record: StepRecord, on form: FormID, _ records: any RecordTransaction
  ) throws -> StepRecord {
    guard case .approval(let opinion, .some) = record.deed, let numbering else { return record }
    let kept = try records.decisions(on: form).numberTakenBack
    let number = try records.approvalNumber(
      for: try records.form(form).value, by: numbering.pattern, of: numbering.owner, kept: kept,
      on: record.moment)
    return StepRecord(
      deed: .approval(opinion: opinion, number: number), actor: record.actor, onBehalfOf: record.onBehalfOf,
      role: record.role, moment: record.moment)
  }

  private func add(
    _ sample: StepRecord, about version: Int, from before: Stage, to after: Stage, on form: FormID,
    _ records: any RecordTransaction
  ) throws {
    let record = StepRecord(
      deed: sample.deed, actor: try own(sample.actor), onBehalfOf: try sample.onBehalfOf.map { try own($0) },
      role: sample.role, moment: sample.moment)
    try records.add(
      Decision(
        id: try records.nextNumber(), form: form, version: version, from: before, to: after,
        keeping: record),
      expecting: try records.form(form).revision)
  }
}

extension DeadlineStep {
  /// What the county calls it.
  fileprivate init(_ work: SampleDeadline.Work) {
    self =
      switch work {
      case .targetSubmission: .targetSubmission
      case .targetReview: .targetDepartmentReview
      case .monitoring: .monitoringSubmission
      case .selfEvaluation: .evaluationSubmission
      }
  }
}
