// The names behind the numbers of a page of a queue, each looked up once.
package import Model
import Organisations
import Quantities
import Records
package import Workflow

/// Makes lines of digests.
struct QueueNames {
  private struct DueKey: Hashable {
    var step: DeadlineStep
    var year: FiscalYear
    var place: OrganisationPath
  }

  private var organisations: [OrganisationID: Organisation] = [:]
  private var departments: [OrganisationPath: Organisation?] = [:]
  private var people: [PersonID: String] = [:]
  private var lastDays: [DueKey: Day?] = [:]

  mutating func line(of digest: FormDigest, in records: any RecordView) throws(RecordError) -> QueueLine {
    guard let stage = Stage(rawValue: digest.stage) else { throw .damaged("form/\(digest.form)") }
    let organisation = try organisation(digest.organisation, in: records)
    var opener: PersonID?
    if stage == .departmentReview || stage == .financeReview {
      opener = try records.decisions(on: digest.form).last { $0.action == Step.open.rawValue }?.person
    }
    return QueueLine(
      digest: digest, stage: stage, organisation: organisation,
      department: try department(of: organisation, in: records),
      project: try digest.project.map { id throws(RecordError) in try records.project(id).value },
      lastDay: try lastDay(of: digest, at: stage, in: records),
      openedBy: try opener.map { id throws(RecordError) in try records.name(of: id, knowing: &people) },
      openedByPerson: opener)
  }

  private mutating func organisation(
    _ id: OrganisationID, in records: any RecordView
  ) throws(RecordError) -> Organisation {
    if let known = organisations[id] { return known }
    let found = try records.organisation(id).value
    organisations[id] = found
    return found
  }

  /// What stands at the first level above a unit.
  private mutating func department(
    of organisation: Organisation, in records: any RecordView
  ) throws(RecordError) -> Organisation? {
    guard organisation.path.code.level > 1, let code = organisation.path.code.lineage.dropFirst().first
    else { return nil }
    let path = OrganisationPath(region: organisation.path.region, code: code)
    if let known = departments[path] { return known }
    let found = try records.organisations(at: path).last?.value
    departments[path] = .some(found)
    return found
  }

  private mutating func lastDay(
    of digest: FormDigest, at stage: Stage, in records: any RecordView
  ) throws(RecordError) -> Day? {
    guard let step = DeadlineStep(next: digest.kind, at: stage) else { return nil }
    let key = DueKey(step: step, year: digest.year, place: digest.place)
    if let known = lastDays[key] { return known }
    let day = try records.lastDay(of: step, in: digest.year, at: digest.place)
    lastDays[key] = .some(day)
    return day
  }
}

extension DeadlineStep {
  /// By when what comes next is to be done with a form at a stage; nil where no day counts for it.
  package init?(next kind: FormKind, at stage: Stage) {
    let isTarget = kind == .projectTarget || kind == .departmentTarget
    switch stage {
    case .draft:
      guard let step = DeadlineStep(of: kind) else { return nil }
      self = step
    case .awaitingDepartment, .departmentReview:
      guard isTarget else { return nil }
      self = .targetDepartmentReview
    case .awaitingFinance, .financeReview:
      guard isTarget else { return nil }
      self = .targetApproval
    case .approved:
      guard isTarget else { return nil }
      self = .targetDisclosure
    case .returned, .adjusting, .disclosed, .withheld, .lapsed: return nil
    }
  }
}
